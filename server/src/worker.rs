//! Does the work that changes have promised: claims it by lease, tries again with growing pauses, gives up visibly.

#[cfg(test)]
mod tests;

use crate::mailer::{MailError, Mailer};
use coplan_app::mails;
use coplan_domain::{
    id::{MessageId, PersonId},
    mail::WhyUndelivered,
};
use coplan_store::outbox;
use coplan_usecases::{
    Fault, Portal, discussion, entry,
    job::{Job, UnknownJob},
};
use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use tokio::sync::watch;

/// How long one piece of work may take before another worker may try it; more than a mail may take to go out.
const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// How often the outbox is looked at when nobody rings.
const ROUND: Duration = Duration::from_secs(5);
/// How often what nothing looks at any more is forgotten.
const FORGETTING: Duration = Duration::from_hours(1);
/// The pauses between tries; after the last one the work is given up.
const PAUSES: [SignedDuration; 6] = [
    SignedDuration::from_secs(5),
    SignedDuration::from_secs(30),
    SignedDuration::from_mins(2),
    SignedDuration::from_mins(15),
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(6),
];

/// Works until the process stops, which waits for the piece of work in hand: a mail that has gone out and is not
/// noted as done would go out twice.
pub async fn run(portal: Portal, mailer: Mailer, mut stopping: watch::Receiver<bool>) {
    let mut forgetting = tokio::time::interval(FORGETTING);
    while !*stopping.borrow_and_update() {
        if forgetting.tick().now_or_never().is_some()
            && let Err(fault) = entry::forget_old(&portal).await
        {
            tracing::error!("old tries and codes cannot be forgotten: {fault}");
        }
        // Taken before looking, so that a ring between looking and waiting is not missed.
        let rung = portal.work.notified();
        match work_once(&portal, &mailer).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(fault) => tracing::error!("the outbox cannot be worked on: {fault}"),
        }
        tokio::select! {
            _ = tokio::time::timeout(ROUND, rung) => {}
            _ = stopping.changed() => {}
        }
    }
}

/// What came of a piece of work.
enum Done {
    /// Its mail went out.
    Sent,
    /// Each of these is to be told of the message by a mail of its own.
    Shared(MessageId, Vec<PersonId>),
    /// There was nothing to tell any more.
    Needless,
}

/// Why a piece of work failed, without anybody's name or address: it stands in the log.
#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error(transparent)]
    Unknown(#[from] UnknownJob),
    #[error(transparent)]
    Fault(#[from] Fault),
    #[error("{error}")]
    Mail { error: MailError, good_until: Option<Timestamp> },
}

impl Failed {
    fn why(&self) -> WhyUndelivered {
        match self {
            Self::Mail { error, .. } if error.is_final() => WhyUndelivered::Refused,
            Self::Unknown(_) | Self::Fault(_) | Self::Mail { .. } => WhyUndelivered::NotTaken,
        }
    }

    /// How long to wait before the next try; none where there is no use in one.
    fn pause(&self, tries: i64, now: Timestamp) -> Option<SignedDuration> {
        let pause = usize::try_from(tries - 1).ok().and_then(|tried| PAUSES.get(tried)).copied()?;
        match self {
            Self::Mail { error, .. } if error.is_final() => None,
            Self::Mail { good_until: Some(until), .. } if now + pause >= *until => None,
            Self::Unknown(_) | Self::Fault(_) | Self::Mail { .. } => Some(pause),
        }
    }
}

/// Does one piece of work; false where none is due.
async fn work_once(portal: &Portal, mailer: &Mailer) -> Result<bool, Fault> {
    let mut change = portal.change_within().await?;
    let Some(job) = outbox::claim(&mut change, LEASE).await? else { return Ok(false) };
    portal.keep(change).await?;
    let done = perform(portal, mailer, &job).await;
    let mut change = portal.change_within().await?;
    let is_ours = match done {
        Ok(Done::Sent) => outbox::update_sent(&mut change, &job).await?,
        Ok(Done::Needless) => outbox::update_done(&mut change, &job).await?,
        Ok(Done::Shared(message, readers)) => {
            discussion::promise_mails(&mut change, message, &readers).await?;
            outbox::update_done(&mut change, &job).await?
        }
        Err(failed) => {
            let pause = failed.pause(job.tries, change.now());
            tracing::warn!(job = %job.id, kind = job.kind, tries = job.tries, given_up = pause.is_none(), "{failed}");
            outbox::update_failed(&mut change, &job, failed.why(), pause).await?
        }
    };
    if is_ours {
        portal.keep(change).await?;
    } else {
        tracing::warn!(job = %job.id, kind = job.kind, "it took longer than its lease, and another worker has it");
    }
    Ok(true)
}

async fn perform(portal: &Portal, mailer: &Mailer, job: &outbox::Job) -> Result<Done, Failed> {
    let job = Job::parse(&job.kind, &job.payload)?;
    if let Job::MessageMail { message } = job {
        return Ok(Done::Shared(message, discussion::list_to_tell(portal, message).await?));
    }
    let Some(mail) = mails::compose(portal, &job).await? else { return Ok(Done::Needless) };
    let good_until = mail.good_until;
    mailer.send(mail).await.map_err(|error| Failed::Mail { error, good_until })?;
    Ok(Done::Sent)
}
