//! Starting a project: its name, what it is for, and whether the customer sees it at once.

use super::{plan_template, template};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions, keeps_draft},
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
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
    let form = StartForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, customer, &form, &[]).await
}

/// Starts it.
///
/// # Errors
/// [`PageError`] where the reader may not start one.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<StartForm>,
) -> Result<Response, PageError> {
    match project::start(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::project::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &StartForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let view = plans::show(portal, context.actor()?, customer).await?;
    if !view.internal.as_ref().ok_or(PageError::NotFound)?.may_edit {
        return Err(PageError::NotResponsible);
    }
    let actor = context.actor()?;
    let (templates, plans) = if project::may_use_templates(actor) {
        project::list_all_templates(portal, actor).await?
    } else {
        (Vec::new(), Vec::new())
    };
    let frame = CustomerLayout::new(context, &view.frame, view.today);
    let words = &context.words;
    let form_view = FormView::new(words, form, problems);
    let place = format!("new project {customer} {}", context.actor()?.person());
    // What stands there has been taken from a draft that may still be kept.
    let there = view.projects.iter().map(|project| view! { <span id=format!("p-{}", project.id) hidden></span> });
    let main = view! {
        {there.collect_view()}
        <form class="sheet" method="post">
            <div class="form">
                {form_view.hidden()}
                {form_view.but(&["shared"])}
                {keeps_draft(words, &form_view, place, format!("p-{}", form.id), false)}
                <fieldset class="choices">
                    <legend>{say!(words, "project-who-sees-it")}</legend>
                    {form_view.only(&["shared"])}
                </fieldset>
                {form_actions(words, links::plan::show(customer), say!(words, "project-start"))}
            </div>
        </form>
        {template::choices(words, customer, &templates)}
        {plan_template::choices(words, customer, &plans)}
    };
    let draft = FormPage {
        title: say!(words, "project-start-title"),
        fields: StartForm::FIELDS,
        problems,
        stale: false,
        main: main.into_any(),
    };
    Ok(draft.answer(context, frame, vec![(links::plan::show(customer), view.frame.name.clone())]))
}
