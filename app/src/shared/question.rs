//! How far a question about an invoice is, and what it questions.

use crate::{
    parts::{sums, units},
    say,
    words::Words,
};
use coplan_domain::question::QuestionState;
use coplan_usecases::question::Questioned;
use leptos::prelude::*;

/// How far a question is, as word, shape and colour.
#[must_use]
pub fn chip(words: &Words, state: QuestionState) -> AnyView {
    let (class, said) = match state {
        QuestionState::Open => ("status at-risk", say!(words, "question-open")),
        QuestionState::Explained => ("status done", say!(words, "question-explained")),
        QuestionState::ToCredit => ("status at-risk", say!(words, "question-to-credit")),
        QuestionState::Credited => ("status good", say!(words, "question-credited")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

/// What is questioned, as the invoice states it, in pairs of a name and a value.
#[must_use]
pub fn questioned(words: &Words, questioned: &Questioned) -> AnyView {
    let Some(line) = &questioned.line else {
        return view! { <dt>{say!(words, "invoice-sum")}</dt><dd>{sums::sum(words, questioned.owed)}</dd> }.into_any();
    };
    view! {
        <dt>{say!(words, "line-column")}</dt><dd>{line.name.clone()}</dd>
        <dt>{say!(words, "line-quantity")}</dt><dd>{units::quantity(words, &line.quantity, line.unit.as_deref())}</dd>
        <dt>{say!(words, "line-price")}</dt><dd>{sums::price(words, &line.price.net, line.net.currency())}</dd>
        <dt>{say!(words, "line-net")}</dt><dd>{sums::sum(words, line.net)}</dd>
    }
    .into_any()
}
