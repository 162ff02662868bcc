//! A row that is work of one of the supplier's people, as tools for tracking time export it.

use super::{
    columns::Cells,
    known::same,
    plan::{Deed, Ground, RowProblem, RowProblemKind, Settled, of_form, word},
    projects::spoken_of,
};
use crate::{
    InternalError,
    form::{Parse, Problem},
    idempotency,
    work::RecordForm,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId, TaskId, WorkEntryId},
    table_import::{
        TableField,
        cell::{self, Day},
    },
    text::Line,
    work::{Charge, Matter},
};
use coplan_store::work::KnownWork;
use ulid::Ulid;

/// What would become of it. Work is the same by who did what for how long on which day; what stands several times in the
/// table was done several times.
pub(super) async fn settle(ground: &mut Ground<'_>, cells: Cells<'_>, id: Ulid) -> Result<Settled, InternalError> {
    let mut problems = Vec::new();
    let label = label(cells);
    let person = person(ground, cells, &mut problems);
    let day = day(ground, cells, &mut problems);
    let time = cells.get(TableField::Time).map(cell::work_time);
    match time {
        None => problems.push(RowProblem::of(TableField::Time, Problem::Empty)),
        Some(Err(_)) => problems.push(RowProblem::of(TableField::Time, Problem::NotAWorkTime)),
        Some(Ok(_)) => {}
    }
    let charge = word(cells.get(TableField::Charge), Charge::Charged, cell::charge, TableField::Charge, &mut problems);
    let (customer, project) = match found(ground, cells).await? {
        Ok(found) => found,
        Err(problem) => {
            problems.insert(0, problem);
            return Ok(Settled::wrong(label, problems));
        }
    };
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else {
        return Ok(Settled::wrong(label, vec![RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible)]));
    };
    let work = opened.work(ground.conn, project).await?;
    let task = cells.get(TableField::Task).and_then(|name| work.tasks.get(&same(name)).copied());
    let words = words(cells, task);
    let mut known = None;
    if let (Some(person), Some(Ok(time)), Some(day)) = (person, time, day) {
        let one = KnownWork { person, task, day, minutes: time.minutes(), words: words.clone() };
        let told = work.told.entry(one.clone()).or_insert(0);
        *told += 1;
        if work.recorded.get(&one).is_some_and(|recorded| *recorded >= *told) {
            return Ok(Settled::here(label));
        }
        known = Some((person, *told));
    }
    let count = known.map_or(0, |(_, count)| count);
    let [_, id]: [WorkEntryId; 2] = idempotency::ids(id, &[count.to_string()]);
    let form = RecordForm {
        matter: Matter { customer, project, task }.to_string(),
        time: time.and_then(Result::ok).map(|time| time.to_string()).unwrap_or_default(),
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        words,
        charge: charge.to_string(),
        ..RecordForm::blank(id)
    };
    let said = form.parse().err().unwrap_or_default();
    // The day and the time are told above, with what stands in the cell.
    let said = of_form(said, |field| match field {
        "day" => TableField::Day,
        "time" => TableField::Time,
        _ => TableField::Words,
    });
    problems.extend(said.into_iter().filter(|problem| problem.field == TableField::Words));
    if day.is_some_and(|day| day > ground.portal.today(ground.actor)) {
        problems.push(RowProblem::of(TableField::Day, Problem::InFuture));
    }
    let person = person.unwrap_or_else(|| ground.actor.person());
    Ok(Settled::new(label, problems, Deed::Work { customer, person, form }))
}

/// The day, the project and what was done, in one line.
fn label(cells: Cells<'_>) -> String {
    let parts = [TableField::Day, TableField::Time, TableField::Project, TableField::Words].map(|field| cells.get(field));
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ").chars().take(160).collect()
}

/// The project that it was for.
async fn found(ground: &mut Ground<'_>, cells: Cells<'_>) -> Result<Result<(CustomerId, ProjectId), RowProblem>, InternalError> {
    Ok(match spoken_of(ground, cells).await? {
        Ok((customer, Some(project))) => Ok((customer, project)),
        Ok((_, None)) if cells.get(TableField::Project).is_none() => Err(RowProblem::of(TableField::Project, Problem::Empty)),
        Ok((_, None)) => Err(RowProblem::new(TableField::Project, RowProblemKind::UnknownProject)),
        Err(problem) => Err(problem),
    })
}

/// Who did it: the one who is named, by address or name; whoever imports it where nobody is.
fn person(ground: &Ground<'_>, cells: Cells<'_>, problems: &mut Vec<RowProblem>) -> Option<PersonId> {
    let parts = [cells.get(TableField::FirstName), cells.get(TableField::LastName)];
    let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let told = [cells.get(TableField::Email), cells.get(TableField::Name), Some(joined.as_str()).filter(|name| !name.is_empty())];
    let mut told = told.into_iter().flatten().peekable();
    if told.peek().is_none() {
        return Some(ground.actor.person());
    }
    let Some(found) = told.find_map(|name| ground.known.colleague(name)) else {
        problems.push(RowProblem::new(TableField::Name, RowProblemKind::UnknownColleague));
        return None;
    };
    if found != ground.actor.person() && !ground.staff.keeps_plans() {
        problems.push(RowProblem::new(TableField::Name, RowProblemKind::NotResponsible));
        return None;
    }
    Some(found)
}

fn day(ground: &Ground<'_>, cells: Cells<'_>, problems: &mut Vec<RowProblem>) -> Option<jiff::civil::Date> {
    let Some(text) = cells.get(TableField::Day) else {
        problems.push(RowProblem::of(TableField::Day, Problem::Empty));
        return None;
    };
    match cell::day_in_order(text, ground.order) {
        Day::On(day) => return Some(day),
        Day::Ambiguous => problems.push(RowProblem::new(TableField::Day, RowProblemKind::AmbiguousDay)),
        Day::Unknown => problems.push(RowProblem::of(TableField::Day, Problem::NotADate)),
    }
    None
}

/// What was done; an activity that is no task of the project says it too.
fn words(cells: Cells<'_>, task: Option<TaskId>) -> String {
    let (named, words) = (cells.get(TableField::Task), cells.get(TableField::Words));
    let words = match (named, words) {
        (Some(named), None) => named.to_owned(),
        (Some(named), Some(words)) if task.is_none() => format!("{named}: {words}"),
        (_, words) => words.unwrap_or_default().to_owned(),
    };
    // As it is kept, so that it is known again.
    Line::parse(&words).map_or(words, String::from)
}
