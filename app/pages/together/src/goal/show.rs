//! One goal: what is wanted and why, who agreed to it, how far it is, and how it was said before.

use super::{
    list::{measured, state},
    readings,
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use coplan_app::{
    forms::problem,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    goal::{GoalRevision, GoalState},
    id::{CustomerId, GoalId},
    person::Side,
    system::new_ulid,
};
use coplan_usecases::{
    Portal,
    form::{FieldProblem, Form},
    goal::{self, GoalView, ReadingForm},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// The form of the page with what was typed in it.
#[derive(Default)]
pub(super) struct Drawn {
    pub reading: Option<ReadingForm>,
    /// What is wrong with it.
    pub problems: Vec<FieldProblem>,
    /// Whether the goal was changed after it was read.
    pub is_stale: bool,
    /// Whether old readings are shown too.
    pub every_reading: bool,
}

/// Shows the goal.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, GoalId)>,
    Query(query): Query<links::goal::ReadingsQuery>,
) -> Result<Response, PageError> {
    let drawn = Drawn { every_reading: query.is_every(), ..Drawn::default() };
    show(&portal, &context, of, StatusCode::OK, drawn).await
}

/// Shows it with a form as it was typed.
pub(super) async fn show(
    portal: &Portal,
    context: &RequestContext,
    (customer, id): (CustomerId, GoalId),
    status: StatusCode,
    drawn: Drawn,
) -> Result<Response, PageError> {
    let view = goal::show(portal, context.actor()?, customer, id).await?;
    let form = drawn.reading.clone().unwrap_or_else(|| ReadingForm {
        day: view.today.to_string(),
        ..ReadingForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into())
    });
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    Ok(layout::answer(context, status, || {
        let main = page(context, customer, &view, &drawn, &form, frame.contact_card(&context.words));
        frame.page(view.goal.now.terms.title.clone(), "page", main)
    }))
}

fn page(
    context: &RequestContext,
    customer: CustomerId,
    view: &GoalView,
    drawn: &Drawn,
    form: &ReadingForm,
    contact: AnyView,
) -> AnyView {
    let words = &context.words;
    let now = &view.goal.now;
    let earlier = view.revisions.iter().filter(|it| it.revision != now.revision).map(|revision| {
        let said = say!(
            words,
            "goal-version",
            n = revision.revision,
            name = revision.proposed_by.clone(),
            moment = words.moment(revision.proposed_at, view.now)
        );
        view! { <h3>{said}</h3> {agreed(context, view, revision.revision)} {facts(words, revision, view.today)} }
    });
    let earlier = (view.revisions.len() > 1).then(|| {
        view! {
            <section class="sheet">
                <details class="more"><summary>{say!(words, "goal-earlier")}</summary>{earlier.collect_view()}</details>
            </section>
        }
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                <a href=links::goal::list(customer)>{say!(words, "nav-goals")}</a>
            </nav>
            <h1 lang=words.foreign(now.language)>{now.terms.title.clone()}</h1>
            {problem::summary(words, ReadingForm::FIELDS, &drawn.problems)}
        </div>
        <div class="page-main">
            {head(context, customer, view, drawn)}
            {readings::sheet(context, customer, view, form, drawn)}
            {earlier}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn head(context: &RequestContext, customer: CustomerId, view: &GoalView, drawn: &Drawn) -> AnyView {
    let (words, goal) = (&context.words, &view.goal);
    let stale =
        drawn.is_stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "goal-changed")}</p></div> });
    let goes_on = goal.end.is_none();
    let approve = (view.may_write && goes_on && !goal.agreed.contains(&view.side)).then(|| {
        view! {
            <form method="post" action=links::goal::approve(customer, goal.id)>
                <input type="hidden" name="revision" value=goal.now.revision.to_string()/>
                <button class="button main">{say!(words, "goal-agree")}</button>
            </form>
        }
    });
    let change = (view.may_write && goes_on).then(|| {
        view! {
            <a class="button plain" href=links::goal::change(customer, goal.id)>{say!(words, "goal-change")}</a>
            <a class="button plain" href=links::goal::end(customer, goal.id)>{say!(words, "goal-end")}</a>
        }
    });
    let resume = (view.may_write && !goes_on).then(|| {
        view! {
            <form method="post" action=links::goal::resume(customer, goal.id)>
                <button class="button plain">{say!(words, "goal-resume")}</button>
            </form>
        }
    });
    let ended = goal.end.as_ref().map(|end| {
        let by = say!(words, "goal-ended-by", name = end.by.clone(), moment = words.moment(end.at, view.now));
        let reason = (!end.reason.is_empty()).then(|| view! { <p class="lines">{end.reason.clone()}</p> });
        view! { <p class="quiet">{by}</p> {reason} }
    });
    let agreed = goes_on.then(|| agreed(context, view, goal.now.revision));
    view! {
        <section class="sheet" aria-labelledby="h-goal">
            <h2 class="unseen" id="h-goal">{say!(words, "goal-what")}</h2>
            {stale}
            <p class="meeting-when">{state(words, goal, view.today)}</p>
            {why_off(words, view)}
            {ended}
            {facts(words, &goal.now, view.today)}
            {agreed}
            <div class="actions">{approve}{change}{resume}</div>
        </section>
    }
    .into_any()
}

/// Why a goal is said to be off its path, or that it can be said to be reached.
fn why_off(words: &Words, view: &GoalView) -> Option<AnyView> {
    let (goal, terms) = (&view.goal, &view.goal.now.terms);
    let last = goal.last.as_ref();
    if goal.state() != GoalState::Agreed {
        return None;
    }
    let said = if goal.is_met() {
        say!(words, "goal-met")
    } else if goal.off_since.is_some() {
        let (day, value) = last?;
        let expected = terms.expected_on(goal.begun_on, *day).round_dp(1).normalize().into();
        let (value, expected) = (measured(words, terms, value), measured(words, terms, &expected));
        say!(words, "goal-off-because", day = words.day(*day, view.today), value = value, expected = expected)
    } else if goal.is_off(view.today) {
        say!(words, "goal-over-due", day = words.day(terms.due_on, view.today))
    } else {
        return None;
    };
    Some(view! { <p>{said}</p> }.into_any())
}

/// What a revision says.
fn facts(words: &Words, revision: &GoalRevision, today: Date) -> AnyView {
    let (terms, lang) = (&revision.terms, words.foreign(revision.language));
    let (from, to) = (measured(words, terms, &terms.baseline), measured(words, terms, &terms.target));
    let way = say!(words, "goal-way", from = from, to = to, day = words.day(terms.due_on, today));
    let note = (!terms.note.is_empty()).then(|| {
        view! { <dt>{say!(words, "goal-note")}</dt> <dd class="lines" lang=lang>{terms.note.clone()}</dd> }
    });
    view! {
        <dl class="facts">
            <dt>{say!(words, "goal-title")}</dt> <dd lang=lang>{terms.title.clone()}</dd>
            <dt>{say!(words, "goal-why")}</dt> <dd class="lines" lang=lang>{terms.why.clone()}</dd>
            <dt>{say!(words, "goal-measure")}</dt> <dd lang=lang>{terms.measure.clone()}</dd>
            <dt>{say!(words, "goal-measured-by")}</dt> <dd lang=lang>{terms.measured_by.clone()}</dd>
            <dt>{say!(words, "goal-target")}</dt> <dd><strong>{way}</strong></dd>
            {note}
        </dl>
    }
    .into_any()
}

/// Who agreed to a revision for either side, and who did not.
fn agreed(context: &RequestContext, view: &GoalView, revision: i64) -> AnyView {
    let words = &context.words;
    let rows = [Side::Supplier, Side::Customer].map(|side| {
        let name = if side == Side::Supplier { context.supplier.clone() } else { view.layout.name.clone() };
        let by = view.approvals.iter().find(|it| it.revision == revision && it.side == side);
        let (class, said) = match by {
            Some(_) => ("status done", say!(words, "goal-agreed")),
            None => ("status to-come", say!(words, "goal-not-agreed")),
        };
        let by = by.map(|by| {
            let said = say!(words, "goal-agreed-by", name = by.by.clone(), moment = words.moment(by.at, view.now));
            view! { <span class="quiet">{said}</span> }
        });
        view! { <li class="row"><div class="row-main"><strong>{name}</strong>" "<span class=class>{said}</span>{by}</div></li> }
    });
    view! { <ul class="rows">{rows.into_iter().collect_view()}</ul> }.into_any()
}
