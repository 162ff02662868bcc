//! One change: what is written, the events that tell of it and the work it promises, kept together or not at all.

use crate::{
    Conn, Db, Result, StoreError, event, generation,
    outbox::{self, NewJob},
    search,
    security_event::{self, SecurityEvent},
    summary,
};
use coplan_domain::{
    event::Event,
    id::{CustomerId, JobId, PersonId},
    system::{Clock, Rng, new_ulid},
};
use jiff::{SignedDuration, Timestamp};
use sqlx::{Any, Transaction};
use std::{
    cell::Cell,
    collections::BTreeSet,
    ops::{Deref, DerefMut},
    panic::resume_unwind,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::OwnedSemaphorePermit;
use ulid::Ulid;

/// How far a change reaches: what of all that is kept in memory it makes stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invalidation {
    /// Whatever is kept. Right for every change; a narrower one is only quicker for others.
    Everything,
    /// The customers and people that it touches, and nothing that others are shown of them elsewhere.
    Touched,
}

/// What one write makes stale. Each right to write says it of its own use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Affected {
    /// Nothing that is kept in memory.
    Nothing,
    /// What lies under a customer: its summary, and whatever is kept of it.
    Customer(CustomerId),
    /// How a person comes in.
    Person(PersonId),
    /// It cannot be told.
    Everything,
}

/// What a change makes stale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stale {
    /// Whether that may be anything.
    pub everything: bool,
    /// Customers under which something changed.
    pub customers: BTreeSet<CustomerId>,
    /// People whose ways in changed.
    pub people: BTreeSet<PersonId>,
}

impl Stale {
    /// Whatever there is: what changed is not known.
    #[must_use]
    pub fn everything() -> Self {
        Self { everything: true, ..Self::default() }
    }
}

/// What was kept.
#[derive(Debug)]
pub struct Committed {
    /// What happened.
    pub events: Vec<Event>,
    /// What it has made stale.
    pub stale: Stale,
}

/// A transaction that writes. Dropped without [`Change::commit`], nothing of it stays.
///
/// A deed that decides by what it has read locks the row that the decision hangs on before it reads: proving a right to
/// write ([`crate::access::AccessError`]'s neighbours) locks the customer, staff or member by a write that changes
/// nothing. Another that locks the same row waits until this change is over, and then reads what was done. Members are
/// locked before customers (which every change that touches one writes at its end), customers before staff, and each
/// before anything of theirs is written; locked in one order, two changes wait for each other and never both for ever.
pub struct Change {
    tx: Transaction<'static, Any>,
    /// The single writer's place, where there is only one; given back after the transaction.
    write_permit: Option<OwnedSemaphorePermit>,
    db: Db,
    now: Timestamp,
    rng: Arc<dyn Rng>,
    /// By which rights to write know the change in which they were proved.
    serial: u64,
    stale: Stale,
    events: Vec<Event>,
    security: Vec<SecurityEvent>,
    last_id: Cell<Option<Ulid>>,
}

/// How many changes have begun in this process.
static CHANGES: AtomicU64 = AtomicU64::new(0);

impl Db {
    /// Begins a change. SQLite takes its single writer's place at once: a transaction that reads first and
    /// writes later would be refused when another has written in between.
    ///
    /// # Errors
    /// [`StoreError::Database`] where the database cannot be reached or written, [`StoreError::Busy`] where others
    /// write for longer than 3 seconds.
    pub async fn change(&self, clock: &dyn Clock, rng: &Arc<dyn Rng>, reach: Invalidation) -> Result<Change> {
        let everything = reach == Invalidation::Everything || self.must_notify();
        let stale = Stale { everything, customers: BTreeSet::new(), people: BTreeSet::new() };
        let write_permit = self.write_permit().await?;
        let tx = self.begin().await?;
        let (db, now, rng) = (self.clone(), clock.now(), Arc::clone(rng));
        let serial = CHANGES.fetch_add(1, Ordering::Relaxed);
        Ok(Change {
            tx,
            write_permit,
            db,
            now,
            rng,
            serial,
            stale,
            events: Vec::new(),
            security: Vec::new(),
            last_id: Cell::new(None),
        })
    }
}

impl Change {
    /// The moment of the change, the same for everything in it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The moment of the change behind the newest of what is ordered by time: a clock that was set back must not put what
    /// is written now behind what was written before.
    pub(crate) fn now_behind(&self, newest: Option<Timestamp>) -> Timestamp {
        newest.filter(|newest| *newest >= self.now).map_or(self.now, |newest| newest + SignedDuration::from_millis(1))
    }

    /// The moment by which leases are counted.
    pub(crate) async fn lease_now(&mut self) -> Result<Timestamp> {
        self.db.lease_now(&mut self.tx, self.now).await
    }

    /// Which change of this process it is.
    pub(crate) fn serial(&self) -> u64 {
        self.serial
    }

    /// A new id. What is made in one change sorts in the order it was made in.
    #[must_use]
    pub fn id<T: From<Ulid>>(&self) -> T {
        let id = behind(self.last_id.get(), new_ulid(self.now, &*self.rng));
        self.last_id.set(Some(id));
        id.into()
    }

    /// Notes what a write makes stale. The use of a right to write does this by itself, and so does recording an event.
    pub(crate) fn invalidate(&mut self, affected: Affected) {
        match affected {
            Affected::Nothing => {}
            Affected::Customer(customer) => drop(self.stale.customers.insert(customer)),
            Affected::Person(person) => drop(self.stale.people.insert(person)),
            Affected::Everything => self.stale.everything = true,
        }
    }

    /// Keeps an event.
    pub async fn record(&mut self, event: Event) -> Result<()> {
        event::insert(&mut self.tx, &event).await?;
        self.invalidate(Affected::Customer(event.customer));
        self.events.push(event);
        Ok(())
    }

    /// Keeps a security event, and writes it to the log once the change is kept.
    pub async fn note_security(&mut self, event: SecurityEvent) -> Result<()> {
        let (id, now) = (self.id(), self.now);
        security_event::insert(&mut self.tx, id, now, &event).await?;
        self.security.push(event);
        Ok(())
    }

    /// Promises work for later.
    pub async fn enqueue(&mut self, job: &NewJob<'_>) -> Result<()> {
        self.insert_job(job).await.map(drop)
    }

    /// The same where the job has a recipient. The same statements run where it has none, so that the time that they take
    /// does not tell, and nothing is left to do.
    pub async fn enqueue_for_somebody(&mut self, job: &NewJob<'_>) -> Result<()> {
        let id = self.insert_job(job).await?;
        outbox::remove_for_nobody(&mut self.tx, id).await
    }

    async fn insert_job(&mut self, job: &NewJob<'_>) -> Result<JobId> {
        let (id, due) = (self.id(), self.now + job.after);
        outbox::insert(&mut self.tx, id, job, due).await?;
        Ok(id)
    }

    /// Keeps everything, then gives what was kept to `tell`. Other processes on the same database are told what is stale.
    ///
    /// It runs to its end in a task of its own: somebody who asked for it and goes away in the middle must not
    /// leave it kept and untold.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be kept; then nothing of it is.
    pub async fn commit(self, tell: impl FnOnce(Committed) + Send + 'static) -> Result<()> {
        match tokio::spawn(self.finish(tell)).await {
            Ok(kept) => kept,
            Err(failed) if failed.is_panic() => resume_unwind(failed.into_panic()),
            Err(_) => Err(StoreError::Stopping),
        }
    }

    async fn finish(mut self, tell: impl FnOnce(Committed)) -> Result<()> {
        for event in &self.events {
            search::refresh(&mut self.tx, event).await?;
        }
        // In one order, so that two changes that touch the same customers wait instead of locking each other out.
        for customer in &self.stale.customers {
            summary::refresh(&mut self.tx, *customer).await?;
        }
        let generation = if self.stale.everything { Some(generation::raise(&mut self.tx).await?) } else { None };
        self.db.notify(&mut self.tx, &self.stale).await?;
        let kept = self.tx.commit().await;
        // Also where it failed: a connection lost in the middle does not tell on which side of the commit.
        if let Some(memory) = self.db.memory() {
            memory.forget(&self.stale, generation);
        }
        drop(self.write_permit);
        kept?;
        self.security.iter().for_each(SecurityEvent::log);
        tell(Committed { events: self.events, stale: self.stale });
        Ok(())
    }
}

impl Deref for Change {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.tx
    }
}

impl DerefMut for Change {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.tx
    }
}

/// The id that was drawn, or the next one behind the last. All ids of a change share its moment, so that chance alone
/// would say which of them comes first.
fn behind(last: Option<Ulid>, drawn: Ulid) -> Ulid {
    last.filter(|last| *last >= drawn).and_then(|last| last.increment()).unwrap_or(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_change_sort_in_the_order_they_were_made() {
        let drawn = [5, 2, 9, 9, 1].map(|random| Ulid::from_parts(1_794_812_400_000, random));
        let mut last = None;
        let made = drawn.map(|drawn| {
            last = Some(behind(last, drawn));
            last
        });
        assert!(made.is_sorted_by(|one, next| one < next), "{made:?}");
    }
}
