//! Why an incoming mail is held.

use crate::{say, words::Words};
use coplan_domain::incoming_mail::HeldReason;

/// Why one is held.
#[must_use]
pub fn why_held(words: &Words, reason: HeldReason) -> String {
    match reason {
        HeldReason::OtherSender => say!(words, "held-other-sender"),
        HeldReason::Unverified => say!(words, "held-unverified"),
        HeldReason::Automatic => say!(words, "held-automatic"),
        HeldReason::Bounce => say!(words, "held-bounce"),
        HeldReason::Empty => say!(words, "held-empty"),
        HeldReason::TooLong => say!(words, "held-too-long"),
        HeldReason::Unreadable => say!(words, "held-unreadable"),
        HeldReason::NoAccess => say!(words, "held-no-access"),
        HeldReason::TooMany => say!(words, "held-too-many"),
        HeldReason::FilesLeft => say!(words, "held-files-left"),
    }
}
