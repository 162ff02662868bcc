//! Reporting how a project is going: the light, and why in words the customer uses.

mod rhythm;
mod round;

pub use rhythm::notice as reminder;

use axum::{
    Router,
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    links,
    parts::status,
    say,
    shared::project_editor::{FormPage, ProjectEditor, form_actions, keeps_draft},
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    plan::StatusReport,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    status_report::{self, StatusForm},
};
use leptos::prelude::*;
use serde::Deserialize;

/// The route of status reports.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::status_report::report::PATTERN, routing::get(get).post(post))
        .route(links::status_report::rhythm::PATTERN, routing::get(rhythm::get).post(rhythm::post))
        .route(links::status_report::put_off::PATTERN, routing::post(rhythm::put_off))
        .route(links::status_report::round::PATTERN, routing::get(round::get).post(round::post))
}

/// How the form is drawn.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AgainQuery {
    /// With what was said last.
    again: bool,
}

/// Asks how it is going.
///
/// # Errors
/// [`PageError`] where the reader may not say.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Query(query): Query<AgainQuery>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let newest = desk.view.reports.first();
    let light = newest.map(|report| report.light.to_string()).unwrap_or_default();
    let seen = newest.map(|report| report.id.to_string()).unwrap_or_default();
    let by = context.actor()?.person();
    let reason = newest.filter(|_| query.again).map(|report| report.reason.clone()).unwrap_or_default();
    Ok(draw(desk, &context, by, &StatusForm { id, seen, light, reason }, &[]))
}

/// Keeps what was said.
///
/// # Errors
/// [`PageError`] where the reader may not say.
async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<StatusForm>,
) -> Result<Response, PageError> {
    match status_report::report(&portal, context.actor()?, customer, project, &form).await {
        Ok(()) => Ok(Redirect::to(&links::project::show(customer, project)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw_conflict(desk, &context, form, &theirs))
        }
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw(desk, &context, context.actor()?.person(), &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: ProjectEditor, context: &RequestContext, by: PersonId, form: &StatusForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let view = FormView::new(words, form, problems).drawn(|words, light| Some(status::light(words, light.parse().ok()?)));
    let (place, id) = (format!("status {} {by}", desk.view.id), format!("after-{}", form.seen));
    let main = view! {
        <form class="sheet" method="post" action=links::status_report::report(desk.view.customer, desk.view.id)>
            <div class="form">
                {view.all()}
                {keeps_draft(words, &view, place, id, true)}
                {form_actions(words, desk.href(), say!(words, "status-keep"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "status-title"), StatusForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}

/// Somebody else has reported since the form was drawn.
fn draw_conflict(desk: ProjectEditor, context: &RequestContext, mine: StatusForm, newest: &StatusReport) -> Response {
    let words = &context.words;
    let view = FormView::new(words, &mine, &[]);
    let (action, leave) = (links::status_report::report(desk.view.customer, desk.view.id), desk.href());
    let theirs = mine.beside(newest);
    let main = conflict(&view, Conflict::new(mine, theirs, action, leave));
    let (title, fields) = (say!(words, "status-title"), StatusForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems: &[], stale: true, main })
}
