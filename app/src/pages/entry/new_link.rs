//! `/new-link`: asking for a new personal link. The answer is the same whether the address is known or not.

use super::{Letter, minutes, refusal};
use crate::{
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
    personal_link::{AskError, ask_for_new_link},
};
use leptos::prelude::*;
use serde::Deserialize;

/// What the form sends.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct NewLinkForm {
    email: String,
}

/// Whether it was just asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    asked: String,
}

/// Asks for the address.
pub async fn get(visitor: Visitor, Query(asked): Query<Asked>) -> Response {
    shell::ok(&visitor, || if asked.asked.is_empty() { page(&visitor, "", None, None) } else { on_its_way(&visitor) })
}

/// Promises a link to whoever has the address.
///
/// # Errors
/// [`Failure`] where the database cannot be written.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<NewLinkForm>) -> Result<Response, Failure> {
    let words = &visitor.words;
    match ask_for_new_link(&portal, &form.email, &visitor.address).await {
        Ok(()) => Ok(Redirect::to("/new-link?asked=yes").into_response()),
        Err(AskError::NotAnEmail) => Ok(shell::answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, || {
            page(&visitor, &form.email, Some(words.say("problem-not-an-email")), None)
        })),
        Err(AskError::TooMany { retry_after }) => Ok(shell::answer(&visitor, StatusCode::TOO_MANY_REQUESTS, || {
            let text = say!(words, "new-link-too-many-text", minutes = minutes(retry_after));
            page(&visitor, &form.email, None, Some(refusal(words.say("new-link-too-many-title"), text)))
        })),
        Err(AskError::Fault(fault)) => Err(fault.into()),
    }
}

fn page(visitor: &Visitor, typed: &str, problem: Option<String>, refused: Option<AnyView>) -> Page {
    let words = &visitor.words;
    let title = words.say("new-link-title");
    let field = Field {
        name: "email",
        label: words.say("new-link-email"),
        value: typed.to_owned(),
        problem,
        autocomplete: Some("email"),
        ..Field::default()
    };
    let body = view! {
        <h1>{title.clone()}</h1>
        {refused}
        <p>{words.say("new-link-text")}</p>
        <form class="form" method="post" action="/new-link" novalidate>
            {field.input("email")}
            <button type="submit" class="button main wide">{words.say("new-link-send")}</button>
        </form>
        <p class="quiet">{words.say("new-link-staff")}" "<a href="/sign-in">{words.say("sign-in-staff")}</a></p>
    };
    letter(visitor, title, body.into_any())
}

fn on_its_way(visitor: &Visitor) -> Page {
    let words = &visitor.words;
    let title = words.say("new-link-sent-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say("new-link-sent-text")}</p>
        <p class="quiet">{words.say("new-link-sent-foot")}</p>
    };
    letter(visitor, title, body.into_any())
}

fn letter(visitor: &Visitor, title: String, body: AnyView) -> Page {
    let here = visitor.next.clone().unwrap_or_else(|| "/new-link".to_owned());
    Letter { title, kind: visitor.words.say("link-kind"), here, body }.page(visitor)
}
