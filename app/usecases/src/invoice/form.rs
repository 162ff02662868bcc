//! The form of a payment.

use crate::form::{Choice, Problem, day, form, line, one_of, tick};
use coplan_domain::{
    id::{ApprovalId, PaymentId},
    question::ApprovalDecision,
    text::Line,
};
use jiff::civil::Date;

form! {
    _ {
        /// How much, in the currency of the invoice; never negative, of a credit note what was given back.
        amount: String = line("payment-amount"),
        /// The day it was paid.
        paid_on: Date = day("payment-day").beside(),
    }

    /// A payment as it was typed.
    new PaymentForm { id: PaymentId } + {
        /// Whether it was said that more than is open was paid.
        more_than_open: bool = tick("payment-more-than-open").hint("payment-more-than-open-hint"),
    }
}

const DECISIONS: &[Choice] = &[
    Choice::new(ApprovalDecision::Approved.as_str(), "approval-approve"),
    Choice::new(ApprovalDecision::Objected.as_str(), "approval-object"),
];

form! {
    /// What somebody of the customer decides of an invoice.
    ReadApproval {
        /// Whether it may be paid.
        decision: ApprovalDecision = one_of("approval-decision", DECISIONS),
        /// What the customer calls the purchase.
        reference: Option<Line> = line("approval-reference").hint("approval-reference-hint"),
        /// Why; needed where it objects.
        reason: Option<Line> = line("approval-reason").hint("approval-reason-hint"),
    } => |problems| {
        if decision == Some(ApprovalDecision::Objected) && reason == Some(None) {
            problems.add("reason", Problem::Empty);
        }
    }

    /// A decision as it was typed.
    keyed ApprovalForm {
        /// Made when the form is drawn, so that a second click decides once.
        key id: ApprovalId,
        /// The newest decision when the form was drawn; empty where there was none.
        carried seen: String,
    }
}

impl ApprovalForm {
    /// An empty form, after this decision: nothing is approved by a press that chose nothing.
    #[must_use]
    pub fn suggested(id: ApprovalId, seen: Option<ApprovalId>) -> Self {
        let seen = seen.map(|seen| seen.to_string()).unwrap_or_default();
        Self { id, seen, decision: String::new(), reference: String::new(), reason: String::new() }
    }
}
