//! What is taken off and put on, VAT by rate, and how the sum comes about.

use super::{lines, reasons};
use coplan_app::{
    parts::{findings, sums},
    say,
    words::Words,
};
use coplan_domain::{
    invoice::{
        Adjustment, AdjustmentKind, Settlement, SettlementKind,
        check::{Finding, Place, Rule, Verdict},
    },
    money::Money,
};
use coplan_usecases::invoice::InvoiceView;
use leptos::prelude::*;

/// Allowances and charges on the invoice as a whole, where there are any.
pub fn adjustments(words: &Words, view: &InvoiceView) -> Option<AnyView> {
    let all = &view.invoice.adjustments;
    (!all.is_empty()).then(|| {
        let rows = all.iter().take(findings::SHOWN).map(|adjustment| adjustment_row(words, adjustment)).collect_view();
        view! {
            <section class="sheet" aria-labelledby="h-adjust">
                <h2 id="h-adjust">{say!(words, "adjustments-title")}</h2>
                <dl class="totals">{rows}</dl>
                {findings::more(words, all.len())}
            </section>
        }
        .into_any()
    })
}

fn adjustment_row(words: &Words, adjustment: &Adjustment) -> AnyView {
    let which = match adjustment.kind {
        AdjustmentKind::Allowance => say!(words, "taken-off"),
        AdjustmentKind::Charge => say!(words, "put-on"),
    };
    let reason = reasons::reason(words, adjustment);
    let name = reason.map_or(which.clone(), |reason| format!("{which}: {reason}"));
    let vat = adjustment.vat.as_ref().map(|vat| say!(words, "with-vat-rate", rate = sums::vat(words, vat)));
    let behind = [lines::percentage(words, adjustment), vat].into_iter().flatten().collect::<Vec<_>>().join(". ");
    row(name, sums::sum(words, adjustment.effect().unwrap_or(adjustment.amount)), (!behind.is_empty()).then_some(behind), "")
}

fn row(name: String, amount: String, behind: Option<String>, class: &'static str) -> AnyView {
    let behind = behind.map(|behind| view! { <dd class="behind">{behind}</dd> });
    view! { <div class=class><dt>{name}</dt><dd class="num">{amount}</dd>{behind}</div> }.into_any()
}

/// VAT by category and rate.
pub fn vat(words: &Words, view: &InvoiceView) -> Option<AnyView> {
    let rows = &view.invoice.vat_breakdown;
    (!rows.is_empty()).then(|| {
        let count = rows.len();
        let rows = rows.iter().take(findings::SHOWN).map(|row| {
            let why = row.exemption_reason.clone().or_else(|| row.exemption_code.clone());
            let why = why.map(|why| view! { <span class="line-detail">{why}</span> });
            view! {
                <tr>
                    <th scope="row">{sums::vat(words, &row.vat)}{why}</th>
                    <td class="num" data-label=say!(words, "vat-on")>{sums::sum(words, row.base)}</td>
                    <td class="num" data-label=say!(words, "vat-tax")>{sums::sum(words, row.tax)}</td>
                </tr>
            }
        });
        view! {
            <section class="sheet" aria-labelledby="h-vat">
                <h2 id="h-vat">{say!(words, "vat-title")}</h2>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{say!(words, "vat-rate")}</th>
                        <th scope="col" class="num">{say!(words, "vat-on")}</th>
                        <th scope="col" class="num">{say!(words, "vat-tax")}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
                {findings::more(words, count)}
            </section>
        }
        .into_any()
    })
}

/// How the sum comes about, with the sum behind each total.
pub fn sheet(words: &Words, view: &InvoiceView) -> AnyView {
    let totals = &view.invoice.totals;
    let of = |rule| view.findings.iter().find(|finding| finding.rule == rule && finding.place == Place::Document);
    let total = |name, amount: Money, rule| row(name, sums::sum(words, amount), behind(words, of(rule)), "");
    let unless_nothing = |name, amount: Money, rule| (!amount.is_zero()).then(|| total(name, amount, rule));
    let plain = |name, amount: Money| (!amount.is_zero()).then(|| row(name, sums::sum(words, amount), None, ""));
    let taken_off = totals.allowances.checked_neg().unwrap_or(totals.allowances);
    let prepaid = totals.prepaid.checked_neg().unwrap_or(totals.prepaid);
    let own = totals.vat_in_accounting_currency.map(|vat| row(say!(words, "total-vat-own"), sums::sum(words, vat), None, ""));
    let settlements = view.invoice.settlements.iter().map(|settlement| settled(words, settlement)).collect_view();
    let status =
        (view.overall == Verdict::Agrees).then(|| view! { <span class="status good">{say!(words, "verdict-every-sum")}</span> });
    view! {
        <section class="sheet" aria-labelledby="h-totals">
            <div class="sheet-head"><h2 id="h-totals">{say!(words, "totals-title")}</h2>{status}</div>
            <dl class="totals">
                {total(say!(words, "total-lines"), totals.lines, Rule::LinesTotal)}
                {unless_nothing(say!(words, "taken-off"), taken_off, Rule::AllowancesTotal)}
                {unless_nothing(say!(words, "put-on"), totals.charges, Rule::ChargesTotal)}
                {total(say!(words, "total-without-vat"), totals.without_vat, Rule::TotalWithoutVat)}
                {row(say!(words, "vat-title"), sums::sum(words, totals.vat), vat_behind(words, view), "")}
                {own}
                {total(say!(words, "total-with-vat"), totals.with_vat, Rule::TotalWithVat)}
                {plain(say!(words, "total-prepaid"), prepaid)}
                {plain(say!(words, "total-rounding"), totals.rounding)}
                {settlements}
                {row(grand(words, view), sums::sum(words, totals.payable), behind(words, of(Rule::Payable)), "grand")}
            </dl>
            // Which rules there are is the supplier's to know; what differs is told to everybody above the lines.
            {view.internal.is_some().then(|| all(words, view))}
        </section>
    }
    .into_any()
}

/// What is settled together with the invoice, with what a tax is of.
fn settled(words: &Words, settlement: &Settlement) -> AnyView {
    let which = match settlement.kind {
        SettlementKind::ThirdParty => say!(words, "total-third-party"),
        SettlementKind::Withheld => say!(words, "total-withheld"),
    };
    let name = settlement.label.as_ref().map_or(which.clone(), |label| format!("{which}: {label}"));
    let percent = settlement.percent.as_ref().map(|percent| sums::percent(words, percent));
    let behind = match (settlement.base, percent) {
        (Some(base), Some(percent)) => Some(format!("{} × {percent}", sums::bare(words, base))),
        (_, percent) => percent,
    };
    row(name, sums::sum(words, settlement.effect().unwrap_or(settlement.amount)), behind, "")
}

/// What the last sum is called: what is still to be paid only where nothing has been paid yet.
fn grand(words: &Words, view: &InvoiceView) -> String {
    match view.open {
        _ if view.due.is_zero() && !view.owed.is_zero() => sums::not_for_payment(words, &view.invoice.kind),
        _ if view.invoice.kind.is_credit() => say!(words, "total-given-back"),
        open if open == view.owed && !open.is_zero() => say!(words, "total-payable"),
        open if open.minor() > 0 => say!(words, "total-partly", open = sums::sum(words, open)),
        _ => say!(words, "total-settled"),
    }
}

/// The sum behind a total; nothing where it is a single amount that says no more than the total.
fn behind(words: &Words, finding: Option<&Finding>) -> Option<String> {
    let finding = finding?;
    let written = sums::behind(words, &finding.working)?;
    (written != sums::bare(words, finding.stated)).then_some(written)
}

/// Each rate's tax with how it was reckoned; what comes out, not what is stated, stands behind the equals sign.
fn vat_behind(words: &Words, view: &InvoiceView) -> Option<String> {
    let taxes = view.findings.iter().filter(|finding| finding.rule == Rule::VatAmount);
    let each = taxes.filter_map(|finding| {
        let behind = sums::behind(words, &finding.working)?;
        Some(match finding.computed {
            Some(computed) if finding.verdict == Verdict::Agrees => format!("{behind} = {}", sums::bare(words, computed)),
            Some(computed) => {
                let (computed, stated) = (sums::bare(words, computed), sums::bare(words, finding.stated));
                let said = say!(words, "finding-differs-by", working = behind, computed = computed, stated = stated);
                said.trim_end_matches('.').to_owned()
            }
            None => behind,
        })
    });
    let each = each.collect::<Vec<_>>().join("; ");
    (!each.is_empty()).then_some(each)
}

fn all(words: &Words, view: &InvoiceView) -> AnyView {
    let count = i64::try_from(view.findings.len()).unwrap_or(i64::MAX);
    view! {
        <details class="more tight">
            <summary>{say!(words, "rules-looked-at", count = count)}</summary>
            {findings::list(words, view.findings.iter().take(findings::SHOWN))}
            {findings::more(words, view.findings.len())}
        </details>
    }
    .into_any()
}
