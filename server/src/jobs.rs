//! The registry of background work: what the outbox may hold, with how urgent each kind is and what does it, and what is
//! done at intervals.

mod digest;
mod due_invoice;
mod due_report;
mod forget_old;
mod hand_over;
mod incoming_mail;
mod mail;
mod message_mail;
mod news_mail;
mod survey_of_use;
mod sweep_files;
mod today_mail;
mod yearly_survey;

use crate::mailer::{MailError, Mailer};
use coplan_domain::{
    id::{EventId, JobId, MessageId, PersonId},
    mail::WhyUndelivered,
};
use coplan_store::{Change, outbox};
use coplan_usecases::{
    InternalError, Portal, System,
    job::{self, Job, JobKind, UnknownJob},
    thread,
};
use jiff::Timestamp;
use std::{future::Future, pin::Pin, time::Duration};

/// What every handler works with.
pub struct Context {
    /// The use cases' side.
    pub portal: Portal,
    /// Sends mail.
    pub mailer: Mailer,
    /// The right of the process.
    pub system: System,
}

type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// Gets the id of the job in the outbox, and what it says.
type Handler = for<'a> fn(&'a Context, JobId, &'a Job) -> Boxed<'a, Result<Outcome, JobError>>;

/// A kind of work and what does it.
pub struct Registered {
    /// Its name and priority.
    pub kind: JobKind,
    handler: Handler,
}

impl Registered {
    const fn new(kind: JobKind, handler: Handler) -> Self {
        Self { kind, handler }
    }
}

/// Every kind of work that the outbox may hold.
pub const REGISTRY: [Registered; 20] = [
    Registered::new(job::CODE_MAIL, mail::send),
    Registered::new(job::LINK_MAIL, mail::send),
    Registered::new(job::PASSWORD_MAIL, mail::send),
    Registered::new(job::NEW_DEVICE_MAIL, mail::send),
    Registered::new(job::NOT_ME_MAIL, mail::send),
    Registered::new(job::WAY_IN_MAIL, mail::send),
    Registered::new(job::HAND_OVER, hand_over::take),
    Registered::new(job::NEW_LINK_MAIL, mail::send),
    Registered::new(job::INCOMING_MAIL, incoming_mail::take),
    Registered::new(job::MESSAGE_MAIL, message_mail::share_out),
    Registered::new(job::MESSAGE_MAIL_TO, mail::send),
    Registered::new(job::MENTION_MAIL, mail::send),
    Registered::new(job::NOTE_MENTION_MAIL, mail::send),
    Registered::new(job::DIGEST_MAIL, mail::send),
    Registered::new(job::NEWS_MAIL, news_mail::share_out),
    Registered::new(job::NEWS_MAIL_TO, mail::send),
    Registered::new(job::SURVEY_MAIL, mail::send),
    Registered::new(job::INVITATION_MAIL, mail::send),
    Registered::new(job::STAND_IN_MAIL, mail::send),
    Registered::new(job::TODAY_MAIL, mail::send),
];

/// Work that is done at intervals, whether or not anything was changed.
pub struct Periodic {
    /// What it is called in the log.
    pub name: &'static str,
    /// How long from one time to the next.
    pub interval: Duration,
    /// What does it.
    pub handler: for<'a> fn(&'a Context) -> Boxed<'a, Result<(), InternalError>>,
}

/// Everything that is done at intervals.
pub const PERIODIC: [Periodic; 9] = [
    digest::JOB,
    due_invoice::JOB,
    due_report::JOB,
    forget_old::JOB,
    hand_over::JOB,
    sweep_files::JOB,
    today_mail::JOB,
    survey_of_use::JOB,
    yearly_survey::JOB,
];

/// What came of a job.
pub enum Outcome {
    /// Its mail went out.
    MailSent,
    /// There was nothing to do any more.
    NothingToDo,
    /// Each of these is to be told of the message by a mail of its own.
    MailEach(MessageId, Vec<PersonId>),
    /// Each of these is to be told of what is new by a mail of its own.
    NewsEach(EventId, Vec<PersonId>),
}

/// Why a job failed, without anybody's name or address: it is logged.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// Another version of the program left it.
    #[error(transparent)]
    Unknown(#[from] UnknownJob),
    /// Something failed that has to do with no recipient.
    #[error(transparent)]
    Internal(#[from] InternalError),
    /// Its mail did not go out.
    #[error("{error}")]
    Mail {
        /// Why.
        error: MailError,
        /// When its content is worth nothing any more, where it ever is.
        good_until: Option<Timestamp>,
    },
}

impl JobError {
    /// What those who can help the recipient are told.
    pub fn why(&self) -> WhyUndelivered {
        if self.is_final() { WhyUndelivered::Refused } else { WhyUndelivered::NotTaken }
    }

    /// What the email server said, for those who can help the recipient; never for the log.
    pub fn server_said(&self) -> Option<&str> {
        match self {
            Self::Mail { error, .. } => error.server_said(),
            Self::Unknown(_) | Self::Internal(_) => None,
        }
    }

    /// Whether another try is of no use.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Mail { error, .. } if error.is_final())
    }

    /// When another try is of no use any more, where it ever is.
    pub fn good_until(&self) -> Option<Timestamp> {
        match self {
            Self::Mail { good_until, .. } => *good_until,
            Self::Unknown(_) | Self::Internal(_) => None,
        }
    }
}

/// Does a job with the handler of its kind.
pub async fn perform(context: &Context, claimed: &outbox::Job) -> Result<Outcome, JobError> {
    let job = Job::parse(&claimed.kind, &claimed.payload)?;
    let registered = REGISTRY.iter().find(|registered| registered.kind == job.kind()).ok_or(UnknownJob)?;
    (registered.handler)(context, claimed.id, &job).await
}

/// Writes what came of a job, and the jobs that follow from it, into the same change; false where another worker has it.
pub async fn settle(
    change: &mut Change,
    system: &System,
    claimed: &outbox::Job,
    outcome: Outcome,
) -> Result<bool, InternalError> {
    Ok(match outcome {
        Outcome::MailSent => outbox::update_sent(change, system, claimed).await?,
        Outcome::NothingToDo => outbox::update_done(change, system, claimed).await?,
        Outcome::MailEach(message, readers) => {
            thread::enqueue_mails(change, system, message, &readers).await?;
            outbox::update_done(change, system, claimed).await?
        }
        Outcome::NewsEach(event, readers) => {
            coplan_usecases::news_mail::enqueue_mails(change, system, event, &readers).await?;
            outbox::update_done(change, system, claimed).await?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::job::Priority;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_is_registered_once_and_news_come_last() {
        let names: BTreeSet<_> = REGISTRY.iter().map(|registered| registered.kind.name).collect();
        assert_eq!(names.len(), REGISTRY.len());
        assert!(REGISTRY.is_sorted_by_key(|registered| registered.kind.priority), "the list is read as an order");
        assert_eq!(REGISTRY[0].kind, job::CODE_MAIL, "no other mail delays a code");
        let news: Vec<_> = REGISTRY.iter().filter(|it| it.kind.priority == Priority::News).map(|it| it.kind.name).collect();
        assert_eq!(
            news,
            [
                "message_mail",
                "message_mail_to",
                "mention_mail",
                "note_mention_mail",
                "digest_mail",
                "news_mail",
                "news_mail_to",
                "survey_mail",
                "invitation_mail",
                "stand_in_mail",
                "today_mail"
            ]
        );
    }
}
