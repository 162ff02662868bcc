//! A customer as every one of the supplier's people may read it: its people, how each comes in, and what colleagues
//! should know.

use super::people;
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal,
    customer::{CustomerAdminView, show_for_colleague},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Shows the page.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let view = show_for_colleague(&portal, context.actor()?, customer).await?.ok_or(PageError::NotFound)?;
    let frame = CustomerLayout::load(&portal, &context, customer).await?;
    let (words, now) = (&context.words, portal.clock.now());
    layout::answer_long(&context, StatusCode::OK, view.members.len() * people::ROW_BYTES, || {
        let main = main(words, &view, now, frame.contact_card(words));
        frame.page(say!(words, "customer-read-title"), "page", main)
    })
    .await
}

fn main(words: &Words, view: &CustomerAdminView, now: Timestamp, contact: AnyView) -> AnyView {
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::portfolio::list()>{say!(words, "nav-customers")}</a>
                <a href=links::plan::show(view.customer.id)>{view.customer.name.clone()}</a>
            </nav>
            <h1>{say!(words, "customer-read-title")}</h1>
            <p class="lead">{say!(words, "customer-read-lead")}</p>
        </div>
        <div class="page-main">
            {people::told(words, view, now)}
            {internal(words, view)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn internal(words: &Words, view: &CustomerAdminView) -> AnyView {
    let (segment, about) = (view.internal.segment.clone(), view.internal.about.clone());
    let segment =
        (!segment.is_empty()).then(|| view! { <p><span class="quiet">{say!(words, "customer-segment")}": "</span>{segment}</p> });
    let about = if about.is_empty() {
        view! { <p class="quiet">{say!(words, "customer-about-nothing")}</p> }.into_any()
    } else {
        view! { <p class="lines">{about}</p> }.into_any()
    };
    view! {
        <section class="note" aria-labelledby="h-internal">
            <h2 class="note-word" id="h-internal">{say!(words, "customer-internal", name = view.customer.name.clone())}</h2>
            {segment}
            <h3>{say!(words, "customer-about")}</h3>
            {about}
        </section>
    }
    .into_any()
}
