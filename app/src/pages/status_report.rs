//! Reporting how a project is going: the light, and why in words the customer uses.

use super::{
    desk::{Desk, Draft, keep, keeps_draft},
    path::At,
    project,
};
use crate::{
    failure::Failure,
    parts::{
        choices::{Choice, Choices},
        field::Field,
        labels, problem, status,
        versus::{Ask, Clash, Kind, versus},
    },
    visitor::Visitor,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    chance::new_ulid,
    id::{CustomerId, PersonId, ProjectId},
    plan::{Light, StatusReport},
};
use coplan_usecases::{
    Portal,
    edit::EditError,
    form::FieldProblem,
    status_report::{StatusForm, report_status},
};
use leptos::prelude::*;

/// Asks how it is going.
///
/// # Errors
/// [`Failure`] where the reader may not say.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project)): At<(CustomerId, ProjectId)>,
) -> Result<Response, Failure> {
    let desk = Desk::load(&portal, &visitor, customer, project).await?;
    let id = new_ulid(portal.clock.now(), &*portal.chance).into();
    let newest = desk.view.reports.first();
    let light = newest.map(|report| report.light.to_string()).unwrap_or_default();
    let seen = newest.map(|report| report.id.to_string()).unwrap_or_default();
    let by = visitor.actor()?.person();
    Ok(draw(desk, &visitor, by, StatusForm { id, seen, light, reason: String::new() }, &[]))
}

/// Keeps what was said.
///
/// # Errors
/// [`Failure`] where the reader may not say.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project)): At<(CustomerId, ProjectId)>,
    Form(form): Form<StatusForm>,
) -> Result<Response, Failure> {
    match report_status(&portal, visitor.actor()?, customer, project, &form).await {
        Ok(()) => Ok(Redirect::to(&project::href(customer, project)).into_response()),
        Err(EditError::Stale(theirs)) => {
            let desk = Desk::load(&portal, &visitor, customer, project).await?;
            Ok(draw_versus(desk, &visitor, form, &theirs))
        }
        Err(EditError::Invalid(problems)) => {
            let desk = Desk::load(&portal, &visitor, customer, project).await?;
            Ok(draw(desk, &visitor, visitor.actor()?.person(), form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

const LIGHTS: [Light; 4] = [Light::OnTrack, Light::AtRisk, Light::Late, Light::Done];

fn draw(desk: Desk, visitor: &Visitor, by: PersonId, form: StatusForm, problems: &[FieldProblem]) -> Response {
    let words = &visitor.words;
    let choices = LIGHTS.map(|light| Choice { value: light.as_str(), label: status::light(words, light), hint: None });
    let light = Choices {
        name: "light",
        legend: words.say("status-light"),
        chosen: form.light,
        problem: problem::of(words, problems, "light"),
    };
    let reason = Field {
        name: "reason",
        label: words.say("status-reason"),
        hint: Some(words.say("status-reason-hint")),
        value: form.reason,
        problem: problem::of(words, problems, "reason"),
        ..Field::default()
    };
    let (place, seen) = (format!("status {} {by}", desk.view.id), form.seen);
    let main = view! {
        <form class="sheet" method="post" action=format!("{}/status", desk.href())>
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                <input type="hidden" name="seen" value=seen.clone()/>
                {light.across(Vec::from(choices))}
                {reason.textarea()}
                {keeps_draft(words, place, format!("after-{seen}"), "reason", true)}
                {keep(words, desk.href(), words.say("status-keep"))}
            </div>
        </form>
    };
    desk.answer(
        visitor,
        Draft { title: words.say("status-title"), labels: &labels::STATUS, problems, stale: false, main: main.into_any() },
    )
}

/// Somebody else has reported since the form was drawn.
fn draw_versus(desk: Desk, visitor: &Visitor, mine: StatusForm, newest: &StatusReport) -> Response {
    let words = &visitor.words;
    let lights = LIGHTS.map(|light| (light.as_str(), status::light_word(words, light)));
    let asks = vec![
        Ask { name: "light", label: words.say("status-light"), kind: Kind::OneOf(Vec::from(lights)) },
        Ask { name: "reason", label: words.say("status-reason"), kind: Kind::Prose },
    ];
    let besides = vec![("id", mine.id.to_string()), ("seen", newest.id.to_string())];
    let (action, leave) = (format!("{}/status", desk.href()), desk.href());
    let main = versus(words, Clash { theirs: mine.beside(newest), mine, asks, besides, action, leave });
    let (title, labels) = (words.say("status-title"), &labels::STATUS);
    desk.answer(visitor, Draft { title, labels, problems: &[], stale: true, main })
}
