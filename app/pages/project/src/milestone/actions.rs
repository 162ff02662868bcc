//! What staff does with a milestone: each deed ends at the project, or back on the page with what was typed.

use super::{
    show::{REACHED_WAS, Typed, draw},
    stale,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::Submitted,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
    shared::project_editor::ProjectEditor,
};
use coplan_domain::id::{CustomerId, MilestoneId, ProjectId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form as _, Problem},
    milestone::{self, PromiseForm, ReachForm, RenameForm},
};

type Ids = (CustomerId, ProjectId, MilestoneId);

/// Gives it another name.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn rename(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<Ids>,
    Submitted(form): Submitted<RenameForm>,
) -> Result<Response, PageError> {
    match milestone::rename(&portal, context.actor()?, customer, id, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::milestones(customer, project)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(stale::renamed(desk, &context, &theirs, form))
        }
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            draw(desk, &context, id, Typed::Rename(form), &problems)
        }
        Err(error) => Err(error.into()),
    }
}

/// Promises another day, with the reason.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn move_promise(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<Ids>,
    Submitted(form): Submitted<PromiseForm>,
) -> Result<Response, PageError> {
    match milestone::move_promise(&portal, context.actor()?, customer, id, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::milestones(customer, project)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(stale::moved(desk, &context, &theirs, form))
        }
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            draw(desk, &context, id, Typed::Promise(form), &problems)
        }
        Err(error) => Err(error.into()),
    }
}

/// Says that it is reached.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn reach(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<Ids>,
    Submitted(form): Submitted<ReachForm>,
) -> Result<Response, PageError> {
    match milestone::reach(&portal, context.actor()?, customer, id, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::milestones(customer, project)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(stale::reached(desk, &context, &theirs, form))
        }
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            draw(desk, &context, id, Typed::Reach(form), &problems)
        }
        Err(error) => Err(error.into()),
    }
}

/// What is said of reaching, alone or from the form that promises another day; and the promise that was being typed.
fn not_reached_parts(pairs: &[(String, String)]) -> Option<(ReachForm, Option<PromiseForm>)> {
    let reach = ReachForm { reached_on: String::new(), ..ReachForm::from_pairs(pairs)? };
    match pairs.iter().find(|(name, _)| name == REACHED_WAS) {
        None => Some((reach, None)),
        Some((_, was)) => Some((ReachForm { was: was.clone(), ..reach }, Some(PromiseForm::from_pairs(pairs)?))),
    }
}

/// Says that it is not reached after all. A promise that was being typed comes back to be kept.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn not_reached(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<Ids>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let (form, promise) = not_reached_parts(&pairs).ok_or(PageError::BadRequest)?;
    match (milestone::not_reached(&portal, context.actor()?, customer, id, &form).await, promise) {
        (Ok(project), None) => Ok(Redirect::to(&links::project::milestones(customer, project)).into_response()),
        (Ok(project), Some(promise)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            draw(desk, &context, id, Typed::Promise(promise), &[])
        }
        (Err(Error::Stale(_)), Some(promise)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            let reached = FieldProblem { field: "promised_on", problem: Problem::Reached };
            draw(desk, &context, id, Typed::Promise(promise), &[reached])
        }
        (Err(Error::Stale(theirs)), None) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(stale::not_reached(desk, &context, &theirs, form))
        }
        (Err(error), _) => Err(error.into()),
    }
}

/// Takes it away.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, _, id)): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    let project = milestone::remove(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::milestones(customer, project)))
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
    let project = milestone::restore(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::milestones(customer, project)))
}
