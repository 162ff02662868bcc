//! What was found: the table, how many there are, and the way to the other pages.

use super::trend;
use coplan_app::{
    links::{self, portfolio::PortfolioQuery},
    say,
    words::Words,
};
use coplan_domain::{person::initials, plan::Light, portfolio::PortfolioSort};
use coplan_usecases::portfolio::{PortfolioRow, PortfolioView};
use leptos::prelude::*;

/// Nights after which an answer is long overdue, and too long.
const LONG: i64 = 2;
const TOO_LONG: i64 = 5;

/// The table, or why it is empty.
pub fn found(words: &Words, asked: &PortfolioQuery, view: &PortfolioView) -> AnyView {
    if view.rows.is_empty() {
        return empty(words, asked, view);
    }
    let rows = view.rows.iter().map(|row| line(words, view, row)).collect_view();
    let more = (!view.sees_sums).then(|| view! { <p class="sheet-foot quiet">{say!(words, "portfolio-waits-more")}</p> });
    let save = asked.selects().then(|| view! { " · " <a href=asked.saved()>{say!(words, "saved-filter-save")}</a> });
    let over =
        view.may_create.then(|| view! { " · " <a href=links::hand_over::among(asked)>{say!(words, "hand-over-several")}</a> });
    view! {
        <table class="table portfolio">
            <caption class="table-caption" data-said>{counted(words, asked, view)}</caption>
            <thead><tr>{head(words, asked, view.sees_sums)}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {pager(words, asked, view)}
        {more}
        <p class="sheet-foot"><a href=asked.exported() download>{say!(words, "portfolio-export")}</a>{save}{over}</p>
    }
    .into_any()
}

fn empty(words: &Words, asked: &PortfolioQuery, view: &PortfolioView) -> AnyView {
    if asked.narrows() {
        return view! {
            <div class="empty">
                <p><strong data-said>{say!(words, "portfolio-nothing")}</strong>{say!(words, "portfolio-nothing-text")}</p>
                <a class="button" href=links::portfolio::list()>{say!(words, "portfolio-show-all")}</a>
            </div>
        }
        .into_any();
    }
    let create =
        view.may_create.then(|| view! { <a class="button" href=links::customer::new()>{say!(words, "portfolio-new")}</a> });
    let table =
        view.may_create.then(|| view! { <a class="button" href=links::table_import::start()>{say!(words, "table-title")}</a> });
    view! {
        <div class="empty">
            <p><strong>{say!(words, "portfolio-none")}</strong>{say!(words, "portfolio-none-text")}</p>
            <p class="actions">{create}{table}</p>
        </div>
    }
    .into_any()
}

fn counted(words: &Words, asked: &PortfolioQuery, view: &PortfolioView) -> String {
    say!(words, "portfolio-count", n = view.total, order = order(words, asked.sort(), asked.reversed()))
}

/// What comes first in this order, or last.
pub fn order(words: &Words, sort: PortfolioSort, reversed: bool) -> String {
    match (sort, reversed) {
        (PortfolioSort::Waiting, false) => say!(words, "portfolio-by-waiting"),
        (PortfolioSort::Waiting, true) => say!(words, "portfolio-by-waiting-back"),
        (PortfolioSort::Name, false) => say!(words, "portfolio-by-name"),
        (PortfolioSort::Name, true) => say!(words, "portfolio-by-name-back"),
        (PortfolioSort::Light, false) => say!(words, "portfolio-by-light"),
        (PortfolioSort::Light, true) => say!(words, "portfolio-by-light-back"),
        (PortfolioSort::Promise, false) => say!(words, "portfolio-by-promise"),
        (PortfolioSort::Promise, true) => say!(words, "portfolio-by-promise-back"),
        (PortfolioSort::Open, false) => say!(words, "portfolio-by-open"),
        (PortfolioSort::Open, true) => say!(words, "portfolio-by-open-back"),
        (PortfolioSort::Visit, false) => say!(words, "portfolio-by-visit"),
        (PortfolioSort::Visit, true) => say!(words, "portfolio-by-visit-back"),
    }
}

/// The columns' names with the ways to sort.
fn head(words: &Words, asked: &PortfolioQuery, sees_sums: bool) -> AnyView {
    let column = |sort: PortfolioSort, name: String, class: &'static str| {
        let here = asked.sort() == sort;
        // The natural order of these begins with what is largest.
        let falls = matches!(sort, PortfolioSort::Light | PortfolioSort::Waiting | PortfolioSort::Open | PortfolioSort::Visit);
        let sorted = here.then_some(if falls == asked.reversed() { "ascending" } else { "descending" });
        view! { <th scope="col" class=class aria-sort=sorted><a href=asked.sorted(sort)>{name}</a></th> }
    };
    view! {
        {column(PortfolioSort::Name, say!(words, "portfolio-customer"), "")}
        <th scope="col">{say!(words, "portfolio-responsible")}</th>
        {column(PortfolioSort::Light, say!(words, "portfolio-projects"), "")}
        {column(PortfolioSort::Waiting, say!(words, "portfolio-waits"), "")}
        {column(PortfolioSort::Promise, say!(words, "portfolio-promise"), "")}
        {sees_sums.then(|| column(PortfolioSort::Open, say!(words, "portfolio-open"), "num"))}
        {column(PortfolioSort::Visit, say!(words, "portfolio-visit"), "")}
    }
    .into_any()
}

fn line(words: &Words, view: &PortfolioView, row: &PortfolioRow) -> AnyView {
    let open = view.sees_sums.then(|| view! { <td class="num" data-label=say!(words, "portfolio-open")>{open(words, row)}</td> });
    let lately = view.trends.get(&row.customer).and_then(|lately| trend::marks(words, lately, view.today));
    view! {
        <tr>
            <th scope="row"><a href=links::plan::show(row.customer)>{row.name.clone()}</a><span class="quiet">{row.number.clone()}</span></th>
            <td data-label=say!(words, "portfolio-responsible")>
                <span class="with-face"><span class="face" aria-hidden="true">{initials(&row.responsible)}</span>{row.responsible.clone()}</span>
            </td>
            <td data-label=say!(words, "portfolio-projects")>{lights(words, &row.lights)}{lately}</td>
            <td data-label=say!(words, "portfolio-waits")>{waits(words, view, row)}</td>
            <td data-label=say!(words, "portfolio-promise")>{promise(words, view, row)}</td>
            {open}
            <td data-label=say!(words, "portfolio-visit")>{visit(words, view, row)}</td>
        </tr>
    }
    .into_any()
}

fn quiet(words: String) -> AnyView {
    view! { <span class="quiet">{words}</span> }.into_any()
}

/// Each light once, with how many projects have it, the most alarming first.
fn lights(words: &Words, lights: &[Light]) -> AnyView {
    if lights.is_empty() {
        return quiet(say!(words, "portfolio-no-projects"));
    }
    let shown = Light::ALL.iter().rev().filter_map(|light| {
        let n = i64::try_from(lights.iter().filter(|other| *other == light).count()).unwrap_or(i64::MAX);
        let (class, said) = match light {
            Light::Late => ("status late", say!(words, "portfolio-late", n = n)),
            Light::AtRisk => ("status at-risk", say!(words, "portfolio-at-risk", n = n)),
            Light::OnTrack => ("status on-track", say!(words, "portfolio-on-track", n = n)),
            Light::Done => ("status done", say!(words, "portfolio-done", n = n)),
        };
        (n > 0).then(|| view! { <span class=class>{said}</span> })
    });
    view! { <span class="lights">{shown.collect_view()}</span> }.into_any()
}

fn waits(words: &Words, view: &PortfolioView, row: &PortfolioRow) -> AnyView {
    let Some(since) = row.waiting_since else { return quiet(say!(words, "portfolio-waits-nothing")) };
    let class = match words.days_since(since, view.now) {
        TOO_LONG.. => "age too-long",
        LONG.. => "age long",
        _ => "age",
    };
    let more = (row.waiting > 1)
        .then(|| view! { " " <span class="quiet more">{say!(words, "portfolio-waits-count", n = row.waiting)}</span> });
    view! { <span class=class>{words.age(since, view.now)}</span>{more} }.into_any()
}

fn promise(words: &Words, view: &PortfolioView, row: &PortfolioRow) -> AnyView {
    let Some(day) = row.next_promise else { return quiet(say!(words, "portfolio-promise-none")) };
    let said = words.day(day, view.today);
    if day < view.today {
        return view! { <span class="age too-long">{say!(words, "portfolio-promise-passed", day = said)}</span> }.into_any();
    }
    view! { <time datetime=day.to_string()>{said}</time> }.into_any()
}

fn open(words: &Words, row: &PortfolioRow) -> AnyView {
    let Some(sum) = row.open else { return quiet(say!(words, "portfolio-open-none")) };
    let sum = words.money(sum.minor(), sum.currency().decimals(), sum.currency().code());
    let others = (row.other_currencies > 0).then(|| {
        view! { " " <span class="quiet more">{say!(words, "portfolio-open-others", n = row.other_currencies)}</span> }
    });
    view! { <span class="nowrap">{sum}</span>{others} }.into_any()
}

fn visit(words: &Words, view: &PortfolioView, row: &PortfolioRow) -> AnyView {
    let Some(at) = row.last_visit_at else { return quiet(say!(words, "portfolio-visit-never")) };
    let day = words.day_of(at);
    let said = if day == view.today { say!(words, "age-today") } else { words.day(day, view.today) };
    view! { <time datetime=day.to_string()>{said}</time> }.into_any()
}

fn pager(words: &Words, asked: &PortfolioQuery, view: &PortfolioView) -> Option<AnyView> {
    (view.before.is_some() || view.after.is_some()).then(|| {
        let first = view.preceding + 1;
        let last = view.preceding + i64::try_from(view.rows.len()).unwrap_or(i64::MAX);
        let before = view
            .before
            .as_ref()
            .map(|key| view! { <a class="button" href=asked.before(key) rel="prev">{say!(words, "portfolio-before")}</a> });
        let after = view
            .after
            .as_ref()
            .map(|key| view! { <a class="button" href=asked.after(key) rel="next">{say!(words, "portfolio-after")}</a> });
        view! {
            <nav class="pager sheet-foot" aria-label=say!(words, "portfolio-pages")>
                <span class="quiet">{say!(words, "portfolio-range", first = first, last = last, n = view.total)}</span>
                {before}{after}
            </nav>
        }
        .into_any()
    })
}
