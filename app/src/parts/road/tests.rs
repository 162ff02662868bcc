//! That the drawing says what is so, and that no two of its texts overlap, whatever the road.

use super::{
    Leg, Stop, Windows, axis,
    label::{EDGE, GAP, Stretch, are_apart},
    line::Line,
    window::Window,
};
use crate::words::Words;
use coplan_domain::person::Language;
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 29);

fn words(language: Language) -> Words {
    Words::new(language, "Europe/Helsinki")
}

fn day(ahead: i32) -> Date {
    TODAY.saturating_add(ahead.days())
}

fn stop(ahead: i32, reached: bool, moved_from: &[i32]) -> Stop {
    Stop { day: day(ahead), reached, moved_from: moved_from.iter().map(|ahead| day(*ahead)).collect() }
}

fn leg(class: &'static str, stops: Vec<Stop>) -> Leg {
    Leg { class, begun: stops.iter().map(|stop| stop.day).min(), stops }
}

/// Hall 3 of the mock: two reached long ago, one reached, the next moved by six days, two to come.
fn network() -> Leg {
    let reached = [-70, -48, -26].map(|ahead| stop(ahead, true, &[]));
    let ahead = [stop(11, false, &[5]), stop(28, false, &[]), stop(42, false, &[])];
    leg("at-risk", reached.into_iter().chain(ahead).collect())
}

fn said(line: &Line) -> Vec<&str> {
    line.labels.iter().map(|label| label.words.as_str()).collect()
}

#[test]
fn what_is_outside_is_counted() {
    let windows = Windows::of(&[network()], TODAY);
    let line = Line::of(&words(Language::En), &network(), &windows.narrow, TODAY);
    assert_eq!(said(&line), ["‹ 2 earlier", "10 Jan", "3 Nov", "27 Dec"]);
    assert!(line.is_low());
    let far = leg("on-track", vec![stop(-1, true, &[]), stop(3, false, &[]), stop(200, false, &[])]);
    let line = Line::of(&words(Language::En), &far, &Windows::of(std::slice::from_ref(&far), TODAY).wide, TODAY);
    assert_eq!(said(&line), ["1 later ›", "28 Nov"]);
    assert!(line.goes_on);
}

#[test]
fn a_promise_that_moved_stays_drawn_with_its_way() {
    let windows = Windows::of(&[network()], TODAY);
    let line = Line::of(&words(Language::En), &network(), &windows.wide, TODAY);
    let (from, to) = (windows.wide.x(day(5)), windows.wide.x(day(11)));
    assert_eq!((line.ghosts.clone(), line.moves.clone(), line.next), (vec![from], vec![(from, to)], Some(to)));
    assert_eq!(line.over, None);
}

#[test]
fn what_is_overdue_is_dashed_until_today() {
    let late = leg("on-track", vec![stop(-40, true, &[]), stop(-5, false, &[]), stop(30, false, &[])]);
    let windows = Windows::of(std::slice::from_ref(&late), TODAY);
    let line = Line::of(&words(Language::En), &late, &windows.wide, TODAY);
    let (due, today) = (windows.wide.x(day(-5)), windows.wide.x(TODAY));
    assert_eq!(line.over, Some((due, today)));
    assert_eq!(line.gone.unwrap().1.to_bits(), due.to_bits());
    assert_eq!(late.next_class(TODAY), "late");
}

#[test]
fn the_axis_is_whole_months_around_what_there_is() {
    let windows = Windows::of(&[network()], TODAY);
    assert_eq!((windows.wide.from, windows.wide.to), (date(2026, 9, 1), date(2027, 1, 31)));
    assert_eq!((windows.narrow.from, windows.narrow.to), (date(2026, 11, 1), date(2027, 1, 31)));
    let names = |window: &Window| {
        let labels = axis::months(&words(Language::En), window, window.least);
        labels.into_iter().map(|label| label.words).collect::<Vec<_>>()
    };
    assert_eq!(names(&windows.wide), ["September", "October", "November", "December", "January 2027"]);
    assert_eq!(names(&windows.narrow), ["November", "December", "January 2027"]);
}

#[test]
fn an_axis_of_two_years_tells_one_of_them() {
    for today in (0..400).map(day) {
        let stops =
            [-80_i64, 170].map(|ahead| Stop { day: today.saturating_add(ahead.days()), reached: false, moved_from: vec![] });
        let long = Leg { class: "on-track", begun: None, stops: stops.to_vec() };
        let windows = Windows::of(&[long], today);
        for (window, width) in [(windows.narrow, windows.narrow.least), (windows.wide, windows.wide.least)] {
            if window.from.year() == window.to.year() {
                continue;
            }
            for language in [Language::En, Language::Fi, Language::Sv] {
                let labels = axis::months(&words(language), &window, width);
                let told = labels.iter().any(|label| label.words.contains(|c: char| c.is_ascii_digit()));
                assert!(told, "{today} {labels:?}");
            }
        }
    }
}

#[test]
fn what_is_to_come_is_behind_today_and_what_is_over_before_it() {
    for ahead in [-60, -28, -14, -1, 1, 14, 63, 180] {
        let stops = vec![stop(ahead, false, &[])];
        let windows = Windows::of(&[leg("on-track", stops)], TODAY);
        for window in [windows.narrow, windows.wide].into_iter().filter(|window| window.holds(day(ahead))) {
            let (stop, today) = (window.x(day(ahead)), window.x(TODAY));
            assert!((0.0..=100.0).contains(&today) && (stop > today) == (ahead > 0), "{ahead}: {stop} and {today}");
        }
    }
}

#[test]
fn without_any_date_there_is_still_an_axis() {
    let windows = Windows::of(&[], TODAY);
    assert!(windows.wide.from < TODAY && TODAY < windows.wide.to);
}

fn any_stop() -> impl Strategy<Value = Stop> {
    let moves = prop::collection::vec(-120_i32..250, 0..3);
    (-200_i32..300, any::<bool>(), moves).prop_map(|(ahead, reached, moved)| stop(ahead, reached && ahead <= 0, &moved))
}

fn any_leg() -> impl Strategy<Value = Leg> {
    let class = prop::sample::select(vec!["on-track", "at-risk", "late", "done", "to-come"]);
    (class, prop::option::of(-300_i32..10), prop::collection::vec(any_stop(), 0..14)).prop_map(|(class, begun, mut stops)| {
        stops.sort_by_key(|stop| stop.day);
        Leg { class, begun: begun.map(day), stops }
    })
}

fn apart(stretches: &[Stretch]) -> bool {
    let pairs =
        stretches.iter().enumerate().flat_map(|(place, one)| stretches[place + 1..].iter().map(move |other| (one, other)));
    // What is exactly apart may be a rounding away from it.
    pairs.into_iter().all(|(one, other)| are_apart((one.0 + 1e-6, one.1 - 1e-6), *other))
}

/// Where the texts of one row are in a drawing of this width, with the arcs among those above.
fn row(line: &Line, low: bool, width: f64, window: &Window) -> Vec<Stretch> {
    let shown = line.labels.iter().filter(|label| label.low == low && (!label.roomy || width >= window.roomy));
    shown.map(|label| label.stretch(width)).collect()
}

proptest! {
    #[test]
    fn no_two_texts_overlap(legs in prop::collection::vec(any_leg(), 1..5), today in -200_i32..200, more in 0.0_f64..12.0) {
        let today = day(today);
        let windows = Windows::of(&legs, today);
        for language in [Language::En, Language::Fi, Language::Sv] {
            let words = words(language);
            for window in [windows.narrow, windows.wide] {
                for width in [window.least, window.least + more, window.roomy, window.roomy + more] {
                    let months = axis::months(&words, &window, window.least);
                    prop_assert!(apart(&months.iter().map(|label| label.stretch(width)).collect::<Vec<_>>()), "{months:?}");
                    for leg in &legs {
                        let line = Line::of(&words, leg, &window, today);
                        let above = row(&line, false, width, &window);
                        prop_assert!(apart(&above), "{:?} at {width}", line.labels);
                        let inside = above.iter().all(|it| it.0 >= -EDGE - 1e-6 && it.1 <= width + EDGE + 1e-6);
                        prop_assert!(inside, "{:?} at {width}", line.labels);
                        for (from, to) in &line.moves {
                            let arc = (from.min(*to) / 100.0 * width, from.max(*to) / 100.0 * width);
                            // A chip at the edge counts what is outside, wherever an arc is.
                            let days = line.labels.iter().filter(|label| !label.low && !label.words.contains(['‹', '›']));
                            let shown = days.filter(|label| !label.roomy || width >= window.roomy);
                            for label in shown {
                                let here = label.stretch(width);
                                prop_assert!(here.1 <= arc.0 + 1e-6 || arc.1 <= here.0 + 1e-6, "{label:?} on {arc:?} at {width}");
                            }
                        }
                        let low = row(&line, true, width, &window);
                        if let (Some(flag), Some(chip)) = (line.flag, low.first()) {
                            prop_assert!(!flag.flipped && chip.1 + GAP <= flag.x / 100.0 * width + 1e-6, "{flag:?} on {chip:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn every_stop_is_drawn_or_counted(leg in any_leg(), today in -200_i32..200) {
        let today = day(today);
        let windows = Windows::of(std::slice::from_ref(&leg), today);
        for window in [windows.narrow, windows.wide] {
            let line = Line::of(&words(Language::En), &leg, &window, today);
            let counted = |sign: char| {
                let chip = line.labels.iter().find(|label| label.words.contains(sign));
                chip.map_or(0, |chip| chip.words.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>().unwrap())
            };
            let drawn = line.reached.len() + line.coming.len() + line.next.iter().count();
            prop_assert_eq!(drawn + counted('‹') + counted('›'), leg.stops.len());
        }
    }
}
