//! What was answered, for everybody who may read the task.

use coplan_app::{parts::sums, say, words::Words};
use coplan_domain::{
    person::Side,
    request::{Answer, Price},
};
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;

/// The answer with who gave it and when, what it did, and the note.
#[must_use]
pub fn said(words: &Words, answer: &Answer, (now, today): (Timestamp, Date)) -> AnyView {
    let (name, moment) = (answer.by.clone(), words.moment(answer.at, now));
    let who = match answer.side {
        Side::Customer => say!(words, "answer-by", name = name, moment = moment),
        Side::Supplier => say!(words, "answer-recorded-by", name = name, moment = moment),
    };
    let moved =
        answer.moved.as_ref().map(|(name, day)| say!(words, "answer-moved", name = name.clone(), day = words.day(*day, today)));
    let price = match answer.price {
        Price::Sum(sum) => Some(say!(words, "answer-costs", sum = sums::sum(words, sum))),
        Price::Free | Price::Hidden => None,
    };
    let did = [moved, price].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let did = (!did.is_empty()).then(|| view! { <span class="quiet">{did}</span> });
    let choice = answer.choice.as_ref().map(|choice| view! { <strong>{choice.clone()}</strong>" " });
    let note = (!answer.note.is_empty()).then(|| {
        view! { <blockquote class="lines" lang=words.foreign(answer.language)>{answer.note.clone()}</blockquote> }
    });
    view! { <div class="answered"><p><span class="quiet">{who}</span><br/>{choice}{did}</p>{note}</div> }.into_any()
}
