//! `/me/password`: staff changes its own password.

use super::own_page;
use crate::{
    failure::Failure,
    pages::{desk::keep, entry::minutes, sign_in::too_many},
    parts::{field::Field, problem},
    shell::{self, Page},
    visitor::Visitor,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Portal,
    account::{ChangePasswordError, change_password},
};
use leptos::prelude::*;
use serde::Deserialize;

/// What the form sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PasswordForm {
    present: String,
    new: String,
}

/// What is wrong.
#[derive(Default)]
struct Refused {
    notice: Option<AnyView>,
    present: Option<String>,
    new: Option<String>,
}

/// Asks for both passwords.
///
/// # Errors
/// [`Failure`] where no staff is in.
pub async fn get(visitor: Visitor) -> Result<Response, Failure> {
    visitor.staff()?;
    Ok(shell::ok(&visitor, || page(&visitor, Refused::default())))
}

/// Changes the password and ends the other devices.
///
/// # Errors
/// [`Failure`] where no staff is in or the database cannot be written.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<PasswordForm>) -> Result<Response, Failure> {
    let words = &visitor.words;
    let (status, refused) = match change_password(&portal, visitor.actor()?, &form.present, &form.new).await {
        Ok(()) => return Ok(Redirect::to("/me?done=password").into_response()),
        Err(ChangePasswordError::NotFound) => return Err(Failure::NotFound),
        Err(ChangePasswordError::WrongPassword) => {
            let present = Some(words.say("password-wrong"));
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { present, ..Refused::default() })
        }
        Err(ChangePasswordError::Invalid(wrong)) => {
            let new = Some(problem::sentence(words, wrong));
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { new, ..Refused::default() })
        }
        Err(ChangePasswordError::TooMany { retry_after }) => {
            let notice = Some(too_many(&visitor, minutes(retry_after)));
            (StatusCode::TOO_MANY_REQUESTS, Refused { notice, ..Refused::default() })
        }
        Err(ChangePasswordError::Fault(fault)) => return Err(fault.into()),
    };
    Ok(shell::answer(&visitor, status, || page(&visitor, refused)))
}

fn page(visitor: &Visitor, refused: Refused) -> Page {
    let words = &visitor.words;
    let title = words.say("password-title");
    let present = Field {
        name: "present",
        label: words.say("password-present"),
        problem: refused.present,
        autocomplete: Some("current-password"),
        ..Field::default()
    };
    let new = Field {
        name: "new",
        label: words.say("password-new"),
        hint: Some(words.say("password-hint")),
        problem: refused.new,
        autocomplete: Some("new-password"),
        ..Field::default()
    };
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=words.say("crumbs-label")><a href="/me">{words.say("account-title")}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{words.say("password-text")}</p>
        </div>
        <form class="sheet form" method="post" action="/me/password">
            {refused.notice}
            {present.input("password")}
            {new.input("password")}
            {keep(words, "/me".to_owned(), words.say("password-change"))}
        </form>
    };
    own_page(visitor, title, "page narrow", main.into_any())
}
