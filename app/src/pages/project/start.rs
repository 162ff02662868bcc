//! Starting a project: its name, what it is for, and whether the customer sees it at once.

use crate::{
    failure::Failure,
    pages::{
        desk::{Draft, keep, keeps_draft},
        frame::Frame,
        path::At,
        plan,
    },
    parts::{choices::tick, field::Field, labels, problem},
    visitor::Visitor,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{chance::new_ulid, id::CustomerId};
use coplan_usecases::{
    Portal,
    edit::AddError,
    form::FieldProblem,
    plan as plans,
    project::{self, StartForm},
};
use leptos::prelude::*;

/// Asks for a new project.
///
/// # Errors
/// [`Failure`] where the reader may not start one.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
) -> Result<Response, Failure> {
    let id = new_ulid(portal.clock.now(), &*portal.chance).into();
    let form = StartForm { id, name: String::new(), about: String::new(), shared: false };
    draw(&portal, &visitor, customer, form, &[]).await
}

/// Starts it.
///
/// # Errors
/// [`Failure`] where the reader may not start one.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
    Form(form): Form<StartForm>,
) -> Result<Response, Failure> {
    match project::start(&portal, visitor.actor()?, customer, form.clone()).await {
        Ok(id) => Ok(Redirect::to(&super::href(customer, id)).into_response()),
        Err(AddError::Invalid(problems)) => draw(&portal, &visitor, customer, form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    visitor: &Visitor,
    customer: CustomerId,
    form: StartForm,
    problems: &[FieldProblem],
) -> Result<Response, Failure> {
    let view = plans::show(portal, visitor.actor()?, customer).await?;
    if !view.internal.as_ref().ok_or(Failure::NotFound)?.may_edit {
        return Err(Failure::NotResponsible);
    }
    let frame = Frame::new(visitor, &view.frame, view.today);
    let words = &visitor.words;
    let name = Field {
        name: "name",
        label: words.say("project-name"),
        value: form.name,
        problem: problem::of(words, problems, "name"),
        ..Field::default()
    };
    let about = Field {
        name: "about",
        label: words.say("project-about"),
        hint: Some(words.say("project-about-hint")),
        value: form.about,
        problem: problem::of(words, problems, "about"),
        ..Field::default()
    };
    let place = format!("new project {customer} {}", visitor.actor()?.person());
    // What stands there has been taken from a draft that may still be kept.
    let there = view.projects.iter().map(|project| view! { <span id=format!("p-{}", project.id) hidden></span> });
    let main = view! {
        {there.collect_view()}
        <form class="sheet" method="post">
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                {name.input("text")}
                {about.textarea()}
                {keeps_draft(words, place, format!("p-{}", form.id), "name about", false)}
                <fieldset class="choices">
                    <legend>{words.say("project-who-sees-it")}</legend>
                    {tick("shared", words.say("project-show-at-once"), words.say("project-show-at-once-hint"), form.shared)}
                </fieldset>
                {keep(words, plan::href(customer), words.say("project-start"))}
            </div>
        </form>
    };
    let draft = Draft {
        title: words.say("project-start-title"),
        labels: &labels::PROJECT,
        problems,
        stale: false,
        main: main.into_any(),
    };
    Ok(draft.answer(visitor, frame, vec![(plan::href(customer), view.frame.name.clone())]))
}
