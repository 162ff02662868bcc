//! "This is not me": ends a device, and says what came of it where the person's own device went too.

use super::device::failed;
use crate::{
    failure::Failure,
    pages::entry::Letter,
    say,
    shell::{self, Page},
    visitor::Visitor,
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Portal,
    device::{self, Disowned},
};
use leptos::prelude::*;

const PAGE: &str = "/me/not-me";

/// Ends a device that is not the person's, with the link it came by, and tells the supplier. Pressed twice, the second
/// may come from a device that is out by the first.
///
/// # Errors
/// [`Failure`] where nobody is in or it is not kept as the person's device.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    let Some(actor) = &visitor.actor else { return said(&portal, visitor).await };
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    device::not_me(&portal, actor, id).await.map_err(failed)?;
    Ok(Redirect::to(PAGE).into_response())
}

/// Says what came of it: on the person's own page, or on this one where the device that asks is out.
///
/// # Errors
/// [`Failure::NotIn`] where it is out for another reason.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    if visitor.actor.is_some() {
        return Ok(Redirect::to("/me?done=not-me").into_response());
    }
    said(&portal, visitor).await
}

async fn said(portal: &Portal, visitor: Visitor) -> Result<Response, Failure> {
    let secret = visitor.device_secret.as_deref().unwrap_or_default();
    let disowned = device::show_disowned(portal, secret).await?.ok_or(Failure::NotIn)?;
    let visitor = visitor.reading(disowned.language);
    Ok(shell::ok(&visitor, || page(&visitor, disowned)))
}

fn page(visitor: &Visitor, disowned: Disowned) -> Page {
    let words = &visitor.words;
    let title = words.say("not-me-title");
    let told = (!disowned.told.is_empty()).then(|| say!(words, "not-me-told", names = disowned.told.join(", ")));
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say("not-me-text")}" "{told}</p>
        <p>{say!(words, "not-me-link", email = disowned.email)}</p>
    };
    Letter { title, kind: words.say("signed-out-kind"), here: PAGE.to_owned(), body: body.into_any() }.page(visitor)
}
