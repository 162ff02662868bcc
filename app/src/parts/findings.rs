//! What the check found, rule by rule and in plain words.

use super::{
    sums::{self, behind, sum},
    terms, units,
};
use crate::{say, words::Words};
use coplan_domain::invoice::check::{Cause, Finding, Place, Rule, Verdict, Working};
use leptos::prelude::*;

/// The badge of an invoice as a whole.
#[must_use]
pub fn badge(words: &Words, overall: Verdict) -> AnyView {
    let (class, said) = match overall {
        Verdict::Agrees => ("badge good", say!(words, "verdict-all-agree")),
        Verdict::WithinTolerance => ("badge warn", say!(words, "verdict-all-rounding")),
        Verdict::Differs => ("badge warn", say!(words, "verdict-all-differ")),
        Verdict::NotComputable => ("badge warn", say!(words, "verdict-all-unknown")),
    };
    view! { <p class=class>{said}</p> }.into_any()
}

/// How one sum compares, as word and shape.
#[must_use]
pub fn status(words: &Words, finding: &Finding) -> AnyView {
    let off = || {
        finding
            .difference()
            .map_or_else(|| say!(words, "verdict-unknown"), |by| say!(words, "verdict-off", sum = off_by(words, by)))
    };
    let (class, said) = match finding.verdict {
        Verdict::Agrees => ("status good", say!(words, "verdict-agrees")),
        _ if finding.rule == Rule::Decimals => ("status warn", say!(words, "verdict-rounded")),
        Verdict::WithinTolerance => ("status warn", off()),
        Verdict::Differs => ("status bad", off()),
        Verdict::NotComputable => ("status warn", say!(words, "verdict-unknown")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

fn off_by(words: &Words, difference: coplan_domain::money::Money) -> String {
    sums::bare(words, difference.checked_neg().ok().filter(|positive| positive.minor() > 0).unwrap_or(difference))
}

/// Findings, rates and the like that are shown of one invoice. Thousands of them are nothing that anybody reads.
pub const SHOWN: usize = 200;

/// That there are more than are shown, where there are.
#[must_use]
pub fn more(words: &Words, count: usize) -> Option<AnyView> {
    let more = i64::try_from(count.saturating_sub(SHOWN)).unwrap_or(i64::MAX);
    (more > 0).then(|| view! { <p class="quiet">{say!(words, "invoice-more", count = more)}</p> }.into_any())
}

/// Findings as a list.
pub fn list<'f>(words: &Words, findings: impl IntoIterator<Item = &'f Finding>) -> AnyView {
    let items = findings.into_iter().map(|finding| item(words, finding)).collect_view();
    view! { <ul class="findings">{items}</ul> }.into_any()
}

/// What a rule asks, how it comes out and why, as plain sentences.
#[must_use]
pub fn sentence(words: &Words, finding: &Finding) -> String {
    let sentences = [Some(rule(words, finding)), comparison(words, finding), finding.cause.map(|cause| why(words, cause))];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn item(words: &Words, finding: &Finding) -> AnyView {
    view! {
        <li class="finding">
            {status(words, finding)}
            <span>{sentence(words, finding)}" "<span class="code">{finding.code()}</span></span>
            <span class="num">{sum(words, finding.stated)}</span>
        </li>
    }
    .into_any()
}

/// What is stated and what comes out, with how; none where both are the same.
fn comparison(words: &Words, finding: &Finding) -> Option<String> {
    if finding.verdict == Verdict::Agrees || finding.rule == Rule::Decimals {
        return None;
    }
    let stated = sums::bare(words, finding.stated);
    let Some(computed) = finding.computed else { return Some(unknown(words, &finding.working)) };
    let computed = sums::bare(words, computed);
    Some(match behind(words, &finding.working) {
        Some(working) if working != computed => {
            say!(words, "finding-differs-by", working = working, computed = computed, stated = stated)
        }
        _ => say!(words, "finding-differs", computed = computed, stated = stated),
    })
}

/// Why it cannot be told what comes out.
fn unknown(words: &Words, working: &Working) -> String {
    let Working::OtherUnits { quantity, unit, base_quantity, base_unit } = working else { return say!(words, "finding-unknown") };
    let counted = units::quantity(words, quantity, Some(unit));
    let priced = units::quantity(words, base_quantity, Some(base_unit));
    say!(words, "finding-other-units", counted = counted, priced = priced)
}

/// What a rule asks, of this place.
fn rule(words: &Words, finding: &Finding) -> String {
    match (&finding.rule, &finding.place) {
        (Rule::LineNet, Place::Line { id, .. }) => say!(words, "rule-line-net", line = id.clone()),
        (Rule::LineNet, _) => say!(words, "rule-line-net-any"),
        (Rule::AdjustmentAmount, Place::Adjustment { line: Some((_, id)), .. }) => {
            say!(words, "rule-adjustment-of-line", line = id.clone())
        }
        (Rule::AdjustmentAmount, _) => say!(words, "rule-adjustment"),
        (Rule::LinesTotal, _) => say!(words, "rule-lines-total"),
        (Rule::AllowancesTotal, _) => say!(words, "rule-allowances-total"),
        (Rule::ChargesTotal, _) => say!(words, "rule-charges-total"),
        (Rule::TotalWithoutVat, _) => say!(words, "rule-without-vat"),
        (Rule::VatBase, Place::VatGroup(vat)) => say!(words, "rule-vat-base", rate = sums::vat(words, vat)),
        (Rule::VatBase, _) => say!(words, "rule-vat-base-any"),
        (Rule::VatAmount, Place::VatGroup(vat)) => say!(words, "rule-vat-amount", rate = sums::vat(words, vat)),
        (Rule::VatAmount, _) => say!(words, "rule-vat-amount-any"),
        (Rule::VatTotal, _) => say!(words, "rule-vat-total"),
        (Rule::TotalWithVat, _) => say!(words, "rule-with-vat"),
        (Rule::Decimals, Place::Amount { term, line }) => {
            let written = behind(words, &finding.working).unwrap_or_default();
            say!(words, "rule-decimals", place = terms::place(words, term, line.as_deref()), written = written)
        }
        (Rule::Decimals, _) => say!(words, "rule-decimals-any"),
        (Rule::CreditSign, _) => say!(words, "rule-credit-sign"),
        (Rule::Payable, _) => say!(words, "rule-payable"),
    }
}

fn why(words: &Words, cause: Cause) -> String {
    match cause {
        Cause::SignReversed => say!(words, "cause-sign-reversed"),
        Cause::QuantityLeftOut => say!(words, "cause-quantity-left-out"),
        Cause::CutOff => say!(words, "cause-cut-off"),
        Cause::LinesAddedUnrounded => say!(words, "cause-lines-added-unrounded"),
        Cause::VatRoundedPerLine => say!(words, "cause-vat-rounded-per-line"),
    }
}
