//! What every deed works with: the database, the clock, chance, and those who listen.

use crate::{
    live::Streams,
    plan::Visits,
    seal::SecretKey,
    thread::Readings,
    view_cache::{Memory, Moment},
};
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    id::{CustomerId, PersonId},
    person::StaffRole,
    scan::ScannerAddress,
    system::{Clock, Rng},
    working_time::WorkingTime,
};
use coplan_store::{
    Change, Committed, Conn, Db, Invalidation, Outage, Stale, StoreError, access, access::Access, access::Actor, files::Files,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::sync::Arc;
use tokio::sync::{Notify, broadcast};

/// What the supplier has set for this installation.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The supplier's name, as customers know it.
    pub supplier: String,
    /// Where people reach this installation, without a slash at the end.
    pub public_url: String,
    /// Whether all staff must use a second factor.
    pub second_factor_required: bool,
    /// Whether all admins must.
    pub admin_second_factor_required: bool,
    /// What seeds of second factors are sealed with.
    pub secret_key: SecretKey,
    /// The domain of the addresses that replies by email come to; none where they are not taken.
    pub reply_domain: Option<String>,
    /// What the server that receives email calls itself where it says what it found out of a sender (RFC 8601).
    pub mail_authserv: Option<String>,
    /// The virus scanner that is asked about what people send; none where they have none.
    pub scanner: Option<ScannerAddress>,
    /// When the supplier works, for promises in working hours.
    pub working_time: WorkingTime,
    /// Whether this installation is the demo, which shows its mails on a page.
    pub demo: bool,
}

impl Settings {
    /// Whether whoever has this role must use a second factor.
    #[must_use]
    pub fn requires_second_factor(&self, role: StaffRole) -> bool {
        self.second_factor_required || (self.admin_second_factor_required && role == StaffRole::Admin)
    }
}

/// What every deed works with. Cheap to clone.
#[derive(Clone)]
pub struct Portal {
    /// The database.
    pub db: Db,
    /// The files beside it.
    pub files: Files,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// What nobody can guess.
    pub rng: Arc<dyn Rng>,
    /// What the supplier has set.
    pub settings: Arc<Settings>,
    /// Rung when work has been promised, so that the worker need not wait for its next round.
    pub work: Arc<Notify>,
    pub(crate) memory: Arc<Memory>,
    pub(crate) visits: Arc<Visits>,
    pub(crate) readings: Arc<Readings>,
    events: broadcast::Sender<Event>,
    pub(crate) streams: Arc<Streams>,
}

/// Something failed that is nobody's doing: told with a reference code, logged once at the edge.
#[derive(Debug, thiserror::Error)]
pub enum InternalError {
    /// The store could not do what it was asked.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A password could not be worked on.
    #[error("a password could not be hashed")]
    Hashing,
    /// Work could not be put into words for the outbox.
    #[error("work could not be promised")]
    Promise,
    /// Reading a file was broken off.
    #[error("a file could not be read to its end")]
    Reading,
    /// A second factor could not be made from what is kept.
    #[error("a second factor could not be made")]
    SecondFactor,
}

impl InternalError {
    /// The outage behind the fault, where there is one.
    #[must_use]
    pub fn outage(&self) -> Option<Outage> {
        match self {
            Self::Store(error) => error.outage(),
            Self::Hashing | Self::Promise | Self::Reading | Self::SecondFactor => None,
        }
    }
}

impl Portal {
    /// A portal on an open, migrated database with its files.
    #[must_use]
    pub fn new(db: Db, files: Files, clock: Arc<dyn Clock>, rng: Arc<dyn Rng>, settings: Settings) -> Self {
        let (events, _) = broadcast::channel(256);
        let (settings, work) = (Arc::new(settings), Arc::new(Notify::new()));
        let memory = Arc::new(Memory::new(db.verifies_cache()));
        let (visits, readings, streams) = (Arc::default(), Arc::default(), Arc::default());
        Self { db, files, clock, rng, settings, work, memory, visits, readings, events, streams }
    }

    /// Begins a change. What is remembered of anything is read anew after it.
    pub async fn change(&self) -> Result<Change, InternalError> {
        Ok(self.db.change(&*self.clock, &self.rng, Invalidation::Everything).await?)
    }

    /// Begins a change that changes nothing but what lies under the customers, and the ways in of the people, that
    /// it touches.
    pub async fn change_touched(&self) -> Result<Change, InternalError> {
        Ok(self.db.change(&*self.clock, &self.rng, Invalidation::Touched).await?)
    }

    /// Keeps a change, tells those who listen and rings for the worker.
    ///
    /// # Errors
    /// [`InternalError`] where it cannot be kept; then nothing of it is.
    pub async fn commit(&self, change: Change) -> Result<(), InternalError> {
        let (events, work, streams) = (self.events.clone(), Arc::clone(&self.work), Arc::clone(&self.streams));
        let tell = move |Committed { events: happened, stale }: Committed| {
            streams.wake(stale);
            for event in happened {
                // Nobody listening is no error.
                let _ = events.send(event);
            }
            work.notify_waiters();
        };
        Ok(change.commit(tell).await?)
    }

    /// Wakes the streams of readers for what another process has changed.
    pub fn wake_streams(&self, stale: Stale) {
        self.streams.wake(stale);
    }

    /// Ends the streams of readers, for good.
    pub fn end_streams(&self) {
        self.streams.end();
    }

    /// What happens from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// What day it is where the reader lives.
    #[must_use]
    pub fn today(&self, actor: &Actor) -> Date {
        self.moment(actor).today
    }

    /// What time it is, and what day where the reader lives.
    pub(crate) fn moment(&self, actor: &Actor) -> Moment {
        let now = self.clock.now();
        Moment { now, today: day_in(now, actor.entered().time_zone()) }
    }
}

/// The day at a moment in a time zone; UTC's where the zone is not known.
#[must_use]
pub fn day_in(at: Timestamp, time_zone: &str) -> Date {
    at.to_zoned(TimeZone::get(time_zone).unwrap_or(TimeZone::UTC)).date()
}

/// What the actor may do with the customer.
pub(crate) async fn access_to(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<Option<Access>, InternalError> {
    Ok(access::find(conn, actor, customer).await?)
}

/// An event of this change.
pub(crate) fn event(
    change: &Change,
    customer: CustomerId,
    actor: PersonId,
    kind: EventKind,
    object: (ObjectKind, ulid::Ulid),
    label: &str,
    audience: Audience,
) -> Event {
    Event {
        id: change.id(),
        customer,
        actor: Some(actor),
        kind,
        object_kind: object.0,
        object: object.1,
        label: label.to_owned(),
        audience,
        at: change.now(),
    }
}
