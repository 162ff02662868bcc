//! "This is not me": ends a device, and says what came of it where the person's own device went too.

use crate::entry::EntryPage;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page},
    links, say,
};
use coplan_usecases::{
    Portal,
    device::{self, Disowned},
};
use leptos::prelude::*;

/// Ends a device that is not the person's, with the link it came by, and tells the supplier. Pressed twice, the second
/// may come from a device that is out by the first.
///
/// # Errors
/// [`PageError`] where nobody is in or it is not kept as the person's device.
pub async fn post(State(portal): State<Portal>, context: RequestContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let Some(actor) = &context.actor else { return said(&portal, context).await };
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    device::not_me(&portal, actor, id).await?;
    Ok(Redirect::to(&links::account::device_disowned()).into_response())
}

/// Says what came of it: on the person's own page, or on this one where the device that asks is out.
///
/// # Errors
/// [`PageError::NotIn`] where it is out for another reason.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    if context.actor.is_some() {
        return Ok(Redirect::to(&Flash::DeviceDisowned.on(&links::account::show())).into_response());
    }
    said(&portal, context).await
}

async fn said(portal: &Portal, context: RequestContext) -> Result<Response, PageError> {
    let secret = context.device_secret.as_deref().unwrap_or_default();
    let disowned = device::show_disowned(portal, secret).await?.ok_or(PageError::NotIn)?;
    let context = context.reading(disowned.language);
    Ok(layout::ok(&context, || page(&context, disowned)))
}

fn page(context: &RequestContext, disowned: Disowned) -> Page {
    let words = &context.words;
    let title = say!(words, "not-me-title");
    let told = (!disowned.told.is_empty()).then(|| say!(words, "not-me-told", names = disowned.told.join(", ")));
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "not-me-text")}" "{told}</p>
        <p>{say!(words, "not-me-link", email = disowned.email)}</p>
    };
    EntryPage { title, kind: say!(words, "signed-out-kind"), here: links::account::device_disowned(), body: body.into_any() }
        .page(context)
}
