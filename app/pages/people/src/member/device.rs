//! Ending a device of a member.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, DeviceId, MembershipId};
use coplan_usecases::{Portal, device::end_of_member};

/// Ends the device.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer, and for a device that is not the member's.
pub async fn end(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member, device)): PathIds<(CustomerId, MembershipId, DeviceId)>,
) -> Result<Response, PageError> {
    match end_of_member(&portal, context.actor()?, customer, member, device).await {
        Ok(()) => Ok(Redirect::to(&Flash::Ended.on(&links::member::show(customer, member))).into_response()),
        Err(error) => Err(error.into()),
    }
}
