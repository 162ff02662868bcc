//! `/me/second-factor`: staff sets up its second factor, renews recovery codes, or switches it off.

mod view;

use crate::{
    failure::Failure,
    pages::{entry::minutes, sign_in::too_many},
    shell,
    visitor::Visitor,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Actor, Fault, Portal,
    second_factor::{self, ChangeSecondFactorError, SecondFactorView},
};
use serde::Deserialize;
use view::Refused;

/// A form that proves who sits at the keyboard.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PasswordForm {
    password: String,
}

/// A form that proves it beside the second factor that is on.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct BothForm {
    password: String,
    code: String,
}

/// The code that the authenticator shows.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    code: String,
}

const PAGE: &str = "/me/second-factor";
const SET_UP: &str = "/me/second-factor/set-up";

/// How it stands.
pub(super) async fn state(portal: &Portal, actor: &Actor) -> Result<SecondFactorView, Failure> {
    second_factor::show(portal, actor).await.map_err(|error| match fault(error) {
        Some(fault) => Failure::Fault(fault),
        None => Failure::NotFound,
    })
}

fn fault(error: ChangeSecondFactorError) -> Option<Fault> {
    if let ChangeSecondFactorError::Fault(fault) = error { Some(fault) } else { None }
}

/// Shows how it stands and what can be done.
///
/// # Errors
/// [`Failure`] where no staff is in.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let state = state(&portal, visitor.actor()?).await?;
    Ok(shell::ok(&visitor, || view::page(&visitor, state, Refused::default())))
}

/// Makes a secret for the authenticator.
///
/// # Errors
/// [`Failure`] where no staff is in or the database cannot be written.
pub async fn begin(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<PasswordForm>) -> Result<Response, Failure> {
    match second_factor::begin(&portal, visitor.actor()?, &form.password).await {
        Ok(_) => Ok(Redirect::to(SET_UP).into_response()),
        Err(error) => refused(&portal, &visitor, error).await,
    }
}

/// Shows the secret until a code has confirmed it.
///
/// # Errors
/// [`Failure`] where no staff is in.
pub async fn get_set_up(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    match second_factor::show_set_up(&portal, visitor.actor()?).await {
        Ok(made) => Ok(shell::ok(&visitor, || view::set_up(&visitor, &made, None))),
        Err(error) => refused(&portal, &visitor, error).await,
    }
}

/// Switches it on, if the code is right, and shows the recovery codes.
///
/// # Errors
/// [`Failure`] where no staff is in or the database cannot be written.
pub async fn confirm(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<CodeForm>) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    match second_factor::confirm(&portal, actor, &form.code).await {
        Ok(codes) => Ok(shell::ok(&visitor, || view::codes(&visitor, &codes))),
        Err(ChangeSecondFactorError::WrongCode) => match second_factor::show_set_up(&portal, actor).await {
            Ok(made) => {
                let problem = Some(visitor.words.say("second-factor-wrong-code"));
                Ok(shell::answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, || view::set_up(&visitor, &made, problem)))
            }
            Err(error) => refused(&portal, &visitor, error).await,
        },
        Err(error) => refused(&portal, &visitor, error).await,
    }
}

/// Puts new recovery codes in the place of the old ones and shows them.
///
/// # Errors
/// [`Failure`] where no staff is in or the database cannot be written.
pub async fn renew(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<BothForm>) -> Result<Response, Failure> {
    match second_factor::renew_recovery_codes(&portal, visitor.actor()?, &form.password, &form.code).await {
        Ok(codes) => Ok(shell::ok(&visitor, || view::codes(&visitor, &codes))),
        Err(error) => refused(&portal, &visitor, error).await,
    }
}

/// Switches it off.
///
/// # Errors
/// [`Failure`] where no staff is in or the database cannot be written.
pub async fn switch_off(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<BothForm>) -> Result<Response, Failure> {
    match second_factor::switch_off(&portal, visitor.actor()?, &form.password, &form.code).await {
        Ok(()) => Ok(Redirect::to(PAGE).into_response()),
        Err(error) => refused(&portal, &visitor, error).await,
    }
}

/// The page again with what was wrong. What another tab has done already is only shown as it stands now.
async fn refused(portal: &Portal, visitor: &Visitor, error: ChangeSecondFactorError) -> Result<Response, Failure> {
    let (status, refused) = match error {
        ChangeSecondFactorError::NotFound => return Err(Failure::NotFound),
        ChangeSecondFactorError::Fault(fault) => return Err(fault.into()),
        ChangeSecondFactorError::OnAlready | ChangeSecondFactorError::NotSetUp | ChangeSecondFactorError::Required => {
            return Ok(Redirect::to(PAGE).into_response());
        }
        ChangeSecondFactorError::WrongPassword => {
            let password = Some(visitor.words.say("password-wrong"));
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { password, ..Refused::default() })
        }
        ChangeSecondFactorError::WrongCode => {
            let code = Some(visitor.words.say("second-factor-keep-wrong"));
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { code, ..Refused::default() })
        }
        ChangeSecondFactorError::TooMany { retry_after } => {
            let notice = Some(too_many(visitor, minutes(retry_after)));
            (StatusCode::TOO_MANY_REQUESTS, Refused { notice, ..Refused::default() })
        }
    };
    let state = state(portal, visitor.actor()?).await?;
    Ok(shell::answer(visitor, status, || view::page(visitor, state, refused)))
}
