//! Templates of whole plans: keeping the projects of a customer as one, and beginning a plan from one.

use super::template::items;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{ConfirmForm, FormPage, form_actions},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, PlanTemplateId},
    plan::PlanTemplate,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    project::{self, FromPlanTemplateForm, SavePlanTemplateForm},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Asks what the template is called.
///
/// # Errors
/// [`PageError`] where the reader keeps no plans.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let form = SavePlanTemplateForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, customer, &form, &[]).await
}

/// Keeps it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<SavePlanTemplateForm>,
) -> Result<Response, PageError> {
    match project::save_plan_template(&portal, context.actor()?, customer, &form).await {
        Ok(()) => Ok(Redirect::to(&links::project::templates()).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &SavePlanTemplateForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (words, actor) = (&context.words, context.actor()?);
    let draft = project::begin_plan_template(portal, actor, customer).await?;
    let none = [(String::new(), say!(words, "plan-template-no-service"))];
    let services: BTreeMap<_, _> = draft.questions.iter().map(|asked| (asked.service.clone(), asked.id)).collect();
    let services = none.into_iter().chain(services.into_iter().map(|(service, id)| (id.to_string(), service)));
    let fields = FormView::new(words, form, problems).entries(services.collect());
    let fields =
        if draft.questions.is_empty() { view! { {fields.hidden()}{fields.only(&["name"])} }.into_any() } else { fields.all() };
    let crumbs = vec![(links::customer::edit(customer), say!(words, "customer-edit-title"))];
    let frame = CustomerLayout::new(context, &draft.layout, portal.today(actor));
    if draft.projects.is_empty() {
        let main = view! { <section class="sheet" aria-label=say!(words, "plan-template-title")><p>{say!(words, "plan-template-nothing")}</p></section> };
        let page =
            FormPage { title: say!(words, "plan-template-title"), fields: &[], problems, stale: false, main: main.into_any() };
        return Ok(page.answer(context, frame, crumbs));
    }
    let rows = draft
        .projects
        .iter()
        .map(|(_, name)| view! { <li class="row"><div class="row-main"><strong>{name.clone()}</strong></div></li> });
    let main = view! {
        <form class="sheet" method="post" action=links::project::save_plan_template(customer)>
            <div class="form">
                <p>{say!(words, "plan-template-text")}</p>
                {fields}
                {form_actions(words, links::customer::edit(customer), say!(words, "project-template-save"))}
            </div>
        </form>
        <section class="sheet" aria-labelledby="h-projects">
            <h2 id="h-projects">{say!(words, "plan-template-projects")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    };
    let (title, fields) = (say!(words, "plan-template-title"), SavePlanTemplateForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, frame, crumbs))
}

type Start = (CustomerId, PlanTemplateId);

/// Asks for the first day of a plan that begins from a template.
///
/// # Errors
/// [`PageError`] where the reader keeps no plans or there is no such template.
pub async fn get_start(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Start>,
) -> Result<Response, PageError> {
    let form = FromPlanTemplateForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw_start(&portal, &context, of, &form, &[]).await
}

/// Begins it.
///
/// # Errors
/// [`PageError`] where the reader keeps no plans or there is no such template.
pub async fn post_start(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Start>,
    Submitted(form): Submitted<FromPlanTemplateForm>,
) -> Result<Response, PageError> {
    match project::start_plan_from_template(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::plan::show(of.0)).into_response()),
        Err(Error::Invalid(problems)) => draw_start(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_start(
    portal: &Portal,
    context: &RequestContext,
    (customer, template): Start,
    form: &FromPlanTemplateForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (words, actor) = (&context.words, context.actor()?);
    let (layout, _) = project::show_templates(portal, actor, customer).await?;
    let templates = project::list_plan_templates(portal, actor).await?;
    let template = templates.into_iter().find(|one| one.id == template).ok_or(PageError::NotFound)?;
    let asks =
        template.service.as_ref().map(|service| view! { <p>{say!(words, "plan-template-asks", service = service.clone())}</p> });
    let parts = template.projects.iter().map(|(part, after_days)| {
        let begins = say!(words, "plan-template-begins", days = i64::from(*after_days));
        view! { <h2>{part.name.clone()}</h2><p class="quiet">{begins}</p>{items(words, part)} }
    });
    let main = view! {
        <form class="sheet" method="post" action=links::project::start_plan_from(customer, template.id)>
            <div class="form">
                <p>{say!(words, "plan-template-from-text")}</p>
                {asks}
                {FormView::new(words, form, problems).all()}
                {form_actions(words, links::project::start(customer), say!(words, "plan-template-start"))}
            </div>
        </form>
        <section class="sheet" aria-label=template.name.clone()>{parts.collect_view()}</section>
    };
    let crumbs = vec![(links::project::start(customer), say!(words, "project-start-title"))];
    let title = say!(words, "plan-template-from-title", name = template.name.clone());
    let page = FormPage { title, fields: FromPlanTemplateForm::FIELDS, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &layout, portal.today(actor)), crumbs))
}

/// The templates that a whole plan may begin from; nothing where there is none.
pub(super) fn choices(words: &Words, customer: CustomerId, templates: &[PlanTemplate]) -> Option<AnyView> {
    if templates.is_empty() {
        return None;
    }
    let rows = templates.iter().map(|template| {
        let href = links::project::start_plan_from(customer, template.id);
        view! {
            <li class="row"><div class="row-main"><strong><a href=href>{template.name.clone()}</a></strong>
                <span class="quiet">{names(template)}</span></div></li>
        }
    });
    let list = view! {
        <section class="sheet" aria-labelledby="h-plan-templates">
            <h2 id="h-plan-templates">{say!(words, "plan-template-choose")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    };
    Some(list.into_any())
}

/// The projects of a template in one line.
fn names(template: &PlanTemplate) -> String {
    template.projects.iter().map(|(part, _)| part.name.clone()).collect::<Vec<_>>().join(" · ")
}

/// All templates of plans, each with the way to offer it no more.
pub(super) fn rows(words: &Words, templates: &[PlanTemplate]) -> AnyView {
    let rows = templates.iter().map(|template| {
        let remove = ConfirmForm {
            summary: say!(words, "project-template-remove"),
            of: Some(template.name.clone()),
            means: say!(words, "plan-template-remove-means", name = template.name.clone()),
            action: links::project::remove_plan_template(template.id),
            sure: say!(words, "project-template-remove-sure"),
            ..ConfirmForm::default()
        };
        view! {
            <li class="row">
                <div class="row-main"><strong>{template.name.clone()}</strong><span class="quiet">{names(template)}</span></div>
                {remove.draw()}
            </li>
        }
    });
    let none = templates.is_empty().then(|| view! { <p class="quiet">{say!(words, "plan-templates-none")}</p> });
    view! { {none}<ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

/// Offers one no more.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((template,)): PathIds<(PlanTemplateId,)>,
) -> Result<Redirect, PageError> {
    project::remove_plan_template(&portal, context.actor()?, template).await?;
    Ok(Redirect::to(&links::project::templates()))
}
