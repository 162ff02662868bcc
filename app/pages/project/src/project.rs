//! Projects: the page that both sides read, and the pages where staff starts, words, shares and ends one.

mod asked;
mod budget;
mod change;
mod copy;
mod lines;
mod milestones;
mod plan_template;
mod removed;
mod share;
mod show;
mod start;
mod start_day;
mod tasks;
mod template;

pub use show::{with_meanwhile, with_taken};
pub use tasks::Meanwhile;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{
    http::context::App,
    links::project as links,
    parts::road::{Flag, Leg, Stop},
    say,
    words::Words,
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
        .route(links::copy::PATTERN, get(copy::get).post(copy::post))
        .route(links::save_template::PATTERN, get(template::get).post(template::post))
        .route(links::start_day::PATTERN, get(start_day::get).post(start_day::post))
        .route(links::save_plan_template::PATTERN, get(plan_template::get).post(plan_template::post))
        .route(links::start_plan_from::PATTERN, get(plan_template::get_start).post(plan_template::post_start))
        .route(links::remove_plan_template::PATTERN, post(plan_template::remove))
        .route(links::start_from::PATTERN, get(template::get_start).post(template::post_start))
        .route(links::templates::PATTERN, get(template::list))
        .route(links::remove_template::PATTERN, post(template::remove))
        .route(links::budget::PATTERN, get(budget::get).post(budget::post))
        .route(links::lines::PATTERN, get(lines::get).post(lines::post))
        .route(links::share::PATTERN, post(share::share))
        .route(links::unshare::PATTERN, post(share::unshare))
        .route(links::end::PATTERN, post(share::end))
        .route(links::resume::PATTERN, post(share::resume))
}

/// The line of a project with this status and these milestones.
#[must_use]
pub fn leg(milestones: &[Milestone], class: &'static str, begun: Option<Date>) -> Leg {
    let stops = milestones.iter().filter_map(|milestone| {
        let day = milestone.reached_on.or(milestone.promised_on())?;
        let moved_from = milestone.moved_from().iter().map(|promise| promise.day).collect();
        Some(Stop { day, reached: milestone.reached_on.is_some(), moved_from })
    });
    Leg { class, begun, stops: stops.collect() }
}

/// Since when a project is under way, as far as its plan knows: since its first promise.
#[must_use]
pub fn begun(words: &Words, milestones: &[Milestone]) -> Option<Date> {
    let promised = milestones.iter().filter_map(|milestone| milestone.promises.first()).map(|promise| promise.promised_at);
    promised.min().map(|at| words.day_of(at))
}

/// The words about the next milestone, with what else can be done there; none where all are reached.
#[must_use]
pub fn flag(words: &Words, milestones: &[Milestone], more: Option<AnyView>) -> Option<Flag> {
    let next = next_milestone(milestones)?;
    let moved_from = next.moved_from().last().map(|promise| promise.day);
    let holds = next.promises.last()?;
    let reason =
        (moved_from.is_some() && !holds.reason.is_empty()).then(|| (holds.reason.clone(), words.foreign(holds.language)));
    Some(Flag { name: next.name.clone(), day: holds.day, moved_from, reason, more })
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

    #[test]
    fn a_milestone_is_a_stop_on_the_day_it_was_reached_or_is_promised_for() {
        let (early, later) = (date(2026, 11, 27), date(2026, 12, 4));
        let leg = leg(&[milestone(&[early, later], None), milestone(&[early], Some(later))], "on-track", None);
        assert_eq!(leg.stops[0], Stop { day: later, reached: false, moved_from: vec![early] });
        assert_eq!(leg.stops[1], Stop { day: later, reached: true, moved_from: Vec::new() });
    }

    #[test]
    fn the_flag_tells_the_next_milestone_and_why_it_moved() {
        let words = Words::new(Language::Fi, "Europe/Helsinki");
        let mut moved = milestone(&[date(2026, 11, 27), date(2026, 12, 4)], None);
        moved.promises[1].reason = "The switches are late.".to_owned();
        let flag = flag(&words, &[milestone(&[date(2026, 9, 5)], Some(date(2026, 9, 5))), moved], None).unwrap();
        assert_eq!((flag.day, flag.moved_from), (date(2026, 12, 4), Some(date(2026, 11, 27))));
        assert_eq!(flag.reason, Some(("The switches are late.".to_owned(), Some("en"))));
    }
}
