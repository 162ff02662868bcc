//! Rows of the time before: status reports and messages with the dates that they had. They are history: nobody is told of them,
//! and nobody waits for an answer.

use super::{
    columns::Cells,
    plan::{Deed, Ground, PastThread, RowProblem, RowProblemKind, Settled},
    projects::whose,
};
use crate::{
    Error, InternalError, Portal,
    form::{FromField, Problem},
    idempotency,
};
use coplan_domain::{
    id::{CustomerId, MessageId, PersonId, StatusReportId, ThreadId},
    person::Language,
    table_import::{
        TableField,
        cell::{self, Day},
    },
    text::{Line, Prose},
    thread::{About, AboutKind},
};
use coplan_store::{
    access::{AccessError, Actor, ProjectWrite, ThreadOpening, ThreadWrite},
    status_report::{self, PastReport},
    thread::{self, PastMessage},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};

/// What would become of a status report. It is the same by its project, day, light and reason.
pub(super) async fn settle_report(ground: &mut Ground<'_>, cells: Cells<'_>) -> Result<Settled, InternalError> {
    let label = label(cells, [TableField::Project, TableField::Day, TableField::Words]);
    let mut problems = Vec::new();
    let day = day(ground, cells, &mut problems);
    let light = match cells.get(TableField::Light) {
        None => {
            problems.push(RowProblem::of(TableField::Light, Problem::Empty));
            None
        }
        Some(text) => {
            let light = cell::light(text);
            if light.is_none() {
                let word = RowProblemKind::UnknownWord(text.chars().take(60).collect());
                problems.push(RowProblem::new(TableField::Light, word));
            }
            light
        }
    };
    let reason = field::<Prose>(cells, TableField::Words, &mut problems).map(|reason| reason.as_str().to_owned());
    let by = match cells.get(TableField::Name) {
        None => Some(ground.actor.person()),
        Some(typed) => ground.known.colleague(typed),
    };
    match by {
        None => problems.push(RowProblem::new(TableField::Name, RowProblemKind::UnknownColleague)),
        // In the names of others only who keeps the plans.
        Some(by) if by != ground.actor.person() && !ground.staff.keeps_plans() => {
            problems.push(RowProblem::new(TableField::Name, RowProblemKind::NotResponsible));
        }
        Some(_) => {}
    }
    let (customer, project) = match whose(ground, cells).await? {
        Ok((customer, Some(project))) => (customer, project),
        Ok((_, None)) => {
            let why = match cells.get(TableField::Project) {
                None => RowProblemKind::Field(Problem::Empty),
                Some(_) => RowProblemKind::UnknownProject,
            };
            problems.insert(0, RowProblem::new(TableField::Project, why));
            return Ok(Settled::wrong(label, problems));
        }
        Err(problem) => {
            problems.insert(0, problem);
            return Ok(Settled::wrong(label, problems));
        }
    };
    let (Some((day, at)), Some(light), Some(reason), Some(by)) = (day, light, reason, by) else {
        return Ok(Settled::wrong(label, problems));
    };
    let words = [day.to_string(), light.to_string(), reason.clone()];
    let [_, id]: [StatusReportId; 2] = idempotency::ids(project.0, &words);
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else {
        return Ok(Settled::wrong(label, vec![RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible)]));
    };
    if status_report::find_project(ground.conn, opened.plan, id).await?.is_some() {
        return Ok(Settled::here(label));
    }
    let report = PastReport { id, light, reason, by, at };
    Ok(Settled::new(label.clone(), problems, Deed::Report { customer, project, report, label }))
}

/// What would become of a message. It is the same by its discussion, day, writer and text.
pub(super) async fn settle_message(ground: &mut Ground<'_>, cells: Cells<'_>) -> Result<Settled, InternalError> {
    let label = label(cells, [TableField::Topic, TableField::Day, TableField::Words]);
    let mut problems = Vec::new();
    let day = day(ground, cells, &mut problems);
    let title = field::<Line>(cells, TableField::Topic, &mut problems).map(String::from);
    let text = field::<Prose>(cells, TableField::Words, &mut problems).map(|text| text.as_str().to_owned());
    let customer = match whose(ground, cells).await? {
        Ok((customer, _)) => customer,
        Err(problem) => {
            problems.insert(0, problem);
            return Ok(Settled::wrong(label, problems));
        }
    };
    let author = writer(ground, cells, customer, &mut problems).await?;
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else {
        return Ok(Settled::wrong(label, vec![RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible)]));
    };
    let Some(scope) = opened.discussion else {
        return Ok(Settled::wrong(label, vec![RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible)]));
    };
    let (Some((day, at)), Some(title), Some(text), Some(author)) = (day, title, text, author) else {
        return Ok(Settled::wrong(label, problems));
    };
    let [_, id]: [ThreadId; 2] = idempotency::ids(customer.0, &["past", title.to_lowercase().as_str()]);
    let words = [day.to_string(), author.to_string(), text.clone()];
    let [_, message]: [MessageId; 2] = idempotency::ids(id.0, &words);
    if coplan_store::message::find(ground.conn, scope, opened.money, message).await?.is_some() {
        return Ok(Settled::here(label));
    }
    let is_there = thread::find(ground.conn, scope, opened.money, id).await?.is_some();
    let begins = opened.begun.insert(id) && !is_there;
    // Without a time of day the messages of a day stay in the order of their rows.
    let before = opened.said.entry((id, day)).or_insert(0);
    let at = if cells.get(TableField::Day).and_then(cell::time_of_day).is_some() {
        at
    } else {
        at.checked_add(jiff::SignedDuration::from_secs(*before)).unwrap_or(at)
    };
    *before += 1;
    let message = PastMessage { id: message, author, text, at };
    let thread = PastThread { id, title, begins };
    Ok(Settled::new(label, problems, Deed::Message { customer, thread, message }))
}

/// What a row speaks of, in one line.
fn label(cells: Cells<'_>, fields: [TableField; 3]) -> String {
    let parts = fields.map(|field| cells.get(field));
    let whole = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    whole.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(160).collect()
}

/// A text as a form takes it.
fn field<T: FromField<Raw = String>>(cells: Cells<'_>, field: TableField, problems: &mut Vec<RowProblem>) -> Option<T> {
    match T::from_field(&cells.text(field)) {
        Ok(read) => Some(read),
        Err(problem) => {
            problems.push(RowProblem::of(field, problem));
            None
        }
    }
}

/// The day, and the moment: at noon where no time of day is written.
fn day(ground: &Ground<'_>, cells: Cells<'_>, problems: &mut Vec<RowProblem>) -> Option<(Date, Timestamp)> {
    let Some(text) = cells.get(TableField::Day) else {
        problems.push(RowProblem::of(TableField::Day, Problem::Empty));
        return None;
    };
    let day = match cell::day_in_order(text, ground.order) {
        Day::On(day) => day,
        Day::Ambiguous => {
            problems.push(RowProblem::new(TableField::Day, RowProblemKind::AmbiguousDay));
            return None;
        }
        Day::Unknown => {
            problems.push(RowProblem::of(TableField::Day, Problem::NotADate));
            return None;
        }
    };
    let time = cell::time_of_day(text).unwrap_or_else(|| Time::constant(12, 0, 0, 0));
    let zone = TimeZone::get(ground.actor.entered().time_zone()).unwrap_or(TimeZone::UTC);
    let at = day.to_datetime(time).to_zoned(zone).ok()?.timestamp();
    if at > ground.portal.clock.now() {
        problems.push(RowProblem::of(TableField::Day, Problem::InFuture));
        return None;
    }
    Some((day, at))
}

/// Who wrote it: one of the supplier's people or of the customer's, by address or name.
async fn writer(
    ground: &mut Ground<'_>,
    cells: Cells<'_>,
    customer: CustomerId,
    problems: &mut Vec<RowProblem>,
) -> Result<Option<PersonId>, InternalError> {
    let Some(typed) = cells.get(TableField::Email) else {
        problems.push(RowProblem::of(TableField::Email, Problem::Empty));
        return Ok(None);
    };
    let colleague = ground.known.colleague(typed);
    let opened = ground.known.open(ground.conn, ground.actor, customer).await?;
    let found = colleague.or_else(|| opened.and_then(|opened| opened.member(typed)));
    if found.is_none() {
        problems.push(RowProblem::new(TableField::Email, RowProblemKind::UnknownWriter));
    }
    Ok(found)
}

/// Keeps a status report of the time before.
pub(super) async fn keep_report(
    portal: &Portal,
    actor: &Actor,
    (customer, project): (CustomerId, coplan_domain::id::ProjectId),
    report: &PastReport,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, _) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    status_report::insert_past(&mut change, &write, report).await?;
    Ok(portal.commit(change).await?)
}

/// Keeps a message of the time before, with its discussion where that is not there yet.
pub(super) async fn keep_message(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    (thread, message): (&PastThread, &PastMessage),
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = match ThreadWrite::prove(&mut change, actor, customer, thread.id).await {
        Ok((write, _)) => write,
        Err(AccessError::NotFound) => {
            let about = About { kind: AboutKind::Plan, id: customer.0 };
            let opening = ThreadOpening::prove(&mut change, actor, customer, about).await?;
            let begins = (thread.id, thread.title.as_str(), outcome(actor.entered().language()));
            thread::insert_past(&mut change, &opening, begins, message).await?.ok_or(Error::NotFound)?
        }
        Err(error) => return Err(error.into()),
    };
    thread::insert_past_message(&mut change, &write, message).await?;
    Ok(portal.commit(change).await?)
}

/// What is said to have come of a discussion of the time before.
const fn outcome(language: Language) -> &'static str {
    match language {
        Language::En => "An earlier discussion, imported",
        Language::Fi => "Aiempi keskustelu, tuotu tänne",
        Language::Sv => "En tidigare diskussion, importerad",
    }
}
