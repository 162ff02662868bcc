//! Ending a device of a member.

use super::address;
use crate::{failure::Failure, pages::path::At, visitor::Visitor};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::{CustomerId, DeviceId, MembershipId};
use coplan_usecases::{
    Portal,
    device::{EndDeviceError, end_of_member},
};

/// Ends the device.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer, and for a device that is not the member's.
pub async fn end(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, member, device)): At<(CustomerId, MembershipId, DeviceId)>,
) -> Result<Response, Failure> {
    match end_of_member(&portal, visitor.actor()?, customer, member, device).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=ended", address(customer, member))).into_response()),
        Err(EndDeviceError::NotFound) => Err(Failure::NotFound),
        Err(EndDeviceError::Fault(fault)) => Err(fault.into()),
    }
}
