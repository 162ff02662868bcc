//! The rights to look at a plan as one of its members, and to leave that: the one thing that whoever looks may change.

use super::{AccessError, CustomerWrite, EntryWrite, MemberAdmin, around_person, proofs, under_customer};
use crate::{Change, access::Actor, staff};
use coplan_domain::id::{CustomerId, DeviceId, MembershipId, PersonId, PreviewId};

/// May begin to look as a member who sees nothing that whoever looks does not.
#[derive(Debug, Clone, Copy)]
pub struct PreviewBegin {
    serial: u64,
    admin: MemberAdmin,
}

impl PreviewBegin {
    /// Locks the member and the customer, and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for whoever does not keep the customer, [`AccessError::SeesMore`] for whoever sees no sums where
    /// the member does.
    pub async fn prove(
        change: &mut Change,
        actor: &Actor,
        customer: CustomerId,
        member: MembershipId,
    ) -> Result<Self, AccessError> {
        let (admin, found) = MemberAdmin::prove(change, actor, customer, member).await?;
        admin.admin().verify_gives(&[], &found.scopes)?;
        Ok(Self { serial: change.serial(), admin })
    }

    /// As which member.
    #[must_use]
    pub fn membership(self) -> MembershipId {
        self.admin.membership()
    }
}

/// May end a look as a member on its own device.
#[derive(Debug, Clone, Copy)]
pub struct PreviewEnd {
    serial: u64,
    preview: PreviewId,
    device: DeviceId,
    by: PersonId,
}

impl PreviewEnd {
    /// Proves the right by the session itself, which is such a look.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for whoever looks as nobody else.
    pub fn prove(change: &Change, actor: &Actor) -> Result<Self, AccessError> {
        let preview = actor.preview().ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), preview: preview.id, device: actor.entered().device(), by: preview.by })
    }

    /// The same with whoever looks locked, as its device is to end.
    ///
    /// # Errors
    /// The same.
    pub async fn prove_to_sign_out(change: &mut Change, actor: &Actor) -> Result<Self, AccessError> {
        let write = Self::prove(change, actor)?;
        staff::lock_rows(change, [write.by]).await?;
        Ok(write)
    }

    /// Which look.
    #[must_use]
    pub fn preview(self) -> PreviewId {
        self.preview
    }

    /// On which device.
    #[must_use]
    pub fn device(self) -> DeviceId {
        self.device
    }

    /// Who looks.
    #[must_use]
    pub fn by(self) -> PersonId {
        self.by
    }

    /// The right to end the device, which is of whoever looks.
    #[must_use]
    pub fn entry(self) -> EntryWrite {
        EntryWrite::proved(self.serial, self.by, self.by)
    }
}

proofs!(PreviewBegin, PreviewEnd);
around_person!(PreviewEnd: by);
under_customer!(PreviewBegin: admin);
