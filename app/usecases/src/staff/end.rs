//! Ending a colleague's time here.

use super::{Matter, StandIn, admin};
use crate::{InternalError, Portal};
use coplan_domain::{id::PersonId, person::DeviceEnd};
use coplan_store::{
    Conn, StoreError, absence,
    access::{Actor, Staff},
    device, pending_sign_in, responsibility, staff,
};

/// Why a colleague's time is not ended.
#[derive(Debug, thiserror::Error)]
pub enum EndStaffError {
    /// Only for admins, or not there.
    #[error("not found")]
    NotFound,
    /// Others count on it: somebody else must have its matters first, or stand in where it would.
    #[error("still needed")]
    StillNeeded(Needed),
    /// Nobody could keep the staff any more.
    #[error("the last admin")]
    LastAdmin,
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

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
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn find_needed(portal: &Portal, actor: &Actor, id: PersonId) -> Result<Option<Needed>, InternalError> {
    let Some(admin) = admin(actor) else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    Ok(Some(Needed::read(portal, &mut conn, actor, admin, id).await?))
}

impl From<StoreError> for EndStaffError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// An admin ends a colleague's time here: nobody is left between two chairs, and its devices are out at once.
///
/// # Errors
/// [`EndStaffError`].
pub async fn end_staff(portal: &Portal, actor: &Actor, id: PersonId) -> Result<(), EndStaffError> {
    let admin = admin(actor).ok_or(EndStaffError::NotFound)?;
    let mut change = portal.change().await?;
    let admins = staff::hold_with_admins(&mut change, [id]).await?;
    let still = admins.contains(&admin.entered().person());
    staff::find(&mut change, admin, id).await?.filter(|_| still).ok_or(EndStaffError::NotFound)?;
    if admins == [id] {
        return Err(EndStaffError::LastAdmin);
    }
    let needed = Needed::read(portal, &mut change, actor, admin, id).await?;
    if !needed.is_nothing() {
        return Err(EndStaffError::StillNeeded(needed));
    }
    staff::remove(&mut change, admin, id).await?;
    pending_sign_in::remove(&mut change, id).await?;
    device::remove_all(&mut change, id, None, admin.entered().person(), DeviceEnd::Ended).await?;
    portal.commit(change).await?;
    Ok(())
}
