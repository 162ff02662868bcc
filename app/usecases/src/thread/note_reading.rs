//! Noting how far a reader has read a discussion, so that no mail tells of what was read.
//!
//! Like visits, readings are kept together, every now and then. A process that is killed forgets those of the last
//! moments; then a mail tells what was read already.

use super::ThreadView;
use crate::{InternalError, Portal};
use coplan_domain::id::{PersonId, ThreadId};
use coplan_store::{
    access::{Actor, DiscussionScope, System},
    mention, read_receipt,
};
use jiff::Timestamp;
use std::{
    collections::BTreeMap,
    mem::take,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// How many are kept in one change; others write between two.
const TOGETHER: usize = 500;

/// What each reader has read and is not kept yet: to which moment, and with which proof.
type Waiting = BTreeMap<(ThreadId, PersonId), (DiscussionScope, Timestamp)>;

/// Readings that were noted in this process.
#[derive(Default)]
pub(crate) struct Readings(Mutex<Waiting>);

impl Readings {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes that the reader of this view has read the messages in it, where one is new to it.
///
/// What counts is what the view holds and not the time of day: a message that was sent while the page was drawn has
/// an earlier time, and was not read. Nor has the member read what somebody looks at as that member.
pub fn note_reading(portal: &Portal, actor: &Actor, view: &ThreadView) {
    if actor.preview().is_some() {
        return;
    }
    let Some(to) = view.messages.last().map(|message| message.sent_at) else { return };
    if !view.called && view.read_to.is_some_and(|before| before >= to) {
        return;
    }
    let waiting = &mut *portal.readings.waiting();
    let noted = waiting.entry((view.id, view.scope.person())).or_insert((view.scope, to));
    *noted = (view.scope, noted.1.max(to));
}

/// Keeps the readings that were noted since the last time.
///
/// # Errors
/// [`InternalError`] where the database cannot be written; the readings are then not noted.
pub async fn keep_readings(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let readings: Vec<_> = take(&mut *portal.readings.waiting()).into_iter().collect();
    for readings in readings.chunks(TOGETHER) {
        let mut change = portal.change_touched().await?;
        for ((thread, _), (scope, to)) in readings {
            read_receipt::update(&mut change, system, *scope, *thread, *to).await?;
            mention::update_seen(&mut change, system, *scope, *thread).await?;
        }
        portal.commit(change).await?;
    }
    Ok(())
}
