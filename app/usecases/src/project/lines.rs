//! Many tasks or promised dates at once: one line each, as they are pasted.

use crate::{
    Error, Portal,
    form::{Choice, FieldProblem, Parse, Problem, far_day, form, one_of, prose},
    idempotency,
    merge::filled,
    record::{audience, record},
    task::audience_of,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId, TaskId},
    person::Side,
    plan::{LineKind, Stage},
    table_import::cell::{Day, day},
    text::{Line, Prose},
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    milestone,
    task::{self, TaskWords},
};
use jiff::civil::Date;
use ulid::Ulid;

/// The most lines that are added at once.
const MOST_LINES: usize = 100;

const KINDS: &[Choice] = &[
    Choice::new(LineKind::Ours.as_str(), "lines-ours"),
    Choice::new(LineKind::Theirs.as_str(), "lines-theirs"),
    Choice::new(LineKind::Dates.as_str(), "lines-dates"),
];

form! {
    /// What is said of many things at once.
    ReadLines {
        /// What each line is.
        what: LineKind = one_of("lines-what", KINDS),
        /// The lines.
        lines: Prose = prose("lines-lines").hint("lines-hint").autocomplete("off"),
    }

    /// Lines as they were typed.
    new LinesForm { id: TaskId }
}

impl LinesForm {
    /// What most lines are.
    #[must_use]
    pub fn suggested(id: TaskId) -> Self {
        Self { what: LineKind::Ours.to_string(), ..Self::blank(id) }
    }
}

/// A line that can be kept.
struct ReadLine {
    name: Line,
    day: Option<Date>,
}

/// Adds what each line says to a project, all of it or nothing; added before with the same form, it is there already.
/// Sent again with other lines, those are added.
///
/// # Errors
/// [`Error::Invalid`] naming the first line that cannot be taken.
pub async fn add_lines(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &LinesForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, known) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    let ReadLines { what, lines } = read?;
    let lines = read_lines(what, lines.as_str(), portal.today(actor))
        .map_err(|problem| vec![FieldProblem { field: "lines", problem }])?;
    let [_, first]: [Ulid; 2] = idempotency::ids(form.id.0, &filled(form));
    for (place, ReadLine { name, day }) in (0u128..).zip(lines) {
        let id = Ulid(first.0.wrapping_add(place));
        // What is there already was added with the same form.
        if let (LineKind::Dates, Some(day)) = (what, day) {
            if milestone::insert(&mut change, &write, MilestoneId(id), name.as_str(), day).await? {
                let object = (ObjectKind::Milestone, id);
                record(&mut change, &write, EventKind::MilestoneAdded, object, name.as_str(), audience(&known)).await?;
            }
            continue;
        }
        let side = if what == LineKind::Theirs { Side::Customer } else { Side::Supplier };
        let words = TaskWords { name: name.into(), why: String::new(), side, owner: None, stage: Stage::Onstage, due_on: day };
        if task::insert(&mut change, &write, TaskId(id), &words, false).await? {
            let object = (ObjectKind::Task, id);
            record(&mut change, &write, EventKind::TaskAdded, object, &words.name, audience_of(&known, true)).await?;
        }
    }
    Ok(portal.commit(change).await?)
}

fn read_lines(what: LineKind, text: &str, today: Date) -> Result<Vec<ReadLine>, Problem> {
    let written = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let mut lines = Vec::new();
    for (line, number) in written {
        if lines.len() == MOST_LINES {
            return Err(Problem::TooManyLines { limit: MOST_LINES });
        }
        let (name, day) = split(line, today);
        let name = Line::parse(&name).map_err(|_| Problem::LineUnreadable { line: number })?;
        if what == LineKind::Dates && day.is_none() {
            return Err(Problem::LineWithoutDay { line: number });
        }
        lines.push(ReadLine { name, day });
    }
    Ok(lines)
}

/// A line without the day that it begins or ends with. What would be a day far from today is no day: `Upgrade to 1.2.3`.
fn split(line: &str, today: Date) -> (String, Option<Date>) {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | ':' | '–' | '|');
    let line = line.trim_matches(is_between).trim_start_matches(['•', '*']).trim_matches(is_between);
    let read = |word: &str| match day(word) {
        Day::On(day) => Some(day).filter(|day| far_day(*day, today).is_none()),
        Day::Ambiguous | Day::Unknown => None,
    };
    let ends = line.rsplit_once(is_between).and_then(|(rest, word)| Some((rest, read(word)?)));
    let begins = || line.split_once(is_between).and_then(|(word, rest)| Some((rest, read(word)?)));
    match ends.or_else(begins) {
        Some((rest, day)) => (rest.trim_matches(|c| is_between(c) || c == '-').to_owned(), Some(day)),
        None => (line.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_line_may_begin_or_end_with_its_day() {
        let today = date(2026, 11, 16);
        let pilot = ("Pilot in hall 3".to_owned(), Some(date(2026, 12, 4)));
        for line in [
            "Pilot in hall 3; 4.12.2026",
            "4.12.2026 Pilot in hall 3",
            "• Pilot in hall 3 – 2026-12-04",
            "Pilot in hall 3\t4.12.2026",
        ] {
            assert_eq!(split(line, today), pilot, "{line}");
        }
        for line in ["Order 12 switches", "Upgrade to 1.2.3", "Order 2 1/2"] {
            assert_eq!(split(line, today), (line.to_owned(), None));
        }
    }
}
