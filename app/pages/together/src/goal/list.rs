//! A customer's goals: those that need the reader, those that are followed, and those that ended.

use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    exact::Exact,
    goal::{Goal, GoalOutcome, GoalState, GoalTerms},
    id::CustomerId,
    person::Side,
};
use coplan_usecases::{
    Portal,
    customer_layout::Room,
    goal::{self, GoalList, WaitingGoal},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let list = goal::list(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &list.layout, list.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, customer, &list, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-goals"), "page", main)
    }))
}

/// How far a goal is: off its path is said before everything else.
pub(super) fn state(words: &Words, goal: &Goal, today: Date) -> AnyView {
    let (class, said) = match goal.state() {
        GoalState::Proposed => ("badge", say!(words, "goal-proposed")),
        GoalState::Agreed if goal.is_off(today) => ("status late", say!(words, "goal-off")),
        GoalState::Agreed if goal.last.is_none() => ("status to-come", say!(words, "goal-not-measured")),
        GoalState::Agreed => ("status on-track", say!(words, "goal-on")),
        GoalState::Ended(GoalOutcome::Reached) => ("status done", say!(words, "goal-reached")),
        GoalState::Ended(GoalOutcome::GivenUp) => ("badge", say!(words, "goal-given-up")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

/// A number with the unit of its goal.
pub(super) fn measured(words: &Words, terms: &GoalTerms, value: &Exact) -> String {
    let number = words.decimal(value.as_written());
    if terms.unit.is_empty() { number } else { format!("{number}\u{a0}{}", terms.unit) }
}

/// What a side has to do on a goal, in one line.
#[must_use]
pub fn what_waits(words: &Words, goal: &WaitingGoal) -> String {
    let parts = [
        goal.to_agree.then(|| say!(words, "goal-waits-agree")),
        (goal.to_confirm > 0).then(|| say!(words, "goal-waits-confirm", n = goal.to_confirm)),
        goal.is_off.then(|| say!(words, "goal-off")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn page(context: &RequestContext, customer: CustomerId, list: &GoalList, contact: AnyView) -> AnyView {
    let words = &context.words;
    let propose = list.may_write.then(|| {
        view! { <p class="actions"><a class="button main" href=links::goal::propose(customer)>{say!(words, "goal-propose")}</a></p> }
    });
    let nothing = list.goals.is_empty().then(|| {
        let (strong, text) = (say!(words, "goal-none"), say!(words, "goal-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let waiting = (!list.waiting.is_empty()).then(|| {
        let rows = list.waiting.iter().map(|goal| {
            view! {
                <li>
                    <a href=links::goal::show(customer, goal.id) lang=words.foreign(goal.language)>{goal.title.clone()}</a>
                    <span class="age">{words.age(goal.since, list.now)}</span>
                    <span class="quiet">{what_waits(words, goal)}</span>
                </li>
            }
        });
        view! {
            <section class="sheet" aria-labelledby="h-waiting">
                <h2 id="h-waiting">{say!(words, "goal-needs-you")}</h2>
                <ul class="waiting">{rows.collect_view()}</ul>
            </section>
        }
    });
    let process = (list.layout.side == Side::Customer && list.layout.finds(Room::Process)).then(|| {
        view! { <p class="actions"><a class="button" href=links::phase::list(customer)>{say!(words, "process-open")}</a></p> }
    });
    let year = (list.layout.side == Side::Customer).then(|| {
        view! { <p class="actions"><a class="button" href=links::need::list(customer)>{say!(words, "need-open")}</a></p> }
    });
    let reports = list.layout.finds(Room::Reports).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-reports">
                <h2 id="h-reports">{say!(words, "report-and-agreement")}</h2>
                <ul class="waiting">
                    <li><a href=links::agreement::show(customer)>{say!(words, "agreement-title")}</a></li>
                    <li><a href=links::report::list(customer)>{say!(words, "nav-reports")}</a></li>
                </ul>
            </section>
        }
    });
    let (ended, ahead): (Vec<_>, Vec<_>) = list.goals.iter().partition(|goal| goal.end.is_some());
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-goals")}</h1>
            {propose}
            {process}
            {year}
        </div>
        <div class="page-main">
            {nothing}
            {waiting}
            {sheet(words, customer, "h-goals", say!(words, "goal-all"), &ahead, list.today)}
            {reports}
            {sheet(words, customer, "h-ended", say!(words, "goal-ended"), &ended, list.today)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn sheet(words: &Words, customer: CustomerId, id: &'static str, title: String, goals: &[&Goal], today: Date) -> Option<AnyView> {
    (!goals.is_empty()).then(|| {
        let rows = goals.iter().map(|goal| row(words, customer, goal, today)).collect_view();
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="waiting">{rows}</ul></section> }
            .into_any()
    })
}

fn row(words: &Words, customer: CustomerId, goal: &Goal, today: Date) -> AnyView {
    let terms = &goal.now.terms;
    let (from, to) = (measured(words, terms, &terms.baseline), measured(words, terms, &terms.target));
    let way = say!(words, "goal-way", from = from, to = to, day = words.day(terms.due_on, today));
    let last = goal.last.as_ref().map(|(day, value)| {
        format!(" · {}", say!(words, "goal-last", value = measured(words, terms, value), day = words.day(*day, today)))
    });
    view! {
        <li>
            <a href=links::goal::show(customer, goal.id) lang=words.foreign(goal.now.language)>{terms.title.clone()}</a>
            {state(words, goal, today)}
            <span class="quiet">{way}{last}</span>
        </li>
    }
    .into_any()
}
