//! Work that changes promise: what there is to do later, by whoever claims it. Never anything secret.

use crate::{InternalError, password_link::PasswordLink, security_notice::ToldOf};
use coplan_domain::{
    id::{
        AbsenceId, CodeId, CustomerId, DeviceId, EventId, HandOverId, IncomingMailId, LinkId, MeetingId, MessageId, NoteId,
        PersonId, SurveyId,
    },
    job::Priority,
};
use coplan_store::{Change, StoreError, outbox::NewJob};
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
        /// What the sender wrote besides.
        #[serde(default)]
        note: Option<LinkNote>,
    },
    /// Mail the link that somebody asked for by address.
    NewLinkMail {
        /// Who asked; none where the address is nobody's, which asking must not tell.
        person: Option<PersonId>,
        /// The link to be made.
        link: LinkId,
    },
    /// Mail the one-time link to a password.
    PasswordMail {
        /// Which, to whom, and why.
        asked: PasswordLink,
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
    /// Tell who wants it of something new on a plan: find out who that is, and promise each its own mail.
    NewsMail {
        /// What happened.
        event: EventId,
    },
    /// Mail it to one of them.
    NewsMailTo {
        /// What happened.
        event: EventId,
        /// To whom.
        to: PersonId,
    },
    /// Tell somebody that a message calls it by name.
    MentionMail {
        /// The message.
        message: MessageId,
        /// To whom.
        to: PersonId,
    },
    /// Tell a colleague that an internal note calls it by name.
    NoteMentionMail {
        /// The note.
        note: NoteId,
        /// To whom.
        to: PersonId,
    },
    /// Mail to somebody what it wants to be told together.
    DigestMail {
        /// To whom.
        to: PersonId,
        /// What happened since, in milliseconds since 1970.
        since: i64,
    },
    /// Look at an email that came.
    IncomingMail {
        /// Which.
        mail: IncomingMailId,
    },
    /// Mail a survey to one of those who are asked.
    SurveyMail {
        /// The survey.
        survey: SurveyId,
        /// To whom.
        to: PersonId,
    },
    /// Mail to one of the supplier's people what waits for it.
    TodayMail {
        /// To whom.
        to: PersonId,
        /// For which moment, in milliseconds since 1970.
        at: i64,
    },
    /// Ask a colleague whether it is the stand-in for days away.
    StandInMail {
        /// Which days.
        absence: AbsenceId,
        /// Who is asked.
        to: PersonId,
    },
    /// Hand customers over whose day it is.
    HandOver {
        /// By which plan.
        hand_over: HandOverId,
    },
    /// Mail to somebody an invitation to a meeting, a change of it, or that it does not take place.
    InvitationMail {
        /// Of which customer.
        customer: CustomerId,
        /// Which meeting.
        meeting: MeetingId,
        /// To whom.
        to: PersonId,
        /// As which change of the invitation it was promised.
        sequence: i64,
    },
    /// Mail a message to one of them.
    MessageMailTo {
        /// The message.
        message: MessageId,
        /// To whom.
        to: PersonId,
    },
}

/// A line of the sender's own in a mail with a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkNote {
    /// What it says.
    pub text: String,
    /// The sender's name.
    pub by: String,
}

/// A kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobKind {
    /// What it is called in the outbox.
    pub name: &'static str,
    /// How urgent it is.
    pub priority: Priority,
}

impl JobKind {
    const fn new(name: &'static str, priority: Priority) -> Self {
        Self { name, priority }
    }
}

/// [`Job::LinkMail`].
pub const LINK_MAIL: JobKind = JobKind::new("link_mail", Priority::Interactive);
/// [`Job::NewLinkMail`].
pub const NEW_LINK_MAIL: JobKind = JobKind::new("new_link_mail", Priority::Asked);
/// [`Job::PasswordMail`].
pub const PASSWORD_MAIL: JobKind = JobKind::new("password_mail", Priority::Interactive);
/// [`Job::CodeMail`].
pub const CODE_MAIL: JobKind = JobKind::new("code_mail", Priority::Code);
/// [`Job::NewDeviceMail`].
pub const NEW_DEVICE_MAIL: JobKind = JobKind::new("new_device_mail", Priority::Interactive);
/// [`Job::NotMeMail`].
pub const NOT_ME_MAIL: JobKind = JobKind::new("not_me_mail", Priority::Interactive);
/// [`Job::WayInMail`].
pub const WAY_IN_MAIL: JobKind = JobKind::new("way_in_mail", Priority::Interactive);
/// [`Job::TodayMail`].
pub const TODAY_MAIL: JobKind = JobKind::new("today_mail", Priority::News);
/// [`Job::StandInMail`].
pub const STAND_IN_MAIL: JobKind = JobKind::new("stand_in_mail", Priority::News);
/// [`Job::HandOver`].
pub const HAND_OVER: JobKind = JobKind::new("hand_over", Priority::Interactive);
/// [`Job::MessageMail`].
pub const MESSAGE_MAIL: JobKind = JobKind::new("message_mail", Priority::News);
/// [`Job::MessageMailTo`].
pub const MESSAGE_MAIL_TO: JobKind = JobKind::new("message_mail_to", Priority::News);
/// [`Job::DigestMail`].
pub const DIGEST_MAIL: JobKind = JobKind::new("digest_mail", Priority::News);
/// [`Job::IncomingMail`].
pub const INCOMING_MAIL: JobKind = JobKind::new("incoming_mail", Priority::Asked);
/// [`Job::MentionMail`].
pub const MENTION_MAIL: JobKind = JobKind::new("mention_mail", Priority::News);
/// [`Job::NoteMentionMail`].
pub const NOTE_MENTION_MAIL: JobKind = JobKind::new("note_mention_mail", Priority::News);
/// [`Job::NewsMail`].
pub const NEWS_MAIL: JobKind = JobKind::new("news_mail", Priority::News);
/// [`Job::NewsMailTo`].
pub const NEWS_MAIL_TO: JobKind = JobKind::new("news_mail_to", Priority::News);

/// [`Job::SurveyMail`].
pub const SURVEY_MAIL: JobKind = JobKind::new("survey_mail", Priority::News);

/// [`Job::InvitationMail`].
pub const INVITATION_MAIL: JobKind = JobKind::new("invitation_mail", Priority::News);

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

    /// What kind of work it is.
    #[must_use]
    pub const fn kind(&self) -> JobKind {
        match self {
            Self::LinkMail { .. } => LINK_MAIL,
            Self::NewLinkMail { .. } => NEW_LINK_MAIL,
            Self::PasswordMail { .. } => PASSWORD_MAIL,
            Self::CodeMail { .. } => CODE_MAIL,
            Self::NewDeviceMail { .. } => NEW_DEVICE_MAIL,
            Self::NotMeMail { .. } => NOT_ME_MAIL,
            Self::WayInMail { .. } => WAY_IN_MAIL,
            Self::MessageMail { .. } => MESSAGE_MAIL,
            Self::MessageMailTo { .. } => MESSAGE_MAIL_TO,
            Self::DigestMail { .. } => DIGEST_MAIL,
            Self::IncomingMail { .. } => INCOMING_MAIL,
            Self::MentionMail { .. } => MENTION_MAIL,
            Self::NoteMentionMail { .. } => NOTE_MENTION_MAIL,
            Self::NewsMail { .. } => NEWS_MAIL,
            Self::NewsMailTo { .. } => NEWS_MAIL_TO,
            Self::SurveyMail { .. } => SURVEY_MAIL,
            Self::InvitationMail { .. } => INVITATION_MAIL,
            Self::HandOver { .. } => HAND_OVER,
            Self::TodayMail { .. } => TODAY_MAIL,
            Self::StandInMail { .. } => STAND_IN_MAIL,
        }
    }

    /// What it is about, as the outbox keeps it.
    fn payload(&self) -> Option<String> {
        let Ok(Value::Object(mut fields)) = serde_json::to_value(self) else { return None };
        fields.remove("kind")?;
        Some(Value::Object(fields).to_string())
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
    let (kind, payload) = (job.kind(), job.payload().ok_or(InternalError::Promise)?);
    let job = NewJob { kind: kind.name, payload: &payload, priority: kind.priority, recipient, after };
    Ok(change.enqueue(&job).await?)
}

/// Promises [`Job::NewsMail`], from where nothing but the store can fail.
pub(crate) async fn enqueue_news(change: &mut Change, event: EventId, after: SignedDuration) -> Result<(), StoreError> {
    let payload = format!(r#"{{"event":"{event}"}}"#);
    let kind = NEWS_MAIL;
    change.enqueue(&NewJob { kind: kind.name, payload: &payload, priority: kind.priority, recipient: None, after }).await
}

/// Promises a mail to be sent right away, if there is a recipient. The same statements run where there is none, so that
/// the time that they take does not tell.
pub(crate) async fn enqueue_for_somebody(
    change: &mut Change,
    job: &Job,
    recipient: Option<PersonId>,
) -> Result<(), InternalError> {
    let (kind, payload) = (job.kind(), job.payload().ok_or(InternalError::Promise)?);
    let after = SignedDuration::ZERO;
    let job = NewJob { kind: kind.name, payload: &payload, priority: kind.priority, recipient, after };
    Ok(change.enqueue_for_somebody(&job).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::password_link::PasswordReason;
    use coplan_domain::id::PasswordLinkId;
    use ulid::Ulid;

    #[test]
    fn a_job_is_read_as_it_was_promised() {
        let job = Job::NewLinkMail { person: None, link: LinkId(Ulid::from_parts(1, 2)) };
        let (kind, payload) = (job.kind().name, job.payload().unwrap());
        assert_eq!(kind, "new_link_mail");
        assert_eq!(payload, r#"{"link":"00000000010000000000000002","person":null}"#);
        assert_eq!(Job::parse(kind, &payload), Ok(job));
    }

    #[test]
    fn news_name_their_event() {
        let event = EventId(Ulid::from_parts(1, 2));
        let payload = format!(r#"{{"event":"{event}"}}"#);
        assert_eq!(Job::NewsMail { event }.payload(), Some(payload));
    }

    #[test]
    fn a_message_mail_names_its_message() {
        let id = MessageId(Ulid::from_parts(1, 2));
        let payload = format!(r#"{{"message":"{id}"}}"#);
        assert_eq!(Job::parse("message_mail", &payload), Ok(Job::MessageMail { message: id }));
        let to = PersonId(Ulid::from_parts(1, 3));
        let job = Job::MessageMailTo { message: id, to };
        assert_eq!(Job::parse("message_mail_to", &job.payload().unwrap()), Ok(job));
    }

    #[test]
    fn every_job_has_one_name_in_the_outbox() {
        let id = Ulid::from_parts(1, 2);
        let (link, to, device, message) = (LinkId(id), PersonId(id), DeviceId(id), MessageId(id));
        let jobs = [
            Job::LinkMail { link, note: None },
            Job::NewLinkMail { person: None, link },
            Job::CodeMail { code: CodeId(id) },
            Job::NewDeviceMail { device },
            Job::NotMeMail { device, to },
            Job::PasswordMail {
                asked: PasswordLink { link: PasswordLinkId(id), person: None, reason: PasswordReason::Forgotten },
            },
            Job::MessageMail { message },
            Job::MessageMailTo { message, to },
            Job::DigestMail { to, since: 1 },
            Job::IncomingMail { mail: IncomingMailId(id) },
            Job::MentionMail { message, to },
            Job::NoteMentionMail { note: NoteId(id), to },
            Job::NewsMail { event: EventId(id) },
            Job::NewsMailTo { event: EventId(id), to },
            Job::SurveyMail { survey: SurveyId(id), to },
            Job::HandOver { hand_over: HandOverId(id) },
            Job::TodayMail { to, at: 1 },
            Job::StandInMail { absence: AbsenceId(id), to },
            Job::InvitationMail { customer: CustomerId(id), meeting: MeetingId(id), to, sequence: 1 },
        ];
        for job in jobs {
            assert_eq!(serde_json::to_value(&job).unwrap()["kind"], job.kind().name);
        }
    }

    #[test]
    fn what_another_version_promised_is_not_guessed() {
        assert_eq!(Job::parse("levitate", "{}"), Err(UnknownJob));
        assert_eq!(Job::parse("link_mail", "null"), Err(UnknownJob));
    }
}
