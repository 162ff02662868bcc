//! Does the work that changes have promised: claims it by lease, tries again with growing pauses, gives up visibly.

use crate::mailer::Mailer;
use coplan_app::mails;
use coplan_store::outbox;
use coplan_usecases::{Fault, Portal, entry, job::Job};
use futures_util::FutureExt;
use jiff::SignedDuration;
use std::time::Duration;
use tokio::sync::watch;

/// How long one piece of work may take before another worker may try it.
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

/// Does one piece of work; false where none is due.
async fn work_once(portal: &Portal, mailer: &Mailer) -> Result<bool, Fault> {
    let mut change = portal.change_within().await?;
    let Some(job) = outbox::claim(&mut change, LEASE).await? else { return Ok(false) };
    portal.keep(change).await?;
    let done = perform(portal, mailer, &job).await;
    let mut change = portal.change_within().await?;
    match done {
        Ok(()) => outbox::update_done(&mut change, job.id).await?,
        Err(error) => {
            let pause = usize::try_from(job.tries - 1).ok().and_then(|tried| PAUSES.get(tried)).copied();
            tracing::warn!(job = %job.id, kind = job.kind, tries = job.tries, given_up = pause.is_none(), "{error}");
            outbox::update_failed(&mut change, job.id, &error, pause).await?;
        }
    }
    portal.keep(change).await?;
    Ok(true)
}

async fn perform(portal: &Portal, mailer: &Mailer, job: &outbox::Job) -> Result<(), String> {
    let known = Job::parse(&job.kind, &job.payload).map_err(|error| error.to_string())?;
    for mail in mails::compose(portal, &known).await.map_err(|fault| fault.to_string())? {
        mailer.send(mail).await.map_err(|error| error.to_string())?;
    }
    Ok(())
}
