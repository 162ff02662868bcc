//! Projects: the page that both sides read, and the pages where staff starts, words, shares and ends one.

mod change;
mod milestones;
mod removed;
mod share;
mod show;
mod start;
mod tasks;

pub(super) use show::with_meanwhile;
pub(super) use tasks::Meanwhile;

use crate::{
    http::context::App,
    links::project as links,
    parts::timeline::{Stop, Timeline, Tone},
    say,
    words::Words,
};
use axum::{
    Router,
    routing::{get, post},
};
use coplan_domain::plan::{Milestone, next_milestone};
use jiff::civil::Date;
use leptos::prelude::*;

/// The routes of projects.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::start::PATTERN, get(start::get).post(start::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::change::PATTERN, get(change::get).post(change::post))
        .route(links::share::PATTERN, post(share::share))
        .route(links::unshare::PATTERN, post(share::unshare))
        .route(links::end::PATTERN, post(share::end))
        .route(links::resume::PATTERN, post(share::resume))
}

/// The milestones to be drawn, with the drawing in words.
#[must_use]
pub fn timeline(words: &Words, milestones: &[Milestone], today: Date) -> Timeline {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let count = number(milestones.len());
    let reached = number(milestones.iter().filter(|milestone| milestone.reached_on.is_some()).count());
    let line = say!(words, "timeline-label", count = count, reached = reached);
    let next = next_milestone(milestones).and_then(|next| {
        let day = words.day(next.promised_on()?, today);
        Some(say!(words, "timeline-next", name = next.name.clone(), day = day))
    });
    let label = [Some(line), next].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Timeline { stops: milestones.iter().filter_map(|milestone| stop(milestone, today)).collect(), today, label }
}

fn stop(milestone: &Milestone, today: Date) -> Option<Stop> {
    let moved_from = milestone.moved_from().iter().map(|promise| promise.day).collect::<Vec<_>>();
    let promised = milestone.promised_on()?;
    let (day, tone) = match milestone.reached_on {
        Some(day) => (day, Tone::Past),
        None if milestone.is_late(today) => (promised, Tone::Late),
        None if moved_from.iter().any(|earlier| *earlier < promised) => (promised, Tone::AtRisk),
        None => (promised, Tone::ToCome),
    };
    let moved_from = if tone == Tone::Past { Vec::new() } else { moved_from };
    Some(Stop { day, moved_from, tone })
}

/// The days that no longer hold, struck through, then the one that holds.
#[must_use]
pub fn dates(words: &Words, milestone: &Milestone, today: Date) -> AnyView {
    let moved = milestone.moved_from().iter().map(|promise| {
        let day = words.day(promise.day, today);
        view! { <s class="moved"><span class="unseen">{say!(words, "milestone-was")}" "</span>{day}</s>" " }
    });
    let moved = moved.collect_view();
    let holds = milestone.promised_on().map(|day| view! { <time datetime=day.to_string()>{words.day(day, today)}</time> });
    view! { {moved}{holds} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{person::Language, plan::Promise};
    use jiff::{Timestamp, civil::date};

    fn milestone(promised: &[Date], reached_on: Option<Date>) -> Milestone {
        let promise =
            |day: &Date| Promise { day: *day, reason: String::new(), language: Language::En, promised_at: Timestamp::UNIX_EPOCH };
        Milestone {
            id: "01KCNS6G000000000000000001".parse().unwrap(),
            project: "01KCNS6G000000000000000002".parse().unwrap(),
            name: "Hall 3".to_owned(),
            promises: promised.iter().map(promise).collect(),
            reached_on,
            version: 1,
        }
    }

    fn tone(promised: &[Date], reached_on: Option<Date>) -> Option<Tone> {
        stop(&milestone(promised, reached_on), date(2026, 11, 22)).map(|stop| stop.tone)
    }

    #[test]
    fn a_stop_tells_whether_its_promise_holds() {
        let (early, later, over) = (date(2026, 11, 27), date(2026, 12, 4), date(2026, 11, 21));
        assert_eq!(tone(&[early], None), Some(Tone::ToCome));
        assert_eq!(tone(&[early, later], None), Some(Tone::AtRisk));
        assert_eq!(tone(&[later, early], None), Some(Tone::ToCome));
        assert_eq!(tone(&[over], None), Some(Tone::Late));
        assert_eq!(tone(&[over], Some(over)), Some(Tone::Past));
    }

    #[test]
    fn the_drawing_is_told_in_words() {
        let milestones = [milestone(&[date(2026, 9, 5)], Some(date(2026, 9, 5))), milestone(&[date(2026, 12, 4)], None)];
        let line = timeline(&Words::new(Language::En, "Europe/Helsinki"), &milestones, date(2026, 11, 22));
        assert_eq!(line.label, "2 milestones, 1 reached. Next: Hall 3, 4 December.");
    }
}
