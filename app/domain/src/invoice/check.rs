//! Whether an invoice's sums are right, rule by rule and to the cent; never whether it may be taken in.

mod adjustments;
mod finding;
mod finer;
mod lines;
mod totals;
mod vat;

pub use finding::{Addend, Cause, Finding, Part, Place, Rule, Sign, Verdict, Working};

use super::Invoice;

/// The version of these rules; raised where an invoice can come to another verdict by them than before.
pub const RULES: i64 = 2;

/// Does every sum of the invoice again, each from the amounts that the invoice itself states, so that one wrong
/// line does not make every total after it look wrong. Findings come in the order of calculation: lines, totals of
/// the document, VAT; those that agree are among them, with the sum behind each. Last comes what is written otherwise than
/// its kind or its currency has it.
#[must_use]
pub fn check(invoice: &Invoice) -> Vec<Finding> {
    let mut findings = adjustments::on_lines(invoice);
    findings.extend(lines::nets(invoice));
    findings.extend(adjustments::on_document(invoice));
    findings.extend(totals::before_vat(invoice));
    findings.extend(vat::groups(invoice));
    findings.extend(totals::with_vat(invoice));
    findings.extend(totals::credit_sign(invoice));
    findings.extend(finer::amounts(invoice));
    finer::allow_for(invoice, &mut findings);
    findings
}

/// The least favourable verdict among the findings: what the invoice as a whole can be said to be.
#[must_use]
pub fn overall(findings: &[Finding]) -> Verdict {
    findings.iter().map(|finding| finding.verdict).max().unwrap_or(Verdict::Agrees)
}

#[cfg(test)]
mod tests;
