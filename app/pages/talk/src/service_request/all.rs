//! The open requests of all customers, and a request in a list of the supplier's people.

use super::{kind_name, promise, state_name};
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page, customer::staff_links},
    links,
    parts::due,
    say,
};
use coplan_domain::{person::Side, service_request::ServiceRequestState};
use coplan_usecases::{
    Portal,
    service_request::{self, WaitingRequest},
};
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;

/// Shows them.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let found = service_request::list_open(&portal, actor).await?;
    let (today, now) = (portal.today(actor), portal.clock.now());
    Ok(layout::ok(&context, || page(&context, &found, (today, now))))
}

fn page(context: &RequestContext, found: &[WaitingRequest], moment: (Date, Timestamp)) -> Page {
    let words = &context.words;
    let title = say!(words, "service-request-of-all");
    let body = if found.is_empty() {
        view! { <div class="empty"><p><strong>{say!(words, "service-request-none-open")}</strong></p></div> }.into_any()
    } else {
        let rows = found.iter().map(|request| row(context, request, moment)).collect_view();
        view! { <ul class="waiting">{rows}</ul> }.into_any()
    };
    let kinds = context.staff().is_ok_and(coplan_usecases::Staff::keeps_plans).then(|| {
        view! { <p class="actions"><a class="button" href=links::request_kind::list()>{say!(words, "request-kind-title")}</a></p> }
    });
    let main = view! {
        <div class="page-head"><h1>{title.clone()}</h1>{kinds}</div>
        <div class="page-main"><section class="sheet" aria-label=title.clone()>{body}</section></div>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}

/// A request: what is wanted, of whom, how far it is, and what was promised.
pub fn row(context: &RequestContext, it: &WaitingRequest, (today, now): (Date, Timestamp)) -> AnyView {
    let words = &context.words;
    let reader = context.actor.as_ref().map(coplan_usecases::Actor::person);
    let promised = promise(words, it.reply, now);
    let is_answered = it.reply.answered_at.is_some();
    let promised = match &promised {
        Some((said, true)) if !is_answered => view! { <br/><strong>{said.clone()}</strong> }.into_any(),
        Some((said, false)) => view! { <br/>{said.clone()} }.into_any(),
        _ => ().into_any(),
    };
    let state = (it.state != ServiceRequestState::Received).then(|| state_name(words, it.state, Side::Supplier));
    let wanted = it.wanted_on.filter(|_| it.state.is_open()).map(|day| due::due(words, day, today));
    let owner = it.owner.as_ref().filter(|(owner, _)| Some(*owner) != reader).map(|(_, name)| name.clone());
    let said = [Some(it.customer_name.clone()), Some(kind_name(words, &it.called)), state, wanted, owner];
    view! {
        <li>
            <a href=links::service_request::show(it.customer, it.id) lang=words.foreign(it.language)>{it.what.clone()}</a>
            <span class="age">{words.age(it.since, now)}</span>
            <span class="quiet">{said.into_iter().flatten().collect::<Vec<_>>().join(" · ")}{promised}</span>
        </li>
    }
    .into_any()
}
