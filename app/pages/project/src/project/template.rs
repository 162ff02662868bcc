//! Templates of projects: keeping one, beginning a project from one, and the list of all.

use super::plan_template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{
        self, Page,
        customer::{CustomerLayout, staff_links},
    },
    links, say,
    shared::project_editor::{ConfirmForm, FormPage, ProjectEditor, form_actions},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ProjectId, ProjectTemplateId},
    plan::ProjectTemplate,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    project::{self, FromTemplateForm, SaveTemplateForm},
};
use leptos::prelude::*;

/// Asks what the template is called.
///
/// # Errors
/// [`PageError`] where the reader may not change the project.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let editor = ProjectEditor::load(&portal, &context, customer, id).await?;
    let new = ProjectTemplateId(new_ulid(portal.clock.now(), &*portal.rng));
    let form = SaveTemplateForm { name: editor.view.name.clone(), ..SaveTemplateForm::blank(new) };
    Ok(draw(editor, &context, &form, &[]))
}

/// Keeps it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<SaveTemplateForm>,
) -> Result<Response, PageError> {
    match project::save_template(&portal, context.actor()?, (customer, id), &form).await {
        Ok(()) => Ok(Redirect::to(&links::project::templates()).into_response()),
        Err(Error::Invalid(problems)) => {
            let editor = ProjectEditor::load(&portal, &context, customer, id).await?;
            Ok(draw(editor, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(editor: ProjectEditor, context: &RequestContext, form: &SaveTemplateForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet" method="post" action=links::project::save_template(editor.view.customer, editor.view.id)>
            <div class="form">
                <p>{say!(words, "project-template-text")}</p>
                {FormView::new(words, form, problems).all()}
                {form_actions(words, editor.href(), say!(words, "project-template-save"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "project-template-title"), SaveTemplateForm::FIELDS);
    editor.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}

/// Asks for the name and the first day of a project that begins from a template.
///
/// # Errors
/// [`PageError`] where the reader keeps no plans or there is no such template.
pub async fn get_start(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, template)): PathIds<(CustomerId, ProjectTemplateId)>,
) -> Result<Response, PageError> {
    let (layout, templates) = project::show_templates(&portal, context.actor()?, customer).await?;
    let template = templates.into_iter().find(|one| one.id == template).ok_or(PageError::NotFound)?;
    let new = ProjectId(new_ulid(portal.clock.now(), &*portal.rng));
    let form = FromTemplateForm { name: template.name.clone(), ..FromTemplateForm::blank(new) };
    let frame = CustomerLayout::new(&context, &layout, portal.today(context.actor()?));
    Ok(draw_start(&context, frame, customer, &template, &form, &[]))
}

/// Begins it.
///
/// # Errors
/// [`PageError`] where the reader keeps no plans or there is no such template.
pub async fn post_start(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, template)): PathIds<(CustomerId, ProjectTemplateId)>,
    Submitted(form): Submitted<FromTemplateForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    match project::start_from_template(&portal, actor, customer, template, &form).await {
        Ok(id) => Ok(Redirect::to(&links::project::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => {
            let (layout, templates) = project::show_templates(&portal, actor, customer).await?;
            let template = templates.into_iter().find(|one| one.id == template).ok_or(PageError::NotFound)?;
            let frame = CustomerLayout::new(&context, &layout, portal.today(actor));
            Ok(draw_start(&context, frame, customer, &template, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw_start(
    context: &RequestContext,
    frame: CustomerLayout,
    customer: CustomerId,
    template: &ProjectTemplate,
    form: &FromTemplateForm,
    problems: &[FieldProblem],
) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet" method="post" action=links::project::start_from(customer, template.id)>
            <div class="form">
                <p>{say!(words, "project-from-text")}</p>
                {FormView::new(words, form, problems).all()}
                {form_actions(words, links::project::start(customer), say!(words, "project-start"))}
            </div>
        </form>
        <section class="sheet" aria-labelledby="h-items">
            <h2 id="h-items">{template.name.clone()}</h2>
            {items(words, template)}
        </section>
    };
    let crumbs = vec![(links::project::start(customer), say!(words, "project-start-title"))];
    let (title, fields) = (say!(words, "project-from-title"), FromTemplateForm::FIELDS);
    FormPage { title, fields, problems, stale: false, main: main.into_any() }.answer(context, frame, crumbs)
}

/// What is in a template.
pub(super) fn items(words: &Words, template: &ProjectTemplate) -> AnyView {
    let rows = template.items.iter().map(|item| {
        let kind = if item.task.is_some() { say!(words, "project-template-task") } else { say!(words, "project-template-date") };
        let days = item.after_days.map(|days| say!(words, "project-template-days", days = i64::from(days)));
        let days = days.map(|days| format!(" · {days}"));
        view! { <li class="row"><div class="row-main"><strong>{item.name.clone()}</strong><span class="quiet">{kind}{days}</span></div></li> }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

/// The templates that a project may begin from; nothing where there is none.
pub(super) fn choices(words: &Words, customer: CustomerId, templates: &[ProjectTemplate]) -> Option<AnyView> {
    if templates.is_empty() {
        return None;
    }
    let rows = templates.iter().map(|template| {
        let href = links::project::start_from(customer, template.id);
        let size = i64::try_from(template.items.len()).unwrap_or_default();
        view! {
            <li class="row"><div class="row-main"><strong><a href=href>{template.name.clone()}</a></strong>
                <span class="quiet">{say!(words, "project-template-size", items = size)}</span></div></li>
        }
    });
    let all = links::project::templates();
    let list = view! {
        <section class="sheet" aria-labelledby="h-templates">
            <h2 id="h-templates">{say!(words, "project-from-title")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
            <p class="actions"><a class="button plain" href=all>{say!(words, "project-templates-title")}</a></p>
        </section>
    };
    Some(list.into_any())
}

/// Lists all templates.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
pub async fn list(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let words = &context.words;
    let (templates, plans) = project::list_all_templates(&portal, context.actor()?).await?;
    let rows = templates.iter().map(|template| {
        let remove = ConfirmForm {
            summary: say!(words, "project-template-remove"),
            of: Some(template.name.clone()),
            means: say!(words, "project-template-remove-means", name = template.name.clone()),
            action: links::project::remove_template(template.id),
            sure: say!(words, "project-template-remove-sure"),
            ..ConfirmForm::default()
        };
        view! {
            <li class="row">
                <div class="row-main">
                    <strong>{template.name.clone()}</strong>
                    <span class="quiet">{template.items.iter().map(|item| item.name.clone()).collect::<Vec<_>>().join(" · ")}</span>
                </div>
                {remove.draw()}
            </li>
        }
    });
    let rows = rows.collect_view();
    let title = say!(words, "project-templates-title");
    let none = templates.is_empty().then(|| view! { <p class="quiet">{say!(words, "project-templates-none")}</p> });
    let main = view! {
        <div class="page-head"><h1>{title.clone()}</h1><p class="lead">{say!(words, "project-templates-lead")}</p></div>
        <div class="page-main">
            <section class="sheet" aria-label=title.clone()>{none}<ul class="rows">{rows}</ul></section>
            <section class="sheet" aria-labelledby="h-plans">
                <h2 id="h-plans">{say!(words, "plan-templates-title")}</h2>
                {plan_template::rows(words, &plans)}
            </section>
        </div>
    };
    let main = main.into_any();
    Ok(layout::ok(&context, || Page { links: staff_links(&context), ..Page::plain(title, "page narrow", main) }))
}

/// Offers one no more.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((template,)): PathIds<(ProjectTemplateId,)>,
) -> Result<Redirect, PageError> {
    project::remove_template(&portal, context.actor()?, template).await?;
    Ok(Redirect::to(&links::project::templates()))
}
