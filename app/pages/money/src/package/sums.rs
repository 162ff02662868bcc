//! The arithmetic of packages, in the open: what each says, what it would have cost, and how that adds up.

use coplan_app::{links, parts::sums::sum, say, words::Words};
use coplan_domain::{id::CustomerId, money::Money, package::Package};
use coplan_usecases::package::{MonthOfService, PricedPackage, ServiceView};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The picture, in units of its own.
const WIDTH: i64 = 720;
const HEIGHT: i64 = 120;
const LABELS: i64 = 22;
/// Room above the tallest bar for its volume.
const VALUES: i64 = 30;

/// A volume with its unit.
pub(super) fn volume(words: &Words, volume: Decimal, unit: &str) -> String {
    format!("{} {unit}", words.decimal(&volume.normalize().to_string()))
}

/// What a package says, in one line.
pub(super) fn terms(words: &Words, package: &Package) -> String {
    let beyond = match Money::from_decimal(package.beyond, package.price.currency()) {
        Ok(money) => sum(words, money),
        Err(_) => words.with_currency(&words.decimal(&package.beyond.normalize().to_string()), package.price.currency().code()),
    };
    let included = volume(words, package.included, &package.unit);
    say!(words, "package-terms", included = included, price = sum(words, package.price), beyond = beyond)
}

/// What each package would have cost.
pub(super) fn compared(words: &Words, service: &ServiceView) -> AnyView {
    let now = service.packages.iter().find(|one| one.is_current).map(|one| one.total);
    let rows = service.packages.iter().map(|one| {
        let mark = one.is_current.then(|| view! { " "<span class="status done">{say!(words, "package-current")}</span> });
        let difference = now.filter(|_| !one.is_current).and_then(|now| one.total.checked_sub(now).ok());
        let difference = difference.map(|difference| match difference.minor() {
            less if less < 0 => say!(words, "package-less", sum = sum(words, Money::from_minor(-less, difference.currency()))),
            0 => say!(words, "package-same"),
            _ => say!(words, "package-more", sum = sum(words, difference)),
        });
        view! {
            <tr>
                <th scope="row">{one.package.name.clone()}{mark}<span class="line-more quiet">{terms(words, &one.package)}</span></th>
                <td class="num" data-label=say!(words, "package-would-cost")>{sum(words, one.total)}</td>
                <td class="num" data-label=say!(words, "package-difference")>{difference}</td>
            </tr>
        }
    });
    view! {
        <table class="table">
            <thead><tr>
                <th scope="col">{say!(words, "package-name")}</th>
                <th scope="col" class="num">{say!(words, "package-would-cost")}</th>
                <th scope="col" class="num">{say!(words, "package-difference")}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn month_id(month: &MonthOfService) -> String {
    format!("u-{}", month.month)
}

/// What was used month by month, below a line that is what is included. It needs no colour: the figures are in the table.
pub(super) fn picture(words: &Words, service: &ServiceView) -> AnyView {
    let count = i64::try_from(service.months.len()).unwrap_or(1).max(1);
    let included = service.current().map_or(Decimal::ZERO, |current| current.included);
    let unit = service.current().map(|current| current.unit.clone()).unwrap_or_default();
    let most =
        service.months.iter().filter_map(|month| month.volume).chain([included, Decimal::ONE]).max().unwrap_or(Decimal::ONE);
    let tall = |volume: Decimal| {
        use rust_decimal::prelude::ToPrimitive;
        (volume.checked_mul(Decimal::from(HEIGHT - 4)).unwrap_or(most) / most).round().to_i64().unwrap_or(0)
    };
    let step = WIDTH / count;
    let bars = service.months.iter().zip(0_i64..).filter_map(|(month, place)| {
        let used = month.volume?;
        let (x, height) = (place * step, tall(used));
        let said = format!("{}: {}", words.month(month.month), volume(words, used, &unit));
        Some(view! {
            <a href=format!("#{}", month_id(month)) aria-label=said.clone()><title>{said.clone()}</title>
                <rect x=(x + step / 6).to_string() y=(HEIGHT - height).to_string() width=(step * 2 / 3).to_string() height=height.to_string()/>
            </a>
            <g aria-hidden="true">
                <text class="value key" x=(x + step / 2).to_string() y=(HEIGHT - height - 6).to_string()>{words.decimal(&used.normalize().to_string())}</text>
            </g>
            <text aria-hidden="true" x=(x + step / 2).to_string() y=(HEIGHT + LABELS - 6).to_string()>{words.short_month(month.month)}</text>
        })
    });
    let limit = view! {
        <text aria-hidden="true" class="value key limit" x="0" y=(HEIGHT - tall(included) - 8).to_string()>{volume(words, included, &unit)}</text>
        <rect x="0" y=(HEIGHT - tall(included) - 2).to_string() width=WIDTH.to_string() height="2"/>
    };
    let view_box = format!("0 -{VALUES} {WIDTH} {}", VALUES + HEIGHT + LABELS);
    view! { <svg class="spend" viewBox=view_box role="group" aria-label=say!(words, "package-picture")>{bars.collect_view()}{limit}</svg> }
        .into_any()
}

/// How it adds up: each month under each package.
pub(super) fn worked_out(words: &Words, service: &ServiceView) -> AnyView {
    let unit = service.current().map(|current| current.unit.clone()).unwrap_or_default();
    let heads = service.packages.iter().map(|one| view! { <th scope="col" class="num">{one.package.name.clone()}</th> });
    let rows = service.months.iter().enumerate().rev().filter_map(|(place, month)| {
        let used = month.volume?;
        let cells = service.packages.iter().map(|one| {
            let cost = one.months.get(place).copied().flatten().map(|cost| worked(words, one, used, cost));
            view! { <td class="num" data-label=one.package.name.clone()>{cost}</td> }
        });
        Some(view! {
            <tr id=month_id(month)>
                <th scope="row">{words.month(month.month)}" "{month.month.year()}</th>
                <td class="num" data-label=say!(words, "package-used")>{volume(words, used, &unit)}</td>
                {cells.collect_view()}
            </tr>
        })
    });
    view! {
        <table class="table">
            <thead><tr><th scope="col">{say!(words, "spend-month")}</th><th scope="col" class="num">{say!(words, "package-used")}</th>{heads.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// A month under a package; where more was used than is included, how many more.
fn worked(words: &Words, one: &PricedPackage, used: Decimal, cost: Money) -> String {
    let more = one.package.more_than_included(used);
    let said = sum(words, cost);
    if more.is_zero() { said } else { format!("{said} (+{})", words.decimal(&more.normalize().to_string())) }
}

/// What the supplier types: how much was used in each month.
pub(super) fn usage(
    words: &Words,
    customer: CustomerId,
    service: &ServiceView,
    typed: &[(jiff::civil::Date, String)],
    wrong: &[jiff::civil::Date],
) -> Option<AnyView> {
    let current = service.current()?;
    let fields = service.months.iter().rev().map(|month| {
        let name = format!("m.{}", month.month);
        let kept = month.volume.map(|volume| words.decimal(&volume.normalize().to_string())).unwrap_or_default();
        let value = typed.iter().find(|(known, _)| *known == month.month).map_or(kept, |(_, typed)| typed.clone());
        let is_wrong = wrong.contains(&month.month);
        let problem = is_wrong.then(|| view! { <p class="error">{say!(words, "problem-not-a-number")}</p> });
        let label = format!("{} {}", words.month(month.month), month.month.year());
        view! {
            <div class="field">
                <label for=name.clone()>{label}</label>
                {problem}
                <input class="input" id=name.clone() name=name value=value inputmode="decimal" autocomplete="off" aria-invalid=is_wrong.then_some("true")/>
            </div>
        }
    });
    let summary = say!(words, "package-usage", unit = current.unit.clone());
    let view = view! {
        <details class="more" open=!wrong.is_empty()>
            <summary>{summary}</summary>
            <form class="form" method="post" action=links::package::usage(customer, current.id)>
                {fields.collect_view()}
                <div class="actions end"><button class="button">{say!(words, "save")}</button></div>
            </form>
        </details>
    };
    Some(view.into_any())
}
