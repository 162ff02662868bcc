//! `/sign-out`: ends this device, and says how to come back.

use crate::{
    failure::Failure,
    pages::entry::Letter,
    shell::{self, Page},
    visitor::{Visitor, device_cookie, set_cookie},
};
use axum::{
    extract::{Query, State},
    http::{HeaderName, HeaderValue},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use coplan_domain::person::Side;
use coplan_usecases::{Portal, device};
use leptos::prelude::*;
use serde::Deserialize;

/// Whoever signed out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Who {
    side: String,
}

/// Has the browser forget the drafts that it kept: whoever comes to it next is to find nothing that was written here.
const FORGET: (HeaderName, HeaderValue) = (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));

/// Signs out. Whoever is out already is told the same.
///
/// # Errors
/// [`Failure`] where the database cannot be written.
pub async fn post(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let mut side = "";
    if let Some(actor) = &visitor.actor {
        device::sign_out(&portal, actor).await?;
        side = actor.side().as_str();
    }
    let cookie = set_cookie(visitor.tls, device_cookie(visitor.tls), "", 0);
    Ok((AppendHeaders([cookie, FORGET]), Redirect::to(&format!("/signed-out?side={side}"))).into_response())
}

/// Says that one is out, and how to come back.
pub async fn get(visitor: Visitor, Query(who): Query<Who>) -> Response {
    shell::ok(&visitor, || page(&visitor, who.side.parse().ok()))
}

fn page(visitor: &Visitor, side: Option<Side>) -> Page {
    let words = &visitor.words;
    let title = words.say("signed-out-title");
    let member = (side != Some(Side::Supplier)).then(|| {
        view! {
            <p>{words.say("signed-out-member")}</p>
            <p class="deeds"><a class="button wide" href="/new-link">{words.say("ask-for-link")}</a></p>
        }
    });
    let staff = (side != Some(Side::Customer)).then(|| {
        view! { <p class="deeds"><a class="button main wide" href="/sign-in">{words.say("sign-in-staff")}</a></p> }
    });
    let body = view! { <h1>{title.clone()}</h1> {member} {staff} };
    let here = visitor.next.clone().unwrap_or_else(|| "/".to_owned());
    Letter { title, kind: words.say("signed-out-kind"), here, body: body.into_any() }.page(visitor)
}
