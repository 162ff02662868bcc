//! How it is going: each project with its light, the reason, the line of its promises and the next of them.

use crate::{
    links,
    pages::project,
    parts::{status, timeline},
    say,
    words::Words,
};
use coplan_domain::plan::Light;
use coplan_usecases::plan::{EndedProject, PlanView, ProjectCard};
use leptos::prelude::*;

pub(super) fn section(words: &Words, view: &PlanView) -> AnyView {
    let may_edit = view.internal.as_ref().is_some_and(|internal| internal.may_edit);
    let start = may_edit.then(|| {
        view! { <a class="edit" href=links::project::start(view.frame.customer)>{say!(words, "project-start")}</a> }
    });
    let body = if view.projects.is_empty() && view.ended.is_empty() {
        empty(words, view).into_any()
    } else {
        let done = |card: &&ProjectCard| card.status.as_ref().is_some_and(|report| report.light == Light::Done);
        let (done, going): (Vec<_>, Vec<_>) = view.projects.iter().partition(done);
        let cards = going.into_iter().chain(done).map(|card| article(words, view, card, may_edit)).collect::<Vec<_>>();
        let ended = view.ended.iter().map(|project| ended(words, view, project)).collect::<Vec<_>>();
        view! { {cards}{ended} }.into_any()
    };
    view! {
        <section class="sheet" aria-labelledby="h-projects">
            <div class="sheet-head"><h2 id="h-projects">{say!(words, "plan-how-it-is-going")}</h2>{start}</div>
            {body}
        </section>
    }
    .into_any()
}

fn empty(words: &Words, view: &PlanView) -> impl IntoView + use<> {
    let text = if view.internal.is_some() {
        say!(words, "plan-no-projects-staff")
    } else {
        say!(words, "plan-no-projects-member", name = view.frame.responsible.name.clone())
    };
    view! { <div class="empty"><p><strong>{say!(words, "plan-no-projects")}</strong>{text}</p></div> }
}

fn article(words: &Words, view: &PlanView, card: &ProjectCard, may_edit: bool) -> AnyView {
    let prepared = card.internal.as_ref().is_some_and(|internal| !internal.shared);
    let prepared = prepared.then(|| view! { <p><span class="badge warn">{say!(words, "project-not-shown")}</span></p> });
    let report = may_edit.then(|| {
        let whose = say!(words, "project-report-of", name = card.name.clone());
        view! { " "<a class="edit" href=links::status_report::report(view.frame.customer, card.id)>{say!(words, "project-report")}<span class="unseen">" "{whose}</span></a> }
    });
    let (light, reason, lang) = match &card.status {
        Some(report) => (status::light(words, report.light), report.reason.clone(), words.foreign(report.language)),
        None => (status::status("to-come", say!(words, "light-none")), say!(words, "project-no-report"), None),
    };
    let open = card.next().is_some();
    let line = open.then(|| timeline::small(&project::timeline(words, &card.milestones, view.today)));
    view! {
        <article class="project">
            <div class="project-head"><h3><a href=links::project::show(view.frame.customer, card.id)>{card.name.clone()}</a></h3>{light}</div>
            {prepared}
            <p><span class="lines" lang=lang>{reason}</span>{report}</p>
            {line}
            {next(words, view, card, may_edit)}
        </article>
    }
    .into_any()
}

fn next(words: &Words, view: &PlanView, card: &ProjectCard, may_edit: bool) -> AnyView {
    let Some(next) = card.next() else {
        let said =
            if card.milestones.is_empty() { say!(words, "project-no-promises") } else { say!(words, "project-all-reached") };
        return view! { <p class="project-next">{said}</p> }.into_any();
    };
    let edit = may_edit.then(|| {
        let whose = say!(words, "milestone-move-of", name = next.name.clone());
        view! {
            <a class="edit" href=links::milestone::show(view.frame.customer, card.id, next.id)>
                {say!(words, "milestone-move")}<span class="unseen">" "{whose}</span>
            </a>
        }
    });
    let late = next.is_late(view.today).then(|| status::status("late", say!(words, "light-late")));
    view! {
        <p class="project-next">
            {say!(words, "project-next")}" "<strong>{next.name.clone()}</strong>" "{project::dates(words, next, view.today)}" "{late}{edit}
        </p>
    }
    .into_any()
}

fn ended(words: &Words, view: &PlanView, ended: &EndedProject) -> AnyView {
    let day = words.day(words.day_of(ended.ended_at), view.today);
    view! {
        <article class="project">
            <div class="project-head">
                <h3><a href=links::project::show(view.frame.customer, ended.id)>{ended.name.clone()}</a></h3>
                {status::status("done", say!(words, "project-ended"))}
            </div>
            <p class="quiet">{say!(words, "project-ended-on", day = day)}</p>
        </article>
    }
    .into_any()
}
