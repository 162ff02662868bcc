//! `/code`: the six digits that were mailed, typed once on a new device.

use super::{EntryPage, let_in};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{
        context::{RequestContext, cookie, waiting_cookie},
        errors::PageError,
    },
    layout::{self, Page},
    links, say,
    words::Words,
};
use coplan_usecases::{
    Portal,
    personal_link::{CodeForm, Session, enter_code, look_at_code, missing_digits},
};
use leptos::prelude::*;

/// Asks for the code. Whoever is in and comes back to this page waits for none.
///
/// # Errors
/// [`PageError`] where the database cannot be read.
pub async fn get(State(portal): State<Portal>, context: RequestContext, headers: HeaderMap) -> Result<Response, PageError> {
    let waiting = cookie(&headers, waiting_cookie(context.tls));
    if waiting.is_none() && context.actor.is_some() {
        return Ok(Redirect::to(&links::site::home()).into_response());
    }
    Ok(match look_at_code(&portal, &waiting.unwrap_or_default()).await? {
        None => layout::ok(&context, || asked(&context, None)),
        Some(Session::LinkOver) => layout::answer(&context, StatusCode::GONE, || link_over(&context)),
        Some(Session::UsedUp) => used_up(&context),
        Some(_) => expired(&context),
    })
}

fn expired(context: &RequestContext) -> Response {
    layout::answer(context, StatusCode::GONE, || over(context, "code-expired-title", "code-expired-text"))
}

fn used_up(context: &RequestContext) -> Response {
    layout::answer(context, StatusCode::GONE, || over(context, "code-used-title", "code-used-text"))
}

/// Lets the browser in, if this is the code.
///
/// # Errors
/// [`PageError`] where the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    headers: HeaderMap,
    Submitted(form): Submitted<CodeForm>,
) -> Result<Response, PageError> {
    let waiting = cookie(&headers, waiting_cookie(context.tls)).unwrap_or_default();
    Ok(match enter_code(&portal, &waiting, &form.code, &context.as_browser()).await? {
        Session::In { device_secret } => let_in(&context, &device_secret, context.return_to()),
        Session::Wrong { left } => {
            let problem = wrong(&context.words, &form.code, left);
            layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || asked(&context, Some(problem)))
        }
        Session::LinkOver => layout::answer(&context, StatusCode::GONE, || link_over(&context)),
        Session::Expired => expired(&context),
        Session::UsedUp => used_up(&context),
    })
}

fn wrong(words: &Words, typed: &str, left: i64) -> String {
    match missing_digits(typed) {
        Some(missing) => say!(words, "code-too-short", missing = missing),
        None => say!(words, "code-wrong", left = left),
    }
}

fn asked(context: &RequestContext, problem: Option<String>) -> Page {
    let words = &context.words;
    let title = say!(words, "code-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "code-text")}</p>
        <form class="form" method="post" action=links::entry::code()>
            {FormView::new(words, &CodeForm::default(), &[]).problem("code", problem).all()}
            <button type="submit" class="button main wide">{say!(words, "code-continue")}</button>
        </form>
        <details class="more">
            <summary>{say!(words, "code-no-mail")}</summary>
            <p>{say!(words, "code-no-mail-text")}</p>
        </details>
    };
    letter(context, title, body.into_any())
}

fn over(context: &RequestContext, title: &str, text: &str) -> Page {
    let words = &context.words;
    let title = words.say(title);
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say(text)}</p>
        <p class="quiet">{say!(words, "code-over-foot")}</p>
        <p class="actions"><a class="button wide" href=links::entry::new_link()>{say!(words, "ask-for-link")}</a></p>
    };
    letter(context, title, body.into_any())
}

fn link_over(context: &RequestContext) -> Page {
    let words = &context.words;
    let title = say!(words, "link-revoked-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "link-revoked-text")}</p>
        <p class="actions"><a class="button main wide" href=links::entry::new_link()>{say!(words, "ask-for-link")}</a></p>
    };
    letter(context, title, body.into_any())
}

fn letter(context: &RequestContext, title: String, body: AnyView) -> Page {
    EntryPage { title, kind: say!(context.words, "code-kind"), here: links::entry::code(), body }.page(context)
}
