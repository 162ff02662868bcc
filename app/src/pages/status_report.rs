//! Reporting how a project is going: the light, and why in words the customer uses.

use super::{
    desk::{Desk, Draft, keep},
    path::At,
    project,
};
use crate::{
    failure::Failure,
    parts::{
        choices::{Choice, Choices},
        field::Field,
        problem, status,
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
    id::{CustomerId, ProjectId},
    plan::Light,
};
use coplan_usecases::{
    Portal,
    edit::AddError,
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
    let light = desk.view.reports.first().map(|report| report.light.to_string()).unwrap_or_default();
    Ok(draw(desk, &visitor, StatusForm { id, light, reason: String::new() }, &[]))
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
        Err(AddError::Invalid(problems)) => {
            let desk = Desk::load(&portal, &visitor, customer, project).await?;
            Ok(draw(desk, &visitor, form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: Desk, visitor: &Visitor, form: StatusForm, problems: &[FieldProblem]) -> Response {
    let words = &visitor.words;
    let lights = [Light::OnTrack, Light::AtRisk, Light::Late, Light::Done];
    let choices = lights.map(|light| Choice { value: light.as_str(), label: status::light(words, light), hint: None });
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
    let main = view! {
        <form class="sheet" method="post" action=format!("{}/status", desk.href())>
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                {light.across(Vec::from(choices))}
                {reason.textarea()}
                {keep(words, desk.href(), words.say("status-keep"))}
            </div>
        </form>
    };
    desk.answer(visitor, Draft { title: words.say("status-title"), problems, stale: false, main: main.into_any() })
}
