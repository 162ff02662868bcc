//! `/emails/stop/...`: ending digests by the address that stands in each of them. Looking changes nothing, so that a scanner
//! may; the button, or a mail program's own (RFC 8058), does.

use super::EntryPage;
use crate::{
    http::{context::RequestContext, errors::PageError},
    layout, links, say,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use coplan_usecases::{Portal, digest};
use leptos::prelude::*;

/// Asks whether to end them.
pub async fn get(context: RequestContext, Path(secret): Path<String>) -> Response {
    let words = &context.words;
    layout::ok(&context, || {
        let body = view! {
            <h1>{say!(words, "digest-stop-title")}</h1>
            <p>{say!(words, "digest-stop-text")}</p>
            <form class="form" method="post" action=links::entry::stop_digests(&secret)>
                <button type="submit" class="button main wide">{say!(words, "digest-stop")}</button>
            </form>
        };
        page(&context, body.into_any())
    })
}

/// Ends them.
///
/// # Errors
/// [`PageError`] where the address is nobody's.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    if !digest::stop(&portal, &secret).await? {
        return Err(PageError::NotFound);
    }
    let words = &context.words;
    Ok(layout::ok(&context, || {
        let body = view! { <h1>{say!(words, "digest-stopped-title")}</h1><p>{say!(words, "digest-stopped-text")}</p> };
        page(&context, body.into_any())
    }))
}

fn page(context: &RequestContext, body: AnyView) -> layout::Page {
    let title = say!(context.words, "digest-stop-title");
    EntryPage { title, kind: say!(context.words, "link-kind"), here: links::site::home(), body }.page(context)
}
