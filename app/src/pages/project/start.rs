//! Starting a project: its name, what it is for, and whether the customer sees it at once.

use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links,
    pages::project_editor::{FormPage, form_actions, keeps_draft},
    parts::{choices::tick, field::Field, labels, problem},
    say,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    plan as plans,
    project::{self, StartForm},
};
use leptos::prelude::*;

/// Asks for a new project.
///
/// # Errors
/// [`PageError`] where the reader may not start one.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let form = StartForm { id, name: String::new(), about: String::new(), shared: false };
    draw(&portal, &context, customer, form, &[]).await
}

/// Starts it.
///
/// # Errors
/// [`PageError`] where the reader may not start one.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(form): Form<StartForm>,
) -> Result<Response, PageError> {
    match project::start(&portal, context.actor()?, customer, form.clone()).await {
        Ok(id) => Ok(Redirect::to(&links::project::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: StartForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let view = plans::show(portal, context.actor()?, customer).await?;
    if !view.internal.as_ref().ok_or(PageError::NotFound)?.may_edit {
        return Err(PageError::NotResponsible);
    }
    let frame = CustomerLayout::new(context, &view.frame, view.today);
    let words = &context.words;
    let name = Field {
        name: "name",
        label: say!(words, "project-name"),
        value: form.name,
        problem: problem::of(words, problems, "name"),
        ..Field::default()
    };
    let about = Field {
        name: "about",
        label: say!(words, "project-about"),
        hint: Some(say!(words, "project-about-hint")),
        value: form.about,
        problem: problem::of(words, problems, "about"),
        ..Field::default()
    };
    let place = format!("new project {customer} {}", context.actor()?.person());
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
                    <legend>{say!(words, "project-who-sees-it")}</legend>
                    {tick("shared", say!(words, "project-show-at-once"), say!(words, "project-show-at-once-hint"), form.shared)}
                </fieldset>
                {form_actions(words, links::plan::show(customer), say!(words, "project-start"))}
            </div>
        </form>
    };
    let draft = FormPage {
        title: say!(words, "project-start-title"),
        labels: &labels::PROJECT,
        problems,
        stale: false,
        main: main.into_any(),
    };
    Ok(draft.answer(context, frame, vec![(links::plan::show(customer), view.frame.name.clone())]))
}
