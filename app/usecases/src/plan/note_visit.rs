//! Noting that a reader was at the plan, for telling what is new the next time.
//!
//! Visits are kept together, every now and then: a write of its own for each would have every connection of SQLite
//! read its pages anew. A process that is killed forgets the visits of the last moments, and nothing else.

use super::PlanView;
use crate::{InternalError, Portal};
use coplan_domain::id::{CustomerId, PersonId};
use coplan_store::{
    access::{Actor, PlanScope, System},
    visit,
};
use jiff::{SignedDuration, Timestamp};
use std::{
    collections::BTreeMap,
    mem::take,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// How often a reader's being here is noted.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// How many are kept in one change; others write between two.
const TOGETHER: usize = 500;

/// Visits that were noted in this process.
#[derive(Default)]
pub(crate) struct Visits(Mutex<Noted>);

#[derive(Default)]
struct Noted {
    /// When whoever was here in the last 5 minutes was noted.
    recent: BTreeMap<(CustomerId, PersonId), Timestamp>,
    /// What is not kept yet.
    waiting: Vec<(PlanScope, Timestamp)>,
}

impl Visits {
    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes that the reader of this view is at the plan now, at most every 5 minutes. Whoever looks as a member is not that
/// member.
pub fn note_visit(portal: &Portal, actor: &Actor, view: &PlanView) {
    if actor.preview().is_some() {
        return;
    }
    let (scope, now) = (view.scope, portal.clock.now());
    let noted = &mut *portal.visits.noted();
    let before = noted.recent.get(&(scope.customer(), scope.person()));
    if before.is_none_or(|at| now >= *at + NOTED_EVERY) {
        noted.recent.insert((scope.customer(), scope.person()), now);
        noted.waiting.push((scope, now));
    }
}

/// Keeps the visits that were noted since the last time.
///
/// # Errors
/// [`InternalError`] where the database cannot be written; the visits are then not noted.
pub async fn keep_visits(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let now = portal.clock.now();
    let visits = {
        let noted = &mut *portal.visits.noted();
        noted.recent.retain(|_, at| now < *at + NOTED_EVERY);
        take(&mut noted.waiting)
    };
    for visits in visits.chunks(TOGETHER) {
        let mut change = portal.change_touched().await?;
        visit::update(&mut change, system, visits).await?;
        portal.commit(change).await?;
    }
    Ok(())
}
