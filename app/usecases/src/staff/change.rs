//! Changing what a colleague may do and how it is reached.

use super::{ChangeStaffForm, admin};
use crate::{
    InternalError, Portal,
    form::{FieldProblem, Parse, Problem},
    merge, security_notice,
};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, StaffRole},
};
use coplan_store::{
    StoreError,
    access::Actor,
    device, pending_sign_in,
    staff::{self, StaffChange, StaffEntry},
    undelivered,
};

/// Why a colleague is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeStaffError {
    /// Only for admins, or not there.
    #[error("not found")]
    NotFound,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// Somebody else has changed it since.
    #[error("changed by somebody else")]
    Stale(Box<StaffEntry>),
    /// Nobody could keep the staff any more.
    #[error("the last admin")]
    LastAdmin,
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChangeStaffError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// An admin changes a colleague, or itself, together with what others have changed since.
///
/// With another address the devices end, but the one on which an admin changes its own: whoever had the earlier one may
/// be somebody else.
///
/// # Errors
/// [`ChangeStaffError`].
pub async fn change_staff(portal: &Portal, actor: &Actor, id: PersonId, form: &ChangeStaffForm) -> Result<(), ChangeStaffError> {
    let admin = admin(actor).ok_or(ChangeStaffError::NotFound)?;
    form.parse().map_err(ChangeStaffError::Invalid)?;
    let mut change = portal.change().await?;
    let admins = staff::hold_with_admins(&mut change, [id]).await?;
    // Of two admins at once, the one who was demoted meanwhile must not go on.
    let still = admins.contains(&admin.entered().person());
    let now = staff::find(&mut change, admin, id).await?.filter(|_| still).ok_or(ChangeStaffError::NotFound)?;
    let merged = merge::merged(form, &ChangeStaffForm::of(&now)).and_then(|form| form.parse().ok());
    let to = StaffChange::from(merged.ok_or_else(|| ChangeStaffError::Stale(Box::new(now.clone())))?);
    if to.role != StaffRole::Admin && admins == [id] {
        return Err(ChangeStaffError::LastAdmin);
    }
    let updated = staff::update(&mut change, admin, id, &to, now.version).await.map_err(|error| {
        let taken = FieldProblem { field: "email", problem: Problem::Taken };
        if error.is_taken() { ChangeStaffError::Invalid(vec![taken]) } else { error.into() }
    })?;
    if !updated {
        return Err(ChangeStaffError::Stale(Box::new(now)));
    }
    let before = &now.staff.person;
    if to.email != before.email {
        let own = (id == actor.person()).then(|| admin.entered().device());
        device::remove_all(&mut change, id, own, actor.person(), DeviceEnd::Ended).await?;
        pending_sign_in::remove(&mut change, id).await?;
        undelivered::settle(&mut change, id).await?;
        security_notice::tell_of_new_address(&mut change, before).await?;
    }
    portal.commit(change).await?;
    Ok(())
}
