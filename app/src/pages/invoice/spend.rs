//! What was invoiced month by month as a picture with its table, each bar a link to the month's documents, and what is open
//! by its age. The picture needs no colour: each bar has its month below it, and the sums are in the table.

use super::sums;
use crate::{links, say, words::Words};
use coplan_domain::{
    id::CustomerId,
    money::{Currency, Money},
};
use coplan_usecases::invoice::InvoiceList;
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use leptos::prelude::*;

/// How many months are drawn: the choices.
const MONTHS: [i64; 2] = [12, 24];
/// The picture, in units of its own.
const WIDTH: i64 = 720;
const HEIGHT: i64 = 150;
const LABELS: i64 = 22;
/// Room above the tallest bar for its sum.
const VALUES: i64 = 30;

/// A month and what its documents come to.
struct Month {
    first: Date,
    sum: Money,
    documents: usize,
}

fn first_of(day: Date) -> Date {
    date(day.year(), day.month(), 1)
}

/// The id of the row where a month begins in the table of documents.
pub(super) fn month_id(day: Date) -> String {
    format!("m-{}-{:02}", day.year(), day.month())
}

/// The months up to this one, the oldest first, in one currency.
fn months(list: &InvoiceList, currency: Currency, count: i64) -> Vec<Month> {
    let this_month = first_of(list.today);
    let firsts = (0..count).rev().map(|ago| this_month.saturating_sub(ago.months()));
    let reckon = |first: Date| {
        let of_month =
            || list.invoices.iter().filter(move |one| first_of(one.issued_on) == first && one.due.currency() == currency);
        let sum = of_month().fold(0_i64, |sum, one| sum.saturating_add(one.due.minor()));
        Month { first, sum: Money::from_minor(sum, currency), documents: of_month().count() }
    };
    firsts.map(reckon).collect()
}

/// The sheet; none where nothing was invoiced in these months.
pub(super) fn sheet(words: &Words, customer: CustomerId, list: &InvoiceList, wished: i64) -> Option<AnyView> {
    let count = if MONTHS.contains(&wished) { wished } else { MONTHS[0] };
    let currency = list.invoices.first()?.due.currency();
    let months = months(list, currency, count);
    if months.iter().all(|month| month.documents == 0) {
        return None;
    }
    let other = MONTHS.into_iter().find(|other| *other != count).map(|other| {
        let href = links::invoice::months(customer, other);
        view! { <a class="edit" href=href>{say!(words, "spend-months", n = other)}</a> }
    });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-spend">
                <div class="sheet-head"><h2 id="h-spend">{say!(words, "spend-title", n = count)}</h2>{other}</div>
                {picture(words, list.today, &months)}
                <details class="more tight">
                    <summary>{say!(words, "spend-table")}</summary>
                    {table(words, list.today, &months)}
                </details>
                {ages(words, list, currency)}
            </section>
        }
        .into_any(),
    )
}

fn name(words: &Words, month: &Month, today: Date) -> String {
    let named = words.month(month.first);
    if month.first.year() == today.year() { named } else { format!("{named} {}", month.first.year()) }
}

/// What a month comes to never goes below the line: a month that gives back more than it asks for has no bar.
fn picture(words: &Words, today: Date, months: &[Month]) -> AnyView {
    let count = i64::try_from(months.len()).unwrap_or(1).max(1);
    let most = months.iter().map(|month| month.sum.minor()).max().unwrap_or(1).max(1);
    let step = WIDTH / count;
    let (highest, last) = said_months(months);
    let bars = months.iter().zip(0_i64..).map(|(month, place)| {
        let tall = i128::from(month.sum.minor().max(0)) * i128::from(HEIGHT) / i128::from(most);
        let (x, y) = (place * step, i128::from(HEIGHT) - tall);
        let label = (count <= 12 || place % 3 == 0).then(|| {
            view! { <text aria-hidden="true" x=(x + step / 2).to_string() y=(HEIGHT + LABELS - 6).to_string()>{words.short_month(month.first)}</text> }
        });
        let said = format!("{}: {}", name(words, month, today), sums::sum(words, month.sum));
        let is_key = Some(place) == highest || Some(place) == last;
        let value = (month.documents > 0 && (is_key || count <= 12)).then(|| {
            let class = if is_key { "value key" } else { "value" };
            let (x, y) = (x + step / 2, y - 6);
            view! { <g aria-hidden="true"><text class=class x=x.to_string() y=y.to_string()>{whole(words, month.sum)}</text></g> }
        });
        let bar = view! {
            <rect x=(x + step / 6).to_string() y=y.to_string() width=(step * 2 / 3).to_string() height=tall.to_string()/>
        };
        if month.documents == 0 {
            view! { <g>{bar}</g>{label} }.into_any()
        } else {
            view! { <a href=format!("#{}", month_id(month.first)) aria-label=said.clone()><title>{said.clone()}</title>{bar}</a>{value}{label} }.into_any()
        }
    });
    let view_box = format!("0 -{VALUES} {WIDTH} {}", VALUES + HEIGHT + LABELS);
    view! { <svg class="spend" viewBox=view_box role="group" aria-label=say!(words, "spend-picture")>{bars.collect_view()}</svg> }
        .into_any()
}

/// The places of the highest month and of the last one with documents, whose sums are said however narrow the picture is; not
/// of both where they are neighbours, whose sums would run into each other.
fn said_months(months: &[Month]) -> (Option<i64>, Option<i64>) {
    let some = || months.iter().zip(0_i64..).filter(|(month, _)| month.documents > 0);
    let highest = some().max_by_key(|(month, _)| month.sum.minor()).map(|(_, place)| place);
    let last = some().last().map(|(_, place)| place);
    (highest, last.filter(|last| highest.is_none_or(|highest| (highest - last).abs() != 1)))
}

/// A sum without its cents, as a bar has room for.
fn whole(words: &Words, sum: Money) -> String {
    words.decimal(&sum.to_decimal().round().normalize().to_string())
}

fn table(words: &Words, today: Date, months: &[Month]) -> AnyView {
    let rows = months.iter().rev().filter(|month| month.documents > 0).map(|month| {
        let href = format!("#{}", month_id(month.first));
        view! {
            <tr>
                <th scope="row"><a href=href>{name(words, month, today)}</a></th>
                <td class="num" data-label=say!(words, "spend-documents")>{month.documents}</td>
                <td class="num" data-label=say!(words, "invoice-sum")>{sums::sum(words, month.sum)}</td>
            </tr>
        }
    });
    view! {
        <table class="table">
            <thead><tr>
                <th scope="col">{say!(words, "spend-month")}</th>
                <th scope="col" class="num">{say!(words, "spend-documents")}</th>
                <th scope="col" class="num">{say!(words, "invoice-sum")}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What is open, by how long it has been due; none where nothing is.
fn ages(words: &Words, list: &InvoiceList, currency: Currency) -> Option<AnyView> {
    let open = || list.invoices.iter().filter(|one| one.open.minor() > 0 && one.open.currency() == currency);
    let days = |due: Option<Date>| due.map_or(-1, |due| crate::words::days_between(due, list.today));
    let sum = |from: i64, to: i64| {
        let within = open().filter(|one| (from..=to).contains(&days(one.due_on)));
        within.fold(0_i64, |sum, one| sum.saturating_add(one.open.minor()))
    };
    let ages = [
        (say!(words, "spend-not-due"), sum(i64::MIN, 0)),
        (say!(words, "spend-late-month"), sum(1, 30)),
        (say!(words, "spend-late-two"), sum(31, 60)),
        (say!(words, "spend-late-more"), sum(61, i64::MAX)),
    ];
    let rows = ages.into_iter().filter(|(_, sum)| *sum != 0).map(|(name, sum)| {
        view! { <dt>{name}</dt><dd class="num">{sums::sum(words, Money::from_minor(sum, currency))}</dd> }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <h3>{say!(words, "spend-open")}</h3><dl class="facts">{rows}</dl> }.into_any())
}
