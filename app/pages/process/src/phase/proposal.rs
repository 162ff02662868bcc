//! What one side proposes of a phase, beside what it says now.

use super::list::relief;
use coplan_app::{http::context::RequestContext, links, say};
use coplan_domain::{
    id::CustomerId,
    process::{PhasePeople, PhaseTerms},
};
use coplan_usecases::phase::{PhaseView, ProcessView, ProposalView};
use jiff::civil::Date;
use leptos::prelude::*;

/// Each part of a phase with its name and what it says.
fn parts(
    context: &RequestContext,
    customer: &str,
    (terms, people): (&PhaseTerms, &PhasePeople),
    today: Date,
) -> [(String, String); 7] {
    let words = &context.words;
    let who = |name: &Option<String>| name.clone().unwrap_or_else(|| say!(words, "phase-nobody"));
    let relief = relief(words, terms, today).map(|since| format!("{since}: {}", terms.effect));
    let supplier = context.supplier.clone();
    [
        (say!(words, "phase-name"), terms.name.clone()),
        (say!(words, "phase-goal-of", name = customer.to_owned()), terms.goal.clone()),
        (say!(words, "phase-owner-of", name = customer.to_owned()), who(&people.owner)),
        (say!(words, "phase-missing"), terms.missing.clone()),
        (say!(words, "phase-part-of", name = supplier.clone()), terms.supplier_part.clone()),
        (say!(words, "phase-owner-of", name = supplier), who(&people.staff)),
        (say!(words, "phase-relief"), relief.unwrap_or_else(|| say!(words, "phase-kept"))),
    ]
}

/// What is different with a proposal: its name, what it is now, and what it would be.
pub(super) fn differences(
    context: &RequestContext,
    customer: &str,
    phase: &PhaseView,
    proposal: &ProposalView,
    today: Date,
) -> AnyView {
    let words = &context.words;
    let now = parts(context, customer, (&phase.phase.terms, &phase.phase.people), today);
    let then = parts(context, customer, (&proposal.terms, &proposal.people), today);
    let is_new = !phase.phase.is_agreed;
    let blank = |text: String| if text.is_empty() { say!(words, "phase-not-said") } else { text };
    let changed = now.into_iter().zip(then).filter(|(now, then)| {
        if is_new {
            !then.1.is_empty() && then.1 != say!(words, "phase-nobody") && then.1 != say!(words, "phase-kept")
        } else {
            now != then
        }
    });
    let lang = words.foreign(proposal.proposal.language);
    let rows = changed.map(|((name, old), (_, new))| {
        let old = (!is_new).then(|| view! { <p class="quiet">{say!(words, "phase-now", text = blank(old))}</p> });
        view! { <dt>{name}</dt><dd>{old}<p class="lines" lang=lang>{blank(new)}</p></dd> }
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}

/// A proposal on the page of the process, with what the reader can do about it.
pub(super) fn notice(
    context: &RequestContext,
    customer: CustomerId,
    view: &ProcessView,
    phase: &PhaseView,
    it: &ProposalView,
) -> AnyView {
    let (words, proposal) = (&context.words, &it.proposal);
    let moment = words.moment(proposal.at, view.now);
    let by = if phase.phase.is_agreed {
        say!(words, "phase-proposal", name = proposal.by.clone(), moment = moment)
    } else {
        say!(words, "phase-proposal-new", name = proposal.by.clone(), moment = moment)
    };
    let differences = differences(context, &view.layout.name, phase, it, view.today);
    if let Some(declined) = &proposal.declined {
        let said = say!(words, "phase-declined", name = declined.by.clone(), moment = words.moment(declined.at, view.now));
        return view! {
            <details class="more">
                <summary>{said}</summary>
                <p class="lines">{declined.reason.clone()}</p>
                <p class="quiet">{by}</p>
                {differences}
            </details>
        }
        .into_any();
    }
    let of = format!(": {}", phase.phase.terms.name);
    let decide = (view.may_write && proposal.side != view.side).then(|| {
        view! {
            <form class="actions" method="post" action=links::phase::accept(customer, phase.phase.id)>
                <input type="hidden" name="proposal" value=proposal.id.to_string()/>
                <button class="button main">{say!(words, "phase-accept")}<span class="unseen">{of.clone()}</span></button>
                <a class="button" href=links::phase::decline(customer, phase.phase.id)>
                    {say!(words, "phase-decline")}<span class="unseen">{of.clone()}</span>
                </a>
            </form>
        }
    });
    let waits = (proposal.side == view.side).then(|| view! { <p class="quiet">{say!(words, "phase-proposal-waits")}</p> });
    view! {
        <div class="proposal">
            <p><strong>{by}</strong></p>
            {differences}
            {decide}
            {waits}
        </div>
    }
    .into_any()
}
