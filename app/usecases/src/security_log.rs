//! The log of security events: who did what, from where, with what outcome. Nothing that anybody wrote is in it.

use crate::{
    InternalError, Portal,
    rate_limit::{self, LONGEST, Limit},
    staff,
};
use coplan_domain::{
    id::{PersonId, SecurityEventId},
    person::StaffPerson,
};
use coplan_store::{
    Change, Page, Turn,
    access::{Actor, System},
    person, security_event,
};
use jiff::SignedDuration;

pub use coplan_domain::security::{SecurityKind, SecurityOutcome};
pub use coplan_store::security_event::{SECURITY_LOG, SecurityEvent, SecurityFilter, SecurityRow};

/// How long events are kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 400);
/// What stands in place of an address for what is done at the console of the machine.
pub const CONSOLE: &str = "console";
/// How many are on a page.
const PAGE: usize = 50;
/// How many refusals of one kind one network may fill the log with in an hour. What is above is counted nowhere and hides nothing:
/// the limits that refuse are noted.
const REFUSALS: i64 = 100;
/// That a limit is reached is noted once in this time.
const LIMITED_AGAIN: SignedDuration = SignedDuration::from_mins(15);

/// Something that somebody who is in has done, to its own account where `person` is none.
pub(crate) async fn by(
    change: &mut Change,
    actor: &Actor,
    kind: SecurityKind,
    person: Option<PersonId>,
) -> Result<(), InternalError> {
    let event = SecurityEvent {
        kind,
        outcome: SecurityOutcome::Done,
        person: Some(person.unwrap_or_else(|| whoever(actor))),
        by: Some(whoever(actor)),
        network: actor.entered().network().to_owned(),
    };
    Ok(change.note_security(event).await?)
}

/// Who acts: whoever looks as a member is not that member.
fn whoever(actor: &Actor) -> PersonId {
    actor.preview().map_or_else(|| actor.person(), |look| look.by)
}

/// Something that was done by whoever is not in: at the door, or at the console.
pub(crate) async fn from(change: &mut Change, network: &str, kind: SecurityKind, person: PersonId) -> Result<(), InternalError> {
    let event =
        SecurityEvent { kind, outcome: SecurityOutcome::Done, person: Some(person), by: None, network: network.to_owned() };
    Ok(change.note_security(event).await?)
}

/// Something that was refused to whoever is at the door. Whose account it was about, where that is known.
pub(crate) async fn refused(
    portal: &Portal,
    network: &str,
    kind: SecurityKind,
    outcome: SecurityOutcome,
    person: Option<PersonId>,
) -> Result<(), InternalError> {
    let event = SecurityEvent { kind, outcome, person, by: None, network: network.to_owned() };
    note_refusal(portal, event).await
}

/// Something that was refused to somebody who is in.
pub(crate) async fn refused_to(
    portal: &Portal,
    actor: &Actor,
    kind: SecurityKind,
    outcome: SecurityOutcome,
) -> Result<(), InternalError> {
    let (person, network) = (Some(whoever(actor)), actor.entered().network().to_owned());
    note_refusal(portal, SecurityEvent { kind, outcome, person, by: person, network }).await
}

async fn note_refusal(portal: &Portal, event: SecurityEvent) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let (now, since) = (change.now(), change.now() - LIMITED_AGAIN);
    if event.outcome == SecurityOutcome::Limited && security_event::is_noted(&mut change, &event, since, now).await? {
        return Ok(());
    }
    // Each kind for itself: noise of one kind must not hide another.
    let what = format!("security_log/{}", event.kind);
    let limit = Limit::new(&what, &event.network, REFUSALS, SignedDuration::from_hours(1));
    if rate_limit::count_within(&mut change, &limit).await?.is_err() {
        return Ok(());
    }
    change.note_security(event).await?;
    portal.commit(change).await
}

/// Somebody sent what it may not do.
pub async fn note_forbidden(portal: &Portal, actor: &Actor) -> Result<(), InternalError> {
    refused_to(portal, actor, SecurityKind::Rights, SecurityOutcome::Refused).await
}

/// Somebody has taken a file out. Of many in an hour only so many are noted.
pub async fn note_export(portal: &Portal, actor: &Actor) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let limit = Limit::new("security_log/export", &actor.person().to_string(), REFUSALS, SignedDuration::from_hours(1));
    if rate_limit::count_within(&mut change, &limit).await?.is_ok() {
        by(&mut change, actor, SecurityKind::Export, None).await?;
        portal.commit(change).await?;
    }
    Ok(())
}

/// The same from within a download. Whoever may read does, also while nothing can be written.
pub async fn try_note_export(portal: &Portal, actor: &Actor) {
    if let Err(error) = note_export(portal, actor).await {
        tracing::warn!("a download could not be noted: {error}");
    }
}

/// What an admin reads.
#[derive(Debug, Clone)]
pub struct SecurityView {
    /// One page, newest first.
    pub page: Page<SecurityRow, SecurityEventId>,
    /// The supplier's people, to choose from.
    pub staff: Vec<StaffPerson>,
    /// The person that is asked for, where there is one.
    pub person: Option<(PersonId, String)>,
}

/// One page of the log, for admins; none for everybody else.
pub async fn show(
    portal: &Portal,
    actor: &Actor,
    filter: SecurityFilter,
    turn: &Turn<SecurityEventId>,
) -> Result<Option<SecurityView>, InternalError> {
    let Some(admin) = staff::admin(actor) else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    let page = security_event::list(&mut conn, admin, filter, turn, PAGE).await?;
    let person = match filter.person {
        Some(id) => person::find(&mut conn, id).await?.map(|person| (id, person.name)),
        None => None,
    };
    Ok(Some(SecurityView { page, staff: person::list_staff(&mut conn, admin).await?, person }))
}

/// Forgets what is old.
pub(crate) async fn forget_old(change: &mut Change, system: &System) -> Result<(), InternalError> {
    const { assert!(KEPT.as_secs() > LONGEST.as_secs()) };
    Ok(security_event::remove_old(change, system, KEPT).await?)
}
