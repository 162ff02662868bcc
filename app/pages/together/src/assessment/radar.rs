//! The chart of all questions, drawn on the server: both sides, and the year before. Lines differ by how they are dashed and by
//! the shape of their marks, so that none of it hangs on colour. The table says the same.

use coplan_app::{say, words::Words};
use coplan_domain::{
    assessment::{Assessment, Criterion, HIGHEST, LOWEST},
    person::Side,
};
use leptos::prelude::*;
use std::{f64::consts::TAU, fmt::Write as _};

/// The middle of the drawing, and how far apart its rings are.
const MIDDLE: f64 = 200.0;
const STEP: f64 = 32.0;

/// Where a score of the criterion at a place is.
fn point(place: u8, score: f64) -> (f64, f64) {
    let count = f64::from(u8::try_from(Criterion::ALL.len()).unwrap_or(u8::MAX));
    let angle = TAU * f64::from(place) / count;
    (MIDDLE + angle.sin() * STEP * score, MIDDLE - angle.cos() * STEP * score)
}

fn float(score: i64) -> f64 {
    f64::from(i32::try_from(score).unwrap_or(i32::MAX))
}

/// The points of a closed line.
fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    points.map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
}

fn points_of(assessment: &Assessment) -> Vec<(f64, f64)> {
    let criteria = (0_u8..).zip(Criterion::ALL);
    let found = criteria.filter_map(|(place, criterion)| Some(point(place, float(assessment.of(*criterion)?.score))));
    found.collect()
}

/// The class and the dashes of a side's line.
fn line_of(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Supplier => ("radar-supplier", "none"),
        Side::Customer => ("radar-customer", "8 5"),
    }
}

fn rings(svg: &mut String) {
    for ring in LOWEST..=HIGHEST {
        let around = (0_u8..).zip(Criterion::ALL).map(|(place, _)| point(place, float(ring)));
        let points = path(around);
        let _ = write!(svg, "<polygon points='{points}' fill='none' stroke='currentColor' stroke-opacity='.35'/>");
    }
    for (place, n) in (0_u8..).zip(1..=Criterion::ALL.len()) {
        let (x, y) = point(place, float(HIGHEST) + 0.55);
        let _ = write!(svg, "<text x='{x:.1}' y='{y:.1}' text-anchor='middle' dominant-baseline='middle'>{n}</text>");
    }
}

fn line(svg: &mut String, assessment: &Assessment, is_now: bool) {
    let (class, dashes) = line_of(assessment.side);
    let points = points_of(assessment);
    let (width, opacity) = if is_now { (3, "1") } else { (1, ".9") };
    let drawn = path(points.iter().copied());
    let _ = write!(
        svg,
        "<polygon class='{class}' points='{drawn}' fill='none' stroke='currentColor' stroke-width='{width}' stroke-opacity='{opacity}' stroke-dasharray='{dashes}'/>"
    );
    for (x, y) in points.into_iter().filter(|_| is_now) {
        let _ = match assessment.side {
            Side::Supplier => write!(svg, "<circle class='{class}' cx='{x:.1}' cy='{y:.1}' r='5' fill='currentColor'/>"),
            Side::Customer => {
                let (left, top) = (x - 5.0, y - 5.0);
                write!(svg, "<rect class='{class}' x='{left:.1}' y='{top:.1}' width='10' height='10' fill='currentColor'/>")
            }
        };
    }
}

/// The drawing of a year and the one before, with what its lines are, as its sides are called.
pub(super) fn draw(
    words: &Words,
    (year, before): (i16, Option<i16>),
    (now, earlier): (&[&Assessment], &[&Assessment]),
    (supplier, customer): (&str, &str),
) -> AnyView {
    let mut svg = String::new();
    rings(&mut svg);
    for assessment in earlier {
        line(&mut svg, assessment, false);
    }
    for assessment in now {
        line(&mut svg, assessment, true);
    }
    let named = now.iter().map(|assessment| match assessment.side {
        Side::Supplier => say!(words, "assessment-line-supplier", name = supplier.to_owned()),
        Side::Customer => say!(words, "assessment-line-customer", name = customer.to_owned()),
    });
    let before = before.map(|before| say!(words, "assessment-line-before", year = before.to_string()));
    let lines = named.chain(before).chain([say!(words, "assessment-legend")]);
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    let label = say!(words, "assessment-chart", year = year.to_string());
    view! {
        <svg class="radar" viewBox="0 0 400 400" role="img" aria-label=label inner_html=svg></svg>
        <ul class="quiet">{lines}</ul>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{assessment::AssessmentAnswer, person::Language};
    use jiff::Timestamp;

    #[test]
    fn the_first_question_points_up_and_the_best_score_is_farthest_out() {
        let (x, y) = point(0, float(HIGHEST));
        assert!((x - MIDDLE).abs() < 1e-9 && (y - (MIDDLE - 160.0)).abs() < 1e-9, "{x} {y}");
        let (_, lower) = point(0, float(LOWEST));
        assert!(lower > y);
    }

    #[test]
    fn sides_differ_by_dashes_and_marks_and_the_year_before_has_no_marks() {
        let of = |side, year| {
            let answer = |criterion: &Criterion| AssessmentAnswer { criterion: *criterion, score: 3, words: String::new() };
            let answers = Criterion::ALL.iter().map(answer).collect();
            Assessment { year, side, by: String::new(), language: Language::En, at: Timestamp::UNIX_EPOCH, answers }
        };
        let words = Words::new(Language::En, "Europe/Helsinki");
        let (ours, theirs, earlier) = (of(Side::Supplier, 2026), of(Side::Customer, 2026), of(Side::Customer, 2025));
        let html = draw(&words, (2026, Some(2025)), (&[&ours, &theirs], &[&earlier]), ("Northline", "Mills")).to_html();
        assert_eq!((html.matches("<circle").count(), html.matches("<rect").count()), (15, 15));
        assert!(html.contains("stroke-dasharray='none'") && html.contains("stroke-dasharray='8 5'"));
        assert!(html.contains("Northline: solid line, circles") && html.contains("2025"), "{html}");
    }
}
