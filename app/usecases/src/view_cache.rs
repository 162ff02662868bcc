//! Views that were read before, for the reader who comes again: good until the customer's own events, or the
//! reader's day, make them stale.

mod weight;

pub(crate) use weight::Weighed;

use crate::{customer_layout::CustomerLayoutView, plan::PlanView, responsible::ResponsibleView};
use coplan_domain::id::{CustomerId, PersonId};
use coplan_store::access::{Generation, State};
use jiff::{Timestamp, civil::Date};
use moka::sync::Cache;
use std::{fmt::Debug, hash::Hash, sync::Arc};

/// The most bytes that plans take; most have about 6 kB.
const PLANS: u64 = 24 << 20;
/// The most bytes that what stands around pages takes, and the same for faces; each has less than a kilobyte.
const SMALL: u64 = 4 << 20;
/// The part of the memory of its kind that a view may take. One that is larger is read anew each time: for one that a few
/// read, those of hundreds would go.
const LARGEST: u64 = 64;
/// What the cache itself needs for a view, in bytes.
const OVERHEAD: usize = 160;

/// What is remembered.
pub(crate) struct Memory {
    /// By reader and customer.
    pub(crate) frames: Views<(PersonId, CustomerId), (State, Date), CustomerLayoutView>,
    /// By reader and customer.
    pub(crate) plans: Views<(PersonId, CustomerId), (State, Date), PlanView>,
    /// By whose the matter is: the face that stands for it.
    pub(crate) faces: Views<PersonId, (Generation, Date), ResponsibleView>,
}

impl Memory {
    /// Nothing yet; where it is verified, what is remembered is read again, and must be the same.
    pub(crate) fn new(verify: bool) -> Self {
        Self { frames: Views::new(SMALL, verify), plans: Views::new(PLANS, verify), faces: Views::new(SMALL, verify) }
    }
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
pub(crate) struct Views<K, S, T> {
    known: Cache<K, Remembered<S, T>>,
    largest: u64,
    verify: bool,
}

struct Remembered<S, T> {
    state: S,
    until: Timestamp,
    view: Arc<T>,
    bytes: usize,
}

impl<S: Copy, T> Clone for Remembered<S, T> {
    fn clone(&self) -> Self {
        Self { state: self.state, until: self.until, view: Arc::clone(&self.view), bytes: self.bytes }
    }
}

impl<K, S, T> Views<K, S, T>
where
    K: Eq + Hash + Send + Sync + 'static,
    S: Copy + PartialEq + Send + Sync + 'static,
    T: Debug + Weighed + Send + Sync + 'static,
{
    fn new(bytes: u64, verify: bool) -> Self {
        let weigh = |_: &K, known: &Remembered<S, T>| u32::try_from(known.bytes).unwrap_or(u32::MAX);
        Self { known: Cache::builder().max_capacity(bytes).weigher(weigh).build(), largest: bytes / LARGEST, verify }
    }

    /// The remembered view, where the state is still the one that was proved for it; or the one that `read` gives
    /// together with the moment until which it is good if nothing happens.
    pub(crate) async fn find_or<E>(
        &self,
        key: K,
        state: S,
        now: Timestamp,
        read: impl AsyncFnOnce() -> Result<(T, Timestamp), E>,
    ) -> Result<Arc<T>, E> {
        let known = self.known.get(&key).filter(|known| known.state == state && now < known.until);
        match known {
            Some(known) if !self.verify => return Ok(known.view),
            _ => {}
        }
        let (view, until) = read().await?;
        if let Some(known) = known {
            assert_eq!(format!("{:?}", known.view), format!("{view:?}"), "what was remembered is not what is kept");
            return Ok(known.view);
        }
        let (bytes, view) = (view_bytes(&view), Arc::new(view));
        if bytes as u64 <= self.largest {
            // It may be newer than the state that was proved before it was read, never older; so it is good for that
            // state, and for no later one.
            self.known.insert(key, Remembered { state, until, view: Arc::clone(&view), bytes });
        } else {
            self.known.invalidate(&key);
        }
        Ok(view)
    }
}

/// What a view takes in the cache.
fn view_bytes<T: Weighed>(view: &T) -> usize {
    size_of::<T>() + view.heap() + OVERHEAD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Text(String);

    impl Weighed for Text {
        fn heap(&self) -> usize {
            self.0.len()
        }
    }

    type Texts = Views<u32, u8, Text>;

    async fn find(views: &Texts, key: u32, state: u8, length: usize) -> usize {
        let read = async || Ok::<_, ()>((Text("x".repeat(length)), Timestamp::MAX));
        views.find_or(key, state, Timestamp::UNIX_EPOCH, read).await.unwrap().0.len()
    }

    #[tokio::test]
    async fn a_view_is_remembered_while_its_state_is_the_same() {
        let views = Texts::new(1 << 20, false);
        assert_eq!(find(&views, 1, 0, 5).await, 5);
        assert_eq!(find(&views, 1, 0, 6).await, 5);
        assert_eq!(find(&views, 1, 1, 7).await, 7);
        assert_eq!(find(&views, 2, 1, 8).await, 8);
    }

    #[tokio::test]
    async fn all_views_together_have_a_bound_and_a_large_one_is_not_kept() {
        let views = Texts::new(1 << 20, false);
        for key in 0..5_000 {
            find(&views, key, 0, 10_000).await;
        }
        views.known.run_pending_tasks();
        assert!(views.known.weighted_size() <= 1 << 20);
        assert!(views.known.entry_count() > 50, "{}", views.known.entry_count());
        assert_eq!(find(&views, 0, 1, 20_000).await, 20_000);
        assert_eq!(find(&views, 0, 1, 9).await, 9, "it was read anew");
    }
}
