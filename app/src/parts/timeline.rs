//! Promised days drawn to time. An SVG without a viewBox: x in percent, y in pixels, so that circles stay round.

use crate::say;
use crate::words::Words;
use jiff::{ToSpan, civil::Date};
use leptos::prelude::*;

/// How a stop stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Reached.
    Past,
    /// Still to come.
    ToCome,
    /// Still to come, later than promised first.
    AtRisk,
    /// Its day is over and it is not reached.
    Late,
}

/// A point of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Where it stands.
    pub day: Date,
    /// The days it was promised for before, oldest first.
    pub moved_from: Vec<Date>,
    /// How it stands.
    pub tone: Tone,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// In the order of their numbers; nothing is drawn without any.
    pub stops: Vec<Stop>,
    /// Today.
    pub today: Date,
    /// The drawing in words, for who does not see it.
    pub label: String,
}

/// The line in its height on the plan.
#[must_use]
pub fn small(timeline: &Timeline) -> Option<AnyView> {
    let scale = Scale::of(&timeline.stops)?;
    let today = percent(scale.x(timeline.today));
    let ghosts = ghosts(&timeline.stops, scale, "14");
    let stops = timeline.stops.iter().map(|stop| {
        view! { <circle class=class(stop.tone) cx=percent(scale.x(stop.day)) cy="14" r="6"></circle> }
    });
    Some(
        view! {
            <svg class="timeline" role="img" aria-label=timeline.label.clone()>
                <line class="rail" x1="0" y1="14" x2="100%" y2="14"></line>
                <line class="gone" x1="0" y1="14" x2=today.clone() y2="14"></line>
                <line class="today" x1=today.clone() y1="0" x2=today y2="28"></line>
                {ghosts}
                {stops.collect_view()}
            </svg>
        }
        .into_any(),
    )
}

/// The line with months below, today above and the numbers of its stops.
#[must_use]
pub fn large(words: &Words, timeline: &Timeline) -> Option<AnyView> {
    let scale = Scale::of(&timeline.stops)?;
    let today = percent(scale.x(timeline.today));
    let months = scale.months().into_iter().map(|month| {
        let x = percent(scale.x(month));
        view! {
            <line class="tick" x1=x.clone() y1="14" x2=x.clone() y2="62"></line>
            <text x=x y="80">{words.short_month(month)}</text>
        }
    });
    let months = months.collect_view();
    let ghosts = ghosts(&timeline.stops, scale, "38");
    let stops = timeline.stops.iter().zip(1..).map(|(stop, number): (&Stop, i32)| {
        let x = percent(scale.x(stop.day));
        let label = if stop.tone == Tone::Past { "label past" } else { "label" };
        view! {
            <circle class=class(stop.tone) cx=x.clone() cy="38" r="11"></circle>
            <text class=label x=x y="42.5">{number}</text>
        }
    });
    Some(
        view! {
            <svg class="timeline large" role="img" aria-label=timeline.label.clone()>
                {months}
                <line class="rail" x1="0" y1="38" x2="100%" y2="38"></line>
                <line class="gone" x1="0" y1="38" x2=today.clone() y2="38"></line>
                <line class="today" x1=today.clone() y1="14" x2=today.clone() y2="62"></line>
                <text class="label" x=today y="8">{say!(words, "label-today")}</text>
                {ghosts}
                {stops.collect_view()}
            </svg>
        }
        .into_any(),
    )
}

/// Where the stops that are not reached stood before, and how far they slipped.
fn ghosts(stops: &[Stop], scale: Scale, y: &'static str) -> impl IntoView + use<> {
    let moved = stops.iter().filter(|stop| stop.tone != Tone::Past);
    let slips = moved.filter_map(|stop| {
        let earlier = stop.moved_from.iter().filter(|day| **day != stop.day).map(|day| scale.x(*day)).collect::<Vec<_>>();
        let first = *earlier.first()?;
        let circles = earlier.into_iter().map(|x| view! { <circle class="stop ghost" cx=percent(x) cy=y r="5"></circle> });
        Some(view! {
            <line class="slip" x1=percent(first) y1=y x2=percent(scale.x(stop.day)) y2=y></line>
            {circles.collect_view()}
        })
    });
    slips.collect_view()
}

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Past => "stop past",
        Tone::ToCome => "stop",
        Tone::AtRisk => "stop at-risk",
        Tone::Late => "stop late",
    }
}

fn percent(x: f64) -> String {
    format!("{x:.1}%")
}

/// The first and the last day that the line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scale {
    first: Date,
    last: Date,
}

impl Scale {
    /// At most this many months are named.
    const MONTHS: usize = 7;

    fn of(stops: &[Stop]) -> Option<Self> {
        let days = || stops.iter().flat_map(|stop| stop.moved_from.iter().chain([&stop.day]).copied());
        Some(Self { first: days().min()?, last: days().max()? })
    }

    /// How far along the line a day stands, in percent, 0 to 100.
    fn x(self, day: Date) -> f64 {
        let days = |from: Date, to: Date| f64::from(from.until(to).map_or(0, |span| span.get_days()));
        let length = days(self.first, self.last);
        if length > 0.0 {
            (days(self.first, day) / length * 100.0).clamp(0.0, 100.0)
        } else if day == self.first {
            50.0
        } else if day < self.first {
            0.0
        } else {
            100.0
        }
    }

    /// First days of months on the line, so few that their names have room.
    fn months(self) -> Vec<Date> {
        let begin = self.first.first_of_month();
        let months = (0..).map_while(|n: i32| begin.checked_add(n.months()).ok().filter(|day| *day <= self.last));
        let within = months.filter(|day| *day >= self.first).collect::<Vec<_>>();
        let step = within.len().div_ceil(Self::MONTHS).max(1);
        within.into_iter().step_by(step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;
    use jiff::civil::date;

    fn stop(day: Date, moved_from: &[Date], tone: Tone) -> Stop {
        Stop { day, moved_from: moved_from.to_vec(), tone }
    }

    fn line() -> Timeline {
        Timeline {
            stops: vec![stop(date(2026, 9, 1), &[], Tone::Past), stop(date(2026, 12, 10), &[date(2026, 11, 30)], Tone::AtRisk)],
            today: date(2026, 10, 21),
            label: "two milestones".to_owned(),
        }
    }

    #[test]
    fn a_day_stands_where_its_share_of_the_time_is() {
        let scale = Scale { first: date(2026, 9, 1), last: date(2026, 12, 10) };
        let x = |month, day| scale.x(date(2026, month, day)).to_string();
        assert_eq!([x(9, 1), x(10, 21), x(12, 10)], ["0", "50", "100"]);
    }

    #[test]
    fn a_day_outside_stands_at_the_end() {
        let scale = Scale { first: date(2026, 9, 1), last: date(2026, 12, 10) };
        assert_eq!(percent(scale.x(date(2026, 1, 1))), "0.0%");
        assert_eq!(percent(scale.x(date(2027, 1, 1))), "100.0%");
    }

    #[test]
    fn a_single_day_stands_in_the_middle() {
        let scale = Scale { first: date(2026, 9, 1), last: date(2026, 9, 1) };
        assert_eq!(
            [date(2026, 8, 1), date(2026, 9, 1), date(2026, 9, 2)].map(|day| percent(scale.x(day))),
            ["0.0%", "50.0%", "100.0%"]
        );
    }

    #[test]
    fn a_long_line_names_few_months() {
        let months = Scale { first: date(2026, 9, 2), last: date(2026, 12, 10) }.months();
        assert_eq!(months, [date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)]);
        assert!(Scale { first: date(2020, 1, 1), last: date(2030, 1, 1) }.months().len() <= Scale::MONTHS);
    }

    #[test]
    fn the_day_that_was_promised_before_stays_drawn() {
        let html = small(&line()).unwrap().to_html();
        let drawn = |class: &str, at: &str| html.split('<').any(|part| part.contains(class) && part.contains(at));
        assert!(drawn(r#"class="stop ghost""#, r#"cx="90.0%""#), "{html}");
        assert!(drawn(r#"class="slip""#, r#"x1="90.0%""#), "{html}");
        assert!(drawn("svg", r#"aria-label="two milestones""#), "{html}");
    }

    #[test]
    fn the_large_line_numbers_its_stops_and_names_its_months() {
        let html = large(&Words::new(Language::En, "Europe/Helsinki"), &line()).unwrap().to_html();
        assert_eq!(html.matches("Today").count(), 1, "{html}");
        for said in [">Oct<", ">Dec<", ">1<", ">2<"] {
            assert!(html.contains(said), "{said} in {html}");
        }
    }

    #[test]
    fn nothing_promised_draws_nothing() {
        assert!(small(&Timeline { stops: Vec::new(), ..line() }).is_none());
    }
}
