//! What the supplier says to a request: how far it is, in a word, and who works on it.

use super::show::Ids;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::{
        project_editor::{FormPage, form_actions},
        staff_options,
    },
    words::Words,
};
use coplan_domain::{
    id::ServiceRequestStepId, person::StaffPerson, service_request::ServiceRequestState, system::new_ulid, thread::Ball,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    service_request::{self, AnswerServiceRequestForm, ServiceRequestView},
};
use leptos::prelude::*;

/// Asks how far it is.
///
/// # Errors
/// [`PageError`] where the reader may not say.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, (&[], false)).await
}

/// Says it.
///
/// # Errors
/// The same.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AnswerServiceRequestForm>,
) -> Result<Response, PageError> {
    match service_request::answer(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::service_request::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, of, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

/// Whether the supplier has something to say still.
pub(super) fn is_open(view: &ServiceRequestView) -> bool {
    view.request.state.ball() != Ball::Nobody
}

/// The form before anything is typed: who works on it stays.
pub(super) fn blank(view: &ServiceRequestView, id: ServiceRequestStepId) -> AnswerServiceRequestForm {
    let state = match view.request.state {
        ServiceRequestState::Received => ServiceRequestState::InProgress,
        state => state,
    };
    AnswerServiceRequestForm {
        id,
        version: view.request.version,
        state: state.to_string(),
        words: String::new(),
        owner: view.request.given_to.map(|owner| owner.to_string()).unwrap_or_default(),
    }
}

/// The form.
pub(super) fn form(
    words: &Words,
    of: Ids,
    view: &ServiceRequestView,
    colleagues: &[StaffPerson],
    form: &AnswerServiceRequestForm,
    problems: &[FieldProblem],
) -> AnyView {
    let responsible = say!(words, "request-kind-responsible");
    let owners = [(String::new(), responsible)].into_iter().chain(colleagues.iter().map(staff_options::option)).collect();
    let fields = FormView::new(words, form, problems).entries(owners).today(view.today);
    view! {
        <form class="form" method="post" action=links::service_request::answer(of.0, of.1)>
            {fields.all()}
            {form_actions(words, links::service_request::list(of.0), say!(words, "service-request-send"))}
        </form>
    }
    .into_any()
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<AnswerServiceRequestForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = service_request::show(portal, context.actor()?, of.0, of.1).await?;
    if context.staff().is_err() {
        return Err(PageError::NotFound);
    }
    let colleagues = view.colleagues.as_ref().ok_or(PageError::NotResponsible)?;
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let blank = blank(&view, id);
    // What was typed goes on to the version that is shown now.
    let typed = typed.map(|form| if stale { AnswerServiceRequestForm { version: blank.version, ..form } } else { form });
    let notice = (stale || !is_open(&view)).then(|| notice(words, &view));
    // What was typed meanwhile is given back, to be taken from here.
    let form = (is_open(&view) || typed.is_some())
        .then(|| form(words, of, &view, colleagues, typed.as_ref().unwrap_or(&blank), problems));
    let main = view! {
        <section class="sheet" aria-label=say!(words, "service-request-answer")>
            {notice}
            {form}
        </section>
    };
    let crumbs = vec![
        (links::service_request::list(of.0), say!(words, "nav-requests")),
        (links::service_request::show(of.0, of.1), view.request.what.clone()),
    ];
    let (title, fields) = (say!(words, "service-request-answer"), AnswerServiceRequestForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}

/// That it has moved, and how far it is now.
pub(super) fn notice(words: &Words, view: &ServiceRequestView) -> AnyView {
    let last = view.request.steps.last().map(|step| {
        let state = super::state_name(words, step.state, view.side);
        view! { <p>{state}" · "{step.by.clone()}", "{words.moment(step.at, view.now)}</p><p class="lines" lang=words.foreign(step.language)>{step.words.clone()}</p> }
    });
    view! { <div class="notice warn" role="alert"><p>{say!(words, "service-request-stale")}</p>{last}</div> }.into_any()
}
