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
    InternalError, Portal, entry, files,
    job::{Job, UnknownJob},
    thread,
};
use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use std::{sync::Arc, time::Duration};
use tokio::{sync::watch, task::JoinSet};

/// How long one piece of work may take before another worker may try it; more than a mail may take to go out.
const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// How many pieces of work are in hand at once: a mail server that takes its time keeps only one of them waiting.
const AT_ONCE: usize = 4;
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

/// Works until the process stops, which waits for what is in hand: a mail that has gone out and is not noted as done
/// would go out twice.
pub async fn run(portal: Portal, mailer: Mailer, mut stopping: watch::Receiver<bool>) {
    let mut forgetting = tokio::time::interval(FORGETTING);
    let mailer = Arc::new(mailer);
    // Tasks of their own: one that waits for the database must go on while the next piece is claimed from it.
    let mut in_hand = JoinSet::new();
    while !*stopping.borrow_and_update() {
        if forgetting.tick().now_or_never().is_some() {
            if let Err(error) = entry::forget_old(&portal).await {
                tracing::error!("old tries and codes cannot be forgotten: {error}");
            }
            // A task of its own: many files take a while, and mails wait for nobody.
            in_hand.spawn(sweep(portal.clone()));
        }
        // Taken before looking, so that a ring between looking and waiting is not missed.
        let rung = portal.work.notified();
        while in_hand.len() < AT_ONCE {
            match claim(&portal).await {
                Ok(Some(job)) => {
                    let (portal, mailer) = (portal.clone(), Arc::clone(&mailer));
                    in_hand.spawn(async move { work(&portal, &mailer, job).await });
                }
                Ok(None) => break,
                Err(error) => {
                    tracing::error!("the outbox cannot be worked on: {error}");
                    break;
                }
            }
        }
        let is_full = in_hand.len() == AT_ONCE;
        tokio::select! {
            Some(_) = in_hand.join_next() => {}
            _ = tokio::time::timeout(ROUND, rung), if !is_full => {}
            _ = stopping.changed() => {}
        }
    }
    while in_hand.join_next().await.is_some() {}
}

async fn sweep(portal: Portal) {
    match files::sweep(&portal).await {
        Ok(0) => {}
        Ok(removed) => tracing::info!("{removed} files that nothing names any more were removed"),
        Err(error) => tracing::error!("files that nothing names any more cannot be removed: {error}"),
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
    Internal(#[from] InternalError),
    #[error("{error}")]
    Mail { error: MailError, good_until: Option<Timestamp> },
}

impl Failed {
    fn why(&self) -> WhyUndelivered {
        match self {
            Self::Mail { error, .. } if error.is_final() => WhyUndelivered::Refused,
            Self::Unknown(_) | Self::Internal(_) | Self::Mail { .. } => WhyUndelivered::NotTaken,
        }
    }

    /// How long to wait before the next try; none where there is no use in one.
    fn pause(&self, tries: i64, now: Timestamp) -> Option<SignedDuration> {
        let pause = usize::try_from(tries - 1).ok().and_then(|tried| PAUSES.get(tried)).copied()?;
        match self {
            Self::Mail { error, .. } if error.is_final() => None,
            Self::Mail { good_until: Some(until), .. } if now + pause >= *until => None,
            Self::Unknown(_) | Self::Internal(_) | Self::Mail { .. } => Some(pause),
        }
    }
}

/// Takes the piece of work that is most due; none where none is.
async fn claim(portal: &Portal) -> Result<Option<outbox::Job>, InternalError> {
    let mut change = portal.change_touched().await?;
    let job = outbox::claim(&mut change, LEASE).await?;
    if job.is_some() {
        portal.commit(change).await?;
    }
    Ok(job)
}

/// Does a piece of work and keeps what came of it. Where that cannot be kept, its lease ends and it is done again.
async fn work(portal: &Portal, mailer: &Mailer, job: outbox::Job) {
    let done = perform(portal, mailer, &job).await;
    match settle(portal, &job, done).await {
        Ok(true) => {}
        Ok(false) => {
            tracing::warn!(job = %job.id, kind = job.kind, "it took longer than its lease, and another worker has it");
        }
        Err(error) => tracing::error!(job = %job.id, kind = job.kind, "what became of it cannot be kept: {error}"),
    }
}

/// Keeps what came of a piece of work; false where another worker has it by now.
async fn settle(portal: &Portal, job: &outbox::Job, done: Result<Done, Failed>) -> Result<bool, InternalError> {
    let mut change = portal.change_touched().await?;
    let is_ours = match done {
        Ok(Done::Sent) => outbox::update_sent(&mut change, job).await?,
        Ok(Done::Needless) => outbox::update_done(&mut change, job).await?,
        Ok(Done::Shared(message, readers)) => {
            thread::enqueue_mails(&mut change, message, &readers).await?;
            outbox::update_done(&mut change, job).await?
        }
        Err(failed) => {
            let pause = failed.pause(job.tries, change.now());
            tracing::warn!(job = %job.id, kind = job.kind, tries = job.tries, given_up = pause.is_none(), "{failed}");
            outbox::update_failed(&mut change, job, failed.why(), pause).await?
        }
    };
    if is_ours {
        portal.commit(change).await?;
    }
    Ok(is_ours)
}

async fn perform(portal: &Portal, mailer: &Mailer, job: &outbox::Job) -> Result<Done, Failed> {
    let job = Job::parse(&job.kind, &job.payload)?;
    if let Job::MessageMail { message } = job {
        return Ok(Done::Shared(message, thread::list_to_tell(portal, message).await?));
    }
    let Some(mail) = mails::compose(portal, &job).await? else { return Ok(Done::Needless) };
    let good_until = mail.good_until;
    mailer.send(mail).await.map_err(|error| Failed::Mail { error, good_until })?;
    Ok(Done::Sent)
}
