//! The requests of a customer: what waits for the reader first, then what goes on, then what is over.

use super::{kind_name, promise, state};
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::due,
    say,
};
use coplan_domain::{id::CustomerId, person::Side, service_request::ServiceRequest, thread::Ball};
use coplan_usecases::{
    Portal,
    service_request::{self, ServiceRequestList},
};
use leptos::prelude::*;

/// Shows them.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let list = service_request::list(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &list.layout, list.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, customer, &list, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-requests"), "page", main)
    }))
}

fn page(context: &RequestContext, customer: CustomerId, list: &ServiceRequestList, contact: AnyView) -> AnyView {
    let words = &context.words;
    let action = match list.side {
        Side::Customer => (links::service_request::send(customer), "button main", say!(words, "service-request-new")),
        Side::Supplier => (links::service_request::all(), "button", say!(words, "service-request-of-all")),
    };
    let nothing = list.requests.is_empty().then(|| {
        let (strong, text) = (say!(words, "service-request-none"), say!(words, "service-request-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let ball = |request: &&ServiceRequest| request.state.ball();
    let own = Ball::with(list.side);
    let (over, open): (Vec<_>, Vec<_>) = list.requests.iter().partition(|request| ball(request) == Ball::Nobody);
    let (own, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|request| ball(request) == own);
    let others_title = match list.side {
        Side::Customer => say!(words, "service-request-with-us", supplier = context.supplier.clone()),
        Side::Supplier => say!(words, "service-request-waits-customer"),
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-requests")}</h1>
            <p class="lead">{say!(words, "service-request-lead")}</p>
            <p class="actions"><a class=action.1 href=action.0>{action.2}</a></p>
        </div>
        <div class="page-main">
            {nothing}
            {sheet(context, customer, list, "h-own", say!(words, "service-request-waits-you"), &own)}
            {sheet(context, customer, list, "h-others", others_title, &others)}
            {sheet(context, customer, list, "h-over", say!(words, "service-request-over"), &over)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn sheet(
    context: &RequestContext,
    customer: CustomerId,
    list: &ServiceRequestList,
    id: &'static str,
    title: String,
    found: &[&ServiceRequest],
) -> Option<AnyView> {
    (!found.is_empty()).then(|| {
        let rows = found.iter().map(|request| row(context, customer, list, request)).collect_view();
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="waiting">{rows}</ul></section> }
            .into_any()
    })
}

fn row(context: &RequestContext, customer: CustomerId, list: &ServiceRequestList, it: &ServiceRequest) -> AnyView {
    let words = &context.words;
    let by = format!("{}, {}", it.asker, words.moment(it.asked_at, list.now));
    let wanted = it.wanted_on.filter(|_| it.state.is_open()).map(|day| due::due(words, day, list.today));
    let said = [Some(kind_name(words, &it.called)), Some(by), wanted];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let promised = promise(words, it.reply, list.now).map(|(said, late)| {
        let said = if late { view! { <strong>{said}</strong> }.into_any() } else { said.into_any() };
        view! { <br/>{said} }
    });
    view! {
        <li>
            <a href=links::service_request::show(customer, it.id) lang=words.foreign(it.language)>{it.what.clone()}</a>
            {state(words, it.state, list.side)}
            <span class="quiet">{said}{promised}</span>
        </li>
    }
    .into_any()
}
