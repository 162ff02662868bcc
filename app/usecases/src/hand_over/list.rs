//! What was planned: what is to come, and what became of it.

use crate::{Error, InternalError, Portal};
use coplan_domain::{hand_over::HandOverOutcome, id::PersonId, person::StaffRole};
use coplan_store::{
    Conn,
    access::{Actor, Staff},
    hand_over::{self, HandOver},
};
use jiff::{SignedDuration, Timestamp, civil::Date};

/// How long those that are over are listed.
const LISTED: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How long they are told among what is new.
const TOLD: SignedDuration = SignedDuration::from_hours(14 * 24);
/// The most that are listed.
const MOST: i64 = 100;

/// One in the list.
#[derive(Debug, Clone)]
pub struct PlannedHandOver {
    /// What was planned.
    pub hand_over: HandOver,
    /// Whether its day is to come, and it was not withdrawn.
    pub is_ahead: bool,
    /// Whether the reader may withdraw it now.
    pub may_withdraw: bool,
}

impl PlannedHandOver {
    fn new(reader: &Staff, hand_over: HandOver, now: Timestamp) -> Self {
        let is_ahead = hand_over.withdrawn.is_none() && hand_over.due_at > now;
        Self { may_withdraw: is_ahead && may_withdraw(reader, &hand_over), is_ahead, hand_over }
    }

    /// How many of the customers went over.
    #[must_use]
    pub fn done(&self) -> usize {
        let done = |outcome: Option<HandOverOutcome>| outcome == Some(HandOverOutcome::Done);
        self.hand_over.customers.iter().filter(|one| done(one.outcome)).count()
    }

    /// Whether one of the customers stayed where it was.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        let failed = |outcome: HandOverOutcome| outcome != HandOverOutcome::Done;
        self.hand_over.customers.iter().any(|one| one.outcome.is_some_and(failed))
    }
}

/// The list with the days as its reader says them.
#[derive(Debug, Clone)]
pub struct HandOverList {
    /// The latest day first.
    pub rows: Vec<PlannedHandOver>,
    /// The reader.
    pub reader: PersonId,
    /// The reader's day.
    pub today: Date,
}

/// Whoever planned it, or an admin.
pub(super) fn may_withdraw(reader: &Staff, hand_over: &HandOver) -> bool {
    reader.role() == StaffRole::Admin || hand_over.planned_by.0 == reader.entered().person()
}

/// Lists those of the last months and those to come that the reader planned or gets customers by; all of them for admins.
pub async fn list(portal: &Portal, actor: &Actor) -> Result<HandOverList, Error> {
    let reader = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let now = portal.clock.now();
    let found = hand_over::list(&mut conn, reader, now - LISTED, MOST).await?;
    let rows = found.into_iter().map(|one| PlannedHandOver::new(reader, one, now)).collect();
    Ok(HandOverList { rows, reader: actor.person(), today: portal.today(actor) })
}

/// What the reader's day tells: what it gets, soon or lately, and what it planned that is to come or went otherwise.
pub(crate) async fn list_for_today(
    conn: &mut Conn,
    reader: &Staff,
    now: Timestamp,
) -> Result<Vec<PlannedHandOver>, InternalError> {
    let me = reader.entered().person();
    let found = hand_over::list(conn, reader, now - TOLD, MOST).await?;
    let told = found.into_iter().filter(|one| one.withdrawn.is_none()).map(|one| PlannedHandOver::new(reader, one, now));
    let concerns = |one: &PlannedHandOver| {
        let is_planner = one.hand_over.planned_by.0 == me && (one.is_ahead || one.has_failed());
        let is_heir = one.hand_over.heir.0 == me && (one.is_ahead || one.done() > 0);
        is_planner || is_heir
    };
    Ok(told.filter(concerns).collect())
}
