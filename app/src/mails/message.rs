//! Mails about messages in a discussion.

use super::letter::Mail;
use coplan_domain::id::MessageId;
use coplan_usecases::{Fault, Portal};

/// To everybody who takes part and has not seen the message yet.
pub(super) async fn mails(_portal: &Portal, _id: MessageId) -> Result<Vec<Mail>, Fault> {
    Ok(Vec::new())
}
