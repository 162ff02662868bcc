//! Noting that a reader was at the plan, for telling what is new the next time.

use super::PlanView;
use crate::{Portal, edit::Refused};
use coplan_store::{access::Actor, visit};
use jiff::SignedDuration;

/// How often a reader's being here is noted.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// Notes that the reader is at the plan now, at most every 5 minutes, so that reading does not write each time.
///
/// # Errors
/// [`Refused`].
pub async fn note_visit(portal: &Portal, actor: &Actor, view: &PlanView) -> Result<(), Refused> {
    if view.noted_at.is_some_and(|at| portal.clock.now() < at + NOTED_EVERY) {
        return Ok(());
    }
    let access = portal.access(actor, view.frame.customer).await?.ok_or(Refused::NotFound)?;
    let mut change = portal.change_within().await?;
    visit::update(&mut change, access.plan).await?;
    Ok(portal.keep(change).await?)
}
