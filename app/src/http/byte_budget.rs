//! How many bytes of requests and answers may be in memory at once, for all together and for each sender.

use coplan_domain::id::PersonId;
use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::{Instant, sleep};

/// The most bytes for all together.
const TOTAL: usize = 48 << 20;
/// One sender may have one part of so many, and so may all together who are not signed in: nobody stalls the others.
const SHARES: usize = 4;

/// How often somebody who waits for room looks whether there is some.
const LOOKED_AGAIN: Duration = Duration::from_millis(100);

/// Whose request it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Owner {
    /// Somebody who is signed in.
    Person(PersonId),
    /// Anybody else, by the network that the request comes from.
    Network(String),
    /// The mail server that shows the secret which is set for it.
    MailServer,
}

/// The budget is used up, or the sender's part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetFull;

/// The bytes that are in memory.
#[derive(Debug)]
pub struct ByteBudget {
    total: usize,
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    all: usize,
    strangers: usize,
    by_owner: HashMap<Owner, usize>,
}

impl Default for ByteBudget {
    fn default() -> Self {
        Self::new(TOTAL)
    }
}

impl ByteBudget {
    /// A budget of so many bytes.
    #[must_use]
    pub fn new(total: usize) -> Self {
        Self { total, held: Mutex::default() }
    }

    /// A reservation of nothing yet.
    #[must_use]
    pub fn reserve(self: &Arc<Self>, owner: Owner) -> Reservation {
        Reservation { budget: Arc::clone(self), owner, bytes: 0 }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Bytes of one request or answer, given back when it is dropped.
#[derive(Debug)]
pub struct Reservation {
    budget: Arc<ByteBudget>,
    owner: Owner,
    bytes: usize,
}

impl Reservation {
    /// Takes so many bytes more.
    ///
    /// # Errors
    /// [`BudgetFull`]; what was taken before stays taken.
    pub fn grow(&mut self, bytes: usize) -> Result<(), BudgetFull> {
        let share = self.budget.total / SHARES;
        let is_stranger = matches!(self.owner, Owner::Network(_));
        let mut held = self.budget.held();
        let own = held.by_owner.get(&self.owner).copied().unwrap_or(0);
        let strangers_fit = !is_stranger || held.strangers + bytes <= share;
        if held.all + bytes > self.budget.total || own + bytes > share || !strangers_fit {
            return Err(BudgetFull);
        }
        held.all += bytes;
        if is_stranger {
            held.strangers += bytes;
        }
        *held.by_owner.entry(self.owner.clone()).or_default() += bytes;
        drop(held);
        self.bytes += bytes;
        Ok(())
    }

    /// Takes so many bytes more, as soon as they are free.
    ///
    /// # Errors
    /// [`BudgetFull`] where they are not within this time.
    pub async fn grow_in_time(&mut self, bytes: usize, patience: Duration) -> Result<(), BudgetFull> {
        let end = Instant::now() + patience;
        while self.grow(bytes).is_err() {
            if Instant::now() >= end {
                return Err(BudgetFull);
            }
            sleep(LOOKED_AGAIN).await;
        }
        Ok(())
    }

    /// Gives all of it back.
    pub fn clear(&mut self) {
        if self.bytes == 0 {
            return;
        }
        let mut held = self.budget.held();
        held.all -= self.bytes;
        if matches!(self.owner, Owner::Network(_)) {
            held.strangers -= self.bytes;
        }
        if let Entry::Occupied(mut own) = held.by_owner.entry(self.owner.clone()) {
            *own.get_mut() -= self.bytes;
            if *own.get() == 0 {
                own.remove();
            }
        }
        drop(held);
        self.bytes = 0;
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u128) -> Owner {
        Owner::Person(PersonId(n.into()))
    }

    fn network(n: usize) -> Owner {
        Owner::Network(n.to_string())
    }

    #[test]
    fn one_sender_leaves_room_for_others() {
        let budget = Arc::new(ByteBudget::new(400));
        let mut one = budget.reserve(person(1));
        one.grow(60).unwrap();
        let mut again = budget.reserve(person(1));
        assert_eq!(again.grow(41), Err(BudgetFull));
        again.grow(40).unwrap();
        budget.reserve(person(2)).grow(100).unwrap();
        drop(one);
        again.grow(60).unwrap();
    }

    #[test]
    fn strangers_from_many_networks_leave_room_for_who_is_signed_in() {
        let budget = Arc::new(ByteBudget::new(400));
        let mut strangers = Vec::new();
        for n in 0..10 {
            let mut stranger = budget.reserve(network(n));
            stranger.grow(10).unwrap();
            strangers.push(stranger);
        }
        assert_eq!(budget.reserve(network(10)).grow(1), Err(BudgetFull));
        budget.reserve(person(1)).grow(100).unwrap();
        strangers.pop();
        budget.reserve(network(10)).grow(10).unwrap();
    }

    #[tokio::test]
    async fn a_file_waits_for_room_and_not_for_ever() {
        let budget = Arc::new(ByteBudget::new(400));
        let mut held = budget.reserve(person(1));
        held.grow(100).unwrap();
        let mut waiting = budget.reserve(person(1));
        assert_eq!(waiting.grow_in_time(1, Duration::from_millis(1)).await, Err(BudgetFull));
        let release = async {
            sleep(Duration::from_millis(10)).await;
            drop(held);
        };
        let (grown, ()) = tokio::join!(waiting.grow_in_time(100, Duration::from_secs(10)), release);
        assert_eq!(grown, Ok(()));
    }

    #[test]
    fn all_together_have_a_bound_and_what_is_dropped_is_given_back() {
        let budget = Arc::new(ByteBudget::new(400));
        let mut held: Vec<_> = (0..4).map(|n| budget.reserve(person(n))).collect();
        for one in &mut held {
            one.grow(100).unwrap();
        }
        assert_eq!(budget.reserve(person(9)).grow(1), Err(BudgetFull));
        held.clear();
        assert!(budget.held().by_owner.is_empty() && budget.held().all == 0);
    }
}
