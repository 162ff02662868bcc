//! The open streams of this process: how many there are, what wakes them, and what ends them.

use coplan_domain::id::{CustomerId, PersonId, ThreadId};
use coplan_store::Stale;
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::{broadcast, watch};

/// The most streams of one person: a few windows on a few devices.
const MOST_OF_ONE: usize = 12;
/// The most streams of all together.
const MOST: usize = 5_000;
/// How many changes a stream may fall behind; one that fell further looks at everything.
const CHANGES: usize = 256;

/// Who has streams open, and who looks at which thread.
#[derive(Default)]
struct Open {
    people: HashMap<PersonId, usize>,
    here: HashMap<ThreadId, Vec<PersonId>>,
}

/// The open streams.
pub(crate) struct Streams {
    open: Mutex<Open>,
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
    /// What it looks at, once it may.
    at: Option<(CustomerId, ThreadId)>,
}

impl Place {
    /// Tells those who look at the thread that one more does.
    pub(super) fn look_at(&mut self, customer: CustomerId, thread: ThreadId) {
        self.at = Some((customer, thread));
        self.streams.open().here.entry(thread).or_default().push(self.person);
        self.streams.wake(of_customer(customer));
    }
}

fn of_customer(customer: CustomerId) -> Stale {
    Stale { customers: [customer].into(), ..Stale::default() }
}

impl Streams {
    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for one more; none where that is one too many.
    pub(super) fn place(self: &Arc<Self>, person: PersonId) -> Option<Place> {
        let mut open = self.open();
        let own = open.people.get(&person).copied().unwrap_or(0);
        if own >= MOST_OF_ONE || open.people.values().sum::<usize>() >= MOST {
            return None;
        }
        open.people.insert(person, own + 1);
        Some(Place { streams: Arc::clone(self), person, at: None })
    }

    /// Who looks at a thread now, in this process.
    pub(crate) fn here(&self, thread: ThreadId) -> BTreeSet<PersonId> {
        self.open().here.get(&thread).into_iter().flatten().copied().collect()
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
        if let Some(own) = open.people.get_mut(&self.person) {
            *own -= 1;
            if *own == 0 {
                open.people.remove(&self.person);
            }
        }
        let Some((customer, thread)) = self.at else { return };
        if let Some(here) = open.here.get_mut(&thread) {
            if let Some(place) = here.iter().position(|person| *person == self.person) {
                here.swap_remove(place);
            }
            if here.is_empty() {
                open.here.remove(&thread);
            }
        }
        drop(open);
        self.streams.wake(of_customer(customer));
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
        assert!(streams.open().people.is_empty());
    }

    #[test]
    fn who_looks_at_a_thread_is_here_until_the_last_window_is_closed() {
        let streams = Arc::new(Streams::default());
        let (person, customer, thread) =
            (PersonId(ulid::Ulid::from(1u128)), CustomerId(ulid::Ulid::from(2u128)), ThreadId(ulid::Ulid::from(3u128)));
        let mut windows = [streams.place(person).unwrap(), streams.place(person).unwrap()];
        assert!(streams.here(thread).is_empty(), "nobody may look at it yet");
        for window in &mut windows {
            window.look_at(customer, thread);
        }
        let [first, second] = windows;
        drop(first);
        assert_eq!(streams.here(thread), [person].into());
        let (mut woken, _) = streams.listen();
        drop(second);
        assert!(streams.here(thread).is_empty() && streams.open().here.is_empty());
        assert!(woken.try_recv().unwrap().customers.contains(&customer), "the others are told");
    }
}
