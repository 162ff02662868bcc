//! Streams that tell a reader that what it looks at has changed: that, and nothing of what. Each time it is proved anew that
//! the reader is in and may know, by the predicate that its pages are made with.

mod streams;

pub use coplan_store::event::EventKey;
pub(crate) use streams::Streams;

use crate::{
    Error, Portal, entry,
    portal::access_to,
    thread::{list_here, list_readers},
};
use coplan_domain::{
    event::ObjectKind,
    id::{CustomerId, PersonId, ThreadId},
};
use coplan_store::{Stale, access::Actor, event, thread};
use jiff::{SignedDuration, Timestamp};
use std::{collections::BTreeSet, sync::Arc, time::Duration};
use streams::Place;
use tokio::{
    sync::{broadcast, watch},
    time::{Instant, sleep_until},
};

/// How often a stream says that it is alive, and looks whether its reader is still in.
const BEAT: Duration = Duration::from_secs(15);
/// How long a stream lives; its reader then opens another.
const LONGEST: Duration = Duration::from_mins(30);
/// Events are dated by when their change began, and may be kept in another order, as long after that.
const BEHIND: SignedDuration = SignedDuration::from_secs(10);
/// How many events are looked at: one is enough to look again at all.
const EVENTS: i64 = 50;

/// What is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// Under which customer.
    pub customer: CustomerId,
    /// Which thread; the plan where it is none.
    pub thread: Option<ThreadId>,
}

/// What a stream tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It has changed; this is the last that happened.
    Changed(EventKey),
    /// Who else is here, or has read what the reader said last, is another.
    People,
    /// Only that it is alive.
    Nothing,
}

/// Why nothing can be watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// There are as many streams as may be, of this person or of all.
    #[error("too many streams")]
    Full,
    /// As every other deed.
    #[error(transparent)]
    Other(#[from] Error),
}

/// A stream of one reader.
pub struct Watch {
    portal: Portal,
    /// Of the reader's device.
    secret: String,
    person: PersonId,
    topic: Topic,
    since: Timestamp,
    told: BTreeSet<EventKey>,
    /// Who has read what the reader said last, and who else looks at it; none before the first look.
    people: Option<[Vec<String>; 2]>,
    stale: broadcast::Receiver<Arc<Stale>>,
    ending: watch::Receiver<bool>,
    /// What is told before all else.
    first: Option<Told>,
    looks: bool,
    beats_at: Instant,
    ends_at: Instant,
    place: Place,
}

/// Watches a plan or a thread of it for whoever is on the device with this secret, from a moment on.
///
/// # Errors
/// [`WatchError`]; not found where the reader may not know of the thread.
pub async fn watch(portal: &Portal, actor: &Actor, secret: &str, topic: Topic, since: Timestamp) -> Result<Watch, WatchError> {
    let person = actor.person();
    let place = portal.streams.place(person).ok_or(WatchError::Full)?;
    // Before anything is read, so that what happens meanwhile is not missed.
    let (stale, ending) = portal.streams.listen();
    let now = Instant::now();
    let mut watch = Watch {
        portal: portal.clone(),
        secret: secret.to_owned(),
        person,
        topic,
        since: since.checked_sub(BEHIND).unwrap_or(since),
        told: BTreeSet::new(),
        people: None,
        stale,
        ending,
        first: None,
        looks: false,
        beats_at: now + BEAT,
        ends_at: now + LONGEST,
        place,
    };
    // What a change that began before the page was made has kept after that is not on it: what is so young is told.
    watch.first = watch.look().await?;
    // Nor is the member there where somebody looks as that member.
    if let Some(thread) = topic.thread.filter(|_| actor.preview().is_none()) {
        watch.place.look_at(topic.customer, thread);
    }
    Ok(watch)
}

impl Watch {
    /// What is watched.
    #[must_use]
    pub fn topic(&self) -> Topic {
        self.topic
    }

    /// What there is to tell next; none once the stream is over, because its reader is not in any more, may not know of what it
    /// watches any more, or because it has lasted long enough.
    pub async fn next(&mut self) -> Option<Told> {
        if let Some(told) = self.first.take() {
            return Some(told);
        }
        loop {
            if self.looks {
                let looked = self.look().await;
                // Not before: who stops waiting in between misses nothing.
                self.looks = false;
                match looked {
                    Ok(Some(told)) => return Some(told),
                    // Where the database does not answer it is asked again at the next beat.
                    Ok(None) | Err(Error::Internal(_)) => {}
                    Err(_) => return None,
                }
            }
            tokio::select! {
                () = ended(&mut self.ending) => return None,
                () = sleep_until(self.ends_at) => return None,
                () = sleep_until(self.beats_at) => {
                    self.beats_at += BEAT;
                    self.looks = true;
                    return Some(Told::Nothing);
                }
                stale = self.stale.recv() => self.looks = match stale {
                    Ok(stale) => {
                        stale.everything || stale.customers.contains(&self.topic.customer) || stale.people.contains(&self.person)
                    }
                    Err(broadcast::error::RecvError::Lagged(_)) => true,
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
            }
        }
    }

    /// The last that happened and was not told yet.
    async fn look(&mut self) -> Result<Option<Told>, Error> {
        let Topic { customer, thread } = self.topic;
        let actor = entry::enter(&self.portal, &self.secret).await?.filter(|actor| actor.person() == self.person);
        let actor = actor.ok_or(Error::NotIn)?;
        let mut conn = self.portal.db.read().await?;
        let access = access_to(&mut conn, &actor, customer).await?.ok_or(Error::NotFound)?;
        let (events, people) = if let Some(id) = thread {
            let scope = access.discussion.ok_or(Error::NotFound)?;
            let thread = thread::find(&mut conn, scope, access.money, id).await?.ok_or(Error::NotFound)?;
            let events = event::list_of_object(&mut conn, &access, (ObjectKind::Thread, id.0), self.since, EVENTS).await?;
            let read_by = list_readers(&self.portal, &mut conn, &actor, &access, &thread).await?;
            (events, [read_by, list_here(&self.portal, &mut conn, &actor, &access, id).await?])
        } else {
            (event::list_since(&mut conn, &access, self.since, EVENTS).await?, [Vec::new(), Vec::new()])
        };
        drop(conn);
        let before = self.people.replace(people);
        let are_others = before.is_some() && before != self.people;
        let newest = events.iter().copied().find(|key| !self.told.contains(key));
        self.told.extend(events);
        if let Some(last) = self.told.last() {
            self.since = self.since.max(last.at().checked_sub(BEHIND).unwrap_or(self.since));
            let since = self.since;
            self.told.retain(|key| key.at() >= since);
        }
        Ok(newest.map(Told::Changed).or(are_others.then_some(Told::People)))
    }
}

/// Until all streams are to end.
async fn ended(ending: &mut watch::Receiver<bool>) {
    // Where nobody can say so any more they are over as well.
    ending.wait_for(|ended| *ended).await.map(drop).unwrap_or_default();
}
