//! Proofs that were made before and hold still, so that a reader who comes again costs no statement.
//!
//! Kept only where one process alone writes, or tells of what it wrote by the generation: see [`Db::remember`].

use super::{Access, Actor, authenticate_until, find};
use crate::{Db, Reading, Result, change::Stale};
use coplan_domain::id::{CustomerId, PersonId};
use jiff::Timestamp;
use std::{
    collections::{BTreeMap, HashMap},
    fmt::Debug,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// How many people, and how many customers, are remembered; one more, and all begin anew.
const REMEMBERED: usize = 20_000;

/// In tests what is remembered is read again, and must be the same.
const VERIFY: bool = cfg!(feature = "testing");

/// What is remembered.
#[derive(Debug, Default)]
pub(crate) struct AccessCache(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// Raised whenever something is forgotten: what was being read meanwhile may be stale, and is not kept.
    turn: u64,
    generation: i64,
    actors: HashMap<String, (Actor, Timestamp)>,
    accesses: HashMap<CustomerId, BTreeMap<PersonId, Access>>,
}

impl AccessCache {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets what a change has made stale; where that is everything, it has begun this generation.
    pub(crate) fn forget(&self, stale: &Stale, generation: Option<i64>) {
        let kept = &mut *self.kept();
        kept.turn += 1;
        if let Some(generation) = generation {
            kept.generation = kept.generation.max(generation);
            kept.clear();
            return;
        }
        for customer in &stale.customers {
            kept.accesses.remove(customer);
        }
        if !stale.people.is_empty() {
            kept.actors.retain(|_, (actor, _)| !stale.people.contains(&actor.person()));
            kept.accesses.values_mut().for_each(|of| of.retain(|person, _| !stale.people.contains(person)));
        }
    }

    /// Forgets everything where another process has begun a new generation.
    pub(crate) fn sync(&self, generation: i64) {
        let kept = &mut *self.kept();
        if kept.generation != generation {
            kept.generation = generation;
            kept.turn += 1;
            kept.clear();
        }
    }
}

impl Kept {
    fn clear(&mut self) {
        self.actors.clear();
        self.accesses.clear();
    }
}

impl Db {
    /// Whoever holds the secret of a live device, from memory where it is known.
    ///
    /// # Errors
    /// [`crate::StoreError`] where the database cannot be read.
    ///
    /// # Panics
    /// In tests, where the memory is wrong.
    pub async fn authenticate(&self, secret_hash: &str, now: Timestamp) -> Result<Option<Actor>> {
        let known = |kept: &Kept| kept.actors.get(secret_hash).filter(|(_, ends_at)| *ends_at > now).cloned();
        let read = async || authenticate_until(&mut *self.read().await?, secret_hash, now).await;
        let keep = |kept: &mut Kept, found| {
            if kept.actors.len() >= REMEMBERED {
                kept.actors.clear();
            }
            kept.actors.insert(secret_hash.to_owned(), found);
        };
        Ok(self.remembered(known, read, keep).await?.map(|(actor, _)| actor))
    }

    /// What is known, or what is read and then kept. That something is not there is never kept.
    async fn remembered<T: Clone + Debug>(
        &self,
        known: impl FnOnce(&Kept) -> Option<T>,
        read: impl AsyncFnOnce() -> Result<Option<T>>,
        keep: impl FnOnce(&mut Kept, T),
    ) -> Result<Option<T>> {
        let Some(memory) = self.memory() else { return read().await };
        let (turn, known) = {
            let kept = memory.kept();
            (kept.turn, known(&kept))
        };
        if known.is_some() && !VERIFY {
            return Ok(known);
        }
        let found = read().await?;
        let kept = &mut *memory.kept();
        // What changed meanwhile says nothing about the memory, and what was read may be from before.
        if kept.turn == turn {
            assert!(known.is_none() || format!("{known:?}") == format!("{found:?}"), "remembered {known:?}, kept {found:?}");
            if let Some(found) = &found {
                keep(kept, found.clone());
            }
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
    /// In tests, where the memory is wrong.
    pub async fn access(&mut self, actor: &Actor, customer: CustomerId) -> Result<Option<Access>> {
        let db = self.db;
        let known = |kept: &Kept| kept.accesses.get(&customer).and_then(|of| of.get(&actor.person())).copied();
        let read = async || find(self.conn().await?, actor, customer).await;
        let keep = |kept: &mut Kept, found| {
            if kept.accesses.len() >= REMEMBERED {
                kept.accesses.clear();
            }
            kept.accesses.entry(customer).or_default().insert(actor.person(), found);
        };
        db.remembered(known, read, keep).await
    }
}
