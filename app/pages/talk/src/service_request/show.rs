//! One request: what is wanted, what was promised, each state with who and when, and what the reader can do now.

use super::{answer, kind_name, promise, reply, state, withdraw};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::due,
    say,
    shared::discussions::{AboutList, Parties, about_list},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ServiceRequestId, ServiceRequestStepId},
    person::Side,
    service_request::ServiceRequestStep,
    system::new_ulid,
    thread::{About, AboutKind},
};
use coplan_usecases::{
    Error, Portal,
    service_request::{self, ServiceRequestView},
};
use leptos::prelude::*;
use serde::Deserialize;

pub(super) type Ids = (CustomerId, ServiceRequestId);

/// Of which version it is said that it is done.
#[derive(Debug, Deserialize)]
pub struct ConfirmedForm {
    version: i64,
}

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, StatusCode::OK).await
}

/// Says that it is done.
///
/// # Errors
/// [`PageError::NotFound`] for the supplier's people, [`PageError::NotResponsible`] for who did not ask.
pub async fn confirm(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Form(form): Form<ConfirmedForm>,
) -> Result<Response, PageError> {
    match service_request::confirm(&portal, context.actor()?, of.0, of.1, form.version).await {
        Ok(()) => Ok(Redirect::to(&links::service_request::show(of.0, of.1)).into_response()),
        Err(Error::Stale(_)) => draw(&portal, &context, of, StatusCode::CONFLICT).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(portal: &Portal, context: &RequestContext, of: Ids, status: StatusCode) -> Result<Response, PageError> {
    let view = service_request::show(portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    Ok(layout::answer(context, status, || {
        let main = page(context, of, &view, (id, status == StatusCode::CONFLICT), frame.contact_card(&context.words));
        frame.page(view.request.what.clone(), "page", main)
    }))
}

fn page(
    context: &RequestContext,
    of: Ids,
    view: &ServiceRequestView,
    (id, is_stale): (ServiceRequestStepId, bool),
    contact: AnyView,
) -> AnyView {
    let (words, it) = (&context.words, &view.request);
    let stale =
        is_stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "service-request-stale")}</p></div> });
    let promised = promise(words, it.reply, view.now).map(|(said, late)| {
        if late { view! { <div class="notice warn"><p>{said}</p></div> }.into_any() } else { view! { <p>{said}</p> }.into_any() }
    });
    let steps = it.steps.iter().map(|one| step(words, view, one)).collect_view();
    let threads = view.threads.as_ref().map(|threads| {
        let about = About { kind: AboutKind::ServiceRequest, id: of.1.0 };
        let may_open = view.side == Side::Customer || view.colleagues.is_some();
        let list = AboutList { customer: of.0, about, threads, has_more: false, may_open };
        about_list(words, &Parties::new(context, &view.layout.name), &list, "sheet", view.now)
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(of.0)>{say!(words, "nav-plan")}</a>
                <a href=links::service_request::list(of.0)>{say!(words, "nav-requests")}</a>
            </nav>
            <h1 lang=words.foreign(it.language)>{it.what.clone()}</h1>
            {stale}
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-request">
                <h2 class="unseen" id="h-request">{say!(words, "service-request-state")}</h2>
                <p class="meeting-when">{state(words, it.state, view.side)}</p>
                {promised}
                {facts(words, view)}
                {next(context, of, view, id)}
                {view.may_withdraw.then(|| withdraw::way(words, of))}
            </section>
            <section class="sheet" aria-labelledby="h-steps">
                <h2 id="h-steps">{say!(words, "service-request-steps")}</h2>
                <ul class="rows">{steps}</ul>
            </section>
            {threads}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// What is wanted, by whom, why, by when, and who works on it.
fn facts(words: &Words, view: &ServiceRequestView) -> AnyView {
    let it = &view.request;
    let row = |name: String, value: AnyView| view! { <dt>{name}</dt><dd>{value}</dd> };
    let why = (!it.why.is_empty()).then(|| {
        let why = view! { <span class="lines" lang=words.foreign(it.language)>{it.why.clone()}</span> };
        row(say!(words, "service-request-why"), why.into_any())
    });
    let wanted = it.wanted_on.map(|day| {
        let said = if it.is_overdue(view.today) { due::due(words, day, view.today) } else { words.day(day, view.today) };
        row(say!(words, "service-request-wanted-on"), said.into_any())
    });
    let owner = it.owner.as_ref().map(|(_, name)| row(say!(words, "service-request-owner"), name.clone().into_any()));
    let by = format!("{}, {}", it.asker, words.moment(it.asked_at, view.now));
    view! {
        <dl class="facts">
            {row(say!(words, "service-request-kind"), kind_name(words, &it.called).into_any())}
            {why}
            {wanted}
            {row(say!(words, "service-request-asker"), by.into_any())}
            {owner}
        </dl>
    }
    .into_any()
}

/// What the reader can do now.
fn next(context: &RequestContext, of: Ids, view: &ServiceRequestView, id: ServiceRequestStepId) -> Option<AnyView> {
    let (words, it) = (&context.words, &view.request);
    if let Some(colleagues) = view.colleagues.as_ref().filter(|_| answer::is_open(view)) {
        return Some(answer::form(words, of, view, colleagues, &answer::blank(view, id), &[]));
    }
    if view.may_reply() {
        return Some(reply::form(words, of, reply::Deed::Reply, &reply::blank(view, id), &[]));
    }
    let confirm = view.may_confirm.then(|| {
        view! {
            <p><strong>{say!(words, "service-request-is-done")}</strong></p>
            <form class="actions" method="post" action=links::service_request::confirm(of.0, of.1)>
                <input type="hidden" name="version" value=it.version.to_string()/>
                <button class="button main">{say!(words, "service-request-confirm")}</button>
            </form>
        }
    });
    let reopen = view.may_reopen().then(|| {
        let form = reply::form(words, of, reply::Deed::Reopen, &reply::blank(view, id), &[]);
        view! { <details class="more"><summary>{say!(words, "service-request-reopen")}</summary>{form}</details> }
    });
    (view.may_confirm || view.may_reopen()).then(|| view! { {confirm}{reopen} }.into_any())
}

/// A state with who said so, when, and in which words.
fn step(words: &Words, view: &ServiceRequestView, step: &ServiceRequestStep) -> AnyView {
    let said =
        (!step.words.is_empty()).then(|| view! { <p class="lines" lang=words.foreign(step.language)>{step.words.clone()}</p> });
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{super::state_name(words, step.state, view.side)}</strong>
                {said}
                <span class="quiet">{step.by.clone()}", "{words.moment(step.at, view.now)}</span>
            </div>
        </li>
    }
    .into_any()
}
