//! Changing a project: its words, who sees it, and whether it goes on.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::project_editor::{FormPage, ProjectEditor, confirm_form, form_actions, keeps_draft},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    plan::Project,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    merge::Edit,
    project::{self, ProjectForm, ProjectView},
};
use leptos::prelude::*;

/// Asks how the project should be.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, id).await?;
    let version = desk.view.internal.as_ref().map_or(0, |internal| internal.version);
    let (name, about) = (desk.view.name.clone(), desk.view.about.clone());
    let form = ProjectForm { version, was: String::new(), name, about }.seen();
    Ok(draw(desk, &context, context.actor()?.person(), &form, &[]))
}

/// Keeps the words.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<ProjectForm>,
) -> Result<Response, PageError> {
    let (stale, problems) = match project::change(&portal, context.actor()?, customer, id, &form).await {
        Ok(()) => return Ok(Redirect::to(&links::project::show(customer, id)).into_response()),
        Err(Error::Stale(theirs)) => (Some(theirs), Vec::new()),
        Err(Error::Invalid(problems)) => (None, problems),
        Err(error) => return Err(error.into()),
    };
    let desk = ProjectEditor::load(&portal, &context, customer, id).await?;
    Ok(match stale {
        Some(theirs) => draw_conflict(desk, &context, form, &theirs),
        None => draw(desk, &context, context.actor()?.person(), &form, &problems),
    })
}

fn draw(desk: ProjectEditor, context: &RequestContext, by: PersonId, form: &ProjectForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let form_view = FormView::new(words, form, problems);
    let place = format!("project {} {by}", desk.view.id);
    let version = format!("v{}", form.version);
    let main = view! {
        <form class="sheet" method="post" action=links::project::change(desk.view.customer, desk.view.id)>
            <div class="form">
                {form_view.all()}
                {keeps_draft(words, &form_view, place, version, true)}
                {form_actions(words, desk.href(), say!(words, "save"))}
            </div>
        </form>
        {who_sees_it(words, &desk)}
        {copy(words, &desk)}
        {whether_it_goes_on(words, &desk)}
    };
    let (title, fields) = (say!(words, "project-edit-title"), ProjectForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}

fn draw_conflict(desk: ProjectEditor, context: &RequestContext, mine: ProjectForm, theirs: &Project) -> Response {
    let words = &context.words;
    let view = FormView::new(words, &mine, &[]);
    let (action, leave) = (links::project::change(desk.view.customer, desk.view.id), desk.href());
    let main = conflict(&view, Conflict::new(mine, ProjectForm::of(theirs), action, leave));
    let (title, fields) = (say!(words, "project-edit-title"), ProjectForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems: &[], stale: true, main })
}

fn who_sees_it(words: &Words, desk: &ProjectEditor) -> AnyView {
    let view: &ProjectView = &desk.view;
    let body = match view.internal.as_ref().and_then(|internal| internal.shared_at) {
        Some(at) => {
            let day = words.day(words.day_of(at), view.today);
            let (since, customer) = (say!(words, "project-shown-since", day = day), view.customer_name.clone());
            let unshare = confirm_form(
                say!(words, "project-unshare"),
                say!(words, "project-unshare-means", customer = customer),
                links::project::unshare(view.customer, view.id),
                say!(words, "project-unshare-sure"),
            );
            view! { <p>{since}</p>{unshare} }.into_any()
        }
        None => view! {
            <form class="form" method="post" action=links::project::share(view.customer, view.id)>
                <p>{say!(words, "project-share-means", customer = view.customer_name.clone())}</p>
                <div class="actions"><button class="button">{say!(words, "project-share")}</button></div>
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="sheet" aria-labelledby="h-sees">
            <h2 id="h-sees">{say!(words, "project-who-sees-it")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn copy(words: &Words, desk: &ProjectEditor) -> AnyView {
    let (customer, id) = (desk.view.customer, desk.view.id);
    let href = links::project::copy(customer, id);
    let template =
        view! { <a class="button" href=links::project::save_template(customer, id)>{say!(words, "project-template-save")}</a> };
    let is_hidden = desk.view.internal.as_ref().is_some_and(|internal| internal.shared_at.is_none());
    let first_day = is_hidden.then(|| {
        view! { <a class="button" href=links::project::start_day(customer, id)>{say!(words, "project-first-day-title")}</a> }
    });
    view! {
        <section class="sheet" aria-labelledby="h-copy">
            <h2 id="h-copy">{say!(words, "project-copy-title")}</h2>
            <p>{say!(words, "project-copy-text")}</p>
            <p class="actions"><a class="button" href=href>{say!(words, "project-copy")}</a>{template}{first_day}</p>
        </section>
    }
    .into_any()
}

fn whether_it_goes_on(words: &Words, desk: &ProjectEditor) -> AnyView {
    let body = if desk.view.ended_at.is_some() {
        view! {
            <form class="form" method="post" action=links::project::resume(desk.view.customer, desk.view.id)>
                <p>{say!(words, "project-resume-means")}</p>
                <div class="actions"><button class="button">{say!(words, "project-resume")}</button></div>
            </form>
        }
        .into_any()
    } else {
        confirm_form(
            say!(words, "project-end"),
            say!(words, "project-end-means"),
            links::project::end(desk.view.customer, desk.view.id),
            say!(words, "project-end-sure"),
        )
    };
    view! {
        <section class="sheet" aria-labelledby="h-end">
            <h2 id="h-end">{say!(words, "project-goes-on")}</h2>
            {body}
        </section>
    }
    .into_any()
}
