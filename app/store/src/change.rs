//! One change: what is written, the events that tell of it and the work it promises, kept together or not at all.

use crate::{Conn, Result, event, outbox, summary};
use coplan_domain::{
    chance::{Chance, new_ulid},
    event::Event,
    id::CustomerId,
};
use jiff::{SignedDuration, Timestamp};
use sqlx::{Any, Transaction};
use std::{
    collections::BTreeSet,
    ops::{Deref, DerefMut},
    sync::Arc,
};

/// A transaction that writes. Dropped without [`Change::commit`], nothing of it stays.
pub struct Change {
    tx: Transaction<'static, Any>,
    now: Timestamp,
    chance: Arc<dyn Chance>,
    touched: BTreeSet<CustomerId>,
    events: Vec<Event>,
}

impl Change {
    pub(crate) fn new(tx: Transaction<'static, Any>, now: Timestamp, chance: Arc<dyn Chance>) -> Self {
        Self { tx, now, chance, touched: BTreeSet::new(), events: Vec::new() }
    }

    /// The moment of the change, the same for everything in it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// A new id.
    #[must_use]
    pub fn id<T: From<ulid::Ulid>>(&self) -> T {
        new_ulid(self.now, &*self.chance).into()
    }

    /// Says that something under the customer changed, so that its summary and whatever is kept in memory
    /// follow. Recording an event does this by itself.
    pub fn touch(&mut self, customer: CustomerId) {
        self.touched.insert(customer);
    }

    /// Keeps an event.
    ///
    /// # Errors
    /// [`crate::StoreError`] where it cannot be written.
    pub async fn record(&mut self, event: Event) -> Result<()> {
        event::insert(&mut self.tx, &event).await?;
        self.touch(event.customer);
        self.events.push(event);
        Ok(())
    }

    /// Promises work for later, to be begun after this long.
    ///
    /// # Errors
    /// [`crate::StoreError`] where it cannot be written.
    pub async fn promise(&mut self, kind: &str, payload: &str, after: SignedDuration) -> Result<()> {
        let (id, due) = (self.id(), self.now + after);
        outbox::insert(&mut self.tx, id, kind, payload, due).await
    }

    /// Keeps everything and gives the events, for those who listen.
    ///
    /// # Errors
    /// [`crate::StoreError`] where it cannot be kept; then nothing of it is.
    pub async fn commit(mut self) -> Result<Vec<Event>> {
        // In one order, so that two changes that touch the same customers wait instead of locking each other out.
        for customer in std::mem::take(&mut self.touched) {
            summary::refresh(&mut self.tx, customer).await?;
        }
        self.tx.commit().await?;
        Ok(self.events)
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
