//! Views that were read before, for the reader who comes again: good until the customer's own events, or the
//! reader's day, make them stale.

use crate::{customer_layout::CustomerLayoutView, plan::PlanView, responsible::ResponsibleView};
use coplan_domain::id::{CustomerId, PersonId};
use coplan_store::access::{Generation, State};
use jiff::{Timestamp, civil::Date};
use std::{
    collections::HashMap,
    fmt::Debug,
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How many views of a kind are remembered, about 10 kB each; one more, and all begin anew.
const REMEMBERED: usize = 1_500;
/// In tests what is remembered is read again, and must be the same.
const VERIFY: bool = cfg!(feature = "testing");

/// What is remembered.
#[derive(Default)]
pub(crate) struct Memory {
    /// By reader and customer.
    pub(crate) frames: Views<(PersonId, CustomerId), (State, Date), CustomerLayoutView>,
    /// By reader and customer.
    pub(crate) plans: Views<(PersonId, CustomerId), (State, Date), PlanView>,
    /// By whose the matter is: the face that stands for it.
    pub(crate) faces: Views<PersonId, (Generation, Date), ResponsibleView>,
}

/// When something is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// What time it is.
    pub now: Timestamp,
    /// What day it is where the reader lives.
    pub today: Date,
}

/// The views of one kind, each with the state of what it was made of.
pub(crate) struct Views<K, S, T>(Mutex<HashMap<K, Remembered<S, T>>>);

struct Remembered<S, T> {
    state: S,
    until: Timestamp,
    view: Arc<T>,
}

impl<K, S, T> Default for Views<K, S, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, S: Copy + PartialEq, T: Debug> Views<K, S, T> {
    /// The remembered view, where the state is still the one that was proved for it; or the one that `read` gives
    /// together with the moment until which it is good if nothing happens.
    pub(crate) async fn find_or<E>(
        &self,
        key: K,
        state: S,
        now: Timestamp,
        read: impl AsyncFnOnce() -> Result<(T, Timestamp), E>,
    ) -> Result<Arc<T>, E> {
        let good = |known: &&Remembered<S, T>| known.state == state && now < known.until;
        let known = self.kept().get(&key).filter(good).map(|known| Arc::clone(&known.view));
        match known {
            Some(view) if !VERIFY => return Ok(view),
            _ => {}
        }
        let (view, until) = read().await?;
        if let Some(known) = known {
            assert_eq!(format!("{known:?}"), format!("{view:?}"), "what was remembered is not what is kept");
            return Ok(known);
        }
        let view = Arc::new(view);
        let kept = &mut *self.kept();
        if kept.len() >= REMEMBERED {
            kept.clear();
        }
        // It may be newer than the state that was proved before it was read, never older; so it is good for that
        // state, and for no later one.
        kept.insert(key, Remembered { state, until, view: Arc::clone(&view) });
        Ok(view)
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<K, Remembered<S, T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
