//! All dates of a plan as a list, project by project: what the drawings show, and what they leave out.

use coplan_app::{
    links, say,
    words::{Words, days_between},
};
use coplan_domain::plan::Milestone;
use coplan_usecases::plan::{PlanView, ProjectCard};
use jiff::civil::Date;
use leptos::prelude::*;

/// The folded list; none where there is nothing to list.
pub(super) fn folded(words: &Words, view: &PlanView) -> Option<AnyView> {
    let mut projects = view.projects.iter().filter(|card| !card.milestones.is_empty()).collect::<Vec<_>>();
    projects.sort_by_key(|card| super::order(card));
    let projects = projects.into_iter().map(|card| of_project(words, view, card)).collect::<Vec<_>>();
    if projects.is_empty() && view.ended.is_empty() {
        return None;
    }
    Some(
        view! {
            <div class="road-foot">
                <details class="more tight">
                    <summary>{say!(words, "road-dates")}</summary>
                    <div class="dates-grid">{projects}{ended(words, view)}</div>
                </details>
            </div>
        }
        .into_any(),
    )
}

fn of_project(words: &Words, view: &PlanView, card: &ProjectCard) -> AnyView {
    let dates = card.milestones.iter().map(|milestone| date(words, milestone, view.today)).collect_view();
    let href = links::project::show(view.frame.customer, card.id);
    view! { <div><h3><a href=href>{card.name.clone()}</a></h3><ol>{dates}</ol></div> }.into_any()
}

fn date(words: &Words, milestone: &Milestone, today: Date) -> Option<AnyView> {
    let promised = milestone.promised_on()?;
    let day = milestone.reached_on.unwrap_or(promised);
    let (class, said) = match milestone.reached_on {
        Some(reached) => ("done", reached_on(words, promised, reached)),
        None if milestone.is_late(today) => {
            let days = days_between(promised, today);
            ("late", say!(words, "road-overdue", days = days))
        }
        None => ("to-come", say!(words, "road-promised")),
    };
    let moved = milestone.moved_from().iter().rev().zip(milestone.promises.iter().rev()).map(|(from, to)| {
        let said = say!(words, "road-moved-from", day = words.day(from.day, today));
        view! { <span class="quiet">{said}": "<span lang=words.foreign(to.language)>{to.reason.clone()}</span></span> }
    });
    Some(
        view! {
            <li class=class>
                <time datetime=day.to_string()>{words.short_day_and_year(day, today)}</time>
                <div>{milestone.name.clone()}" "<span class="quiet">{said}</span>{moved.collect_view()}</div>
            </li>
        }
        .into_any(),
    )
}

fn reached_on(words: &Words, promised: Date, reached: Date) -> String {
    match days_between(promised, reached) {
        0 => say!(words, "road-reached"),
        days @ 1.. => say!(words, "road-reached-late", days = days),
        days => say!(words, "road-reached-early", days = -days),
    }
}

fn ended(words: &Words, view: &PlanView) -> Option<AnyView> {
    let lines = view.ended.iter().map(|project| {
        let day = words.day_of(project.ended_at);
        let href = links::project::show(view.frame.customer, project.id);
        view! {
            <li class="done">
                <time datetime=day.to_string()>{words.short_day_and_year(day, view.today)}</time>
                <div><a href=href>{project.name.clone()}</a></div>
            </li>
        }
    });
    let lines = lines.collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <div><h3>{say!(words, "road-ended")}</h3><ol>{lines}</ol></div> }.into_any())
}
