//! Recording one's own work, in as few presses as can be: what one worked on last stands first.

use super::form::RecordForm;
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    idempotency,
    merge::filled,
};
use coplan_domain::{
    id::{PersonId, WorkEntryId},
    system::new_ulid,
    work::{Charge, Matter},
};
use coplan_store::{
    Conn,
    access::{Actor, Staff, hold},
    work::{self, NamedMatter, WorkRow},
};
use jiff::{ToSpan, civil::Date};

/// How many matters are offered.
const MATTERS: i64 = 40;
/// How many days back one sees one's own work.
const DAYS: i64 = 14;
/// The most entries of one's own that are shown.
const MOST: i64 = 200;

/// What a form begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// The matter that one worked on last.
    Latest,
    /// This matter.
    Matter(Matter),
    /// The same as an entry of one's own, today.
    Again(WorkEntryId),
}

/// One's own work, and what one can record.
#[derive(Debug, Clone)]
pub struct OwnWork {
    /// What work can be for: what was worked on last, the latest first, then what one is responsible for.
    pub matters: Vec<NamedMatter>,
    /// What the form begins with.
    pub form: RecordForm,
    /// What one did in the last days, the newest first.
    pub entries: Vec<WorkRow>,
    /// The reader's day.
    pub today: Date,
}

/// Shows the actor's own work.
pub async fn own(portal: &Portal, actor: &Actor, suggestion: Suggestion) -> Result<OwnWork, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let today = portal.today(actor);
    let mut conn = portal.db.read().await?;
    let entries = work::list_own(&mut conn, staff, today.saturating_sub(DAYS.days()), MOST).await?;
    let again = match suggestion {
        Suggestion::Again(id) => entries.iter().find(|row| row.entry.id == id),
        Suggestion::Latest | Suggestion::Matter(_) => None,
    };
    let wanted = match suggestion {
        Suggestion::Matter(matter) => Some(matter),
        Suggestion::Latest | Suggestion::Again(_) => again.map(|row| row.entry.matter),
    };
    let matters = matters(&mut conn, staff, today, wanted).await?;
    let chosen = wanted.or_else(|| matters.first().map(|first| first.matter));
    let form = RecordForm {
        matter: chosen.map(|matter| matter.to_string()).unwrap_or_default(),
        day: today.to_string(),
        charge: again.map_or(Charge::Charged, |row| row.entry.charge).to_string(),
        time: again.map(|row| row.entry.time.to_string()).unwrap_or_default(),
        words: again.map(|row| row.entry.words.clone()).unwrap_or_default(),
        ..RecordForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into())
    };
    Ok(OwnWork { matters, form, entries, today })
}

/// What work can be for, what is wanted first.
pub(super) async fn matters(
    conn: &mut Conn,
    staff: &Staff,
    today: Date,
    wanted: Option<Matter>,
) -> Result<Vec<NamedMatter>, Error> {
    let mut matters = match wanted {
        Some(wanted) => {
            let mut found = work::list_matters_of_project(conn, staff, wanted.project).await?;
            let place = found.iter().position(|known| known.matter == wanted);
            found.rotate_left(place.unwrap_or_default());
            found
        }
        None => Vec::new(),
    };
    let recent = work::list_recent_matters(conn, staff, MATTERS).await?;
    let own = work::list_own_matters(conn, staff, today, MATTERS).await?;
    for matter in recent.into_iter().chain(own) {
        if matters.iter().all(|known| known.matter != matter.matter) {
            matters.push(matter);
        }
    }
    Ok(matters)
}

/// Records the actor's own work; recorded before with the same form, it is there already. Sent again with other words,
/// those are another entry.
pub async fn record(portal: &Portal, actor: &Actor, form: &RecordForm) -> Result<(), Error> {
    record_of(portal, actor, actor.person(), form).await
}

/// The same for what a colleague did, by those who keep plans.
pub(crate) async fn record_of(portal: &Portal, actor: &Actor, person: PersonId, form: &RecordForm) -> Result<(), Error> {
    actor.staff().ok_or(Error::NotFound)?;
    let read = form.parse()?;
    verify_day(read.day, portal.today(actor))?;
    let (matter, words) = (read.matter, read.kept());
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, matter.customer).await?;
    let (write, _) = held.work_write(&mut change, matter.project).await?;
    if person != held.actor.person() && !held.actor.staff().is_some_and(Staff::keeps_plans) {
        return Err(Error::NotResponsible);
    }
    for id in idempotency::ids::<WorkEntryId>(form.id.0, &filled(form)) {
        if work::insert(&mut change, &write, (id, person), &words).await? {
            portal.commit(change).await?;
            return Ok(());
        }
        // Where nothing of this id is the customer's, the task is none of the project's, or the id another's.
        let kept = work::find(&mut change, write.money(), id).await?.ok_or(Error::NotFound)?;
        let entry = kept.entry;
        let same = (entry.matter, entry.day, entry.time, entry.charge) == (matter, words.day, words.time, words.charge);
        if same && entry.words == words.words && entry.person == person {
            return Ok(());
        }
    }
    Err(Error::NotFound)
}

/// Records today what the actor recorded for the last day before it. Doing it twice records it once.
pub async fn repeat(portal: &Portal, actor: &Actor) -> Result<(), Error> {
    let own = own(portal, actor, Suggestion::Latest).await?;
    for row in own.last_day() {
        let entry = &row.entry;
        let [_, id] = idempotency::ids(entry.id.0, &[own.today.to_string()]);
        let form = RecordForm {
            matter: entry.matter.to_string(),
            time: entry.time.to_string(),
            day: own.today.to_string(),
            words: entry.words.clone(),
            charge: entry.charge.to_string(),
            ..RecordForm::blank(id)
        };
        match record(portal, actor, &form).await {
            // What goes on no more is not done today either.
            Ok(()) | Err(Error::NotFound | Error::NotResponsible) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

impl OwnWork {
    /// What was recorded for the last day before today, the first entry first; nothing where today has an entry already.
    #[must_use]
    pub fn last_day(&self) -> Vec<&WorkRow> {
        let Some(day) = self.entries.first().map(|row| row.entry.day).filter(|day| *day < self.today) else { return Vec::new() };
        self.entries.iter().rev().filter(|row| row.entry.day == day).collect()
    }
}

/// Work that was not done yet cannot be recorded.
pub(super) fn verify_day(day: Date, today: Date) -> Result<(), Vec<FieldProblem>> {
    if day > today { Err(vec![FieldProblem { field: "day", problem: Problem::InFuture }]) } else { Ok(()) }
}
