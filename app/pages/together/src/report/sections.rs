//! What a report tells, part by part; a part without anything to tell is left out.

use super::told::{Line, Part, Sums, parts, sums};
use coplan_app::{say, words::Words};
use coplan_usecases::report::ReportView;
use leptos::prelude::*;

/// All its parts.
pub(super) fn sections(words: &Words, view: &ReportView) -> AnyView {
    let nothing = view.body.is_empty().then(|| {
        view! { <section class="sheet"><div class="empty"><p><strong>{say!(words, "report-nothing")}</strong></p></div></section> }
    });
    let parts = parts(words, &view.body, view.today).into_iter().map(sheet).collect_view();
    let sums = sums(words, &view.body, view.today).map(|sums| spent(words, sums));
    view! { {nothing} {parts} {sums} }.into_any()
}

fn sheet(part: Part) -> AnyView {
    let rows = part.lines.into_iter().map(|Line { main, language, about, more }| {
        let more = more.map(|more| view! { <p>{more}</p> });
        view! {
            <li class="row">
                <div class="row-main"><strong lang=language>{main}</strong>" "<span class="quiet">{about}</span>{more}</div>
            </li>
        }
    });
    view! {
        <section class="sheet" aria-labelledby=part.id>
            <h2 id=part.id>{part.title}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn spent(words: &Words, sums: Sums) -> AnyView {
    let [invoice, day, sum] = sums.heads;
    let rows = sums.rows.into_iter().map(|[number, on, asks]| {
        view! {
            <tr>
                <th scope="row">{number}</th>
                <td data-label=day.clone()>{on}</td>
                <td class="num" data-label=sum.clone()>{asks}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="sheet" aria-labelledby="h-spent">
            <h2 id="h-spent">{say!(words, "report-spent")}</h2>
            <table class="table">
                <thead>
                    <tr><th scope="col">{invoice}</th><th scope="col">{day}</th><th scope="col" class="num">{sum}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p><strong>{sums.total}</strong></p>
        </section>
    }
    .into_any()
}
