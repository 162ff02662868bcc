//! Proposing what the customer tests, and the next version.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, ProjectEditor, form_actions},
};
use coplan_domain::{
    id::{AcceptanceId, CustomerId, ProjectId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    acceptance::{self, NextVersionForm, ProposeAcceptanceForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

type InProject = (CustomerId, ProjectId);
type Ids = (CustomerId, AcceptanceId);

/// Asks what is tested.
///
/// # Errors
/// [`PageError`] where the reader may not propose it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<InProject>,
) -> Result<Response, PageError> {
    let form = ProposeAcceptanceForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, of, &form, &[]).await
}

/// Proposes it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<InProject>,
    Submitted(form): Submitted<ProposeAcceptanceForm>,
) -> Result<Response, PageError> {
    match acceptance::propose(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(id) => Ok(Redirect::to(&links::acceptance::show(of.0, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: InProject,
    form: &ProposeAcceptanceForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let desk = ProjectEditor::load(portal, context, of.0, of.1).await?;
    let none = (String::new(), say!(words, "acceptance-whole-project"));
    let milestones = desk.view.milestones.iter().map(|it| (it.id.to_string(), it.name.clone()));
    let fields = FormView::new(words, form, problems).entries(std::iter::once(none).chain(milestones).collect());
    let main = view! {
        <form class="sheet form" method="post" action=links::acceptance::propose(of.0, of.1)>
            {fields.all()}
            {form_actions(words, desk.href(), say!(words, "acceptance-propose"))}
        </form>
    };
    let (title, fields) = (say!(words, "acceptance-propose"), ProposeAcceptanceForm::FIELDS);
    Ok(desk.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() }))
}

/// Asks what is tested in the next version, with what was in the last.
///
/// # Errors
/// [`PageError`] where the reader may not propose it.
pub async fn get_next(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw_next(&portal, &context, of, None, (&[], false)).await
}

/// Proposes it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_next(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<NextVersionForm>,
) -> Result<Response, PageError> {
    match acceptance::propose_next(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::acceptance::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_next(&portal, &context, of, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw_next(&portal, &context, of, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_next(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<NextVersionForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = acceptance::show(portal, context.actor()?, of.0, of.1).await?;
    if !view.may_propose {
        return Err(PageError::NotResponsible);
    }
    let now = view.acceptance.now().ok_or(PageError::NotFound)?;
    // What was typed is given back; what it follows is what holds now, so that the next press means it.
    let typed = typed.map(|form| NextVersionForm { version: now.version, ..form });
    let form =
        typed.unwrap_or_else(|| NextVersionForm { version: now.version, lines: now.lines.join("\n"), note: String::new() });
    let notice = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "acceptance-stale")}</p></div> });
    let fields = FormView::new(words, &form, problems);
    let main = view! {
        <form class="sheet form" method="post" action=links::acceptance::next(of.0, of.1)>
            {notice}
            {fields.all()}
            {form_actions(words, links::acceptance::show(of.0, of.1), say!(words, "acceptance-next"))}
        </form>
    };
    let project = view.acceptance.project;
    let crumbs = vec![
        (links::project::show(of.0, project), view.acceptance.project_name.clone()),
        (links::acceptance::show(of.0, of.1), view.acceptance.title.clone()),
    ];
    let (title, fields) = (say!(words, "acceptance-next"), NextVersionForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
