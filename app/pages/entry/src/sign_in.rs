//! `/sign-in`: staff comes in with address and password.

mod choose;
mod forgot;
mod second_factor;
mod sign_out;

use super::entry::{EntryPage, let_in, minutes, refusal, wait};
use axum::{
    Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    layout::{self, Page},
    links::{self, sign_in::NextQuery},
    say,
};
use coplan_usecases::{
    Portal,
    sign_in::{PENDING_LASTS, SignInError, SignInForm, SignedIn, sign_in},
};
use leptos::prelude::*;

/// The routes of signing in as staff, and of signing out.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::sign_in::password::PATTERN, routing::get(get).post(post))
        .route(links::sign_in::second_factor::PATTERN, routing::get(second_factor::get).post(second_factor::post))
        .route(links::sign_in::choose::PATTERN, routing::get(choose::get).post(choose::post))
        .route(links::sign_in::forgot::PATTERN, routing::get(forgot::get).post(forgot::post))
        .route(links::sign_in::sign_out::PATTERN, routing::post(sign_out::post))
        .route(links::sign_in::signed_out::PATTERN, routing::get(sign_out::get))
}

/// Asks for address and password; whoever of the staff is in already goes on.
async fn get(context: RequestContext, Query(next): Query<NextQuery>) -> Response {
    if context.staff().is_ok() {
        return Redirect::to(links::local(&next.next)).into_response();
    }
    layout::ok(&context, || page(&context, "", &next.next, None))
}

/// Signs in.
///
/// # Errors
/// [`PageError`] where the database cannot be written.
async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<SignInForm>,
) -> Result<Response, PageError> {
    let words = &context.words;
    match sign_in(&portal, &form.email, &form.password, &context.as_browser()).await {
        Ok(SignedIn::In { device_secret }) => Ok(let_in(&context, &device_secret, &form.next)),
        Ok(SignedIn::SecondFactorNeeded { pending_secret }) => {
            Ok(wait(&context, &pending_secret, PENDING_LASTS, &links::sign_in::second_factor_then(&form.next)))
        }
        Err(SignInError::Wrong) => Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || {
            let refused = refusal(say!(words, "sign-in-wrong-title"), say!(words, "sign-in-wrong-text"));
            page(&context, &form.email, &form.next, Some(refused))
        })),
        Ok(SignedIn::MustChoose { secret }) => Ok(Redirect::to(&links::sign_in::choose(secret.expose())).into_response()),
        Err(SignInError::Expired) => Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || {
            let refused = refusal(say!(words, "sign-in-wrong-title"), say!(words, "sign-in-first-expired"));
            page(&context, &form.email, &form.next, Some(refused))
        })),
        Err(SignInError::TooMany { retry_after }) => Ok(layout::answer(&context, StatusCode::TOO_MANY_REQUESTS, || {
            page(&context, &form.email, &form.next, Some(too_many(&context, minutes(retry_after))))
        })),
        Err(SignInError::Internal(error)) => Err(error.into()),
    }
}

/// What is said after too many tries, wherever a password or a code is asked for.
#[must_use]
pub fn too_many(context: &RequestContext, minutes: i64) -> AnyView {
    let words = &context.words;
    refusal(say!(words, "sign-in-too-many-title"), say!(words, "sign-in-too-many-text", minutes = minutes))
}

fn page(context: &RequestContext, email: &str, next: &str, refused: Option<AnyView>) -> Page {
    let words = &context.words;
    let title = say!(words, "sign-in-title");
    let form = SignInForm { email: email.to_owned(), next: links::local(next).to_owned(), ..SignInForm::default() };
    let body = view! {
        <h1>{title.clone()}</h1>
        {refused}
        <form class="form" method="post" action=links::sign_in::password()>
            {FormView::new(words, &form, &[]).all()}
            <button type="submit" class="button main wide">{say!(words, "sign-in-deed")}</button>
        </form>
        <p><a href=links::sign_in::forgot()>{say!(words, "forgot-link")}</a></p>
        <p class="quiet">{say!(words, "sign-in-customer")}" "<a href=links::entry::new_link()>{say!(words, "sign-in-customer-link")}</a></p>
    };
    let kind = say!(words, "sign-in-kind", supplier = context.supplier.clone());
    EntryPage { title, kind, here: links::sign_in::password_then(next), body: body.into_any() }.page(context)
}
