//! The open streams of this process: how many there are, what wakes them, and what ends them.

use coplan_domain::id::PersonId;
use coplan_store::Stale;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::{broadcast, watch};

/// The most streams of one person: a few windows on a few devices.
const MOST_OF_ONE: usize = 12;
/// The most streams of all together.
const MOST: usize = 5_000;
/// How many changes a stream may fall behind; one that fell further looks at everything.
const CHANGES: usize = 256;

/// The open streams.
pub(crate) struct Streams {
    open: Mutex<HashMap<PersonId, usize>>,
    stale: broadcast::Sender<Arc<Stale>>,
    ending: watch::Sender<bool>,
}

impl Default for Streams {
    fn default() -> Self {
        Self { open: Mutex::default(), stale: broadcast::channel(CHANGES).0, ending: watch::channel(false).0 }
    }
}

/// The place of one stream, given back when it is dropped.
pub(super) struct Place {
    streams: Arc<Streams>,
    person: PersonId,
}

impl Streams {
    fn open(&self) -> MutexGuard<'_, HashMap<PersonId, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for one more; none where that is one too many.
    pub(super) fn place(self: &Arc<Self>, person: PersonId) -> Option<Place> {
        let mut open = self.open();
        let own = open.get(&person).copied().unwrap_or(0);
        if own >= MOST_OF_ONE || open.values().sum::<usize>() >= MOST {
            return None;
        }
        open.insert(person, own + 1);
        Some(Place { streams: Arc::clone(self), person })
    }

    /// What is changed from now on, and when to end.
    pub(super) fn listen(&self) -> (broadcast::Receiver<Arc<Stale>>, watch::Receiver<bool>) {
        (self.stale.subscribe(), self.ending.subscribe())
    }

    /// Wakes those that watch something of this.
    pub(crate) fn wake(&self, stale: Stale) {
        // Nobody listening is no error.
        let _ = self.stale.send(Arc::new(stale));
    }

    /// Ends all of them, and those that are opened from now on.
    pub(crate) fn end(&self) {
        self.ending.send_replace(true);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.streams.open();
        if let Some(own) = open.get_mut(&self.person) {
            *own -= 1;
            if *own == 0 {
                open.remove(&self.person);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_and_all_together_have_a_bound() {
        let streams = Arc::new(Streams::default());
        let person = |n: usize| PersonId(ulid::Ulid::from(n as u128));
        let mut places: Vec<_> = (0..MOST_OF_ONE).map(|_| streams.place(person(1)).unwrap()).collect();
        assert!(streams.place(person(1)).is_none());
        places.pop();
        assert!(streams.place(person(1)).is_some(), "a place is given back, and so is this one");
        let others: Vec<_> = (2..).map_while(|n| streams.place(person(n))).collect();
        assert_eq!(places.len() + others.len(), MOST);
        drop((places, others));
        assert!(streams.open().is_empty());
    }
}
