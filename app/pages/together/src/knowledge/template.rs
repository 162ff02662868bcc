//! What is asked of every customer that takes a service, for those who keep plans.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, Page, customer::staff_links},
    links, say,
    shared::project_editor::ConfirmForm,
};
use coplan_domain::{id::QuestionTemplateId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    knowledge::{self, TemplateForm},
};
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let form = TemplateForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, &form, &[]).await
}

/// Adds a question.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<TemplateForm>,
) -> Result<Response, PageError> {
    match knowledge::add_template(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&links::knowledge::templates()).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Removes a question.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((template,)): PathIds<(QuestionTemplateId,)>,
) -> Result<Redirect, PageError> {
    knowledge::remove_template(&portal, context.actor()?, template).await?;
    Ok(Redirect::to(&links::knowledge::templates()))
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    form: &TemplateForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let templates = knowledge::list_templates(portal, context.actor()?).await?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rows = templates.iter().map(|template| {
        let remove = ConfirmForm {
            summary: say!(words, "template-remove"),
            of: Some(template.words.clone()),
            means: say!(words, "template-remove-means"),
            action: links::knowledge::remove_template(template.id),
            sure: say!(words, "template-remove-sure"),
            ..ConfirmForm::default()
        };
        view! {
            <li class="row">
                <div class="row-main">
                    <strong>{template.words.clone()}</strong>
                    <span class="quiet">{template.service.clone()}" · "{template.why.clone()}" "{template.for_whom.clone()}</span>
                </div>
                {remove.draw()}
            </li>
        }
    });
    let rows = rows.collect_view();
    let none = templates.is_empty().then(|| view! { <p class="quiet">{say!(words, "template-none")}</p> });
    let main = view! {
        <div class="page-head">
            <h1>{say!(words, "template-title")}</h1>
            {problem::summary(words, TemplateForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-templates">
                <h2 class="unseen" id="h-templates">{say!(words, "template-title")}</h2>
                {none}
                <ul class="rows">{rows}</ul>
                <form class="form" method="post" action=links::knowledge::templates()>
                    {FormView::new(words, form, problems).all()}
                    <div class="actions end"><button class="button">{say!(words, "template-add")}</button></div>
                </form>
            </section>
        </div>
    };
    let main = main.into_any();
    Ok(layout::answer(context, status, || Page {
        links: staff_links(context),
        ..Page::plain(say!(words, "template-title"), "page narrow", main)
    }))
}
