//! The names of months over the road.

use super::{
    label::{Anchor, EDGE, GAP, Label},
    window::Window,
};
use crate::words::Words;
use jiff::civil::Date;

/// Names of months where they begin: in full where each has room in a drawing of this width, in rem, else short. A name
/// without room before the next is left out. January tells the year; where it has no room for that, the month does that
/// the drawing begins with.
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
    let tell = |(day, end): &(Date, f64)| years(words, *day, in_full).into_iter().find_map(|it| fits(it, *day, *end));
    let is_told = |place: &(Date, f64)| place.0.month() == 1 && tell(place).is_some();
    let first = window.from.year() != window.to.year() && !months.iter().skip(1).any(is_told);
    let named = months.iter().enumerate().filter_map(|(n, place)| {
        let told = tell(place).filter(|_| place.0.month() == 1 || (n == 0 && first));
        let plain = || names(words, place.0, in_full).into_iter().find_map(|it| fits(it, place.0, place.1));
        told.or_else(plain)
    });
    named.collect()
}

/// What a month may be called, the most telling first.
fn names(words: &Words, day: Date, in_full: bool) -> Vec<String> {
    let full = in_full.then(|| words.month(day));
    full.into_iter().chain([words.short_month(day)]).collect()
}

/// What a month may be called with its year, the most telling first.
fn years(words: &Words, day: Date, in_full: bool) -> Vec<String> {
    let (full, short) = (words.month(day), words.short_month(day));
    let brief = format!("{short} ’{:02}", day.year().rem_euclid(100));
    // Where not even that has room, the year takes the place of the month.
    let (year, bare) = (day.year(), day.year().to_string());
    if in_full { vec![format!("{full} {year}"), format!("{short} {year}"), brief, bare] } else { vec![brief, bare] }
}
