//! `/sign-in/forgot`: asking for the way to a new password. The answer is the same whether the address is known or not.

use super::too_many;
use crate::entry::{EntryPage, minutes};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page},
    links, say,
};
use coplan_usecases::{
    Portal,
    password_link::{self, ForgotError, ForgotForm},
};
use leptos::prelude::*;
use serde::Deserialize;

/// Whether it was just asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    asked: String,
}

/// Asks for the address.
pub async fn get(context: RequestContext, Query(asked): Query<Asked>) -> Response {
    layout::ok(&context, || if asked.asked.is_empty() { page(&context, "", None, None) } else { on_its_way(&context) })
}

/// Promises a link to whoever has the address.
///
/// # Errors
/// [`PageError`] where the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<ForgotForm>,
) -> Result<Response, PageError> {
    match password_link::ask(&portal, &form.email, &context.address).await {
        Ok(()) => Ok(Redirect::to(&links::sign_in::forgot_asked()).into_response()),
        Err(ForgotError::NotAnEmail) => Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || {
            page(&context, &form.email, Some(say!(context.words, "problem-not-an-email")), None)
        })),
        Err(ForgotError::TooMany { retry_after }) => Ok(layout::answer(&context, StatusCode::TOO_MANY_REQUESTS, || {
            page(&context, &form.email, None, Some(too_many(&context, minutes(retry_after))))
        })),
        Err(ForgotError::Internal(error)) => Err(error.into()),
    }
}

fn page(context: &RequestContext, typed: &str, problem: Option<String>, refused: Option<AnyView>) -> Page {
    let words = &context.words;
    let title = say!(words, "forgot-link");
    let form = FormView::new(words, &ForgotForm { email: typed.to_owned() }, &[]).problem("email", problem);
    let body = view! {
        <h1>{title.clone()}</h1>
        {refused}
        <p>{say!(words, "forgot-text")}</p>
        <form class="form" method="post" action=links::sign_in::forgot() novalidate>
            {form.all()}
            <button type="submit" class="button main wide">{say!(words, "forgot-send")}</button>
        </form>
    };
    letter(context, title, body.into_any())
}

fn on_its_way(context: &RequestContext) -> Page {
    let words = &context.words;
    let title = say!(words, "new-link-sent-title");
    let body = view! { <h1>{title.clone()}</h1> <p>{say!(words, "forgot-sent-text")}</p> };
    letter(context, title, body.into_any())
}

fn letter(context: &RequestContext, title: String, body: AnyView) -> Page {
    let kind = say!(context.words, "sign-in-kind", supplier = context.supplier.clone());
    EntryPage { title, kind, here: links::sign_in::forgot(), body }.page(context)
}
