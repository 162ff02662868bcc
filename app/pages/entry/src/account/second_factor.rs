//! `/me/second-factor`: staff sets up its second factor, renews recovery codes, or switches it off.

mod view;

use crate::{entry::minutes, sign_in::too_many};
use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_app::{
    forms::Submitted,
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    layout, links, say,
};
use coplan_usecases::{
    Actor, Portal,
    second_factor::{self, BeginForm, ChangeSecondFactorError, ConfirmForm, LoosenForm, SecondFactorView},
};
use view::Refused;

/// The routes of the second factor.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::account::second_factor::PATTERN, routing::get(get))
        .route(links::account::begin_second_factor::PATTERN, routing::post(begin))
        .route(links::account::set_up_second_factor::PATTERN, routing::get(get_set_up).post(confirm))
        .route(links::account::renew_recovery_codes::PATTERN, routing::post(renew))
        .route(links::account::switch_off_second_factor::PATTERN, routing::post(switch_off))
}

/// How it stands.
pub(super) async fn state(portal: &Portal, actor: &Actor) -> Result<SecondFactorView, PageError> {
    Ok(second_factor::show(portal, actor).await?)
}

/// Shows how it stands and what can be done.
///
/// # Errors
/// [`PageError`] where no staff is in.
async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let state = state(&portal, context.actor()?).await?;
    Ok(layout::ok(&context, || view::page(&context, state, Refused::default())))
}

/// Makes a secret for the authenticator.
///
/// # Errors
/// [`PageError`] where no staff is in or the database cannot be written.
async fn begin(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<BeginForm>,
) -> Result<Response, PageError> {
    match second_factor::begin(&portal, context.actor()?, &form.password).await {
        Ok(_) => Ok(Redirect::to(&links::account::set_up_second_factor()).into_response()),
        Err(error) => refused(&portal, &context, error).await,
    }
}

/// Shows the secret until a code has confirmed it.
///
/// # Errors
/// [`PageError`] where no staff is in.
async fn get_set_up(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    match second_factor::show_set_up(&portal, context.actor()?).await {
        Ok(made) => Ok(layout::ok(&context, || view::set_up(&context, &made, None))),
        Err(error) => refused(&portal, &context, error).await,
    }
}

/// Switches it on, if the code is right, and shows the recovery codes.
///
/// # Errors
/// [`PageError`] where no staff is in or the database cannot be written.
async fn confirm(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<ConfirmForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    match second_factor::confirm(&portal, actor, &form.code).await {
        Ok(codes) => Ok(layout::ok(&context, || view::codes(&context, &codes))),
        Err(ChangeSecondFactorError::WrongCode) => match second_factor::show_set_up(&portal, actor).await {
            Ok(made) => {
                let problem = Some(say!(context.words, "second-factor-wrong-code"));
                Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || view::set_up(&context, &made, problem)))
            }
            Err(error) => refused(&portal, &context, error).await,
        },
        Err(error) => refused(&portal, &context, error).await,
    }
}

/// Puts new recovery codes in the place of the old ones and shows them.
///
/// # Errors
/// [`PageError`] where no staff is in or the database cannot be written.
async fn renew(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<LoosenForm>,
) -> Result<Response, PageError> {
    match second_factor::renew_recovery_codes(&portal, context.actor()?, &form.password, &form.code).await {
        Ok(codes) => Ok(layout::ok(&context, || view::codes(&context, &codes))),
        Err(error) => refused(&portal, &context, error).await,
    }
}

/// Switches it off.
///
/// # Errors
/// [`PageError`] where no staff is in or the database cannot be written.
async fn switch_off(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<LoosenForm>,
) -> Result<Response, PageError> {
    match second_factor::switch_off(&portal, context.actor()?, &form.password, &form.code).await {
        Ok(()) => Ok(Redirect::to(&links::account::second_factor()).into_response()),
        Err(error) => refused(&portal, &context, error).await,
    }
}

/// The page again with what was wrong. What another tab has done already is only shown as it stands now.
async fn refused(portal: &Portal, context: &RequestContext, error: ChangeSecondFactorError) -> Result<Response, PageError> {
    let (status, refused) = match error {
        ChangeSecondFactorError::Other(error) => return Err(error.into()),
        ChangeSecondFactorError::OnAlready | ChangeSecondFactorError::NotSetUp | ChangeSecondFactorError::Required => {
            return Ok(Redirect::to(&links::account::second_factor()).into_response());
        }
        ChangeSecondFactorError::WrongPassword => {
            let password = Some(say!(context.words, "password-wrong"));
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { password, ..Refused::default() })
        }
        ChangeSecondFactorError::WrongCode => {
            let code = Some(say!(context.words, "second-factor-keep-wrong"));
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { code, ..Refused::default() })
        }
        ChangeSecondFactorError::TooMany { retry_after } => {
            let notice = Some(too_many(context, minutes(retry_after)));
            (StatusCode::TOO_MANY_REQUESTS, Refused { notice, ..Refused::default() })
        }
    };
    let state = state(portal, context.actor()?).await?;
    Ok(layout::answer(context, status, || view::page(context, state, refused)))
}
