//! What is done with a task in one press: how far it is, whether it is shown, taking it away, bringing it back.

use crate::{project, request};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links::{self, today::DoneQuery},
};
use coplan_domain::{
    id::{CustomerId, ProjectId, TaskId},
    plan::TaskState,
};
use coplan_usecases::{Error, Portal, task};

type Ids = (CustomerId, ProjectId, TaskId);

/// How far the task is, as it was pressed.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct StateForm {
    /// How far it was when the button was drawn.
    #[serde(default)]
    was: Option<TaskState>,
    state: TaskState,
    /// The page with the button; the project's where none is named.
    #[serde(default)]
    from: Option<Origin>,
}

/// A page other than the project's that has the button; the supplier's day offers to undo it.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Origin {
    Plan,
    Today,
}

/// Says how far a task is; members may for what is theirs to do.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn set_state(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<Ids>,
    Form(form): Form<StateForm>,
) -> Result<Response, PageError> {
    match task::set_state(&portal, context.actor()?, customer, id, form.was, form.state).await {
        Ok(project) => {
            let back = match form.from {
                Some(Origin::Plan) => links::plan::show(customer),
                Some(Origin::Today) => match form.was.filter(|_| form.state == TaskState::Done) {
                    Some(was) => format!("{}?{}", links::today::show(), DoneQuery::written(customer, project, id, was)),
                    None => links::today::show(),
                },
                None => links::project::tasks(customer, project),
            };
            Ok(Redirect::to(&back).into_response())
        }
        Err(Error::Stale(said)) => {
            let meanwhile = project::Meanwhile { task: id, said: *said, pressed: form.state };
            project::with_meanwhile(&portal, &context, (customer, project), meanwhile).await
        }
        Err(Error::Invalid(_)) => {
            let origin = if matches!(form.from, Some(Origin::Plan)) { "plan" } else { "" };
            request::need_answer(&portal, &context, (customer, project, id), origin).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The page that a button was pressed on: `plan` or `today`, else the project's.
#[derive(Debug, Default, serde::Deserialize)]
pub struct OriginForm {
    #[serde(default)]
    origin: String,
}

impl OriginForm {
    fn back(&self, customer: CustomerId, project: ProjectId, task: TaskId) -> Redirect {
        let back = match self.origin.as_str() {
            "plan" => links::plan::show(customer),
            "today" => links::today::show(),
            _ => links::project::task(customer, project, task),
        };
        Redirect::to(&back)
    }
}

/// Puts the reader's name on a task. Where somebody else was first, the page says who.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn take(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<Ids>,
    Form(form): Form<OriginForm>,
) -> Result<Response, PageError> {
    match task::take(&portal, context.actor()?, customer, id).await {
        Ok(project) => Ok(form.back(customer, project, id).into_response()),
        Err(Error::Stale(taken)) => project::with_taken(&portal, &context, (customer, project), *taken).await,
        Err(error) => Err(error.into()),
    }
}

/// Takes the name off again.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn give_back(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, _, id)): PathIds<Ids>,
    Form(form): Form<OriginForm>,
) -> Result<Redirect, PageError> {
    let project = task::give_back(&portal, context.actor()?, customer, id).await?;
    Ok(form.back(customer, project, id))
}

/// Shows a task behind the scenes to the customer.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn share(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, _, id)): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    let project = task::share(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::tasks(customer, project)))
}

/// Takes a task behind the scenes from the customer's view.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn unshare(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, _, id)): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    let project = task::unshare(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::tasks(customer, project)))
}

/// Takes a task away.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, _, id)): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    let project = task::remove(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::tasks(customer, project)))
}

/// Brings it back.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn restore(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, _, id)): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    let project = task::restore(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::tasks(customer, project)))
}
