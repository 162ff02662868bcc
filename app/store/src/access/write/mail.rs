//! The right to bring in an email that came to the address of somebody's replies, or of its answer to an invitation.

use super::{affecting, proofs};
use crate::{Change, Result, incoming_mail, meeting};
use coplan_domain::id::ReplyAddressId;

/// May keep an email that came to one address. That it is such an address says its signature, before this is asked for.
#[derive(Debug, Clone, Copy)]
pub struct MailDelivery {
    serial: u64,
    address: ReplyAddressId,
    answers_meeting: bool,
}

impl MailDelivery {
    /// Proves that there is such an address; none where there is not.
    pub async fn prove(change: &mut Change, address: ReplyAddressId) -> Result<Option<Self>> {
        let serial = change.serial();
        if incoming_mail::find_address(change, address).await?.is_some() {
            return Ok(Some(Self { serial, address, answers_meeting: false }));
        }
        let found = meeting::find_address(change, address).await?;
        Ok(found.map(|_| Self { serial, address, answers_meeting: true }))
    }

    /// To which.
    #[must_use]
    pub fn address(self) -> ReplyAddressId {
        self.address
    }

    /// Whether what comes to it answers to an invitation; otherwise it is a reply in a discussion.
    #[must_use]
    pub fn answers_meeting(self) -> bool {
        self.answers_meeting
    }
}

proofs!(MailDelivery);
// What has come is shown to nobody before it is posted.
affecting!(MailDelivery: Nothing);
