//! The names of months over the road.

use super::{
    label::{Anchor, EDGE, GAP, Label},
    window::Window,
};
use crate::words::Words;
use jiff::civil::Date;

/// Names of months where they begin: in full where each has room in a drawing of this width, in rem, else short. A name
/// without room before the next is left out. January tells the year.
pub(super) fn months(words: &Words, window: &Window, width: f64) -> Vec<Label> {
    let months = window.months();
    let ends = months.iter().skip(1).map(|next| window.x(*next) / 100.0 * width).chain([width + EDGE]);
    let months = months.iter().copied().zip(ends).collect::<Vec<_>>();
    let fits = |name: String, day: Date, end: f64| {
        let label = Label { words: name, x: window.x(day), anchor: Anchor::Start, dx: 0.4, low: false, roomy: false };
        (label.stretch(width).1 + GAP <= end).then_some(label)
    };
    // The first and the last may be cut off by the ends of the drawing: they do not decide for the others.
    let whole = months.get(1..months.len().saturating_sub(1)).unwrap_or_default();
    let in_full = whole.iter().all(|(day, end)| fits(words.month(*day), *day, *end).is_some());
    let named =
        months.iter().filter_map(|(day, end)| names(words, *day, in_full).into_iter().find_map(|it| fits(it, *day, *end)));
    named.collect()
}

/// What a month may be called, the most telling first.
fn names(words: &Words, day: Date, in_full: bool) -> Vec<String> {
    let (full, short) = (words.month(day), words.short_month(day));
    let mut names = match (day.month(), in_full) {
        (1, true) => vec![format!("{full} {}", day.year()), format!("{short} {}", day.year())],
        (_, true) => vec![full],
        (_, false) => Vec::new(),
    };
    if day.month() == 1 {
        names.push(format!("{short} ’{:02}", day.year().rem_euclid(100)));
    }
    names.push(short);
    names
}
