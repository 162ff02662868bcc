//! Sending a request: its kind, what, why and by when.

use super::kind_name;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions, sends_later},
    words::Words,
};
use coplan_domain::{id::CustomerId, service_request::RequestKind, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    service_request::{self, ServiceRequestForm},
};
use leptos::prelude::*;

/// Asks what is wanted.
///
/// # Errors
/// [`PageError::NotFound`] for the supplier's people.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let form = ServiceRequestForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, customer, &form, &[]).await
}

/// Sends it.
///
/// # Errors
/// The same.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<ServiceRequestForm>,
) -> Result<Response, PageError> {
    match service_request::send(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::service_request::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// A kind in a list: what is promised goes with its name.
fn entry(words: &Words, kind: &RequestKind) -> (String, String) {
    let name = kind_name(words, &kind.called);
    let promised = kind.reply_hours.map(|hours| say!(words, "request-kind-promise", hours = hours));
    (kind.id.to_string(), [Some(name), promised].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &ServiceRequestForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let found = service_request::begin(portal, context.actor()?, customer).await?;
    let kinds = [(String::new(), say!(words, "service-request-choose"))];
    let kinds = kinds.into_iter().chain(found.kinds.iter().map(|kind| entry(words, kind))).collect();
    let fields = FormView::new(words, form, problems).entries(kinds).today(found.today);
    let place = format!("request {}", context.actor()?.person());
    let draft = sends_later(words, &fields, place, format!("r-{}", form.id), links::service_request::show(customer, form.id));
    let main = view! {
        <form class="sheet form" method="post" action=links::service_request::send(customer)>
            <p class="quiet">{say!(words, "service-request-means")}</p>
            {fields.all()}
            {draft}
            {form_actions(words, links::service_request::list(customer), say!(words, "service-request-send"))}
        </form>
    };
    let crumbs = vec![
        (links::plan::show(customer), say!(words, "nav-plan")),
        (links::service_request::list(customer), say!(words, "nav-requests")),
    ];
    let (title, fields) = (say!(words, "service-request-new"), ServiceRequestForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &found.layout, found.today), crumbs))
}
