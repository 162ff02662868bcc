//! `/sign-out`: ends this device, and says how to come back.

use crate::entry::EntryPage;
use axum::{
    extract::{Query, State},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{
        context::{CLEAR_STORAGE, RequestContext, device_cookie, set_cookie},
        errors::PageError,
    },
    layout::{self, Page},
    links::{self, sign_in::SignedOutQuery},
    say,
};
use coplan_domain::person::Side;
use coplan_usecases::{Portal, device};
use leptos::prelude::*;

/// Signs out. Whoever is out already is told the same.
///
/// # Errors
/// [`PageError`] where the database cannot be written.
pub async fn post(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let mut side = None;
    if let Some(actor) = &context.actor {
        device::sign_out(&portal, actor).await?;
        side = Some(if actor.preview().is_some() { Side::Supplier } else { actor.side() });
    }
    let cookie = set_cookie(context.tls, device_cookie(context.tls), "", 0);
    Ok((AppendHeaders([cookie, CLEAR_STORAGE]), Redirect::to(&links::sign_in::signed_out_from(side))).into_response())
}

/// Says that one is out, and how to come back.
pub async fn get(context: RequestContext, Query(query): Query<SignedOutQuery>) -> Response {
    layout::ok(&context, || page(&context, query.side()))
}

fn page(context: &RequestContext, side: Option<Side>) -> Page {
    let words = &context.words;
    let title = say!(words, "signed-out-title");
    let member = (side != Some(Side::Supplier)).then(|| {
        view! {
            <p>{say!(words, "signed-out-member")}</p>
            <p class="actions"><a class="button wide" href=links::entry::new_link()>{say!(words, "ask-for-link")}</a></p>
        }
    });
    let staff = (side != Some(Side::Customer)).then(|| {
        view! { <p class="actions"><a class="button main wide" href=links::sign_in::password()>{say!(words, "sign-in-staff")}</a></p> }
    });
    let body = view! { <h1>{title.clone()}</h1> {member} {staff} };
    let here = context.next.clone().unwrap_or_else(links::site::home);
    EntryPage { title, kind: say!(words, "signed-out-kind"), here, body: body.into_any() }.page(context)
}
