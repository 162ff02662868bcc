//! The curve of a goal, drawn on the server: what was measured, the path from the baseline, and the target. Lines differ
//! by how they are dashed and are named in words, so that none of it hangs on colour. The table below it says the same.

use super::list::measured;
use coplan_app::{
    parts::escaped::escaped,
    say,
    words::{Words, days_between},
};
use coplan_domain::{exact::Exact, goal::Reading};
use coplan_usecases::goal::GoalView;
use jiff::civil::Date;
use leptos::prelude::*;
use std::fmt::Write as _;

/// Where the highest and the lowest value are, in percent of the height.
const TOP: f64 = 12.0;
const BOTTOM: f64 = 76.0;
/// Where the first and the last day are, in percent of the width.
const LEFT: f64 = 2.0;
const RIGHT: f64 = 98.0;

/// Days and values as places in percent.
struct Scale {
    from: Date,
    days: f64,
    low: f64,
    span: f64,
}

impl Scale {
    fn of(view: &GoalView) -> Self {
        let (goal, terms) = (&view.goal, &view.goal.now.terms);
        let days = view.readings.iter().map(|it| it.day).chain([goal.begun_on, terms.due_on]);
        let (from, to) = days.fold((goal.begun_on, terms.due_on), |(from, to), day| (from.min(day), to.max(day)));
        let values = view.readings.iter().map(|it| &it.value).chain([&terms.baseline, &terms.target]);
        let values = values.map(Exact::approximate).collect::<Vec<_>>();
        let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
        let span = if high > low { high - low } else { 1.0 };
        Self { from, days: float(days_between(from, to).max(1)), low, span }
    }

    fn x(&self, day: Date) -> f64 {
        LEFT + float(days_between(self.from, day)) / self.days * (RIGHT - LEFT)
    }

    fn y(&self, value: &Exact) -> f64 {
        BOTTOM - (value.approximate() - self.low) / self.span * (BOTTOM - TOP)
    }

    fn at(&self, reading: &Reading) -> (f64, f64) {
        (self.x(reading.day), self.y(&reading.value))
    }
}

/// Days of a few centuries, which a float counts exactly.
fn float(days: i64) -> f64 {
    f64::from(i32::try_from(days).unwrap_or(i32::MAX))
}

fn line(svg: &mut String, dash: &str, (from, to): ((f64, f64), (f64, f64)), width: f64) {
    let ((x1, y1), (x2, y2)) = (from, to);
    let _ = write!(
        svg,
        "<line x1='{x1:.1}%' y1='{y1:.1}%' x2='{x2:.1}%' y2='{y2:.1}%' stroke='currentColor' stroke-width='{width}' stroke-dasharray='{dash}'/>"
    );
}

/// Words over a place, or under it; from it on, or up to it.
fn text(svg: &mut String, words: &str, (x, y): (f64, f64), over: bool) {
    let anchor = if x > 60.0 { "end" } else { "start" };
    let dy = if over { "-.6em" } else { "1.4em" };
    let words = escaped(words);
    let _ = write!(svg, "<text x='{x:.1}%' y='{y:.1}%' dy='{dy}' text-anchor='{anchor}'>{words}</text>");
}

/// The drawing.
pub(super) fn draw(words: &Words, view: &GoalView) -> AnyView {
    let (goal, terms) = (&view.goal, &view.goal.now.terms);
    let scale = Scale::of(view);
    let mut svg = String::new();
    let target = scale.y(&terms.target);
    line(&mut svg, "6 5", ((0.0, target), (100.0, target)), 1.5);
    let (begin, due) = ((scale.x(goal.begun_on), scale.y(&terms.baseline)), (scale.x(terms.due_on), target));
    line(&mut svg, "1 5", (begin, due), 2.0);
    let counted = view.readings.iter().filter(|it| it.counts()).collect::<Vec<_>>();
    for pair in counted.windows(2) {
        line(&mut svg, "none", (scale.at(pair[0]), scale.at(pair[1])), 2.5);
    }
    for reading in &view.readings {
        let (x, y) = scale.at(reading);
        if reading.counts() {
            let _ = write!(svg, "<circle cx='{x:.1}%' cy='{y:.1}%' r='4.5' fill='currentColor'/>");
        } else {
            let _ = write!(
                svg,
                "<svg x='{x:.1}%' y='{y:.1}%' overflow='visible'><path d='M-5 -5L5 5M-5 5L5 -5' stroke='currentColor' stroke-width='2'/></svg>"
            );
        }
    }
    let (at_target, at_baseline) = (measured(words, terms, &terms.target), measured(words, terms, &terms.baseline));
    let falls = begin.1 <= target;
    text(&mut svg, &say!(words, "curve-target", value = at_target.clone()), (100.0, target), !falls);
    text(&mut svg, &say!(words, "curve-baseline", value = at_baseline.clone()), (0.0, begin.1), falls);
    if let Some(last) = counted.last() {
        text(&mut svg, &measured(words, terms, &last.value), scale.at(last), !falls);
    }
    text(&mut svg, &words.day(scale.from, view.today), (0.0, 99.0), true);
    text(&mut svg, &words.day(terms.due_on, view.today), (scale.x(terms.due_on), 99.0), true);
    let label = say!(
        words,
        "curve-label",
        from = at_baseline,
        to = at_target,
        n = i64::try_from(view.readings.len()).unwrap_or(i64::MAX)
    );
    view! {
        <svg class="curve" role="img" aria-label=label inner_html=svg></svg>
        <p class="quiet">{say!(words, "curve-legend")}</p>
    }
    .into_any()
}
