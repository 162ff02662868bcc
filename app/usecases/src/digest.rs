//! Digests: what somebody wants to be told together, at an hour of its own, without what it has read meanwhile.

mod content;
pub(crate) mod signed;
mod stop;

pub use content::{Digest, DigestMessage, DigestNews, digest_of};
pub use stop::{STOP_PATH, stop};

use crate::{
    InternalError, Portal,
    job::{Job, enqueue},
};
use coplan_domain::{
    id::PersonId,
    mail::{Pace, behind_night, next_digest},
};
use coplan_store::{Change, access::System, mail_choice, person};
use jiff::{SignedDuration, Timestamp};

/// How many are promised at once.
const TOGETHER: i64 = 100;

/// Promises the digests that are due. For the worker, every few minutes.
///
/// # Errors
/// [`InternalError`] where the database cannot be read or written.
pub async fn promise_due(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let now = portal.clock.now();
    let due = mail_choice::list_due(&mut *portal.db.read().await?, now, TOGETHER).await?;
    for (to, choice, zone, since) in due {
        let mut change = portal.change_touched().await?;
        let next = next_digest(choice.pace, choice.hour, &zone, change.now());
        if mail_choice::update_promised(&mut change, system, to, (since, next)).await? {
            // Noted by a clock that was ahead, it says nothing of what was told.
            let since = if since > now { now - between(choice.pace) } else { since }.as_millisecond();
            enqueue(&mut change, &Job::DigestMail { to, since }, Some(to), SignedDuration::ZERO).await?;
            portal.commit(change).await?;
        }
    }
    Ok(())
}

/// How long it is from one digest to the next.
const fn between(pace: Pace) -> SignedDuration {
    match pace {
        Pace::AtOnce | Pace::Daily => SignedDuration::from_hours(24),
        Pace::Weekly => SignedDuration::from_hours(7 * 24),
    }
}

/// How long a mail to somebody waits where nothing is to come at night.
pub(crate) async fn wait(change: &mut Change, to: PersonId, after: SignedDuration) -> Result<SignedDuration, InternalError> {
    if !mail_choice::find(change, to).await?.quiet {
        return Ok(after);
    }
    let zone = person::find(change, to).await?.map_or_else(|| "UTC".to_owned(), |person| person.time_zone);
    let sent = change.now() + after;
    Ok(behind_night(&zone, sent).duration_since(change.now()))
}

/// A moment as a job keeps it.
pub(crate) fn moment(since: i64) -> Timestamp {
    Timestamp::from_millisecond(since).unwrap_or(Timestamp::UNIX_EPOCH)
}
