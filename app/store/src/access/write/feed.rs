//! The right to have one's meetings read by a calendar.

use super::{AccessError, Held, proofs, under_customer};
use crate::access::MeetingsScope;
use coplan_domain::person::Side;

impl Held {
    /// The right to make and revoke the address by which a calendar reads one's own meetings: members with the scope for them.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], also for the supplier's people.
    pub fn feed_write(&self) -> Result<FeedWrite, AccessError> {
        let own = self.access.meetings.filter(|meetings| meetings.side() == Side::Customer);
        Ok(FeedWrite { serial: self.serial, meetings: own.ok_or(AccessError::NotFound)? })
    }
}

/// May make and revoke the address by which a calendar reads its holder's meetings.
#[derive(Debug, Clone, Copy)]
pub struct FeedWrite {
    serial: u64,
    meetings: MeetingsScope,
}

impl FeedWrite {
    /// What it reads meetings with.
    #[must_use]
    pub fn meetings(self) -> MeetingsScope {
        self.meetings
    }
}

proofs!(FeedWrite);
under_customer!(FeedWrite: meetings);
