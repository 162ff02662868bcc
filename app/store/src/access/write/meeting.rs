//! The right to answer to an invitation for oneself.

use super::{AccessError, Held, proofs, under_customer};
use crate::access::{MeetingsScope, Staff};

impl Held {
    /// The right to say for oneself whether one takes part in a meeting: whoever reads the customer's meetings.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], [`AccessError::NotResponsible`] for whoever only reads.
    pub fn meeting_answer(&self) -> Result<MeetingAnswerWrite, AccessError> {
        let meetings = self.access.meetings.ok_or(AccessError::NotFound)?;
        if self.actor.staff().is_some_and(Staff::only_reads) {
            return Err(AccessError::NotResponsible);
        }
        Ok(MeetingAnswerWrite { serial: self.serial, meetings })
    }
}

/// May say for itself whether it takes part in a meeting.
#[derive(Debug, Clone, Copy)]
pub struct MeetingAnswerWrite {
    serial: u64,
    meetings: MeetingsScope,
}

impl MeetingAnswerWrite {
    /// What it reads meetings with.
    #[must_use]
    pub fn meetings(self) -> MeetingsScope {
        self.meetings
    }
}

proofs!(MeetingAnswerWrite);
under_customer!(MeetingAnswerWrite: meetings);
