//! How what was taken over is used: the first impression, and after 30, 90 and 180 days; each a bar with its number.

use coplan_app::{links, say, words::Words};
use coplan_domain::{
    acceptance::Verdict,
    id::CustomerId,
    person::Side,
    survey::{OfUse, Survey},
};
use coplan_usecases::{acceptance::AcceptanceView, survey};
use leptos::prelude::*;

/// What was answered and what comes; nothing before it was taken over.
pub(super) fn section(words: &Words, customer: CustomerId, view: &AcceptanceView) -> Option<AnyView> {
    let decided = view.acceptance.now()?.decided.as_ref().filter(|it| it.verdict == Verdict::Approved)?;
    let next = survey::next_of_use(decided.at, view.now).map(|(days, at)| {
        let day = words.day(words.day_of(at), view.today);
        view! { <p class="quiet">{say!(words, "use-next", name = decided.by.clone(), days = days, day = day)}</p> }
    });
    if view.uses.is_empty() && next.is_none() {
        return None;
    }
    let rows = view.uses.iter().map(|(of, survey)| row(words, customer, view, *of, survey)).collect_view();
    let rows = (!view.uses.is_empty()).then(|| view! { <ul class="uses">{rows}</ul> });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-uses">
                <h2 id="h-uses">{say!(words, "use-title")}</h2>
                {rows}
                {next}
            </section>
        }
        .into_any(),
    )
}

fn row(words: &Words, customer: CustomerId, view: &AcceptanceView, of: OfUse, survey: &Survey) -> AnyView {
    let label = if of.after_days == 0 { say!(words, "use-first") } else { say!(words, "use-after", days = of.after_days) };
    let said = survey.scores.first().map(|score| (*score, say!(words, "feedback-score", score = *score)));
    let bar = said.as_ref().map(|(score, said)| {
        view! {
            <svg class="use-bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=said.clone()>
                <rect class="use-room" width="100" height="8"/>
                <rect class="use-score" width=(score * 10).to_string() height="8"/>
            </svg>
        }
    });
    let state = match &said {
        Some((_, said)) => said.clone(),
        None if view.side == Side::Customer => say!(words, "use-waits-own"),
        None => say!(words, "use-waits"),
    };
    view! {
        <li>
            <a href=links::survey::show(customer, survey.id)>{label}</a>
            <span class="use-said">{state}</span>
            {bar}
        </li>
    }
    .into_any()
}
