//! The face that both sides see: the responsible person, or during an absence the stand-in.

use crate::{InternalError, Portal, view_cache::Moment};
use coplan_domain::{
    id::PersonId,
    person::{Language, StaffPerson},
    stand_in::{absence_on, next_absence, on_duty},
};
use coplan_store::{
    Conn, StoreError, absence,
    access::{Access, PlanScope},
    responsibility,
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
    portal: &Portal,
    conn: &mut Conn,
    access: &Access,
    matter: Ulid,
    moment: Moment,
) -> Result<ResponsibleView, InternalError> {
    let owner = responsibility::find(conn, access.plan, matter).await?.ok_or_else(missing)?;
    find_of(portal, conn, access, owner, moment).await
}

/// The face of what this person has.
pub(crate) async fn find_of(
    portal: &Portal,
    conn: &mut Conn,
    access: &Access,
    owner: PersonId,
    moment: Moment,
) -> Result<ResponsibleView, InternalError> {
    let Moment { now, today } = moment;
    // What a face is made of, people and absences, changes in a new era only.
    let state = (access.state().generation(), today);
    let read = async || Ok::<_, InternalError>((face(conn, access.plan, owner, today).await?, Timestamp::MAX));
    Ok((*portal.memory.faces.find_or(owner, state, now, read).await?).clone())
}

/// The database holds that there is always one; a file that says otherwise was changed by other means.
fn missing() -> StoreError {
    StoreError::Corrupt { column: "responsible_since" }
}

/// The same, read anew.
async fn face(conn: &mut Conn, scope: PlanScope, owner: PersonId, today: Date) -> Result<ResponsibleView, InternalError> {
    let absences = absence::list_chain(conn, owner, today).await?;
    let shown = on_duty(owner, today, &absences);
    let ahead = today.saturating_add(TOLD_AHEAD.days());
    // While somebody stands in, that is what is told; days away of the stand-in's own are told when they come.
    let coming = next_absence(shown, today, &absences).filter(|_| owner == shown).filter(|a| a.first_day <= ahead);
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
