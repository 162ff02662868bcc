//! The right to bring in an email that came to the address of somebody's replies.

use super::{affecting, proofs};
use crate::{Change, Result, incoming_mail};
use coplan_domain::id::ReplyAddressId;

/// May keep an email that came to one address. That it is such an address says its signature, before this is asked for.
#[derive(Debug, Clone, Copy)]
pub struct MailDelivery {
    serial: u64,
    address: ReplyAddressId,
}

impl MailDelivery {
    /// Proves that there is such an address; none where there is not.
    pub async fn prove(change: &mut Change, address: ReplyAddressId) -> Result<Option<Self>> {
        let found = incoming_mail::find_address(change, address).await?;
        Ok(found.map(|found| Self { serial: change.serial(), address: found.id }))
    }

    /// To which.
    #[must_use]
    pub fn address(self) -> ReplyAddressId {
        self.address
    }
}

proofs!(MailDelivery);
// What has come is shown to nobody before it is posted.
affecting!(MailDelivery: Nothing);
