//! Proofs that were made before and hold still, so that a reader who comes again costs no statement.
//!
//! Kept only where one process alone writes, or tells of what it wrote by the generation: see [`Db::enable_cache`].
//! Nothing is looked for to be forgotten: each proof knows when it was read, and is good while nothing that it hangs on
//! was written since.

use super::{Access, Actor, find, session::authenticate_until};
use crate::{Db, Reading, Result, change::Stale};
use coplan_domain::id::{CustomerId, PersonId};
use jiff::Timestamp;
use moka::sync::Cache;
use std::{
    collections::HashMap,
    fmt::Debug,
    hash::Hash,
    mem::size_of,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The most bytes that the proofs of one kind take.
const BYTES: u64 = 8 << 20;
/// What the cache itself needs for an entry, in bytes.
const OVERHEAD: usize = 128;
/// How many customers and people are known by when they were written; one more, and everything before is stale.
const KNOWN: usize = 100_000;

/// What is remembered.
pub(crate) struct AccessCache {
    writes: Mutex<Writes>,
    actors: Cache<String, Read<(Actor, Timestamp)>>,
    accesses: Cache<(PersonId, CustomerId), Read<Access>>,
}

/// What was read, and after which write.
#[derive(Clone)]
struct Read<T> {
    after: u64,
    value: T,
}

/// When what was written last, counted in writes.
#[derive(Debug, Default)]
struct Writes {
    count: u64,
    /// The write at which everything was.
    everything: u64,
    customers: HashMap<CustomerId, u64>,
    people: HashMap<PersonId, u64>,
    generation: i64,
}

impl Writes {
    fn note_everything(&mut self) {
        self.count += 1;
        self.everything = self.count;
        self.customers.clear();
        self.people.clear();
    }

    fn note(&mut self, stale: &Stale) {
        self.count += 1;
        let at = self.count;
        self.customers.extend(stale.customers.iter().map(|customer| (*customer, at)));
        self.people.extend(stale.people.iter().map(|person| (*person, at)));
        if self.customers.len() > KNOWN || self.people.len() > KNOWN {
            self.note_everything();
        }
    }

    /// The last write of what a proof for this person hangs on, and of this customer where it is of one.
    fn last(&self, person: PersonId, customer: Option<CustomerId>) -> u64 {
        let of_person = self.people.get(&person).copied().unwrap_or(0);
        let of_customer = customer.and_then(|customer| self.customers.get(&customer)).copied().unwrap_or(0);
        self.everything.max(of_person).max(of_customer)
    }
}

impl Default for AccessCache {
    fn default() -> Self {
        let weigh = |bytes: usize| u32::try_from(bytes + OVERHEAD).unwrap_or(u32::MAX);
        Self {
            writes: Mutex::default(),
            actors: Cache::builder()
                .max_capacity(BYTES)
                .weigher(move |hash: &String, _| weigh(hash.len() + size_of::<(Actor, Timestamp)>() + ACTOR_TEXT))
                .build(),
            accesses: Cache::builder().max_capacity(BYTES).weigher(move |_, _| weigh(size_of::<Access>())).build(),
        }
    }
}

/// A name, a time zone.
const ACTOR_TEXT: usize = 64;

impl Debug for AccessCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccessCache").finish_non_exhaustive()
    }
}

impl AccessCache {
    fn writes(&self) -> MutexGuard<'_, Writes> {
        self.writes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Knows what a change has written; where that may be everything, it has begun this generation.
    pub(crate) fn forget(&self, stale: &Stale, generation: Option<i64>) {
        let writes = &mut *self.writes();
        match generation {
            Some(generation) => {
                writes.generation = writes.generation.max(generation);
                writes.note_everything();
            }
            None => writes.note(stale),
        }
    }

    /// Forgets everything where another process has begun a new generation; whether it has.
    pub(crate) fn sync(&self, generation: i64) -> bool {
        let writes = &mut *self.writes();
        let is_new = writes.generation != generation;
        if is_new {
            writes.generation = generation;
            writes.note_everything();
        }
        is_new
    }
}

impl Db {
    /// Whoever holds the secret of a live device, from memory where it is known.
    ///
    /// # Errors
    /// [`crate::StoreError`] where the database cannot be read.
    ///
    /// # Panics
    /// Where what is remembered is verified and wrong.
    pub async fn authenticate(&self, secret_hash: &str, now: Timestamp) -> Result<Option<Actor>> {
        let read = async || authenticate_until(&mut *self.read().await?, secret_hash, now).await;
        let last = |writes: &Writes, (actor, _): &(Actor, Timestamp)| {
            let by = actor.preview().map_or(0, |preview| writes.last(preview.by, None));
            writes.last(actor.person(), None).max(by)
        };
        let is_live = |(_, ends_at): &(Actor, Timestamp)| *ends_at > now;
        let found = self.remembered(|memory| &memory.actors, secret_hash.to_owned(), last, is_live, read).await?;
        Ok(found.map(|(actor, _)| actor))
    }

    /// What is known and good, or what is read and then kept. That something is not there is never kept.
    async fn remembered<K: Eq + Hash + Send + Sync + 'static, T: Clone + Debug + Send + Sync + 'static>(
        &self,
        cache: impl FnOnce(&AccessCache) -> &Cache<K, Read<T>>,
        key: K,
        last: impl Fn(&Writes, &T) -> u64,
        is_good: impl Fn(&T) -> bool,
        read: impl AsyncFnOnce() -> Result<Option<T>>,
    ) -> Result<Option<T>> {
        let Some(memory) = self.memory() else { return read().await };
        let cache = cache(memory);
        let (after, known) = {
            let known = cache.get(&key).filter(|known| is_good(&known.value));
            let writes = memory.writes();
            (writes.count, known.filter(|known| known.after >= last(&writes, &known.value)).map(|known| known.value))
        };
        if known.is_some() && !self.verifies_cache() {
            return Ok(known);
        }
        let found = read().await?;
        // What was written meanwhile says nothing about the memory, and what was read may be from before.
        if known.is_some() && memory.writes().count == after {
            assert!(format!("{known:?}") == format!("{found:?}"), "remembered {known:?}, kept {found:?}");
        }
        if let Some(value) = found.clone() {
            cache.insert(key, Read { after, value });
        }
        Ok(found)
    }
}

impl Reading<'_> {
    /// What the actor may do with the customer, from memory where it is known; none where there is no such customer
    /// or nothing may be done.
    ///
    /// # Errors
    /// [`crate::StoreError`] where the database cannot be read.
    ///
    /// # Panics
    /// Where what is remembered is verified and wrong.
    pub async fn access(&mut self, actor: &Actor, customer: CustomerId) -> Result<Option<Access>> {
        if actor.is_beyond(customer) {
            return Ok(None);
        }
        let (db, person) = (self.db, actor.person());
        let read = async || find(self.conn().await?, actor, customer).await;
        let last = |writes: &Writes, _: &Access| writes.last(person, Some(customer));
        db.remembered(|memory| &memory.accesses, (person, customer), last, |_| true, read).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Scope;
    use std::collections::BTreeSet;
    use ulid::Ulid;

    fn id<T: From<Ulid>>(n: u128) -> T {
        Ulid::from_parts(1, n).into()
    }

    fn stale(customers: &[u128], people: &[u128]) -> Stale {
        let (customers, people): (BTreeSet<_>, BTreeSet<_>) =
            (customers.iter().map(|n| id(*n)).collect(), people.iter().map(|n| id(*n)).collect());
        Stale { everything: false, customers, people }
    }

    #[test]
    fn a_proof_is_good_until_what_it_hangs_on_is_written() {
        let mut writes = Writes::default();
        let read = writes.count;
        writes.note(&stale(&[1], &[2]));
        assert!(writes.last(id(9), Some(id(8))) <= read, "others are written");
        assert!(writes.last(id(9), Some(id(1))) > read, "its customer is");
        assert!(writes.last(id(2), None) > read, "its person is");
        writes.note_everything();
        assert!(writes.last(id(9), Some(id(8))) > read);
    }

    #[test]
    fn what_is_known_of_writes_has_a_bound_and_is_never_taken_for_none() {
        let mut writes = Writes::default();
        writes.note(&stale(&[1], &[]));
        let read = writes.count;
        for n in 0..=KNOWN {
            writes.note(&stale(&[], &[n as u128]));
        }
        assert!(writes.people.len() <= KNOWN);
        assert!(writes.last(id(KNOWN as u128 + 1), Some(id(1))) > read);
    }

    #[test]
    fn the_proofs_have_a_bound() {
        let cache = AccessCache::default();
        for n in 0..100_000_u128 {
            let state = super::super::State { revision: 0, generation: super::super::Generation(0) };
            let access = super::super::access_of_member(id(n), id(1), state, &[Scope::Plan]).unwrap();
            cache.accesses.insert((id(n), id(1)), Read { after: 0, value: access });
        }
        cache.accesses.run_pending_tasks();
        assert!(cache.accesses.weighted_size() <= BYTES);
        assert!(cache.accesses.entry_count() > 10_000);
    }
}
