//! Writing down what is needed, changing it, removing it and bringing it back.

use super::YearQuery;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, confirm_form, form_actions},
};
use coplan_domain::{
    id::{CustomerId, NeedId},
    need::{Need, NeedMonth},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    need::{self, ChangeNeedForm, NeedForm, YearPlanView},
};
use leptos::prelude::*;

type Ids = (CustomerId, NeedId);

/// The plan of a year for whoever may write in it.
async fn desk(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    year: Option<i16>,
) -> Result<YearPlanView, PageError> {
    let view = need::list(portal, context.actor()?, customer, year).await?;
    if view.may_write { Ok(view) } else { Err(PageError::NotResponsible) }
}

fn answer(context: &RequestContext, customer: CustomerId, view: &YearPlanView, page: FormPage<'_>) -> Response {
    let year = say!(context.words, "need-of-year", year = view.year.to_string());
    let crumbs = vec![(links::need::of_year(customer, view.year), year)];
    page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs)
}

/// Asks what is needed.
///
/// # Errors
/// [`PageError`] where the reader may not write.
pub async fn get_new(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(asked): Query<YearQuery>,
) -> Result<Response, PageError> {
    let view = desk(&portal, &context, customer, asked.year()).await?;
    let month = if view.year == view.today.year() { view.today.month().to_string().parse() } else { Ok(NeedMonth::January) };
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let form = NeedForm::blank(id, view.year, month.unwrap_or(NeedMonth::January));
    Ok(draw_new(&context, customer, &view, &form, &[]))
}

/// Keeps it.
///
/// # Errors
/// The same.
pub async fn post_new(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<NeedForm>,
) -> Result<Response, PageError> {
    match need::add(&portal, context.actor()?, customer, &form).await {
        Ok(year) => Ok(Redirect::to(&links::need::of_year(customer, year)).into_response()),
        Err(Error::Invalid(problems)) => {
            let view = desk(&portal, &context, customer, Some(form.year)).await?;
            Ok(draw_new(&context, customer, &view, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw_new(
    context: &RequestContext,
    customer: CustomerId,
    view: &YearPlanView,
    form: &NeedForm,
    problems: &[FieldProblem],
) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet form" method="post" action=links::need::add(customer)>
            {FormView::new(words, form, problems).all()}
            {form_actions(words, links::need::of_year(customer, view.year), say!(words, "save"))}
        </form>
    };
    let title = say!(words, "need-add");
    answer(context, customer, view, FormPage { title, fields: NeedForm::FIELDS, problems, stale: false, main: main.into_any() })
}

/// A need with the plan of its year.
async fn found(portal: &Portal, context: &RequestContext, of: Ids) -> Result<(YearPlanView, Need), PageError> {
    let year = need::find_year(portal, context.actor()?, of.0, of.1).await?;
    let view = desk(portal, context, of.0, Some(year)).await?;
    let need = view.find(of.1).cloned().ok_or(PageError::NotFound)?;
    Ok((view, need))
}

/// Asks how it is needed now.
///
/// # Errors
/// The same.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let (view, need) = found(&portal, &context, of).await?;
    Ok(draw(&context, of, &view, &ChangeNeedForm::of(&need), &[]))
}

/// Keeps it.
///
/// # Errors
/// The same.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ChangeNeedForm>,
) -> Result<Response, PageError> {
    match need::change(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(year) => Ok(Redirect::to(&links::need::of_year(of.0, year)).into_response()),
        Err(Error::Invalid(problems)) => {
            let (view, _) = found(&portal, &context, of).await?;
            Ok(draw(&context, of, &view, &form, &problems))
        }
        Err(Error::Stale(theirs)) => {
            let (view, _) = found(&portal, &context, of).await?;
            let fields = FormView::new(&context.words, &form, &[]);
            let (action, leave) = (links::need::change(of.0, of.1), links::need::of_year(of.0, view.year));
            let main = conflict(&fields, Conflict::new(form, ChangeNeedForm::of(&theirs), action, leave));
            let (title, fields) = (theirs.said.what.clone(), ChangeNeedForm::FIELDS);
            Ok(answer(&context, of.0, &view, FormPage { title, fields, problems: &[], stale: true, main }))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(context: &RequestContext, of: Ids, view: &YearPlanView, form: &ChangeNeedForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let remove = confirm_form(
        say!(words, "need-remove"),
        say!(words, "need-remove-means"),
        links::need::remove(of.0, of.1),
        say!(words, "need-remove"),
    );
    let main = view! {
        <form class="sheet form" method="post" action=links::need::change(of.0, of.1)>
            {FormView::new(words, form, problems).all()}
            {form_actions(words, links::need::of_year(of.0, view.year), say!(words, "save"))}
        </form>
        <section class="sheet">{remove}</section>
    };
    let (title, fields) = (say!(words, "need-change"), ChangeNeedForm::FIELDS);
    answer(context, of.0, view, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}

/// Removes it.
///
/// # Errors
/// The same.
pub async fn post_remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    let year = need::remove(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::need::of_year(of.0, year)))
}

/// Brings it back.
///
/// # Errors
/// The same.
pub async fn post_restore(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    let year = need::restore(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::need::of_year(of.0, year)))
}
