//! `/sign-in`: staff comes in with address and password.

pub mod second_factor;
pub mod sign_out;

use super::entry::{Letter, let_in, minutes, refusal, wait};
use crate::{
    address,
    failure::Failure,
    parts::field::Field,
    say,
    shell::{self, Page},
    visitor::Visitor,
};
use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Portal,
    sign_in::{PENDING_LASTS, SignInError, SignedIn, sign_in},
};
use leptos::prelude::*;
use serde::Deserialize;

/// Where to go on afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Next {
    next: String,
}

/// What the form sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    email: String,
    password: String,
    next: String,
}

/// Asks for address and password; whoever of the staff is in already goes on.
pub async fn get(visitor: Visitor, Query(next): Query<Next>) -> Response {
    if visitor.staff().is_ok() {
        return Redirect::to(address::local(&next.next)).into_response();
    }
    shell::ok(&visitor, || page(&visitor, "", &next.next, None))
}

/// Signs in.
///
/// # Errors
/// [`Failure`] where the database cannot be written.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<SignInForm>) -> Result<Response, Failure> {
    let words = &visitor.words;
    match sign_in(&portal, &form.email, &form.password, &visitor.as_browser()).await {
        Ok(SignedIn::In { device_secret }) => Ok(let_in(&visitor, &device_secret, &form.next)),
        Ok(SignedIn::SecondFactorNeeded { pending_secret }) => {
            Ok(wait(&visitor, &pending_secret, PENDING_LASTS, &address::with_next("/sign-in/second-factor", &form.next)))
        }
        Err(SignInError::Wrong) => Ok(shell::answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, || {
            let refused = refusal(words.say("sign-in-wrong-title"), words.say("sign-in-wrong-text"));
            page(&visitor, &form.email, &form.next, Some(refused))
        })),
        Err(SignInError::TooMany { retry_after }) => Ok(shell::answer(&visitor, StatusCode::TOO_MANY_REQUESTS, || {
            page(&visitor, &form.email, &form.next, Some(too_many(&visitor, minutes(retry_after))))
        })),
        Err(SignInError::Fault(fault)) => Err(fault.into()),
    }
}

/// What is said after too many tries, wherever a password or a code is asked for.
#[must_use]
pub fn too_many(visitor: &Visitor, minutes: i64) -> AnyView {
    let words = &visitor.words;
    refusal(words.say("sign-in-too-many-title"), say!(words, "sign-in-too-many-text", minutes = minutes))
}

fn page(visitor: &Visitor, email: &str, next: &str, refused: Option<AnyView>) -> Page {
    let words = &visitor.words;
    let title = words.say("sign-in-title");
    let address = Field {
        name: "email",
        label: words.say("sign-in-email"),
        value: email.to_owned(),
        autocomplete: Some("username"),
        ..Field::default()
    };
    let password = Field {
        name: "password",
        label: words.say("sign-in-password"),
        autocomplete: Some("current-password"),
        ..Field::default()
    };
    let body = view! {
        <h1>{title.clone()}</h1>
        {refused}
        <form class="form" method="post" action="/sign-in">
            <input type="hidden" name="next" value=address::local(next).to_owned()/>
            {address.input("email")}
            {password.input("password")}
            <button type="submit" class="button main wide">{words.say("sign-in-deed")}</button>
        </form>
        <p class="quiet">{words.say("sign-in-customer")}" "<a href="/new-link">{words.say("sign-in-customer-link")}</a></p>
    };
    let kind = say!(words, "sign-in-kind", supplier = visitor.supplier.clone());
    Letter { title, kind, here: address::sign_in(next), body: body.into_any() }.page(visitor)
}
