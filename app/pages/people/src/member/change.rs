//! Changing who a member is, what it sees and what it is called at work.

use super::show::{Told, draw};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::Submitted,
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, MembershipId};
use coplan_usecases::{
    Error, Portal,
    member::{self, ChangeMemberForm},
};

/// Changes the member; or shows the page again with what is wrong, or with what somebody else wrote meanwhile.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
    Submitted(form): Submitted<ChangeMemberForm>,
) -> Result<Response, PageError> {
    let (status, told) = match member::change(&portal, context.actor()?, customer, member, &form).await {
        Ok(()) => return Ok(Redirect::to(&Flash::Changed.on(&links::member::show(customer, member))).into_response()),
        Err(Error::Invalid(problems)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Told { typed: Some(form), problems, ..Told::default() })
        }
        Err(Error::Stale(theirs)) => (StatusCode::CONFLICT, Told { typed: Some(form), theirs: Some(*theirs), ..Told::default() }),
        Err(error) => return Err(error.into()),
    };
    draw(&portal, &context, customer, member, status, told).await
}
