//! How it is going: every project's line on one road, with its status, as of when and by whom, and why.

mod dates;

use coplan_app::{
    links,
    parts::{
        road::{self, Windows},
        status,
    },
    say,
    words::Words,
};
use coplan_domain::{
    person::first_name,
    plan::{Light, StatusReport},
};
use coplan_pages_project::project;
use coplan_usecases::plan::{PlanView, ProjectCard};
use jiff::ToSpan;
use leptos::prelude::*;

/// With more projects than these only what is late or at risk is told at length.
const TOLD: usize = 5;
/// For how many days what is done keeps its line.
const DONE_DAYS: i64 = 30;

pub(super) fn section(words: &Words, view: &PlanView) -> AnyView {
    let may_edit = may_edit(view);
    let start = may_edit.then(|| {
        view! { <a class="edit" href=links::project::start(view.frame.customer)>{say!(words, "project-start")}</a> }
    });
    let round = (may_edit && view.projects.len() > 1).then(|| {
        view! { <a class="edit" href=links::status_report::round(view.frame.customer)>{say!(words, "status-round-open")}</a> }
    });
    let mut shown = view.projects.iter().filter(|card| is_shown(words, view, card)).collect::<Vec<_>>();
    shown.sort_by_key(|card| order(card));
    let legs = shown
        .iter()
        .map(|card| project::leg(&card.milestones, class(card), project::begun(words, &card.milestones)))
        .collect::<Vec<_>>();
    let windows = Windows::of(&legs, view.today);
    let many = shown.len() > TOLD;
    let rows = shown.iter().zip(&legs).map(|(card, leg)| {
        let flag = project::flag(words, &card.milestones, flag_actions(words, view, card, may_edit));
        row(words, view, card, road::track(words, &windows, leg, flag), many && !is_alarming(card))
    });
    let rows = rows.collect::<Vec<_>>();
    let body = if rows.is_empty() {
        view! { <p class="road-none">{say!(words, "road-none")}</p> }.into_any()
    } else {
        view! { <div class="legs-box" data-live>{road::background(&windows)}<ol class="legs" data-live>{rows}</ol></div> }
            .into_any()
    };
    view! {
        <section class="road" aria-labelledby="h-projects" data-live>
            <div class="road-body" data-live>
                <div class="road-head"><h2 id="h-projects">{say!(words, "plan-how-it-is-going")}</h2>{round}{start}</div>
                {road::axis_row(words, &windows)}
                {body}
                {dates::folded(words, view)}
            </div>
            {road::symbols()}
        </section>
    }
    .into_any()
}

fn may_edit(view: &PlanView) -> bool {
    view.internal.as_ref().is_some_and(|internal| internal.may_edit)
}

fn light(card: &ProjectCard) -> Option<Light> {
    card.status.as_ref().map(|report| report.light)
}

/// What is done has its line for a month; then it is in the list of dates only.
fn is_shown(words: &Words, view: &PlanView, card: &ProjectCard) -> bool {
    let Some(report) = card.status.as_ref().filter(|report| report.light == Light::Done) else { return true };
    words.day_of(report.reported_at) >= view.today.saturating_sub(DONE_DAYS.days())
}

/// What needs attention first, what is done last.
fn order(card: &ProjectCard) -> u8 {
    match light(card) {
        Some(Light::Late) => 0,
        Some(Light::AtRisk) => 1,
        Some(Light::OnTrack) => 2,
        None => 3,
        Some(Light::Done) => 4,
    }
}

fn is_alarming(card: &ProjectCard) -> bool {
    matches!(light(card), Some(Light::Late | Light::AtRisk))
}

fn class(card: &ProjectCard) -> &'static str {
    light(card).map_or("to-come", status::light_class)
}

fn row(words: &Words, view: &PlanView, card: &ProjectCard, track: AnyView, brief: bool) -> AnyView {
    let href = links::project::show(view.frame.customer, card.id);
    let (class, word) = status::of_project(words, light(card));
    let prepared = card.internal.as_ref().is_some_and(|internal| !internal.shared);
    let prepared = prepared.then(|| view! { <span class="badge warn">{say!(words, "project-not-shown")}</span> });
    view! {
        <li class=format!("leg {class}")>
            <h3><a href=href>{card.name.clone()}</a></h3>
            <span class=format!("status {class}")>{word}</span>
            {track}
            <div class="leg-said">
                {as_of(words, view, card.status.as_ref())}
                <div class="leg-text">{reason(words, card, brief)}{prepared}{report(words, view, card)}</div>
            </div>
        </li>
    }
    .into_any()
}

fn as_of(words: &Words, view: &PlanView, report: Option<&StatusReport>) -> Option<AnyView> {
    let report = report?;
    let day = words.short_day_and_year(words.day_of(report.reported_at), view.today);
    let name = first_name(&report.reported_by).to_owned();
    Some(view! { <span class="as-of">{say!(words, "road-as-of", day = day, name = name)}</span>" " }.into_any())
}

/// Why the status is what it is; where there is none, what there is to wait for.
fn reason(words: &Words, card: &ProjectCard, brief: bool) -> Option<AnyView> {
    if brief {
        return None;
    }
    if let Some(report) = &card.status {
        return Some(view! { <span class="lines" lang=words.foreign(report.language)>{report.reason.clone()}</span> }.into_any());
    }
    let said = if card.milestones.is_empty() { say!(words, "project-no-promises") } else { say!(words, "project-no-report") };
    Some(view! { <span>{said}</span> }.into_any())
}

/// Where staff says how it is going.
fn report(words: &Words, view: &PlanView, card: &ProjectCard) -> Option<AnyView> {
    let whose = say!(words, "project-report-of", name = card.name.clone());
    may_edit(view).then(|| {
        view! { " "<a class="edit" href=links::status_report::report(view.frame.customer, card.id)>{say!(words, "project-report")}<span class="unseen">" "{whose}</span></a> }
            .into_any()
    })
}

/// Where staff moves the next date.
fn flag_actions(words: &Words, view: &PlanView, card: &ProjectCard, may_edit: bool) -> Option<AnyView> {
    let next = card.next().filter(|_| may_edit)?;
    let whose = say!(words, "milestone-move-of", name = next.name.clone());
    Some(
        view! {
            " "<a class="edit" href=links::milestone::show(view.frame.customer, card.id, next.id)>
                {say!(words, "milestone-move")}<span class="unseen">" "{whose}</span>
            </a>
        }
        .into_any(),
    )
}
