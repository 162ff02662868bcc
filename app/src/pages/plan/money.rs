//! What the customer pays for: the newest invoice drawn in its parts, and what is still to be paid.

use super::href;
use crate::{pages::invoice::sums, say, words::Words};
use coplan_usecases::{
    invoice::{InvoiceBrief, MoneyInShort, Share, ShareOf},
    plan::PlanView,
};
use leptos::prelude::*;

/// How many shades the drawing has.
const SHADES: usize = 5;

pub(super) fn section(words: &Words, view: &PlanView) -> Option<AnyView> {
    let money = view.money.as_ref()?;
    let body = match &money.last {
        Some(last) => filled(words, view, money, last),
        None => empty(words),
    };
    Some(
        view! {
            <section class="sheet at-4" aria-labelledby="h-money">
                <div class="sheet-head"><h2 id="h-money">{words.say("money-title")}</h2></div>
                {body}
            </section>
        }
        .into_any(),
    )
}

fn empty(words: &Words) -> AnyView {
    view! { <div class="empty"><p><strong>{words.say("invoices-none")}</strong>{words.say("invoices-none-text")}</p></div> }
        .into_any()
}

fn filled(words: &Words, view: &PlanView, money: &MoneyInShort, last: &InvoiceBrief) -> AnyView {
    let invoices = format!("{}/invoices", href(view.frame.customer));
    let when = match last.due_on {
        Some(due) if !last.open.is_zero() => say!(words, "money-due", day = words.day(due, view.today)),
        _ => words.day(last.issued_on, view.today),
    };
    let open = money.open.iter().filter(|open| !open.is_zero()).map(|open| sums::sum(words, *open)).collect::<Vec<_>>();
    let open =
        if open.is_empty() { words.say("invoices-nothing-open") } else { say!(words, "money-open", sum = open.join(" + ")) };
    view! {
        <p class="sum">{sums::sum(words, last.owed)}</p>
        <p class="quiet"><a href=format!("{invoices}/{}", last.id)>{sums::kind(words, &last.kind, &last.number)}</a>", "{when}</p>
        {drawing(&money.split)}
        <ul class="legend">{legend(words, &money.split)}</ul>
        <p class="sheet-foot"><span>{open}</span>" "<a href=invoices>{words.say("invoices-all")}</a></p>
    }
    .into_any()
}

/// The parts as one bar. Where a part gives something back, a bar would say something false; then there is none.
fn drawing(split: &[Share]) -> Option<AnyView> {
    let whole: i64 = split.iter().map(|share| share.amount.minor()).sum();
    if whole <= 0 || split.iter().any(|share| share.amount.minor() < 0) {
        return None;
    }
    let permille = |minor: i64| i128::from(minor) * 1000 / i128::from(whole);
    let mut before = 0;
    let parts = split.iter().enumerate().map(|(place, share)| {
        let (x, end) = (permille(before), permille(before + share.amount.minor()));
        before += share.amount.minor();
        let percent = |permille: i128| format!("{}.{}%", permille / 10, permille % 10);
        view! { <rect class=shade(place) x=percent(x) width=percent(end - x) height="100%"/> }
    });
    let parts = parts.collect_view();
    Some(view! { <svg class="split" aria-hidden="true">{parts}</svg> }.into_any())
}

fn legend(words: &Words, split: &[Share]) -> Vec<AnyView> {
    let lines = split.iter().enumerate().map(|(place, share)| {
        let name = match &share.of {
            ShareOf::Line(name) => name.clone(),
            ShareOf::Rest => words.say("money-rest"),
            ShareOf::Vat => words.say("money-vat"),
        };
        view! { <li class=shade(place)><span>{name}</span><span>{sums::sum(words, share.amount)}</span></li> }.into_any()
    });
    lines.collect()
}

fn shade(place: usize) -> &'static str {
    ["shade-1", "shade-2", "shade-3", "shade-4", "shade-5"][place.min(SHADES - 1)]
}
