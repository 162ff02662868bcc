//! Who has a customer or a project: the face to show, the history, and handing it over.

use crate::{
    Fault, Portal,
    edit::{EditError, Refused, audience},
    portal::{access_to, event},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, PersonId, ProjectId},
    person::{Language, Scope, StaffPerson},
    stand_in::{absence_on, next_absence, on_duty},
};
use coplan_store::{
    Conn, StoreError, absence,
    access::{Access, Actor, PlanScope},
    person, project, responsibility,
};
use jiff::{Timestamp, ToSpan, civil::Date};
use ulid::Ulid;

/// How many days ahead an absence is told.
const TOLD_AHEAD: i32 = 60;

/// The one who has it now, as both sides see it; during an absence the stand-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponsibleView {
    /// Who.
    pub person: PersonId,
    /// First and last name.
    pub name: String,
    /// What it is called at work.
    pub title: String,
    /// Where a call reaches it, as dialled.
    pub phone: Option<String>,
    /// Where mail reaches it.
    pub email: String,
    /// The languages it speaks.
    pub speaks: Vec<Language>,
    /// Whom it stands in for, until which day, where it is not its own.
    pub stands_in_for: Option<(String, Date)>,
    /// The next absence within 60 days, where the one shown will be away.
    pub away: Option<AwayView>,
}

/// Days away, and who has it then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayView {
    /// The first day away.
    pub first_day: Date,
    /// The last day away.
    pub last_day: Date,
    /// Who has it on the first of these days.
    pub stand_in: String,
}

/// Who has the matter: the customer itself, or one of its projects.
pub(crate) async fn find(
    conn: &mut Conn,
    scope: PlanScope,
    matter: Ulid,
    now: Timestamp,
    today: Date,
) -> Result<ResponsibleView, Fault> {
    // The database holds that there is always one; a file that says otherwise was changed by other means.
    let missing = || StoreError::Corrupt { column: "responsible_since" };
    let owner = responsibility::find_at(conn, scope, matter, now).await?.ok_or_else(missing)?;
    let absences = absence::list_chain(conn, owner, today).await?;
    let shown = on_duty(owner, today, &absences);
    let ahead = today.saturating_add(TOLD_AHEAD.days());
    // Shown by another, the owner's absence is what is told; its own next one follows when it is back.
    let coming = next_absence(shown, today, &absences).filter(|a| today < a.first_day && a.first_day <= ahead);
    let then = coming.map(|a| on_duty(shown, a.first_day, &absences));
    let staff = responsibility::list_staff(conn, scope, [owner, shown]).await?;
    let face = staff.iter().find(|s| s.person.id == shown).ok_or_else(missing)?;
    let name_of_owner = staff.iter().find(|s| s.person.id == owner).map(|s| s.person.name.clone());
    let away = match coming.zip(then) {
        None => None,
        Some((coming, then)) => {
            let stand_in = responsibility::list_staff(conn, scope, [then, then]).await?.pop().ok_or_else(missing)?;
            Some(AwayView { first_day: coming.first_day, last_day: coming.last_day, stand_in: stand_in.person.name })
        }
    };
    let until = absence_on(owner, today, &absences).filter(|_| owner != shown).map(|a| a.last_day);
    Ok(view(face, name_of_owner.zip(until), away))
}

fn view(face: &StaffPerson, stands_in_for: Option<(String, Date)>, away: Option<AwayView>) -> ResponsibleView {
    ResponsibleView {
        person: face.person.id,
        name: face.person.name.clone(),
        title: face.title.clone(),
        phone: face.person.phone.clone(),
        email: face.person.email.clone(),
        speaks: face.speaks.clone(),
        stands_in_for,
        away,
    }
}

/// Who had it from when until when; the last one has it still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub staff: PersonId,
    /// The name.
    pub name: String,
    /// From when.
    pub from: Timestamp,
    /// Until when; none for the one who has it.
    pub until: Option<Timestamp>,
}

/// Who has had the customer, or one of its projects; a project without its own people has no history of its own.
#[derive(Debug, Clone)]
pub struct ResponsibleHistory {
    /// Who has it now.
    pub now: ResponsibleView,
    /// Everybody who had it, oldest first, without gaps.
    pub held: Vec<Held>,
    /// For the supplier's people who may hand it over.
    pub hand_over: Option<HandOverChoice>,
}

/// What the form for handing over needs.
#[derive(Debug, Clone)]
pub struct HandOverChoice {
    /// Who is responsible now, whoever stands in.
    pub from: PersonId,
    /// Everybody who could have it, by name.
    pub colleagues: Vec<Colleague>,
}

/// One of the supplier's people to choose.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// What it is called at work.
    pub title: String,
}

/// The matter's id; none where the reader may not know of the project.
async fn matter_of(conn: &mut Conn, access: &Access, project: Option<ProjectId>) -> Result<Option<Matter>, Fault> {
    let Some(id) = project else {
        let audience = Audience::Scope(Scope::Plan);
        return Ok(Some(Matter { id: access.customer().0, object: ObjectKind::Customer, audience }));
    };
    let known = project::find(conn, access.plan, id).await?;
    Ok(known.map(|project| Matter { id: id.0, object: ObjectKind::Project, audience: audience(&project) }))
}

/// What somebody is responsible for.
struct Matter {
    id: Ulid,
    object: ObjectKind,
    audience: Audience,
}

/// Shows who has had the customer, or one of its projects.
///
/// # Errors
/// [`Refused`].
pub async fn history(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: Option<ProjectId>,
) -> Result<ResponsibleHistory, Refused> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Refused::NotFound)?;
    let matter = matter_of(&mut conn, &access, project).await?.ok_or(Refused::NotFound)?;
    let (now, today) = (portal.clock.now(), portal.today(actor));
    let points = responsibility::list(&mut conn, access.plan, matter.id).await?;
    let ends = points.iter().skip(1).map(|point| Some(point.since)).chain([None]).collect::<Vec<_>>();
    let held = points.into_iter().zip(ends);
    let held = held.map(|(point, until)| Held { staff: point.staff, name: point.name, from: point.since, until }).collect();
    let shown = find(&mut conn, access.plan, matter.id, now, today).await?;
    let hand_over = match actor.staff().filter(|staff| staff.keeps_plans()) {
        None => None,
        Some(staff) => {
            let from = responsibility::find_at(&mut conn, access.plan, matter.id, now).await?.ok_or(Refused::NotFound)?;
            let colleagues = person::list_staff(&mut conn, staff).await?;
            let colleagues = colleagues.into_iter().map(|s| Colleague { id: s.person.id, name: s.person.name, title: s.title });
            Some(HandOverChoice { from, colleagues: colleagues.collect() })
        }
    };
    Ok(ResponsibleHistory { now: shown, held, hand_over })
}

/// Handing over as it was chosen.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct HandOverForm {
    /// Who had it when the form was drawn.
    pub from: PersonId,
    /// Who has it from now on.
    pub to: PersonId,
}

/// Hands the customer, or one of its projects, over from this moment on. Handed to whoever has it already,
/// nothing changes.
///
/// # Errors
/// [`EditError`]; `Stale` with who has it now, where somebody else handed it over meanwhile; `NotResponsible` for
/// specialists.
pub async fn hand_over(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: Option<ProjectId>,
    form: HandOverForm,
) -> Result<(), EditError<ResponsibleView>> {
    let mut change = portal.change().await?;
    let access = access_to(&mut change, actor, customer).await?.ok_or(EditError::NotFound)?;
    let staff = actor.staff().ok_or(EditError::NotFound)?;
    let matter = matter_of(&mut change, &access, project).await?.ok_or(EditError::NotFound)?;
    if !staff.keeps_plans() {
        return Err(EditError::NotResponsible);
    }
    let now = change.now();
    let holder = responsibility::find_at(&mut change, access.plan, matter.id, now).await?.ok_or(EditError::NotFound)?;
    if holder == form.to {
        return Ok(());
    }
    if holder != form.from {
        let theirs = find(&mut change, access.plan, matter.id, now, portal.today(actor)).await?;
        return Err(EditError::Stale(Box::new(theirs)));
    }
    let Some(heir) = person::find_staff(&mut change, form.to).await? else {
        use crate::form::{FieldProblem, Problem};
        return Err(EditError::Invalid(vec![FieldProblem { field: "to", problem: Problem::NotOneOf }]));
    };
    responsibility::insert(&mut change, staff, customer, matter.id, form.to).await?;
    let object = (matter.object, matter.id);
    let event = event(&change, customer, actor.person(), EventKind::HandedOver, object, &heir.person.name, matter.audience);
    change.record(event).await?;
    Ok(portal.keep(change).await?)
}
