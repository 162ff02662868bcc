//! Deeds that need no page of their own: showing a project, taking it from view, ending it, letting it go on.

use axum::{extract::State, response::Redirect};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, ProjectId};
use coplan_usecases::{Portal, project};

/// Shows the project to the customer.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn share(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Redirect, PageError> {
    project::share(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::show(customer, id)))
}

/// Takes the project from the customer's view.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn unshare(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Redirect, PageError> {
    project::unshare(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::show(customer, id)))
}

/// Ends the project.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn end(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Redirect, PageError> {
    project::end(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::show(customer, id)))
}

/// Lets an ended project go on.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn resume(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Redirect, PageError> {
    project::resume(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::project::show(customer, id)))
}
