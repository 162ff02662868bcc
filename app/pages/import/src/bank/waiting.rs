//! Payments that wait for somebody to say what they are for: each with what is proposed, a field for numbers, and a way to
//! say that it is for no invoice.

use super::said;
use coplan_app::{links, parts::sums, say, words::Words};
use coplan_domain::{bank::BankTransaction, id::BankTransactionId};
use coplan_usecases::bank::{BankView, NamedProposal, NumberProblem, WaitingTransaction};
use jiff::civil::Date;
use leptos::prelude::*;

/// What was typed for a payment, and why it does not say what it is for.
type Typed = (BankTransactionId, String, NumberProblem);

/// The sheet; none where nothing waits and no file was ever imported.
pub(super) fn sheet(words: &Words, view: &BankView, typed: Option<&Typed>) -> Option<AnyView> {
    if view.waiting.is_empty() {
        return (!view.recent.is_empty()).then(|| {
            view! { <section class="sheet"><div class="empty"><p><strong>{say!(words, "bank-none-waiting")}</strong></p></div></section> }
                .into_any()
        });
    }
    let rows = view.waiting.iter().map(|one| {
        let typed = typed.filter(|(id, ..)| *id == one.id);
        row(words, one, view.today, typed)
    });
    let more = view.has_more.then(|| view! { <p class="quiet">{say!(words, "bank-more-waiting")}</p> });
    let sheet = view! {
        <section class="sheet" aria-labelledby="h-waiting">
            <h2 id="h-waiting">{say!(words, "bank-waiting")}</h2>
            <p class="quiet">{say!(words, "bank-waiting-text")}</p>
            <ul class="rows">{rows.collect_view()}</ul>
            {more}
            <form method="post" action=links::bank::match_waiting()>
                <div class="actions end"><button class="button plain">{say!(words, "bank-match")}</button></div>
            </form>
        </section>
    };
    Some(sheet.into_any())
}

/// Who paid, when and what for, as the bank tells it.
pub(super) fn told(words: &Words, one: &BankTransaction, today: Date) -> AnyView {
    let payer = one.payer.clone().unwrap_or_else(|| say!(words, "bank-no-payer"));
    let references = one.references.iter().map(|stated| stated.reference.clone()).collect::<Vec<_>>().join(", ");
    let reference = (!references.is_empty()).then(|| say!(words, "bank-reference", reference = references.as_str()));
    let parts = [Some(words.day(one.booked_on, today)), reference, one.message.clone()];
    let about = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! { <strong><span class="num">{sums::sum(words, one.amount)}</span>" · "{payer}</strong><span class="quiet">{about}</span> }
        .into_any()
}

fn row(words: &Words, one: &WaitingTransaction, today: Date, typed: Option<&Typed>) -> AnyView {
    let rest = (one.rest != one.transaction.amount)
        .then(|| view! { <span class="quiet">{say!(words, "bank-rest", sum = sums::sum(words, one.rest))}</span> });
    let proposals = one.proposals.iter().map(|proposal| propose(words, one.id, proposal)).collect_view();
    let action = links::bank::record(one.id);
    let (field, hint) = (format!("numbers-{}", one.id), format!("numbers-{}-hint", one.id));
    let problem = typed.map(|(.., why)| view! { <p class="error">{said::number_problem(words, why)}</p> });
    let text = typed.map(|(_, text, _)| text.clone()).unwrap_or_default();
    let dismiss = links::bank::dismiss(one.id);
    view! {
        <li class="row">
            <div class="row-main">{told(words, &one.transaction, today)}{rest}</div>
            {proposals}
            <details class="more" open=typed.is_some()>
                <summary>{say!(words, "bank-other")}</summary>
                <form class="form" method="post" action=action>
                    <div class="field">
                        <label for=field.clone()>{say!(words, "bank-numbers")}</label>
                        <p class="hint" id=hint.clone()>{say!(words, "bank-numbers-hint")}</p>
                        {problem}
                        <input class="input" id=field name="numbers" value=text aria-describedby=hint aria-invalid=typed.is_some().then_some("true") autocomplete="off"/>
                    </div>
                    <div class="actions">
                        <button class="button">{say!(words, "bank-record")}</button>
                        <button class="button plain" formaction=dismiss>{say!(words, "bank-dismiss")}</button>
                    </div>
                </form>
            </details>
        </li>
    }
    .into_any()
}

/// A proposal as one button.
fn propose(words: &Words, id: BankTransactionId, proposal: &NamedProposal) -> AnyView {
    let ids = proposal.shares.iter().map(|share| share.invoice.to_string()).collect::<Vec<_>>().join(".");
    let numbers = proposal.shares.iter().map(|share| {
        let sum = sums::sum(words, share.amount);
        let said = format!("{} ({sum})", share.number);
        if share.is_part { say!(words, "bank-part", invoice = said) } else { said }
    });
    let numbers = numbers.collect::<Vec<_>>().join(" + ");
    let said = say!(words, "bank-propose", name = proposal.customer_name.as_str(), numbers = numbers);
    view! {
        <form method="post" action=links::bank::record(id)>
            <input type="hidden" name="customer" value=proposal.customer.to_string()/>
            <input type="hidden" name="invoices" value=ids/>
            <button class="button">{said}</button>
        </form>
    }
    .into_any()
}
