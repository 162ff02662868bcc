//! What was measured on a goal: the curve, the same in a table, and writing down what was measured next.

use super::{curve, list::measured, show::Drawn};
use coplan_app::{forms::FormView, http::context::RequestContext, links, say, words::Words};
use coplan_domain::{
    exact::Exact,
    goal::{Reading, ReadingAnswer},
    id::CustomerId,
};
use coplan_usecases::goal::{GoalView, ReadingForm};
use leptos::prelude::*;

/// The sheet.
pub(super) fn sheet(
    context: &RequestContext,
    customer: CustomerId,
    view: &GoalView,
    form: &ReadingForm,
    drawn: &Drawn,
) -> AnyView {
    let words = &context.words;
    let none = view.readings.is_empty().then(|| view! { <p class="quiet">{say!(words, "reading-none")}</p> });
    let table = (!view.readings.is_empty()).then(|| table(words, customer, view, drawn.every_reading));
    let record = (view.may_write && view.goal.end.is_none()).then(|| {
        let value = match view.goal.now.terms.unit.as_str() {
            "" => say!(words, "reading-value"),
            unit => say!(words, "reading-value-in", unit = unit.to_owned()),
        };
        let fields = FormView::new(words, form, &drawn.problems).today(view.today).label("value", value);
        view! {
            <h3>{say!(words, "reading-new")}</h3>
            <form class="form" method="post" action=links::goal::record(customer, view.goal.id)>
                {fields.all()}
                <div class="actions end">
                    <a class="button plain" href=links::goal::import(customer, view.goal.id)>{say!(words, "reading-import")}</a>
                    <button class="button">{say!(words, "reading-record")}</button>
                </div>
            </form>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-readings">
            <h2 id="h-readings">{say!(words, "reading-title")}</h2>
            {curve::draw(words, view)}
            {none}
            {table}
            {record}
        </section>
    }
    .into_any()
}

/// How many of the newest readings are shown at first; the curve has all of them.
const NEWEST: usize = 24;

fn table(words: &Words, customer: CustomerId, view: &GoalView, is_every: bool) -> AnyView {
    let newest = view.readings.iter().rev().enumerate();
    // What waits for an answer is not put away, however old it is.
    let shown = newest.filter(|(place, reading)| is_every || *place < NEWEST || reading.answer.is_none());
    let rows = shown.map(|(_, reading)| row(words, customer, view, reading)).collect::<Vec<_>>();
    let every = (rows.len() < view.readings.len()).then(|| {
        let href = links::goal::every_reading(customer, view.goal.id);
        let n = i64::try_from(view.readings.len()).unwrap_or(i64::MAX);
        view! { <p class="actions"><a class="button plain" href=href>{say!(words, "reading-all", n = n)}</a></p> }
    });
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{say!(words, "reading-day")}</th>
                    <th scope="col" class="num">{say!(words, "reading-value")}</th>
                    <th scope="col" class="num">{say!(words, "reading-expected")}</th>
                    <th scope="col">{say!(words, "reading-note")}</th>
                    <th scope="col">{say!(words, "reading-answer")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {every}
    }
    .into_any()
}

fn row(words: &Words, customer: CustomerId, view: &GoalView, reading: &Reading) -> AnyView {
    let (goal, terms) = (&view.goal, &view.goal.now.terms);
    let expected = Exact::from(terms.expected_on(goal.begun_on, reading.day).round_dp(1).normalize());
    let lang = words.foreign(reading.language);
    let label = if reading.note.is_empty() { say!(words, "reading-said-by") } else { say!(words, "reading-note") };
    view! {
        <tr>
            <th scope="row" class="nowrap"><time datetime=reading.day.to_string()>{words.day(reading.day, view.today)}</time></th>
            <td class="num" data-label=say!(words, "reading-value")>{measured(words, terms, &reading.value)}</td>
            <td class="num" data-label=say!(words, "reading-expected")>{measured(words, terms, &expected)}</td>
            <td data-label=label><span lang=lang>{reading.note.clone()}</span>" "<span class="quiet">{reading.by.clone()}</span></td>
            <td data-label=say!(words, "reading-answer")>{answer(words, customer, view, reading)}</td>
        </tr>
    }
    .into_any()
}

/// What the other side says to a reading, and what the reader can do with it.
fn answer(words: &Words, customer: CustomerId, view: &GoalView, reading: &Reading) -> AnyView {
    let id = view.goal.id;
    let is_own = reading.side == view.side;
    let of = format!(": {}", words.day(reading.day, view.today));
    let remove = (view.may_write && is_own).then(|| {
        view! {
            <form method="post" action=links::goal::remove_reading(customer, id, reading.id)>
                <button class="button plain">{say!(words, "reading-remove")}<span class="unseen">{of.clone()}</span></button>
            </form>
        }
    });
    match &reading.answer {
        Some((ReadingAnswer::Confirmed, _, by)) => {
            let confirmed = say!(words, "reading-confirmed");
            view! { <span class="status done">{confirmed}</span>" "<span class="quiet">{by.clone()}</span> }.into_any()
        }
        Some((ReadingAnswer::Disputed, said, by)) => {
            let disputed = say!(words, "reading-disputed");
            let by = format!("{by}: ");
            view! { <span class="status bad">{disputed}</span>" "<span class="quiet">{by}{said.clone()}</span> {remove} }
                .into_any()
        }
        None if !is_own && view.may_write => view! {
            <div class="actions">
                <form method="post" action=links::goal::confirm(customer, id, reading.id)>
                    <button class="button">{say!(words, "reading-confirm")}<span class="unseen">{of.clone()}</span></button>
                </form>
                <a class="button plain" href=links::goal::dispute(customer, id, reading.id)>
                    {say!(words, "reading-dispute")}<span class="unseen">{of}</span>
                </a>
            </div>
        }
        .into_any(),
        None => view! { <span class="status to-come">{say!(words, "reading-waits")}</span> {remove} }.into_any(),
    }
}
