//! What the customer says to a request: what the supplier waits for, or that it is not done.

use super::{answer::notice, show::Ids};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::FormPage,
    words::Words,
};
use coplan_domain::{id::ServiceRequestStepId, person::Side, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    service_request::{self, ServiceRequestView, ServiceRequestWordsForm},
};
use leptos::prelude::*;

/// What is said.
#[derive(Clone, Copy)]
pub(super) enum Deed {
    /// What the supplier waits for.
    Reply,
    /// That it is not done.
    Reopen,
}

/// Asks for what the supplier waits for.
///
/// # Errors
/// [`PageError::NotFound`] for the supplier's people.
pub async fn get_reply(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, (of, Deed::Reply), None, (&[], false)).await
}

/// Gives it.
///
/// # Errors
/// The same.
pub async fn post_reply(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ServiceRequestWordsForm>,
) -> Result<Response, PageError> {
    let said = (of, Deed::Reply);
    match service_request::reply(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::service_request::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, said, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, said, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

/// Asks what is not done.
///
/// # Errors
/// The same.
pub async fn get_reopen(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, (of, Deed::Reopen), None, (&[], false)).await
}

/// Opens it again.
///
/// # Errors
/// The same.
pub async fn post_reopen(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ServiceRequestWordsForm>,
) -> Result<Response, PageError> {
    let said = (of, Deed::Reopen);
    match service_request::reopen(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::service_request::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, said, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, said, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

/// The form before anything is typed.
pub(super) fn blank(view: &ServiceRequestView, id: ServiceRequestStepId) -> ServiceRequestWordsForm {
    ServiceRequestWordsForm { id, version: view.request.version, words: String::new() }
}

/// The form.
pub(super) fn form(words: &Words, of: Ids, deed: Deed, form: &ServiceRequestWordsForm, problems: &[FieldProblem]) -> AnyView {
    let (action, send) = match deed {
        Deed::Reply => (links::service_request::reply(of.0, of.1), say!(words, "service-request-send")),
        Deed::Reopen => (links::service_request::reopen(of.0, of.1), say!(words, "service-request-reopen-do")),
    };
    let fields = FormView::new(words, form, problems).label("words", label(words, deed));
    view! {
        <form class="form" method="post" action=action>
            {fields.all()}
            <div class="actions end"><button class="button main">{send}</button></div>
        </form>
    }
    .into_any()
}

fn label(words: &Words, deed: Deed) -> String {
    match deed {
        Deed::Reply => say!(words, "service-request-words"),
        Deed::Reopen => say!(words, "service-request-missing"),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    (of, deed): (Ids, Deed),
    typed: Option<ServiceRequestWordsForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = service_request::show(portal, context.actor()?, of.0, of.1).await?;
    if view.side == Side::Supplier {
        return Err(PageError::NotFound);
    }
    let blank = blank(&view, new_ulid(portal.clock.now(), &*portal.rng).into());
    // What was typed goes on to the version that is shown now.
    let typed = typed.map(|form| if stale { ServiceRequestWordsForm { version: blank.version, ..form } } else { form });
    let notice = stale.then(|| notice(words, &view));
    let title = match deed {
        Deed::Reply => say!(words, "service-request-answer"),
        Deed::Reopen => say!(words, "service-request-reopen"),
    };
    let main = view! {
        <section class="sheet" aria-label=title.clone()>
            {notice}
            {form(words, of, deed, typed.as_ref().unwrap_or(&blank), problems)}
        </section>
    };
    let crumbs = vec![
        (links::service_request::list(of.0), say!(words, "nav-requests")),
        (links::service_request::show(of.0, of.1), view.request.what.clone()),
    ];
    let page = FormPage { title, fields: ServiceRequestWordsForm::FIELDS, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
