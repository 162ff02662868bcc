//! Changing what a colleague may do and how it is reached.

use super::{ChangeStaffForm, admin};
use crate::{
    Error, Portal,
    error::says_more,
    form::{FieldProblem, Parse, Problem},
    merge,
    security_log::{self, SecurityKind},
    security_notice,
    sign_in::{OwnProof, prove_again},
};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, StaffRole},
};
use coplan_store::{
    Conn,
    access::{Actor, Admin, Staff},
    device, pending_sign_in,
    staff::{self, StaffChange, StaffEntry},
    undelivered,
};

/// Why a colleague is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeStaffError {
    /// Nobody could keep the staff any more.
    #[error("the last admin")]
    LastAdmin,
    /// What can happen to every deed; `NotFound` for whoever is no admin.
    #[error(transparent)]
    Other(#[from] Error<StaffEntry>),
}

says_more!(ChangeStaffError);

/// An admin changes a colleague, or itself, together with what others have changed since.
///
/// With another address the devices end, but the one on which an admin changes its own: whoever had the earlier one may
/// be somebody else. For another role or address the admin proves again who it is.
///
/// # Errors
/// [`ChangeStaffError`].
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    id: PersonId,
    form: &ChangeStaffForm,
    proof: &OwnProof,
) -> Result<(), ChangeStaffError> {
    // Whoever is no admin learns nothing of what is wrong with the form.
    let reader = admin(actor).ok_or(Error::NotFound)?;
    let typed = StaffChange::from(form.parse().map_err(Error::Invalid)?);
    let mut conn = portal.db.read().await?;
    let before = staff::find(&mut conn, reader, id).await?.ok_or(Error::NotFound)?;
    known_reach(&mut conn, reader, &typed.reach).await?;
    drop(conn);
    let proved = if moves_rights(&typed, &before) { Some(prove_again(portal, actor, proof).await?) } else { None };
    let mut change = portal.change().await?;
    let admin = Admin::prove(&mut change, actor, [id]).await?;
    let now = staff::find(&mut change, admin.staff(), id).await?.ok_or(Error::NotFound)?;
    let entry = admin.entry_of(id).ok_or(Error::NotFound)?;
    let merged = merge::merged(form, &ChangeStaffForm::of(&now)).and_then(|form| form.parse().ok());
    let to = StaffChange::from(merged.ok_or_else(|| Error::stale(now.clone()))?);
    match proved {
        Some(proved) => proved.holds(&mut change, actor).await?,
        // It came together with what somebody else has changed a moment ago.
        None if moves_rights(&to, &now) => return Err(Error::stale(now).into()),
        None => {}
    }
    if to.role != StaffRole::Admin && admin.is_last(id) {
        return Err(ChangeStaffError::LastAdmin);
    }
    let updated = staff::update(&mut change, &admin, id, &to, now.version).await.map_err(|error| {
        let taken = FieldProblem { field: "email", problem: Problem::Taken };
        if error.is_taken() { Error::Invalid(vec![taken]) } else { error.into() }
    })?;
    if !updated {
        return Err(Error::stale(now).into());
    }
    if (to.role, to.sums, &to.reach) != (now.staff.role, now.sums, &now.reach) {
        security_log::by(&mut change, actor, SecurityKind::RoleChanged, Some(id)).await?;
    }
    let before = &now.staff.person;
    if to.email != before.email {
        let own = (id == admin.person()).then(|| admin.device());
        device::remove_all(&mut change, &entry, own, DeviceEnd::Ended).await?;
        pending_sign_in::remove(&mut change, &entry).await?;
        undelivered::settle(&mut change, &entry).await?;
        security_notice::tell_of_new_address(&mut change, before).await?;
        security_log::by(&mut change, actor, SecurityKind::AddressChanged, Some(id)).await?;
    }
    portal.commit(change).await?;
    Ok(())
}

/// Whether each word names customers.
pub(super) async fn known_reach<T>(conn: &mut Conn, reader: &Staff, reach: &[String]) -> Result<(), Error<T>> {
    let unknown = staff::list_unknown_reach(conn, reader, reach).await?;
    let problem = FieldProblem { field: "reach", problem: Problem::NoCustomers };
    if unknown.is_empty() { Ok(()) } else { Err(Error::Invalid(vec![problem])) }
}

/// Whether it gives or takes rights: by the role, by what it sees, or by who can sign in.
fn moves_rights(to: &StaffChange, now: &StaffEntry) -> bool {
    to.role != now.staff.role || to.email != now.staff.person.email || to.sums != now.sums || to.reach != now.reach
}
