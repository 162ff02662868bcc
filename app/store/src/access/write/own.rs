//! The right to write what is one's own: settings, devices, password, second factor.

use super::{AccessError, EntryWrite, around_person, proofs, still_in};
use crate::{Change, access::Actor, person, staff};
use coplan_domain::{
    id::{DeviceId, PersonId},
    person::Side,
};

/// May change its own account.
#[derive(Debug, Clone, Copy)]
pub struct OwnAccount {
    serial: u64,
    person: PersonId,
    device: DeviceId,
}

impl OwnAccount {
    /// Locks the person and proves that its device is in.
    ///
    /// # Errors
    /// [`AccessError::NotIn`].
    pub async fn prove(change: &mut Change, actor: &Actor) -> Result<Self, AccessError> {
        match actor.side() {
            Side::Customer => person::lock(change, actor.person()).await?,
            Side::Supplier => staff::lock_rows(change, [actor.person()]).await?,
        }
        let actor = still_in(change, actor).await?;
        Ok(Self { serial: change.serial(), person: actor.person(), device: actor.entered().device() })
    }

    /// Who.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }

    /// On which device.
    #[must_use]
    pub fn device(self) -> DeviceId {
        self.device
    }

    /// The right to change how it comes in.
    #[must_use]
    pub fn entry(self) -> EntryWrite {
        EntryWrite::proved(self.serial, self.person, self.person)
    }
}

proofs!(OwnAccount);
around_person!(OwnAccount: person);
