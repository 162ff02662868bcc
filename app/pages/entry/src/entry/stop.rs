//! `/emails/stop/...`: ending digests, or emails of what waits, by the address that stands in each of them. Looking changes nothing, so that a scanner
//! may; the button, or a mail program's own (RFC 8058), does.

use super::EntryPage;
use axum::{
    extract::{Path, State},
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout, links, say,
};
use coplan_usecases::{Portal, digest, today_mail};
use leptos::prelude::*;

/// Asks whether to end digests.
pub async fn get(context: RequestContext, Path(secret): Path<String>) -> Response {
    ask(&context, say!(context.words, "digest-stop-text"), links::entry::stop_digests(&secret))
}

/// Asks whether to end the emails of what waits.
pub async fn get_today(context: RequestContext, Path(secret): Path<String>) -> Response {
    ask(&context, say!(context.words, "today-mail-stop-text"), links::entry::stop_today(&secret))
}

fn ask(context: &RequestContext, text: String, action: String) -> Response {
    let words = &context.words;
    layout::ok(context, || {
        let body = view! {
            <h1>{say!(words, "digest-stop-title")}</h1>
            <p>{text}</p>
            <form class="form" method="post" action=action>
                <button type="submit" class="button main wide">{say!(words, "digest-stop")}</button>
            </form>
        };
        page(context, body.into_any())
    })
}

/// Ends digests.
///
/// # Errors
/// [`PageError`] where the address is nobody's.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    let text = say!(context.words, "digest-stopped-text");
    ended(&context, digest::stop(&portal, &secret).await?, text)
}

/// Ends the emails of what waits.
///
/// # Errors
/// [`PageError`] where the address is nobody's.
pub async fn post_today(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    let text = say!(context.words, "today-mail-stopped-text");
    ended(&context, today_mail::stop(&portal, &secret).await?, text)
}

fn ended(context: &RequestContext, is_known: bool, text: String) -> Result<Response, PageError> {
    if !is_known {
        return Err(PageError::NotFound);
    }
    let words = &context.words;
    Ok(layout::ok(context, || {
        let body = view! { <h1>{say!(words, "digest-stopped-title")}</h1><p>{text}</p> };
        page(context, body.into_any())
    }))
}

fn page(context: &RequestContext, body: AnyView) -> layout::Page {
    let title = say!(context.words, "digest-stop-title");
    EntryPage { title, kind: say!(context.words, "link-kind"), here: links::site::home(), body }.page(context)
}
