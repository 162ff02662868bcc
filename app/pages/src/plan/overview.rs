//! The top of the plan: what needs the reader, in one sentence how the dates are, what there is to pay, what is new.

mod sentence;

use super::{money, news};
use coplan_app::{
    http::context::RequestContext,
    links,
    parts::{mark, status},
    say,
    words::Words,
};
use coplan_domain::{person::first_name, plan::Light};
use coplan_usecases::{
    Actor,
    plan::{DateNews, PlanView},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// How many changes are told at the top.
const CHANGES: usize = 8;

pub(super) fn head(context: &RequestContext, actor: &Actor, view: &PlanView, now: Timestamp) -> AnyView {
    let words = &context.words;
    let whose = match &view.internal {
        Some(_) => view! { <strong>{view.frame.name.clone()}</strong> }.into_any(),
        None => say!(words, "overview-of", customer = view.frame.name.clone(), supplier = context.supplier.clone()).into_any(),
    };
    let ended = view.internal.as_ref().and_then(|internal| internal.ended_at).map(|at| {
        let said = say!(words, "customer-ended-since", day = words.day(words.day_of(at), view.today));
        view! { <div class="notice warn"><p>{said}</p></div> }
    });
    let dates = view.dates();
    let said = why(words, actor, view, &dates);
    let is_calm = view.waiting.is_empty() && !has_nothing(view);
    view! {
        <header class=if is_calm { "verdict calm" } else { "verdict" }>
            {is_calm.then(mark::done)}
            <p class="verdict-when">
                {whose}" "<span aria-hidden="true">"·"</span>" "
                <span class="nowrap">{words.short_weekday_and_day(view.today, view.today)}</span>
            </p>
            <h1>{verdict(words, actor, view)}</h1>
            {ended}
            <p class="verdict-why">{said.clone()}</p>
            {tally(words, view)}
            {next(words, view, &dates, &said)}
            <div class="verdict-more">{money::line(words, view)}{since(context, view, now)}</div>
        </header>
    }
    .into_any()
}

/// How many things wait, told to the reader: "you" is who is asked, "us" is the supplier to those of its people who are not.
fn verdict(words: &Words, actor: &Actor, view: &PlanView) -> String {
    let count = i64::try_from(view.waiting.len()).unwrap_or(i64::MAX);
    match (count, &view.internal) {
        (0, None) if has_nothing(view) => say!(words, "overview-nothing-yet"),
        (0, Some(_)) if !is_responsible(actor, view) => say!(words, "overview-caught-up-us"),
        (0, _) => say!(words, "overview-caught-up"),
        (_, None) => say!(words, "overview-needs-you", count = count),
        (_, Some(_)) if is_responsible(actor, view) => say!(words, "overview-waits-for-you", count = count),
        (_, Some(_)) => say!(words, "overview-waits-for-us", count = count),
    }
}

/// Whether the customer is this reader's own.
pub(super) fn is_responsible(actor: &Actor, view: &PlanView) -> bool {
    view.frame.responsible.person == actor.person()
}

/// Whether the plan is empty still.
pub(super) fn has_nothing(view: &PlanView) -> bool {
    view.projects.is_empty() && view.ended.is_empty()
}

fn why(words: &Words, actor: &Actor, view: &PlanView, dates: &DateNews<'_>) -> String {
    if !has_nothing(view) {
        return sentence::of(words, dates, view.today);
    }
    if view.internal.is_some() {
        return say!(words, "plan-no-projects-staff");
    }
    let welcome =
        view.last_visit.is_none().then(|| say!(words, "overview-welcome", name = first_name(actor.entered().name()).to_owned()));
    let who = say!(words, "overview-first-project", name = first_name(&view.frame.responsible.name).to_owned());
    [welcome, Some(who)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The next date that is promised, where the sentence above does not name it.
fn next(words: &Words, view: &PlanView, dates: &DateNews<'_>, said: &str) -> Option<AnyView> {
    let milestone = dates.ahead.filter(|milestone| !said.contains(&milestone.name))?;
    let day = milestone.promised_on()?;
    let text = say!(words, "overview-next", name = milestone.name.clone(), day = words.short_weekday_and_day(day, view.today));
    Some(view! { <p class="verdict-next">{text}</p> }.into_any())
}

/// How many projects are how, the most alarming first.
fn tally(words: &Words, view: &PlanView) -> Option<AnyView> {
    let lights = [Some(Light::Late), Some(Light::AtRisk), Some(Light::OnTrack), None, Some(Light::Done)];
    let counts = lights.into_iter().filter_map(|light| {
        let same = |status: &Option<_>| status.as_ref().map(|report: &coplan_domain::plan::StatusReport| report.light) == light;
        let count = view.projects.iter().filter(|project| same(&project.status)).count();
        let (class, word) = status::of_project(words, light);
        (count > 0).then(|| view! { <li class=format!("status {class}")>{format!("{count} {}", word.to_lowercase())}</li> })
    });
    let counts = counts.collect::<Vec<_>>();
    (!counts.is_empty()).then(|| view! { <ul class="tally" aria-label=say!(words, "overview-tally")>{counts}</ul> }.into_any())
}

/// What others changed since the reader was here; on a first visit there is only the way to all that changed.
fn since(context: &RequestContext, view: &PlanView, now: Timestamp) -> AnyView {
    let words = &context.words;
    let all = || view! { <a href=links::plan::changes(view.frame.customer)>{say!(words, "changes-all")}</a> };
    let Some(visit) = view.last_visit else {
        let first = say!(words, "news-first-visit-text");
        return view! { <p class="since-none"><span class="quiet">{first}</span>" "{all()}</p> }.into_any();
    };
    let day = match words.days_since(visit, now) {
        ..=0 => words.clock(visit),
        _ => words.short_day_and_year(words.day_of(visit), view.today),
    };
    if view.news.is_empty() {
        let none = say!(words, "overview-since-none", day = day);
        return view! { <p class="since-none"><span class="quiet">{none}</span>" "{all()}</p> }.into_any();
    }
    let count = i64::try_from(view.news.len()).unwrap_or(i64::MAX);
    let said = if view.more_news {
        say!(words, "overview-since-more", day = day, count = count)
    } else {
        say!(words, "overview-since", day = day, count = count)
    };
    let lines = view.news.iter().take(CHANGES).map(|item| {
        let day = words.day_of(item.at);
        view! { <li><time datetime=day.to_string()>{words.short_day(day)}</time><div>{news::told(context, view.frame.customer, item)}{news::detail(context, item)}</div></li> }
    });
    view! {
        <details class="more tight since">
            <summary>{said}</summary>
            <ol class="changes">{lines.collect_view()}</ol>
            <p class="since-all">{all()}" "<a href=links::responsible::of_customer(view.frame.customer)>{say!(words, "responsible-who-had-it")}</a></p>
        </details>
    }
    .into_any()
}
