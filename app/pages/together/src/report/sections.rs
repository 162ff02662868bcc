//! What a report tells, part by part; a part without anything to tell is left out.

use coplan_app::{say, words::Words};
use coplan_domain::{
    money::Currency,
    report::{Asked, Decision, Delivered, Measured, Promised, Spent},
};
use coplan_usecases::report::ReportView;
use jiff::civil::Date;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// All its parts.
pub(super) fn sections(words: &Words, view: &ReportView) -> AnyView {
    let (body, today) = (&view.body, view.today);
    let nothing = body.is_empty().then(|| {
        view! { <section class="sheet"><div class="empty"><p><strong>{say!(words, "report-nothing")}</strong></p></div></section> }
    });
    let parts = [
        sheet("h-delivered", say!(words, "report-delivered"), &body.delivered, |it| delivered(words, it, today)),
        sheet("h-promised", say!(words, "report-promised"), &body.promised, |it| promised(words, it, today)),
        sheet("h-measured", say!(words, "report-measured"), &body.measured, |it| measured(words, it, today)),
        sheet("h-decided", say!(words, "report-decided"), &body.decided, |it| decided(words, it, today)),
        sheet("h-asked", say!(words, "report-asked"), &body.asked, |it| asked(words, it, today)),
        spent(words, &body.spent, today),
    ];
    view! { {nothing} {parts.into_iter().collect_view()} }.into_any()
}

fn sheet<T>(id: &'static str, title: String, found: &[T], row: impl Fn(&T) -> AnyView) -> Option<AnyView> {
    (!found.is_empty()).then(|| {
        let rows = found.iter().map(|one| view! { <li class="row"><div class="row-main">{row(one)}</div></li> }).collect_view();
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="rows">{rows}</ul></section> }
            .into_any()
    })
}

fn delivered(words: &Words, it: &Delivered, today: Date) -> AnyView {
    let said = say!(
        words,
        "report-reached",
        day = words.day(it.day, today),
        promised = words.day(it.promised, today),
        project = it.project.clone()
    );
    view! { <strong>{it.milestone.clone()}</strong> " " <span class="quiet">{said}</span> }.into_any()
}

fn promised(words: &Words, it: &Promised, today: Date) -> AnyView {
    let day = words.day(it.day, today);
    let said = say!(words, "report-promised-for", day = day, project = it.project.clone());
    let moved = it.moved.as_ref().map(|moved| {
        let said = say!(words, "report-moved", day = words.day(moved.from, today));
        let reason = (!moved.reason.is_empty()).then(|| format!(" {}", moved.reason));
        view! { <p>{said}{reason}</p> }
    });
    view! { <strong>{it.milestone.clone()}</strong> " " <span class="quiet">{said}</span> {moved} }.into_any()
}

fn measured(words: &Words, it: &Measured, today: Date) -> AnyView {
    let number = |value: &str| {
        let number = words.decimal(value);
        if it.unit.is_empty() { number } else { format!("{number}\u{a0}{}", it.unit) }
    };
    let said = say!(
        words,
        "report-value",
        value = number(&it.value),
        day = words.day(it.day, today),
        from = number(&it.baseline),
        target = number(&it.target)
    );
    view! { <strong lang=words.foreign(it.language)>{it.goal.clone()}</strong> " " <span>{said}</span> }.into_any()
}

fn decided(words: &Words, it: &Decision, today: Date) -> AnyView {
    let said = format!("{}, {}", it.meeting, words.day(it.day, today));
    view! { <span lang=words.foreign(it.language)>{it.words.clone()}</span> " " <span class="quiet">{said}</span> }.into_any()
}

fn asked(words: &Words, it: &Asked, today: Date) -> AnyView {
    let by = format!("{}, {}", it.by, words.day(it.day, today));
    let outcome = it.outcome.clone().unwrap_or_else(|| say!(words, "report-asked-open"));
    view! {
        <strong lang=words.foreign(it.language)>{it.title.clone()}</strong>
        " "
        <span class="quiet">{by}</span>
        <p>{outcome}</p>
    }
    .into_any()
}

/// A sum with the currency that it was kept with; as it was kept where that is not known any more.
fn sum(words: &Words, minor: i64, currency: &str) -> String {
    let decimals = currency.parse::<Currency>().map_or(2, Currency::decimals);
    words.money(minor, decimals, currency)
}

fn spent(words: &Words, found: &[Spent], today: Date) -> Option<AnyView> {
    if found.is_empty() {
        return None;
    }
    let rows = found.iter().map(|it| {
        view! {
            <tr>
                <th scope="row">{it.number.clone()}</th>
                <td data-label=say!(words, "report-day-of-invoice")>{words.day(it.day, today)}</td>
                <td class="num" data-label=say!(words, "report-sum")>{sum(words, it.minor, &it.currency)}</td>
            </tr>
        }
    });
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for it in found {
        let so_far = sums.entry(&it.currency).or_default();
        *so_far = so_far.saturating_add(it.minor);
    }
    let total = sums.into_iter().map(|(currency, minor)| sum(words, minor, currency)).collect::<Vec<_>>().join(" + ");
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-spent">
                <h2 id="h-spent">{say!(words, "report-spent")}</h2>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{say!(words, "report-invoice")}</th>
                            <th scope="col">{say!(words, "report-day-of-invoice")}</th>
                            <th scope="col" class="num">{say!(words, "report-sum")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
                <p><strong>{say!(words, "report-total", sum = total)}</strong></p>
            </section>
        }
        .into_any(),
    )
}
