//! Work that changes promise: what there is to do later, by whoever claims it. Never anything secret.

use crate::{InternalError, security_notice::ToldOf};
use coplan_domain::id::{CodeId, DeviceId, LinkId, MessageId, PersonId};
use coplan_store::Change;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One promised piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// Mail a personal link that staff made.
    LinkMail {
        /// The link; its secret is made at sending.
        link: LinkId,
    },
    /// Mail the link that somebody asked for by address.
    NewLinkMail {
        /// Who asked; none where the address is nobody's, which asking must not tell.
        person: Option<PersonId>,
        /// The link to be made.
        link: LinkId,
    },
    /// Mail the six digits for a new browser.
    CodeMail {
        /// The code; its digits are made at sending.
        code: CodeId,
    },
    /// Tell a person that a new browser was let in.
    NewDeviceMail {
        /// The browser.
        device: DeviceId,
    },
    /// Tell a colleague that a person said: this device is not mine.
    NotMeMail {
        /// The device.
        device: DeviceId,
        /// Whom to tell.
        to: PersonId,
    },
    /// Tell a person that its way in has changed.
    WayInMail {
        /// Whom, and of what.
        told: ToldOf,
    },
    /// Tell who takes part in a thread of a message: find out who that is, and promise each its own mail.
    MessageMail {
        /// The message.
        message: MessageId,
    },
    /// Mail a message to one of them.
    MessageMailTo {
        /// The message.
        message: MessageId,
        /// To whom.
        to: PersonId,
    },
}

/// Kept work that this program does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("work of a kind that this program does not know")]
pub struct UnknownJob;

impl Job {
    /// Reads what is kept in the outbox.
    ///
    /// # Errors
    /// [`UnknownJob`] where another version promised it.
    pub fn parse(kind: &str, payload: &str) -> Result<Self, UnknownJob> {
        let mut fields: Map<String, Value> = serde_json::from_str(payload).map_err(|_| UnknownJob)?;
        fields.insert("kind".to_owned(), kind.into());
        serde_json::from_value(Value::Object(fields)).map_err(|_| UnknownJob)
    }

    fn parts(&self) -> Option<(String, String)> {
        let Ok(Value::Object(mut fields)) = serde_json::to_value(self) else { return None };
        let kind = fields.remove("kind")?.as_str()?.to_owned();
        Some((kind, Value::Object(fields).to_string()))
    }
}

/// Promises the work together with the change, to be begun after this long. `recipient` is whom a mail is for: whoever
/// is to be helped if it does not arrive.
pub(crate) async fn enqueue(
    change: &mut Change,
    job: &Job,
    recipient: Option<PersonId>,
    after: SignedDuration,
) -> Result<(), InternalError> {
    let (kind, payload) = job.parts().ok_or(InternalError::Promise)?;
    Ok(change.enqueue(&kind, &payload, recipient, after).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ulid::Ulid;

    #[test]
    fn a_job_is_read_as_it_was_promised() {
        let job = Job::NewLinkMail { person: None, link: LinkId(Ulid::from_parts(1, 2)) };
        let (kind, payload) = job.parts().unwrap();
        assert_eq!(kind, "new_link_mail");
        assert_eq!(payload, r#"{"link":"00000000010000000000000002","person":null}"#);
        assert_eq!(Job::parse(&kind, &payload), Ok(job));
    }

    #[test]
    fn a_message_mail_names_its_message() {
        let id = MessageId(Ulid::from_parts(1, 2));
        let payload = format!(r#"{{"message":"{id}"}}"#);
        assert_eq!(Job::parse("message_mail", &payload), Ok(Job::MessageMail { message: id }));
        let to = PersonId(Ulid::from_parts(1, 3));
        let (kind, payload) = Job::MessageMailTo { message: id, to }.parts().unwrap();
        assert_eq!(kind, "message_mail_to");
        assert_eq!(Job::parse(&kind, &payload), Ok(Job::MessageMailTo { message: id, to }));
    }

    #[test]
    fn what_another_version_promised_is_not_guessed() {
        assert_eq!(Job::parse("levitate", "{}"), Err(UnknownJob));
        assert_eq!(Job::parse("link_mail", "null"), Err(UnknownJob));
    }
}
