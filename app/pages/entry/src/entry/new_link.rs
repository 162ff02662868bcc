//! `/new-link`: asking for a new personal link. The answer is the same whether the address is known or not.

use super::{EntryPage, minutes, refusal};
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
    personal_link::{self, AskError, NewLinkForm},
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
    Submitted(form): Submitted<NewLinkForm>,
) -> Result<Response, PageError> {
    let words = &context.words;
    match personal_link::ask(&portal, &form.email, &context.address).await {
        Ok(()) => Ok(Redirect::to(&links::entry::new_link_asked()).into_response()),
        Err(AskError::NotAnEmail) => Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || {
            page(&context, &form.email, Some(say!(words, "problem-not-an-email")), None)
        })),
        Err(AskError::TooMany { retry_after }) => Ok(layout::answer(&context, StatusCode::TOO_MANY_REQUESTS, || {
            let text = say!(words, "new-link-too-many-text", minutes = minutes(retry_after));
            page(&context, &form.email, None, Some(refusal(say!(words, "new-link-too-many-title"), text)))
        })),
        Err(AskError::Internal(error)) => Err(error.into()),
    }
}

fn page(context: &RequestContext, typed: &str, problem: Option<String>, refused: Option<AnyView>) -> Page {
    let words = &context.words;
    let title = say!(words, "new-link-title");
    let form = NewLinkForm { email: typed.to_owned() };
    let form = FormView::new(words, &form, &[]).problem("email", problem);
    let body = view! {
        <h1>{title.clone()}</h1>
        {refused}
        <p>{say!(words, "new-link-text")}</p>
        <form class="form" method="post" action=links::entry::new_link() novalidate>
            {form.all()}
            <button type="submit" class="button main wide">{say!(words, "new-link-send")}</button>
        </form>
        <p class="quiet">{say!(words, "new-link-staff")}" "<a href=links::sign_in::password()>{say!(words, "sign-in-staff")}</a></p>
    };
    letter(context, title, body.into_any())
}

fn on_its_way(context: &RequestContext) -> Page {
    let words = &context.words;
    let title = say!(words, "new-link-sent-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "new-link-sent-text")}</p>
        <p class="quiet">{say!(words, "new-link-sent-foot")}</p>
    };
    letter(context, title, body.into_any())
}

fn letter(context: &RequestContext, title: String, body: AnyView) -> Page {
    let here = context.next.clone().unwrap_or_else(links::entry::new_link);
    EntryPage { title, kind: say!(context.words, "link-kind"), here, body }.page(context)
}
