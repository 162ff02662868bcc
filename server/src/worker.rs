//! Does the work in the outbox: claims it by lease, tries again with growing pauses, gives up visibly.

#[cfg(test)]
mod tests;

use crate::{
    jobs::{self, Context, JobError, Outcome, PERIODIC},
    mailer::Mailer,
};
use coplan_store::outbox;
use coplan_usecases::{InternalError, Portal, System};
use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{Interval, interval, timeout},
};

/// How long a job may take before another worker may try it; more than a mail may take to go out.
const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// How many jobs are in hand at once: a mail server that takes its time keeps only one of them waiting.
const AT_ONCE: usize = 4;
/// How often the outbox is looked at when nobody rings.
const ROUND: Duration = Duration::from_secs(5);
/// The pauses between tries; after the last one the job is given up.
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
pub async fn run(portal: Portal, mailer: Mailer, system: System, mut stopping: watch::Receiver<bool>) {
    let mut intervals = PERIODIC.map(|periodic| interval(periodic.interval));
    let context = Arc::new(Context { portal: portal.clone(), mailer, system });
    // Tasks of their own: one that waits for the database must go on while the next piece is claimed from it.
    let mut in_hand = JoinSet::new();
    let mut at_intervals = JoinSet::new();
    while !*stopping.borrow_and_update() {
        run_periodic(&context, &mut intervals, &mut at_intervals);
        // Taken before looking, so that a ring between looking and waiting is not missed.
        let rung = portal.work.notified();
        while in_hand.len() < AT_ONCE && !*stopping.borrow() {
            match claim(&context).await {
                Ok(Some(job)) => {
                    let context = Arc::clone(&context);
                    in_hand.spawn(async move { work(&context, job).await });
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
            _ = timeout(ROUND, rung), if !is_full => {}
            _ = stopping.changed() => {}
        }
    }
    while in_hand.join_next().await.is_some() {}
    while at_intervals.join_next().await.is_some() {}
}

/// Begins what is due at intervals; at the start everything is. Each is a task of its own: mails wait for none of it.
fn run_periodic(context: &Arc<Context>, intervals: &mut [Interval; PERIODIC.len()], running: &mut JoinSet<()>) {
    // What has ended is forgotten.
    while running.try_join_next().is_some() {}
    for (periodic, interval) in PERIODIC.into_iter().zip(intervals) {
        if interval.tick().now_or_never().is_none() {
            continue;
        }
        let context = Arc::clone(context);
        running.spawn(async move {
            if let Err(error) = (periodic.handler)(&context).await {
                tracing::error!(job = periodic.name, "it cannot be done: {error}");
            }
        });
    }
}

/// How long to wait before the next try; none where another try is of no use.
fn pause(error: &JobError, tries: i64, now: Timestamp) -> Option<SignedDuration> {
    let pause = usize::try_from(tries - 1).ok().and_then(|tried| PAUSES.get(tried)).copied()?;
    let is_too_late = error.good_until().is_some_and(|until| now + pause >= until);
    (!error.is_final() && !is_too_late).then_some(pause)
}

/// Takes the job that is most urgent and most due; none where none is due.
async fn claim(context: &Context) -> Result<Option<outbox::Job>, InternalError> {
    let mut change = context.portal.change_touched().await?;
    let job = outbox::claim(&mut change, &context.system, LEASE).await?;
    if job.is_some() {
        context.portal.commit(change).await?;
    }
    Ok(job)
}

/// Does a job and keeps what came of it. Where that cannot be kept, its lease ends and it is done again.
async fn work(context: &Context, job: outbox::Job) {
    let outcome = jobs::perform(context, &job).await;
    match settle(context, &job, outcome).await {
        Ok(true) => {}
        Ok(false) => {
            tracing::warn!(job = %job.id, kind = job.kind, "it took longer than its lease, and another worker has it");
        }
        Err(error) => tracing::error!(job = %job.id, kind = job.kind, "what became of it cannot be kept: {error}"),
    }
}

/// Keeps what came of a job; false where another worker has it by now.
async fn settle(context: &Context, job: &outbox::Job, outcome: Result<Outcome, JobError>) -> Result<bool, InternalError> {
    let mut change = context.portal.change_touched().await?;
    let is_ours = match outcome {
        Ok(outcome) => jobs::settle(&mut change, &context.system, job, outcome).await?,
        Err(error) => {
            let pause = pause(&error, job.tries, change.now());
            tracing::warn!(job = %job.id, kind = job.kind, tries = job.tries, given_up = pause.is_none(), "{error}");
            outbox::update_failed(&mut change, &context.system, job, (error.why(), error.server_said()), pause).await?
        }
    };
    if is_ours {
        context.portal.commit(change).await?;
    }
    Ok(is_ours)
}
