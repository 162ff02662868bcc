//! How all customers are, for whoever answers for them all.

use crate::waiting::sheet;
use coplan_app::{links, parts::status, say, words::Words};
use coplan_usecases::{
    portfolio::PortfolioRow,
    today::{Alarming, Overview, TodayView},
};
use leptos::prelude::*;

pub(super) fn sheets(words: &Words, view: &TodayView, overview: &Overview) -> AnyView {
    let alarming = overview.alarming.iter().map(|it| alarming(words, it)).collect::<Vec<_>>();
    let waiting = overview.waiting.iter().map(|row| waiting(words, view, row)).collect::<Vec<_>>();
    let body = |rows: Vec<AnyView>, href: String| {
        let all = say!(words, "today-overview-all");
        (!rows.is_empty())
            .then(|| view! { <ul class="waiting">{rows}</ul><p class="sheet-foot"><a href=href>{all}</a></p> }.into_any())
    };
    let sheets = [
        sheet("h-alarming", say!(words, "today-alarming"), body(alarming, links::portfolio::alarming())),
        sheet("h-longest", say!(words, "today-longest"), body(waiting, links::portfolio::waiting())),
    ];
    view! { {sheets.into_iter().flatten().collect_view()} }.into_any()
}

fn alarming(words: &Words, it: &Alarming) -> AnyView {
    let reason = it.reason.as_ref().map(|reason| {
        view! {
            {status::light(words, reason.light)}
            <span class="quiet" lang=words.foreign(reason.language)>{format!("{}: {}", reason.project.1, reason.reason)}</span>
        }
    });
    view! {
        <li>
            <a href=links::plan::show(it.row.customer)>{it.row.name.clone()}</a>
            {reason}
            <span class="quiet">{it.row.responsible.clone()}</span>
        </li>
    }
    .into_any()
}

fn waiting(words: &Words, view: &TodayView, row: &PortfolioRow) -> AnyView {
    let age = row.waiting_since.map(|since| view! { <span class="age">{words.age(since, view.now)}</span> });
    let many = (row.waiting > 1).then(|| say!(words, "portfolio-waits-count", n = row.waiting));
    let said = [Some(row.responsible.clone()), many].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <a href=links::plan::show(row.customer)>{row.name.clone()}</a>
            {age}
            <span class="quiet">{said}</span>
        </li>
    }
    .into_any()
}
