//! The lines of an invoice; on a phone as cards.

use super::{reasons, show::Reader, summary};
use crate::work::line::behind;
use coplan_app::{
    links,
    parts::{findings, pager::Pager, sums, units},
    say,
    shared::question::chip,
    words::Words,
};
use coplan_domain::{
    exact::Exact,
    id::LineId,
    invoice::{
        Adjustment, AdjustmentKind, InvoiceLine, SubLine,
        check::{Finding, Place, Rule, Verdict},
        note_text,
    },
    thread::{About, AboutKind},
};
use coplan_usecases::{invoice::InvoiceView, work::LineWork};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Lines on one page.
pub const LINES: usize = 500;

/// The sheet with the table of those lines that have so many before them.
pub fn sheet(words: &Words, reader: Reader<'_>, view: &InvoiceView, from: usize) -> AnyView {
    let from = if from < view.invoice.lines.len() { from } else { 0 };
    let nets: BTreeMap<usize, &Finding> = view.findings.iter().filter_map(net).collect();
    let lines = view.invoice.lines.iter().zip(&view.line_ids).enumerate().skip(from).take(LINES);
    let rows = lines.map(|(place, (line, id))| {
        let work = view.work.get(place);
        row(words, reader, view, (line, *id, work), nets.get(&place).copied())
    });
    let rows = rows.collect_view();
    let column = |key| view! { <th scope="col" class="num">{key}</th> };
    view! {
        <section class="sheet" aria-labelledby="h-lines">
            <h2 id="h-lines">{say!(words, "lines-title")}</h2>
            <table class="table lines-table">
                <thead><tr>
                    <th scope="col">{say!(words, "line-column")}</th>
                    {column(say!(words, "line-quantity"))}
                    {column(say!(words, "line-price"))}
                    {column(say!(words, "line-vat"))}
                    {column(say!(words, "line-net"))}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {pager(words, reader, view, from)}
        </section>
    }
    .into_any()
}

fn pager(words: &Words, reader: Reader<'_>, view: &InvoiceView, from: usize) -> Option<AnyView> {
    let at = |from| links::invoice::lines_from(reader.customer, view.id, from);
    let pager = Pager {
        before: (from > 0).then(|| at(from.saturating_sub(LINES))),
        after: (from + LINES < view.invoice.lines.len()).then(|| at(from + LINES)),
        newer: say!(words, "lines-before"),
        older: say!(words, "lines-after"),
    };
    pager.draw(words)
}

fn net(finding: &Finding) -> Option<(usize, &Finding)> {
    match (&finding.rule, &finding.place) {
        (Rule::LineNet, Place::Line { index, .. }) => Some((*index, finding)),
        _ => None,
    }
}

fn row(
    words: &Words,
    reader: Reader<'_>,
    view: &InvoiceView,
    (line, id, work): (&InvoiceLine, LineId, Option<&LineWork>),
    net: Option<&Finding>,
) -> AnyView {
    let other_units = line.other_units().is_some();
    let per = line.price.base_quantity.as_ref().filter(|base| other_units || base.value() != 1.into());
    let unit = line.price.base_unit.as_deref().or(line.unit.as_deref());
    let per = per.map(|base| say!(words, "price-per", quantity = units::quantity(words, base, unit)));
    let price = [Some(sums::price(words, &line.price.net, line.net.currency())), per];
    let price = price.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let quantity = units::quantity(words, &line.quantity, line.unit.as_deref());
    // On a phone, where it has no columns, the line says in one row what its sum is made of.
    let made_of = format!("{quantity} × {price} · {}", sums::vat(words, &line.vat));
    let off = net.filter(|finding| finding.verdict != Verdict::Agrees).map(|finding| findings::status(words, finding));
    view! {
        <tr id=format!("line-{id}")>
            <th scope="row">
                <span class="line-name">{line.name.clone()}</span>
                <span class="line-made">{made_of}</span>
                <span class="line-detail">{say!(words, "line-numbered", id = line.id.clone())}</span>
                {details(words, view, line, net)}
                {work.and_then(|work| behind(words, work, view.today))}
                <span class="line-more">{off}{states(words, reader, view, id)}{question(words, reader, view, line, id)}{say_work(words, reader, view, line, id)}</span>
            </th>
            <td class="num" data-label=say!(words, "line-quantity")>{quantity}</td>
            <td class="num" data-label=say!(words, "line-price")>{price}</td>
            <td class="num" data-label=say!(words, "line-vat")>{sums::vat(words, &line.vat)}</td>
            <td class="num" data-label=say!(words, "line-net")><strong>{sums::sum(words, line.net)}</strong></td>
        </tr>
    }
    .into_any()
}

/// How far each question about the line is, leading to what was said.
fn states(words: &Words, reader: Reader<'_>, view: &InvoiceView, id: LineId) -> Vec<AnyView> {
    let of_line = view.questions.iter().filter(|question| question.line == Some(id));
    let chips = of_line.map(|question| {
        let href = links::thread::show(reader.customer, question.thread);
        view! { <a href=href>{chip(words, question.state)}</a> }.into_any()
    });
    chips.collect()
}

fn question(words: &Words, reader: Reader<'_>, view: &InvoiceView, line: &InvoiceLine, id: LineId) -> Option<AnyView> {
    reader.threads.map(|threads| {
        let count = threads.iter().filter(|thread| thread.subject.id == id.0).count();
        let count = (count > 0).then(|| {
            let n = i64::try_from(count).unwrap_or(i64::MAX);
            view! { <a class="edit" href="#h-threads">{say!(words, "thread-count", n = n)}</a> }
        });
        let ask = reader.may_ask.then(|| {
            let href = reader.ask(view, About { kind: AboutKind::InvoiceLine, id: id.0 });
            let about = format!(": {}", line.name);
            view! { <a class="edit" href=href>{say!(words, "line-question")}<span class="unseen">{about}</span></a> }
        });
        view! { {count} {ask} }.into_any()
    })
}

/// The way to say what is behind a line, for whoever may.
fn say_work(words: &Words, reader: Reader<'_>, view: &InvoiceView, line: &InvoiceLine, id: LineId) -> Option<AnyView> {
    view.internal.as_ref().filter(|internal| internal.may_record).map(|_| {
        let href = links::work::line(reader.customer, view.id, id);
        let about = format!(": {}", line.name);
        view! { <a class="edit" href=href>{say!(words, "work-assign-to-line")}<span class="unseen">{about}</span></a> }.into_any()
    })
}

/// Everything else that a line states, each on its own short line.
fn details(words: &Words, view: &InvoiceView, line: &InvoiceLine, net: Option<&Finding>) -> AnyView {
    let reckoned = net.filter(|_| !line.adjustments.is_empty()).and_then(|finding| sums::behind(words, &finding.working));
    let price = |exact: &Exact| sums::price(words, exact, line.net.currency());
    let list_price = line.price.list().zip(line.price.discount.as_ref()).map(|(list, discount)| {
        let list = line.price.gross.clone().unwrap_or_else(|| list.into());
        say!(words, "line-list-price", price = price(&list), discount = price(discount))
    });
    let named = |name: String, value: &Option<String>| value.as_ref().map(|value| format!("{name}: {value}"));
    let texts = [
        line.description.clone().filter(|text| *text != line.name),
        line.note.as_deref().map(|note| note_text(note).to_owned()),
        summary::period(words, line.period, view.today),
        named(say!(words, "line-item-number"), &line.item_number),
        named(say!(words, "invoice-object"), &line.object_reference),
        named(say!(words, "line-order-line"), &line.order_line),
        named(say!(words, "invoice-booked"), &line.accounting_reference),
        list_price,
    ];
    let adjustments = line.adjustments.iter().map(|adjustment| Some(adjusted(words, adjustment)));
    let parts = line.sub_lines.iter().map(|part| Some(sub_line(words, part)));
    let all =
        texts.into_iter().chain(parts).chain(adjustments).chain([reckoned.map(|sum| say!(words, "line-reckoned", sum = sum))]);
    all.flatten().map(|text| view! { <span class="line-detail">{text}</span> }).collect_view().into_any()
}

/// A part of a line, indented by how deep it is.
fn sub_line(words: &Words, part: &SubLine) -> String {
    let indent = "\u{2003}".repeat(usize::try_from(part.depth).unwrap_or(1).saturating_sub(1));
    let quantity = part.quantity.as_ref().map(|quantity| units::quantity(words, quantity, part.unit.as_deref()));
    let said = [Some(part.name.clone()), quantity, part.net.map(|net| sums::sum(words, net))];
    format!("{indent}\u{2013} {}", said.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// An allowance or charge in one line.
pub fn adjusted(words: &Words, adjustment: &Adjustment) -> String {
    let sum = sums::sum(words, adjustment.effect().unwrap_or(adjustment.amount));
    match (adjustment.kind, reason(words, adjustment)) {
        (AdjustmentKind::Allowance, Some(reason)) => say!(words, "taken-off-because", sum = sum, reason = reason),
        (AdjustmentKind::Allowance, None) => say!(words, "taken-off-sum", sum = sum),
        (AdjustmentKind::Charge, Some(reason)) => say!(words, "put-on-because", sum = sum, reason = reason),
        (AdjustmentKind::Charge, None) => say!(words, "put-on-sum", sum = sum),
    }
}

fn reason(words: &Words, adjustment: &Adjustment) -> Option<String> {
    let reason = reasons::reason(words, adjustment);
    let percentage = percentage(words, adjustment);
    match (reason, percentage) {
        (Some(reason), Some(percentage)) => Some(format!("{reason}, {percentage}")),
        (one, other) => one.or(other),
    }
}

/// What an adjustment is a percentage of, where it states that.
pub fn percentage(words: &Words, adjustment: &Adjustment) -> Option<String> {
    let percent = sums::percent(words, adjustment.percent.as_ref()?);
    Some(match adjustment.base {
        Some(base) => format!("{} × {percent}", sums::bare(words, base)),
        None => percent,
    })
}
