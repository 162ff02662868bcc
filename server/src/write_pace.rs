//! Paces what one person changes: nobody writes by hand as fast as a script with somebody's session.

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};
use coplan_app::http::{context::RequestContext, errors::PageError};
use coplan_domain::id::PersonId;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::time::Instant;

/// How many changes one person may make at once.
const BURST: u32 = 60;
/// How soon one more may be made after that.
const INTERVAL: Duration = Duration::from_millis(500);
/// How many people are remembered before those who have not written lately are forgotten.
const PRUNED_AT: usize = 1_000;

/// When each person will have made up for all changes so far. Counted by each process alone: what it protects is the
/// process and its database, not a secret.
#[derive(Debug, Default)]
pub struct WritePace(Mutex<HashMap<PersonId, Instant>>);

impl WritePace {
    /// Counts a change, or tells how long to wait for it.
    fn count(&self, person: PersonId, now: Instant) -> Result<(), Duration> {
        let mut people = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if people.len() >= PRUNED_AT {
            people.retain(|_, free| *free > now);
        }
        let free = people.entry(person).or_insert(now);
        let next = (*free).max(now) + INTERVAL;
        let ahead = next.duration_since(now);
        if ahead > INTERVAL * BURST {
            return Err(ahead.saturating_sub(INTERVAL * BURST));
        }
        *free = next;
        Ok(())
    }

    /// Takes back what was counted: nothing was changed.
    fn forgive(&self, person: PersonId) {
        let mut people = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(free) = people.get_mut(&person) {
            *free -= INTERVAL;
        }
    }
}

/// Lets a change of somebody who is signed in go on, unless it comes too fast. What others send is limited by what it
/// asks for.
pub async fn layer(State(pace): State<Arc<WritePace>>, request: Request, next: Next) -> Response {
    let person = request
        .extensions()
        .get::<RequestContext>()
        .and_then(|context| context.actor.as_ref())
        .map(coplan_usecases::Actor::person);
    let Some(person) = person.filter(|_| *request.method() == Method::POST) else { return next.run(request).await };
    if let Err(retry_after) = pace.count(person, Instant::now()) {
        return PageError::TooMany { retry_after }.into_response();
    }
    let answer = next.run(request).await;
    if answer.status().is_client_error() {
        pace.forgive(person);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u128) -> PersonId {
        PersonId(n.into())
    }

    #[test]
    fn sixty_changes_at_once_and_then_two_a_second() {
        let (pace, now) = (WritePace::default(), Instant::now());
        for _ in 0..60 {
            assert_eq!(pace.count(person(1), now), Ok(()));
        }
        assert_eq!(pace.count(person(1), now), Err(INTERVAL));
        assert_eq!(pace.count(person(2), now), Ok(()), "others go on");
        pace.forgive(person(1));
        assert_eq!(pace.count(person(1), now), Ok(()), "what was refused is no change");
        for second in 1..=30 {
            let now = now + Duration::from_secs(second);
            assert_eq!([(); 3].map(|()| pace.count(person(1), now).is_ok()), [true, true, false], "{second}");
        }
    }

    #[test]
    fn whoever_has_rested_may_begin_anew_and_is_forgotten() {
        let (pace, now) = (WritePace::default(), Instant::now());
        for n in 0..PRUNED_AT as u128 {
            assert_eq!(pace.count(person(n), now), Ok(()));
        }
        let later = now + Duration::from_secs(30);
        for _ in 0..60 {
            assert_eq!(pace.count(person(1), later), Ok(()));
        }
        assert_eq!(pace.0.lock().unwrap().len(), 1);
    }
}
