//! What is done on a meeting's page in one press or with one line.

use super::show::{Drawn, show};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::Submitted,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use coplan_domain::id::{AgendaItemId, CustomerId, MeetingId, OutcomeId};
use coplan_usecases::{
    Error, Portal,
    meeting::{self, AgendaForm, ApproveForm, OutcomeForm},
};

type Ids = (CustomerId, MeetingId);

/// Makes handlers of deeds that take nothing but the meeting.
macro_rules! pressed {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {$(
        $(#[doc = $doc])+
        ///
        /// # Errors
        /// [`PageError`] where the reader may not.
        pub async fn $name(
            State(portal): State<Portal>,
            context: RequestContext,
            PathIds(of): PathIds<Ids>,
        ) -> Result<Redirect, PageError> {
            meeting::$name(&portal, context.actor()?, of.0, of.1).await?;
            Ok(Redirect::to(&links::meeting::show(of.0, of.1)))
        }
    )+};
}

pressed! {
    /// Shows the meeting to the customer.
    share;
    /// Cancels it.
    cancel;
    /// Closes its minutes.
    close;
    /// Opens its minutes again.
    reopen;
}

/// Puts something on the agenda.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn propose(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AgendaForm>,
) -> Result<Response, PageError> {
    match meeting::propose(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::meeting::agenda(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => {
            let drawn = Drawn { agenda: Some(form), problems, ..Drawn::default() };
            show(&portal, &context, of, StatusCode::UNPROCESSABLE_ENTITY, drawn).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes something off the agenda.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove_agenda_item(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id, item)): PathIds<(CustomerId, MeetingId, AgendaItemId)>,
) -> Result<Redirect, PageError> {
    meeting::remove_agenda_item(&portal, context.actor()?, customer, id, item).await?;
    Ok(Redirect::to(&links::meeting::agenda(customer, id)))
}

/// Writes down what came of the meeting.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn record(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<OutcomeForm>,
) -> Result<Response, PageError> {
    match meeting::record(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::meeting::minutes(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => {
            let drawn = Drawn { outcome: Some(form), problems, ..Drawn::default() };
            show(&portal, &context, of, StatusCode::UNPROCESSABLE_ENTITY, drawn).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes something out of the minutes.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove_outcome(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id, outcome)): PathIds<(CustomerId, MeetingId, OutcomeId)>,
) -> Result<Redirect, PageError> {
    meeting::remove_outcome(&portal, context.actor()?, customer, id, outcome).await?;
    Ok(Redirect::to(&links::meeting::minutes(customer, id)))
}

/// Whether something is done, as it was pressed.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct DoneForm {
    done: bool,
    /// Whether the button stands in the list of meetings.
    #[serde(default)]
    listed: bool,
}

/// Says that something is done that came of the meeting.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn set_done(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, _, outcome)): PathIds<(CustomerId, MeetingId, OutcomeId)>,
    Form(form): Form<DoneForm>,
) -> Result<Redirect, PageError> {
    let id = meeting::set_done(&portal, context.actor()?, customer, outcome, form.done).await?;
    let back = if form.listed { links::meeting::list(customer) } else { links::meeting::minutes(customer, id) };
    Ok(Redirect::to(&back))
}

/// Agrees to the minutes.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn approve(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ApproveForm>,
) -> Result<Response, PageError> {
    match meeting::approve(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::meeting::minutes(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => {
            let drawn = Drawn { approval: Some(form), problems, ..Drawn::default() };
            show(&portal, &context, of, StatusCode::UNPROCESSABLE_ENTITY, drawn).await
        }
        Err(Error::Stale(_)) => {
            let drawn = Drawn { approval: Some(form), is_stale: true, ..Drawn::default() };
            show(&portal, &context, of, StatusCode::CONFLICT, drawn).await
        }
        Err(error) => Err(error.into()),
    }
}
