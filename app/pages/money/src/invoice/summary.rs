//! The top of an invoice: what it asks for, until when, whether its sums agree, and between whom it is.

use super::{approve, attachments, paying, show::Reader};
use coplan_app::{
    links,
    parts::{findings, sums},
    say,
    words::{Lasted, Words, days_between},
};
use coplan_domain::{
    invoice::{Invoice, Party, Period, note_text},
    thread::{About, AboutKind},
};
use coplan_usecases::invoice::InvoiceView;
use jiff::civil::Date;
use leptos::prelude::*;

/// The sheet at the top.
pub fn sheet(words: &Words, reader: Reader<'_>, view: &InvoiceView) -> AnyView {
    let original = links::invoice::original(reader.customer, view.id);
    let ask = reader.may_ask.then(|| {
        let href = reader.ask(view, About { kind: AboutKind::Invoice, id: view.id.0 });
        view! { <a class="edit" href=href>{say!(words, "invoice-ask")}</a> }
    });
    // What people read comes before what programs do.
    let pdf = attachments::pdf(view).map(|place| {
        let href = links::invoice::attachment(reader.customer, view.id, place);
        view! { <a class="button" href=href>{say!(words, "invoice-pdf")}</a> }
    });
    let class = if pdf.is_some() { "edit" } else { "button" };
    let decided = view.approvals.first().map(|row| view! { <p>{approve::chip(words, row.decision)}</p> });
    view! {
        <section class="sheet" aria-label=say!(words, "invoice-at-a-glance")>
            <div class="invoice-head">
                <div>{asked(words, reader, view)}{findings::badge(words, view.overall)}{decided}</div>
                <dl class="facts">{facts(words, view)}</dl>
            </div>
            <p class="actions sheet-foot">{pdf}<a class=class href=original>{say!(words, "invoice-original")}</a><a class="edit" href=links::invoice::lines_of(reader.customer, view.id)>{say!(words, "take-away-lines")}</a>{ask}</p>
        </section>
    }
    .into_any()
}

fn asked(words: &Words, reader: Reader<'_>, view: &InvoiceView) -> AnyView {
    let gives_back = (view.owed.minor() < 0).then(|| view! { <p>{sums::gives_back(words, sums::reader(view))}</p> });
    let unasked = view.due.is_zero() && !view.owed.is_zero();
    let said = if unasked { sums::not_for_payment(words, &view.invoice.kind) } else { say!(words, "invoice-paid") };
    let settled = view.open.is_zero().then(|| view! { <p class="status done">{said}</p> });
    let partly = (!view.open.is_zero() && view.open != view.due).then(|| view! { <p>{sums::left(words, view)}</p> });
    let due = view.invoice.due_on.filter(|_| is_to_be_paid(view)).map(|due| due_line(words, due, view.today));
    let replaced = view.replaced_by.as_ref().map(|(by, number)| {
        let href = links::invoice::show(reader.customer, *by);
        view! { <p><a href=href>{say!(words, "invoice-replaced-by", number = number.clone())}</a></p> }
    });
    view! { <p class="sum">{sums::sum(words, view.owed)}</p>{gives_back}{due}{partly}{settled}{replaced} }.into_any()
}

/// Whether the day by which to pay stands at the top; it is among the facts otherwise.
fn is_to_be_paid(view: &InvoiceView) -> bool {
    view.owed.minor() > 0 && view.open.minor() > 0
}

fn due_line(words: &Words, due: Date, today: Date) -> AnyView {
    let days = days_between(today, due);
    let when = match (days, Lasted::of(days.abs())) {
        (0, _) => say!(words, "due-today"),
        (1.., Lasted::Days(days)) => say!(words, "due-in", days = days),
        (1.., Lasted::Years(years)) => say!(words, "due-in-years", years = years),
        (_, Lasted::Days(days)) => say!(words, "due-since", days = days),
        (_, Lasted::Years(years)) => say!(words, "due-since-years", years = years),
    };
    let late = (days < 0).then(|| view! { <span class="status late">{say!(words, "invoice-late")}</span> });
    view! { <p>{say!(words, "invoice-due")}" "<time datetime=due.to_string()><strong>{words.day(due, today)}</strong></time>", "{when}" "{late}</p> }
    .into_any()
}

fn facts(words: &Words, view: &InvoiceView) -> AnyView {
    let (invoice, today) = (&view.invoice, view.today);
    let Invoice { references, payment, .. } = invoice;
    let preceding = references.preceding.iter().map(|one| {
        let day = one.issued_on.map(|day| format!(", {}", words.day(day, today))).unwrap_or_default();
        format!("{}{day}", one.number)
    });
    let preceding = preceding.collect::<Vec<_>>().join("; ");
    let some = |text: String| (!text.is_empty()).then_some(text);
    let brought_in = view.internal.as_ref().map(|internal| {
        let day = words.day(words.day_of(internal.brought_in_at), today);
        match &internal.brought_in_by {
            Some(name) => say!(words, "invoice-brought-in-by", day = day, name = name.clone()),
            None => say!(words, "invoice-brought-in-console", day = day),
        }
    });
    [
        (say!(words, "invoice-from"), Some(party(&invoice.seller))),
        (say!(words, "invoice-to"), Some(party(&invoice.buyer))),
        (say!(words, "invoice-dated"), Some(words.day(invoice.issued_on, today))),
        (say!(words, "invoice-due"), invoice.due_on.filter(|_| !is_to_be_paid(view)).map(|day| words.day(day, today))),
        (say!(words, "invoice-tax-point"), invoice.tax_point_on.map(|day| words.day(day, today))),
        (say!(words, "invoice-period"), period(words, invoice.period, today)),
        (say!(words, "invoice-delivered"), invoice.delivered_on.map(|day| words.day(day, today))),
        (say!(words, "invoice-delivered-to"), invoice.delivery_place.clone()),
        (say!(words, "invoice-corrects"), some(preceding)),
        (say!(words, "invoice-your-reference"), references.buyer.clone()),
        (say!(words, "invoice-your-order"), references.order.clone()),
        (say!(words, "invoice-sellers-order"), references.sales_order.clone()),
        (say!(words, "invoice-contract"), references.contract.clone()),
        (say!(words, "invoice-project"), references.project.clone()),
        (say!(words, "invoice-object"), references.object.clone()),
        (say!(words, "invoice-booked"), references.accounting.clone()),
    ]
    .into_iter()
    .chain(paying::facts(words, payment).into_iter().map(|(name, text)| (name, Some(text))))
    .chain([
        (say!(words, "invoice-terms"), payment.terms.clone()),
        (say!(words, "invoice-note"), some(invoice.notes.iter().map(|note| note_text(note)).collect::<Vec<_>>().join("\n"))),
        (say!(words, "invoice-brought-in"), brought_in),
    ])
    .filter_map(|(name, value)| value.map(|value| view! { <dt>{name}</dt><dd>{value}</dd> }))
    .collect_view()
    .into_any()
}

/// The name, and the surest of what the company is known by.
fn party(party: &Party) -> String {
    party.known_by().next().map_or_else(|| party.name.clone(), |id| format!("{}, {}", party.name, id.text))
}

/// From when to when; none where neither is stated.
pub fn period(words: &Words, period: Period, today: Date) -> Option<String> {
    let day = |day: Date| words.day(day, today);
    match (period.from, period.to) {
        (Some(from), Some(to)) => Some(say!(words, "period-from-to", from = day(from), to = day(to))),
        (Some(from), None) => Some(say!(words, "period-from", from = day(from))),
        (None, Some(to)) => Some(say!(words, "period-to", to = day(to))),
        (None, None) => None,
    }
}
