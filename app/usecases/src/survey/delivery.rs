//! How what was handed over is used: asked of whoever took it over, by the worker.

use super::tell_sent;
use crate::{InternalError, Portal};
use coplan_domain::{
    id::SurveyId,
    survey::{USE_DAYS, use_due},
};
use coplan_store::{
    access::System,
    survey::{self, Delivery},
};
use jiff::{SignedDuration, Timestamp};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// What was taken over longer ago is asked about no more.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 200);

/// How many whole days have passed.
fn days_since(at: Timestamp, now: Timestamp) -> i64 {
    now.duration_since(at).as_secs().div_euclid(DAY.as_secs())
}

/// When what was taken over then is asked about next, as long as that is to come.
#[must_use]
pub fn next_of_use(at: Timestamp, now: Timestamp) -> Option<(i64, Timestamp)> {
    let days = days_since(at, now);
    USE_DAYS.into_iter().find(|after| *after > days).map(|after| (after, at + DAY * i32::try_from(after).unwrap_or_default()))
}

/// Asks those who took something over how it is used: at once, after 30, 90 and 180 days. For the worker, now and then.
///
/// # Errors
/// [`InternalError`] where the database cannot be read or written.
pub async fn ask_use(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let now = portal.clock.now();
    let mut conn = portal.db.read().await?;
    let deliveries = survey::list_deliveries(&mut conn, system, now - LONGEST).await?;
    drop(conn);
    for delivery in deliveries {
        if let Some(after_days) = use_due(days_since(delivery.at, now), delivery.asked) {
            ask(portal, system, &delivery, after_days).await?;
        }
    }
    Ok(())
}

async fn ask(portal: &Portal, system: &System, of: &Delivery, after_days: i64) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let id = change.id::<SurveyId>();
    if !survey::insert_of_use(&mut change, system, id, (of, after_days)).await? {
        return Ok(());
    }
    tell_sent(&mut change, (id, of.customer), &of.title, &[of.by]).await?;
    portal.commit(change).await
}
