//! What a report tells, in words: the page and the document say the same.

use coplan_app::{say, words::Words};
use coplan_domain::{
    money::Currency,
    report::{Asked, Decision, Delivered, Measured, Promised, ReportBody, Spent},
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A part of what it tells.
pub(super) struct Part {
    /// The mark of its heading.
    pub id: &'static str,
    pub title: String,
    pub lines: Vec<Line>,
}

/// One thing that it tells.
pub(super) struct Line {
    pub main: String,
    /// The language of that, where it is not the reader's.
    pub language: Option<&'static str>,
    pub about: String,
    pub more: Option<String>,
}

/// What was invoiced.
pub(super) struct Sums {
    pub heads: [String; 3],
    pub rows: Vec<[String; 3]>,
    pub total: String,
}

/// The parts that have anything to tell.
pub(super) fn parts(words: &Words, body: &ReportBody, today: Date) -> Vec<Part> {
    let all = [
        part("h-delivered", say!(words, "report-delivered"), &body.delivered, |it| delivered(words, it, today)),
        part("h-promised", say!(words, "report-promised"), &body.promised, |it| promised(words, it, today)),
        part("h-measured", say!(words, "report-measured"), &body.measured, |it| measured(words, it, today)),
        part("h-decided", say!(words, "report-decided"), &body.decided, |it| decided(words, it, today)),
        part("h-asked", say!(words, "report-asked"), &body.asked, |it| asked(words, it, today)),
    ];
    all.into_iter().filter(|part| !part.lines.is_empty()).collect()
}

fn part<T>(id: &'static str, title: String, found: &[T], line: impl Fn(&T) -> Line) -> Part {
    Part { id, title, lines: found.iter().map(line).collect() }
}

fn delivered(words: &Words, it: &Delivered, today: Date) -> Line {
    let about = say!(
        words,
        "report-reached",
        day = words.day(it.day, today),
        promised = words.day(it.promised, today),
        project = it.project.clone()
    );
    Line { main: it.milestone.clone(), language: None, about, more: None }
}

fn promised(words: &Words, it: &Promised, today: Date) -> Line {
    let day = words.day(it.day, today);
    let about = say!(words, "report-promised-for", day = day, project = it.project.clone());
    let more = it.moved.as_ref().map(|moved| {
        let said = say!(words, "report-moved", day = words.day(moved.from, today));
        if moved.reason.is_empty() { said } else { format!("{said} {}", moved.reason) }
    });
    Line { main: it.milestone.clone(), language: None, about, more }
}

fn measured(words: &Words, it: &Measured, today: Date) -> Line {
    let number = |value: &str| {
        let number = words.decimal(value);
        if it.unit.is_empty() { number } else { format!("{number}\u{a0}{}", it.unit) }
    };
    let about = say!(
        words,
        "report-value",
        value = number(&it.value),
        day = words.day(it.day, today),
        from = number(&it.baseline),
        target = number(&it.target)
    );
    Line { main: it.goal.clone(), language: words.foreign(it.language), about, more: None }
}

fn decided(words: &Words, it: &Decision, today: Date) -> Line {
    let about = format!("{}, {}", it.meeting, words.day(it.day, today));
    Line { main: it.words.clone(), language: words.foreign(it.language), about, more: None }
}

fn asked(words: &Words, it: &Asked, today: Date) -> Line {
    let about = format!("{}, {}", it.by, words.day(it.day, today));
    let more = it.outcome.clone().unwrap_or_else(|| say!(words, "report-asked-open"));
    Line { main: it.title.clone(), language: words.foreign(it.language), about, more: Some(more) }
}

/// A sum with the currency that it was kept with; as it was kept where that is not known any more.
fn sum(words: &Words, minor: i64, currency: &str) -> String {
    let decimals = currency.parse::<Currency>().map_or(2, Currency::decimals);
    words.money(minor, decimals, currency)
}

/// What was invoiced, where anything was.
pub(super) fn sums(words: &Words, body: &ReportBody, today: Date) -> Option<Sums> {
    if body.spent.is_empty() {
        return None;
    }
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for it in &body.spent {
        let so_far = sums.entry(&it.currency).or_default();
        *so_far = so_far.saturating_add(it.minor);
    }
    let total = sums.into_iter().map(|(currency, minor)| sum(words, minor, currency)).collect::<Vec<_>>().join(" + ");
    let row = |it: &Spent| [it.number.clone(), words.day(it.day, today), sum(words, it.minor, &it.currency)];
    Some(Sums {
        heads: [say!(words, "report-invoice"), say!(words, "report-day-of-invoice"), say!(words, "report-sum")],
        rows: body.spent.iter().map(row).collect(),
        total: say!(words, "report-total", sum = total),
    })
}
