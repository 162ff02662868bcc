//! Reporting how a project is going: the light, and why in words the customer uses.

use super::project_editor::{FormPage, ProjectEditor, form_actions, keeps_draft};
use crate::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    links,
    parts::{
        choices::{Choice, Choices},
        conflict::{Conflict, ConflictField, ConflictKind, conflict},
        field::Field,
        labels, problem, status,
    },
    say,
};
use axum::{
    Form, Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    plan::{Light, StatusReport},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    status_report::{StatusForm, report_status},
};
use leptos::prelude::*;

/// The route of status reports.
pub fn routes() -> Router<App> {
    Router::new().route(links::status_report::report::PATTERN, routing::get(get).post(post))
}

/// Asks how it is going.
///
/// # Errors
/// [`PageError`] where the reader may not say.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let newest = desk.view.reports.first();
    let light = newest.map(|report| report.light.to_string()).unwrap_or_default();
    let seen = newest.map(|report| report.id.to_string()).unwrap_or_default();
    let by = context.actor()?.person();
    Ok(draw(desk, &context, by, StatusForm { id, seen, light, reason: String::new() }, &[]))
}

/// Keeps what was said.
///
/// # Errors
/// [`PageError`] where the reader may not say.
async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Form(form): Form<StatusForm>,
) -> Result<Response, PageError> {
    match report_status(&portal, context.actor()?, customer, project, &form).await {
        Ok(()) => Ok(Redirect::to(&links::project::show(customer, project)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw_versus(desk, &context, form, &theirs))
        }
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw(desk, &context, context.actor()?.person(), form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

const LIGHTS: [Light; 4] = [Light::OnTrack, Light::AtRisk, Light::Late, Light::Done];

fn draw(desk: ProjectEditor, context: &RequestContext, by: PersonId, form: StatusForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let choices = LIGHTS.map(|light| Choice { value: light.as_str(), label: status::light(words, light), hint: None });
    let light = Choices {
        name: "light",
        legend: say!(words, "status-light"),
        chosen: form.light,
        problem: problem::of(words, problems, "light"),
    };
    let reason = Field {
        name: "reason",
        label: say!(words, "status-reason"),
        hint: Some(say!(words, "status-reason-hint")),
        value: form.reason,
        problem: problem::of(words, problems, "reason"),
        ..Field::default()
    };
    let (place, seen) = (format!("status {} {by}", desk.view.id), form.seen);
    let main = view! {
        <form class="sheet" method="post" action=links::status_report::report(desk.view.customer, desk.view.id)>
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                <input type="hidden" name="seen" value=seen.clone()/>
                {light.across(Vec::from(choices))}
                {reason.textarea()}
                {keeps_draft(words, place, format!("after-{seen}"), "reason", true)}
                {form_actions(words, desk.href(), say!(words, "status-keep"))}
            </div>
        </form>
    };
    desk.answer(
        context,
        FormPage { title: say!(words, "status-title"), labels: &labels::STATUS, problems, stale: false, main: main.into_any() },
    )
}

/// Somebody else has reported since the form was drawn.
fn draw_versus(desk: ProjectEditor, context: &RequestContext, mine: StatusForm, newest: &StatusReport) -> Response {
    let words = &context.words;
    let lights = LIGHTS.map(|light| (light.as_str(), status::light_word(words, light)));
    let asks = vec![
        ConflictField { name: "light", label: say!(words, "status-light"), kind: ConflictKind::OneOf(Vec::from(lights)) },
        ConflictField { name: "reason", label: say!(words, "status-reason"), kind: ConflictKind::Prose },
    ];
    let besides = vec![("id", mine.id.to_string()), ("seen", newest.id.to_string())];
    let (action, leave) = (links::status_report::report(desk.view.customer, desk.view.id), desk.href());
    let main = conflict(words, Conflict { theirs: mine.beside(newest), mine, asks, besides, action, leave });
    let (title, labels) = (say!(words, "status-title"), &labels::STATUS);
    desk.answer(context, FormPage { title, labels, problems: &[], stale: true, main })
}
