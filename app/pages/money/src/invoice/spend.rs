//! What was invoiced month by month as a picture with its table, each bar a link to the month's documents, and what is open
//! by its age. The picture needs no colour: each bar has its month below it, and the sums are in the table.

use coplan_app::{links, parts::sums, say, words::Words};
use coplan_domain::{
    id::CustomerId,
    money::{Currency, Money},
};
use coplan_usecases::invoice::{InvoiceList, MONTHS, MonthSum, OpenByAge};
use jiff::{ToSpan, civil::Date};
use leptos::prelude::*;

/// The picture, in units of its own.
const WIDTH: i64 = 720;
const HEIGHT: i64 = 150;
const LABELS: i64 = 22;
/// Room above the tallest bar for its sum.
const VALUES: i64 = 30;

/// The months up to this one, the oldest first, in one currency; nothing where nothing was invoiced.
fn months(list: &InvoiceList, currency: Currency) -> Vec<MonthSum> {
    let this_month = list.today.first_of_month();
    let firsts = (0..list.months).rev().map(|ago| this_month.saturating_sub(ago.months()));
    let none = |first: Date| MonthSum { first, sum: Money::from_minor(0, currency), documents: 0 };
    firsts.map(|first| list.by_month.iter().find(|month| month.first == first).copied().unwrap_or_else(|| none(first))).collect()
}

/// The sheet; none where nothing was invoiced in these months.
pub(super) fn sheet(words: &Words, customer: CustomerId, list: &InvoiceList) -> Option<AnyView> {
    let currency = list.open.first()?.sum.currency();
    let months = months(list, currency);
    if months.iter().all(|month| month.documents == 0) {
        return None;
    }
    let other = MONTHS.into_iter().find(|other| *other != list.months).map(|other| {
        let href = links::invoice::months(customer, other);
        view! { <a class="edit" href=href>{say!(words, "spend-months", n = other)}</a> }
    });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-spend">
                <div class="sheet-head"><h2 id="h-spend">{say!(words, "spend-title", n = list.months)}</h2>{other}</div>
                {picture(words, (customer, list.today), &months)}
                <details class="more tight">
                    <summary>{say!(words, "spend-table")}</summary>
                    {table(words, (customer, list.today), &months)}
                </details>
                {list.by_age.and_then(|by_age| ages(words, by_age))}
            </section>
        }
        .into_any(),
    )
}

/// What a month is called: with its year where that is not this one.
pub(super) fn month_name(words: &Words, month: Date, today: Date) -> String {
    let named = words.month(month);
    if month.year() == today.year() { named } else { format!("{named} {}", month.year()) }
}

/// What a month comes to never goes below the line: a month that gives back more than it asks for has no bar.
fn picture(words: &Words, (customer, today): (CustomerId, Date), months: &[MonthSum]) -> AnyView {
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
        let said = format!("{}: {}", month_name(words, month.first, today), sums::sum(words, month.sum));
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
            view! { <a href=links::invoice::of_month(customer, month.first) aria-label=said.clone()><title>{said.clone()}</title>{bar}</a>{value}{label} }.into_any()
        }
    });
    let view_box = format!("0 -{VALUES} {WIDTH} {}", VALUES + HEIGHT + LABELS);
    view! { <svg class="spend" viewBox=view_box role="group" aria-label=say!(words, "spend-picture")>{bars.collect_view()}</svg> }
        .into_any()
}

/// The places of the highest month and of the last one with documents, whose sums are said however narrow the picture is; not
/// of both where they are neighbours, whose sums would run into each other.
fn said_months(months: &[MonthSum]) -> (Option<i64>, Option<i64>) {
    let some = || months.iter().zip(0_i64..).filter(|(month, _)| month.documents > 0);
    let highest = some().max_by_key(|(month, _)| month.sum.minor()).map(|(_, place)| place);
    let last = some().last().map(|(_, place)| place);
    (highest, last.filter(|last| highest.is_none_or(|highest| (highest - last).abs() != 1)))
}

/// A sum without its cents, as a bar has room for.
fn whole(words: &Words, sum: Money) -> String {
    words.decimal(&sum.to_decimal().round().normalize().to_string())
}

fn table(words: &Words, (customer, today): (CustomerId, Date), months: &[MonthSum]) -> AnyView {
    let rows = months.iter().rev().filter(|month| month.documents > 0).map(|month| {
        let href = links::invoice::of_month(customer, month.first);
        view! {
            <tr>
                <th scope="row"><a href=href>{month_name(words, month.first, today)}</a></th>
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
fn ages(words: &Words, open: OpenByAge) -> Option<AnyView> {
    let ages = [
        (say!(words, "spend-not-due"), open.not_due),
        (say!(words, "spend-late-month"), open.late_month),
        (say!(words, "spend-late-two"), open.late_two_months),
        (say!(words, "spend-late-more"), open.late_longer),
    ];
    let rows = ages.into_iter().filter(|(_, sum)| !sum.is_zero()).map(|(name, sum)| {
        view! { <dt>{name}</dt><dd class="num">{sums::sum(words, sum)}</dd> }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <h3>{say!(words, "spend-open")}</h3><dl class="facts">{rows}</dl> }.into_any())
}
