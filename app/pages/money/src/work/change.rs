//! Correcting an entry of work, and removing it.

use super::rows;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, confirm_form, form_actions},
};
use coplan_domain::id::{CustomerId, WorkEntryId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    work::{self, ChangeWorkForm, EntryView},
};
use leptos::prelude::*;

type Ids = (CustomerId, WorkEntryId);

/// Asks how the entry should be.
///
/// # Errors
/// [`PageError`] where the reader may not correct it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = work::editing(&portal, context.actor()?, of.0, of.1).await?;
    let form = ChangeWorkForm::of(&view.row);
    Ok(draw(&context, of, &view, &form, &[]))
}

/// Keeps what was typed.
///
/// # Errors
/// [`PageError`] where the reader may not correct it.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ChangeWorkForm>,
) -> Result<Response, PageError> {
    match work::change(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&Flash::Changed.on(&links::work::own())).into_response()),
        Err(Error::Stale(theirs)) => {
            let view = work::editing(&portal, context.actor()?, of.0, of.1).await?;
            let fields = form_view(&context, &view, &form, &[]);
            let action = links::work::change(of.0, of.1);
            let main = conflict(&fields, Conflict::new(form, ChangeWorkForm::of(&theirs), action, links::work::own()));
            Ok(answer(&context, of, &view, &[], true, main))
        }
        Err(Error::Invalid(problems)) => {
            let view = work::editing(&portal, context.actor()?, of.0, of.1).await?;
            Ok(draw(&context, of, &view, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// Removes it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    work::remove(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&Flash::Removed.on(&links::work::own())))
}

fn form_view<'a>(
    context: &'a RequestContext,
    view: &EntryView,
    form: &ChangeWorkForm,
    problems: &'a [FieldProblem],
) -> FormView<'a> {
    FormView::new(&context.words, form, problems).entries(rows::matters(&view.matters)).today(view.today)
}

fn draw(context: &RequestContext, of: Ids, view: &EntryView, form: &ChangeWorkForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let fields = form_view(context, view, form, problems);
    let remove = confirm_form(
        say!(words, "work-remove"),
        say!(words, "work-remove-means"),
        links::work::remove(of.0, of.1),
        say!(words, "work-remove-sure"),
    );
    let main = view! {
        <form class="sheet" method="post" action=links::work::change(of.0, of.1)>
            <div class="form">{fields.all()}{form_actions(words, links::work::own(), say!(words, "save"))}</div>
        </form>
        <section class="sheet">{remove}</section>
    };
    answer(context, of, view, problems, false, main.into_any())
}

fn answer(
    context: &RequestContext,
    of: Ids,
    view: &EntryView,
    problems: &[FieldProblem],
    stale: bool,
    main: AnyView,
) -> Response {
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let crumbs =
        vec![(links::plan::show(of.0), view.layout.name.clone()), (links::work::list(of.0), say!(context.words, "nav-work"))];
    let title = say!(context.words, "work-correct-title");
    FormPage { title, fields: ChangeWorkForm::FIELDS, problems, stale, main }.answer(context, frame, crumbs)
}
