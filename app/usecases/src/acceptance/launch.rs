//! Taking into use what was approved, on a day that both sides say they are ready for.

use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, confirm, day, far_day, form, prose},
    record::{audience, record},
};
use coplan_domain::{
    acceptance::{Acceptance, Verdict},
    event::{Audience, EventKind, ObjectKind},
    id::{AcceptanceId, CustomerId},
    launch::Launch,
    person::Scope,
    text::Prose,
};
use coplan_store::{
    Change, acceptance,
    access::{Actor, Held, ProjectWrite, VerdictWrite, hold},
    launch,
};
use jiff::civil::Date;

form! {
    /// When something is launched.
    ReadLaunch {
        /// The day.
        day: Date = day("launch-day"),
        /// What happens, and who does what.
        note: Option<Prose> = prose("launch-note").hint("launch-note-hint"),
    }

    /// A launch as it was typed.
    plain LaunchForm {
        /// The version that was drawn; 0 where none was planned.
        carried version: i64,
    } + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

/// The checklist where its last version is approved, and the launch of that.
async fn approved(change: &mut Change, held: &Held, id: AcceptanceId) -> Result<(Acceptance, Option<Launch>), Error> {
    let found = acceptance::find(change, held.access.plan, id).await?.ok_or(Error::NotFound)?;
    let now = found.now().ok_or(Error::NotFound)?;
    if now.decided.as_ref().map(|decided| decided.verdict) != Some(Verdict::Approved) {
        return Err(Error::NotFound);
    }
    let launch = launch::find(change, held.access.plan, id).await?.filter(|launch| launch.of_version == now.version);
    Ok((found, launch))
}

/// Whoever may say something of a launch: either side in its own name.
enum LaunchWrite {
    Supplier(ProjectWrite),
    Customer(VerdictWrite),
}

/// Whoever may say something of its launch, and who is told of it: the customer's people, and those who may change the project.
async fn proof(change: &mut Change, held: &Held, found: &Acceptance) -> Result<(LaunchWrite, Audience), Error> {
    if let Ok(write) = held.verdict_write() {
        return Ok((LaunchWrite::Customer(write), Audience::Scope(Scope::Plan)));
    }
    let (write, project) = held.project_write(change, found.project).await?;
    Ok((LaunchWrite::Supplier(write), audience(&project)))
}

/// Plans the launch of what was approved, or another day for it. The same sent twice plans it once.
///
/// # Errors
/// [`Error`]; `NotFound` also where it is not approved, `Stale` where somebody else planned it since, or it is done.
pub async fn plan_launch(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: AcceptanceId,
    form: &LaunchForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (found, known) = approved(&mut change, &held, id).await.map_err(Error::widened)?;
    let (write, project) = held.project_write(&mut change, found.project).await?;
    let ReadLaunch { day, note } = read?;
    if let Some(problem) = far_day(day, portal.today(actor)).filter(|_| !form.confirmed) {
        return Err(Error::Invalid(vec![FieldProblem { field: "day", problem }]));
    }
    let note = note.map(String::from).unwrap_or_default();
    if known.is_some_and(|known| known.day == day && known.note == note && known.launched.is_none()) {
        return Ok(());
    }
    if !launch::plan(&mut change, &write, id, (day, &note), form.version).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, EventKind::LaunchPlanned, (&found, audience(&project))).await?;
    Ok(portal.commit(change).await?)
}

async fn tell(
    change: &mut Change,
    write: &impl coplan_store::access::CustomerWrite,
    kind: EventKind,
    (found, audience): (&Acceptance, Audience),
) -> Result<(), Error<()>> {
    let object = (ObjectKind::Project, found.project.0);
    Ok(record(change, write, kind, object, &found.title, audience).await?)
}

async fn tell_of(
    change: &mut Change,
    (write, audience): &(LaunchWrite, Audience),
    kind: EventKind,
    found: &Acceptance,
) -> Result<(), Error<()>> {
    match write {
        LaunchWrite::Supplier(write) => tell(change, write, kind, (found, *audience)).await,
        LaunchWrite::Customer(write) => tell(change, write, kind, (found, *audience)).await,
    }
}

/// Says that the actor's side is ready, or is not after all. Said before, that holds.
///
/// # Errors
/// [`Error`]; `Stale` where another day is planned since, or it is done.
pub async fn say_ready(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: AcceptanceId,
    version: i64,
    ready: bool,
) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (found, known) = approved(&mut change, &held, id).await.map_err(Error::widened)?;
    let write = proof(&mut change, &held, &found).await.map_err(Error::widened)?;
    let known = known.ok_or(Error::NotFound)?;
    if known.version == version && known.ready(actor.side()).is_some() == ready {
        return Ok(());
    }
    let (of, said) = ((id, version), (actor.side(), ready));
    let is_said = match &write.0 {
        LaunchWrite::Supplier(write) => launch::update_ready(&mut change, write, of, said).await?,
        LaunchWrite::Customer(write) => launch::update_ready(&mut change, write, of, said).await?,
    };
    if !is_said {
        return Err(Error::stale(()));
    }
    if ready {
        tell_of(&mut change, &write, EventKind::LaunchReady, &found).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Says that it is done. Said before, that holds.
///
/// # Errors
/// [`Error`]; `Stale` where not both sides are ready.
pub async fn say_launched(portal: &Portal, actor: &Actor, customer: CustomerId, id: AcceptanceId) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (found, known) = approved(&mut change, &held, id).await.map_err(Error::widened)?;
    let write = proof(&mut change, &held, &found).await.map_err(Error::widened)?;
    let known = known.ok_or(Error::NotFound)?;
    if known.launched.is_some() {
        return Ok(());
    }
    let is_done = match &write.0 {
        LaunchWrite::Supplier(write) => launch::update_launched(&mut change, write, id).await?,
        LaunchWrite::Customer(write) => launch::update_launched(&mut change, write, id).await?,
    };
    if !is_done {
        return Err(Error::stale(()));
    }
    tell_of(&mut change, &write, EventKind::Launched, &found).await?;
    Ok(portal.commit(change).await?)
}
