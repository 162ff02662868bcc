//! What happened, on one axis of time, drawn on the server: a row for each kind of thing, a column for each week, a mark with
//! a shape of its own in each. Several of a week are one mark with their number, which leads to the list beside it; every
//! mark is a link whose words say the same, so that nothing hangs on shape or colour.

use crate::{parts::escaped::escaped, say, words::Words};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use leptos::prelude::*;
use std::{collections::BTreeMap, fmt::Write as _};

/// All in units that are pixels at the size that the picture has: 24 is the least that a finger meets (WCAG 2.5.8).
const WEEK: i32 = 26;
const ROW: i32 = 44;
const SEAM: i32 = 26;
const HEAD: i32 = 30;

/// The shape of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Something written that both can look at.
    Paper,
    /// Something that was said in writing.
    Talk,
    /// A task.
    Task,
    /// A meeting.
    Meeting,
    /// A decision or a date.
    Decision,
    /// Hours of work.
    Work,
    /// A call.
    Call,
    /// A visit.
    Visit,
    /// An email.
    Email,
}

impl Sign {
    fn path(self) -> &'static str {
        match self {
            Self::Paper => "M-6 -8H3L7 -4V8H-6Z",
            Self::Talk => "M-8 -7H8V4H0L-5 8V4H-8Z",
            Self::Task => "M-7 -7H7V7H-7ZM-3.5 0L-1 3L4 -3",
            Self::Meeting => "M-7.5 0A7.5 7.5 0 1 1 7.5 0A7.5 7.5 0 1 1 -7.5 0Z",
            Self::Decision => "M0 -8.5L8.5 0L0 8.5L-8.5 0Z",
            Self::Work => "M-7 -7H7L-7 7H7Z",
            Self::Call => "M-8 0L-4 -7H4L8 0L4 7H-4Z",
            Self::Visit => "M0 -8L8 7H-8Z",
            Self::Email => "M-8 -6H8V6H-8ZM-8 -6L0 1L8 -6",
        }
    }

    /// The shape alone, for a legend.
    #[must_use]
    pub fn draw(self) -> AnyView {
        let path = format!("<path d='{}'/>", self.path());
        view! { <svg class="week-sign" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" inner_html=path></svg> }
            .into_any()
    }
}

/// A row of the picture.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// Whether it is only a line between two rows.
    pub is_seam: bool,
}

/// A mark.
#[derive(Debug, Clone)]
pub struct Mark {
    /// In which row.
    pub row: usize,
    /// On which day.
    pub day: Date,
    /// Its shape.
    pub sign: Sign,
    /// Where it leads.
    pub href: String,
    /// What it is, in words.
    pub said: String,
    /// A second word for its colour: `good`, `bad`; empty for none.
    pub tone: &'static str,
}

/// The Monday of the week of a day.
#[must_use]
pub fn monday(day: Date) -> Date {
    day.saturating_sub(i32::from(day.weekday().since(Weekday::Monday)).days())
}

/// The name of the place in the list where a week begins.
#[must_use]
pub fn anchor(day: Date) -> String {
    format!("week-{}", monday(day))
}

/// The picture with the names of its rows.
#[must_use]
pub fn draw(words: &Words, label: String, (from, until): (Date, Date), rows: &[Row], marks: &[Mark]) -> AnyView {
    let first = monday(from);
    let columns = column(first, until) + 1;
    let (width, mut svg) = (columns * WEEK, String::new());
    let mut tops = Vec::with_capacity(rows.len());
    let mut y = HEAD;
    for row in rows {
        tops.push(y);
        if row.is_seam {
            let middle = y + SEAM / 2;
            let _ = write!(svg, "<path class='week-seam' d='M0 {middle}H{width}'/>");
        } else {
            let class = if tops.len() % 2 == 0 { "week-band even" } else { "week-band" };
            let _ = write!(svg, "<rect class='{class}' x='0' y='{y}' width='{width}' height='{ROW}'/>");
        }
        y += if row.is_seam { SEAM } else { ROW };
    }
    let height = y;
    months(&mut svg, words, (first, from, until), height);
    let mut cells = BTreeMap::<(usize, i32), Vec<&Mark>>::new();
    for mark in marks.iter().filter(|mark| mark.day >= from && mark.day <= until) {
        cells.entry((mark.row, column(first, mark.day))).or_default().push(mark);
    }
    for ((row, column), marks) in &cells {
        if let (Some(top), Some(row)) = (tops.get(*row), rows.get(*row)) {
            cell(&mut svg, words, row, (column * WEEK + WEEK / 2, top + ROW / 2), marks);
        }
    }
    let names = rows.iter().map(|row| {
        let class = if row.is_seam { "week-name seam" } else { "week-name" };
        view! { <span class=class>{row.name.clone()}</span> }
    });
    view! {
        <div class="weeks">
            <div class="week-names" aria-hidden="true">{names.collect_view()}</div>
            <div class="week-pan" tabindex="0" role="group" aria-label=label>
                <svg width=width.to_string() height=height.to_string() inner_html=svg></svg>
            </div>
        </div>
    }
    .into_any()
}

/// How many weeks a day is behind the first one.
fn column(first: Date, day: Date) -> i32 {
    first.until(day).map_or(0, |span| span.get_days()) / 7
}

/// The months with a line where each begins.
fn months(svg: &mut String, words: &Words, (first, from, until): (Date, Date, Date), height: i32) {
    let mut month = from.first_of_month();
    while month <= until {
        let days = first.until(month.max(from)).map_or(0, |span| span.get_days());
        let x = days * WEEK / 7;
        let name = escaped(&words.short_month(month));
        let name = if month.month() == 1 || month <= from { format!("{name} {}", month.year()) } else { name };
        let _ = write!(svg, "<path class='week-line' d='M{x} 0V{height}'/><text x='{}' y='19'>{name}</text>", x + 5);
        let Ok(next) = month.checked_add(1.month()) else { return };
        month = next;
    }
}

fn cell(svg: &mut String, words: &Words, row: &Row, (x, y): (i32, i32), marks: &[&Mark]) {
    let Some(mark) = marks.first() else { return };
    let count = i64::try_from(marks.len()).unwrap_or(i64::MAX);
    let (href, said) = if count == 1 {
        (mark.href.clone(), format!("{}: {}", row.name, mark.said))
    } else {
        let day = words.short_day(monday(mark.day));
        (format!("#{}", anchor(mark.day)), say!(words, "weeks-several", n = count, row = row.name.clone(), day = day))
    };
    // What is bad is seen before what is good.
    let tone = ["bad", "good"].into_iter().find(|tone| marks.iter().any(|mark| mark.tone == *tone)).unwrap_or_default();
    let (href, said) = (escaped(&href), escaped(&said));
    let _ = write!(
        svg,
        "<a class='week-mark {tone}' href='{href}' aria-label='{said}'><title>{said}</title><g transform='translate({x} {y})'><rect class='week-hit' x='-12' y='-13' width='24' height='26' rx='6'/>"
    );
    let _ = if count == 1 {
        write!(svg, "<path d='{}'/></g></a>", mark.sign.path())
    } else {
        write!(svg, "<circle r='11'/><text y='4' text-anchor='middle'>{count}</text></g></a>")
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;
    use jiff::civil::date;

    fn mark(day: Date, said: &str) -> Mark {
        let (href, said) = (format!("/{said}"), said.to_owned());
        Mark { row: 0, day, sign: Sign::Talk, href, said, tone: "" }
    }

    fn drawn(marks: &[Mark]) -> String {
        let words = Words::new(Language::En, "UTC");
        let rows = [Row { name: "Talk & more".to_owned(), is_seam: false }];
        let owner = Owner::new_root(None);
        owner.with(|| draw(&words, "A year".to_owned(), (date(2026, 1, 1), date(2026, 12, 31)), &rows, marks).to_html())
    }

    #[test]
    fn one_of_a_week_leads_to_itself_and_several_to_their_week() {
        let html = drawn(&[mark(date(2026, 5, 4), "a"), mark(date(2026, 5, 12), "b"), mark(date(2026, 5, 17), "c")]);
        assert!(html.contains("href='/a'") && !html.contains("href='/b'"), "{html}");
        assert!(html.contains("href='#week-2026-05-11'") && html.contains(">2</text>"), "{html}");
    }

    #[test]
    fn what_people_wrote_is_no_markup() {
        let html = drawn(&[mark(date(2026, 5, 4), "'><script>")]);
        assert!(!html.contains("<script>") && html.contains("&#39;&gt;&lt;script&gt;"), "{html}");
    }

    #[test]
    fn what_is_outside_of_the_year_is_not_drawn() {
        let html = drawn(&[mark(date(2025, 12, 31), "before"), mark(date(2027, 1, 1), "after")]);
        assert!(!html.contains("week-mark"), "{html}");
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(monday(date(2026, 11, 29)), date(2026, 11, 23));
        assert_eq!(monday(date(2026, 11, 30)), date(2026, 11, 30));
    }
}
