//! The right to leave a look at a plan as one of its members: the one thing that whoever looks may change.

use super::{AccessError, around_person, proofs};
use crate::{Change, access::Actor};
use coplan_domain::id::{DeviceId, PersonId, PreviewId};

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
}

proofs!(PreviewEnd);
around_person!(PreviewEnd: by);
