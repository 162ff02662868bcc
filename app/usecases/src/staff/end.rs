//! Ending a colleague's time here.

use super::{Matter, StandIn, admin};
use crate::{
    Error, InternalError, Portal,
    error::says_more,
    security_log::{self, SecurityKind},
    sign_in::{OwnProof, prove_again},
};
use coplan_domain::{id::PersonId, person::DeviceEnd};
use coplan_store::{
    Conn, StoreError, absence,
    access::{Actor, Admin, Staff},
    device, pending_sign_in, responsibility, staff,
};

/// Why a colleague's time is not ended.
#[derive(Debug, thiserror::Error)]
pub enum EndStaffError {
    /// Others count on it: somebody else must have its matters first, or stand in where it would.
    #[error("still needed")]
    StillNeeded(Needed),
    /// Nobody could keep the staff any more.
    #[error("the last admin")]
    LastAdmin,
    /// What can happen to every deed; `NotFound` for whoever is no admin.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(EndStaffError);

/// What others count on a colleague for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    /// What it has, by name.
    pub matters: Vec<Matter>,
    /// The days from today on when it stands in for others, first days first.
    pub stand_ins: Vec<StandIn>,
}

impl Needed {
    pub(super) async fn read(
        portal: &Portal,
        conn: &mut Conn,
        actor: &Actor,
        admin: &Staff,
        id: PersonId,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            matters: responsibility::list_matters(conn, admin, id).await?,
            stand_ins: absence::list_as_stand_in(conn, admin, id, portal.today(actor)).await?,
        })
    }

    /// Whether nobody counts on it.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.matters.is_empty() && self.stand_ins.is_empty()
    }
}

/// What others count on a colleague for; none for whoever is no admin.
pub async fn find_needed(portal: &Portal, actor: &Actor, id: PersonId) -> Result<Option<Needed>, InternalError> {
    let Some(admin) = admin(actor) else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    Ok(Some(Needed::read(portal, &mut conn, actor, admin, id).await?))
}

/// An admin, who proves again who it is, ends a colleague's time here: nobody is left between two chairs, and its devices
/// are out at once.
///
/// # Errors
/// [`EndStaffError`].
pub async fn end(portal: &Portal, actor: &Actor, id: PersonId, proof: &OwnProof) -> Result<(), EndStaffError> {
    // Whoever is no admin learns nothing of what is wrong with the form.
    admin(actor).ok_or(Error::NotFound)?;
    let proved = prove_again(portal, actor, proof).await?;
    let mut change = portal.change().await?;
    let admin = Admin::prove(&mut change, actor, [id]).await?;
    staff::find(&mut change, admin.staff(), id).await?.ok_or(Error::NotFound)?;
    let entry = admin.entry_of(id).ok_or(Error::NotFound)?;
    if admin.is_last(id) {
        return Err(EndStaffError::LastAdmin);
    }
    proved.holds(&mut change, actor).await?;
    let needed = Needed::read(portal, &mut change, actor, admin.staff(), id).await?;
    if !needed.is_nothing() {
        return Err(EndStaffError::StillNeeded(needed));
    }
    staff::remove(&mut change, &admin, id).await?;
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, None, DeviceEnd::Ended).await?;
    security_log::by(&mut change, actor, SecurityKind::StaffEnded, Some(id)).await?;
    portal.commit(change).await?;
    Ok(())
}
