//! What is done on a goal's page: agreeing, ending, writing down what was measured, and answering it.

use super::{
    propose::{crumbs, editable},
    show::{Drawn, show},
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::id::{CustomerId, GoalId, ReadingId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form as UsecaseForm},
    goal::{self, DisputeForm, EndGoalForm, ImportReadingsForm, ReadingForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, GoalId);

/// A page with a form about a goal that the reader may change: where it is sent and where one leaves to, what the page is
/// called and what sends it.
async fn draw<F: UsecaseForm>(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    (form, problems): (&F, &[FieldProblem]),
    (action, leave): (String, String),
    (title, send): (String, String),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = editable(portal, context, of).await?;
    let fields = FormView::new(words, form, problems);
    let main = view! {
        <form class="sheet" method="post" action=action>
            <div class="form">{fields.all()}{form_actions(words, leave, send)}</div>
        </form>
    };
    let page = FormPage { title, fields: F::FIELDS, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs(context, of, &view)))
}

/// Which revision of a goal was read.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct ApproveForm {
    #[serde(default)]
    revision: i64,
}

/// Agrees to the goal.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn approve(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Form(form): Form<ApproveForm>,
) -> Result<Response, PageError> {
    match goal::approve(&portal, context.actor()?, of.0, of.1, form.revision).await {
        Ok(()) => Ok(Redirect::to(&links::goal::show(of.0, of.1)).into_response()),
        Err(Error::Stale(_)) => {
            let drawn = Drawn { is_stale: true, ..Drawn::default() };
            show(&portal, &context, of, StatusCode::CONFLICT, drawn).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Lets the goal go on.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn resume(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    goal::resume(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::goal::show(of.0, of.1)))
}

/// Asks how the goal ended.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get_end(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw_end(&portal, &context, of, &EndGoalForm::default(), &[]).await
}

/// Ends the goal.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn end(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<EndGoalForm>,
) -> Result<Response, PageError> {
    match goal::end(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::goal::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_end(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_end(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &EndGoalForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let said = (say!(words, "goal-end"), say!(words, "goal-end-send"));
    draw(portal, context, of, (form, problems), (links::goal::end(of.0, of.1), links::goal::show(of.0, of.1)), said).await
}

/// Writes down what was measured.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn record(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ReadingForm>,
) -> Result<Response, PageError> {
    match goal::record(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::goal::readings(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => {
            let drawn = Drawn { reading: Some(form), problems, ..Drawn::default() };
            show(&portal, &context, of, StatusCode::UNPROCESSABLE_ENTITY, drawn).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks for what was measured on many days.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get_import(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw_import(&portal, &context, of, &ImportReadingsForm::default(), &[]).await
}

/// Writes it down.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn import(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ImportReadingsForm>,
) -> Result<Response, PageError> {
    match goal::import(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(_) => Ok(Redirect::to(&links::goal::readings(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_import(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_import(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &ImportReadingsForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let said = (say!(words, "reading-import"), say!(words, "reading-import-send"));
    draw(portal, context, of, (form, problems), (links::goal::import(of.0, of.1), links::goal::readings(of.0, of.1)), said).await
}

/// Confirms what the other side has measured.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn confirm(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id, reading)): PathIds<(CustomerId, GoalId, ReadingId)>,
) -> Result<Redirect, PageError> {
    goal::confirm(&portal, context.actor()?, customer, id, reading).await?;
    Ok(Redirect::to(&links::goal::readings(customer, id)))
}

/// Removes what one's own side has written down.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove_reading(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id, reading)): PathIds<(CustomerId, GoalId, ReadingId)>,
) -> Result<Redirect, PageError> {
    goal::remove_reading(&portal, context.actor()?, customer, id, reading).await?;
    Ok(Redirect::to(&links::goal::readings(customer, id)))
}

/// Asks why a reading is not so.
///
/// # Errors
/// [`PageError`] where the reader may not answer it.
pub async fn get_dispute(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(ids): PathIds<(CustomerId, GoalId, ReadingId)>,
) -> Result<Response, PageError> {
    draw_dispute(&portal, &context, ids, &DisputeForm::default(), &[]).await
}

/// Says why it is not so.
///
/// # Errors
/// [`PageError`] where the reader may not answer it.
pub async fn dispute(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(ids): PathIds<(CustomerId, GoalId, ReadingId)>,
    Submitted(form): Submitted<DisputeForm>,
) -> Result<Response, PageError> {
    let (customer, id, reading) = ids;
    match goal::dispute(&portal, context.actor()?, customer, (id, reading), &form).await {
        Ok(()) => Ok(Redirect::to(&links::goal::readings(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw_dispute(&portal, &context, ids, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_dispute(
    portal: &Portal,
    context: &RequestContext,
    (customer, id, reading): (CustomerId, GoalId, ReadingId),
    form: &DisputeForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let (view, known) = goal::show_reading(portal, context.actor()?, customer, id, reading).await?;
    let value = super::list::measured(words, &view.goal.now.terms, &known.value);
    let said = say!(words, "reading-is", value = value, day = words.day(known.day, view.today), name = known.by.clone());
    let fields = FormView::new(words, form, problems);
    let main = view! {
        <form class="sheet" method="post" action=links::goal::dispute(customer, id, reading)>
            <div class="form">
                <p>{said}</p>
                {fields.all()}
                {form_actions(words, links::goal::readings(customer, id), say!(words, "reading-dispute-send"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "reading-dispute"), DisputeForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    Ok(page.answer(context, frame, crumbs(context, (customer, id), &view)))
}
