//! Deeds that need no page of their own: showing a project, taking it from view, ending it, letting it go on.

use crate::{failure::Failure, pages::path::At, visitor::Visitor};
use axum::{extract::State, response::Redirect};
use coplan_domain::id::{CustomerId, ProjectId};
use coplan_usecases::{Portal, project};

/// Shows the project to the customer.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn share(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ProjectId)>,
) -> Result<Redirect, Failure> {
    project::share(&portal, visitor.actor()?, customer, id).await?;
    Ok(Redirect::to(&super::href(customer, id)))
}

/// Takes the project from the customer's view.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn unshare(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ProjectId)>,
) -> Result<Redirect, Failure> {
    project::unshare(&portal, visitor.actor()?, customer, id).await?;
    Ok(Redirect::to(&super::href(customer, id)))
}

/// Ends the project.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn end(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ProjectId)>,
) -> Result<Redirect, Failure> {
    project::end(&portal, visitor.actor()?, customer, id).await?;
    Ok(Redirect::to(&super::href(customer, id)))
}

/// Lets an ended project go on.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn resume(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ProjectId)>,
) -> Result<Redirect, Failure> {
    project::resume(&portal, visitor.actor()?, customer, id).await?;
    Ok(Redirect::to(&super::href(customer, id)))
}
