//! Invoices and credit notes as EN 16931 means them: header, lines, adjustments, VAT groups, totals.

mod adjustment;
mod attachment;
pub mod check;
mod finer;
mod kind;
mod line;
mod party;
mod payment;
mod series;
mod settlement;
mod totals;
mod vat;

pub use adjustment::{Adjustment, AdjustmentKind};
pub use attachment::Attachment;
pub use finer::FinerAmount;
pub use kind::InvoiceKind;
pub use line::{InvoiceLine, Price, SubLine};
pub use party::{Identifier, Party};
pub use payment::{Payee, Payment, PaymentMeans};
pub use settlement::{Settlement, SettlementKind};
pub use totals::Totals;
pub use vat::{Vat, VatBreakdown};

use crate::money::{Currency, Money};
use jiff::civil::Date;

/// An invoice or a credit note with every amount as its sender stated it. That it could be read says nothing
/// about whether its sums are right: see [`check`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// BT-1, unique for its seller.
    pub number: String,
    /// BT-3.
    pub kind: InvoiceKind,
    /// BT-2.
    pub issued_on: Date,
    /// BT-9.
    pub due_on: Option<Date>,
    /// BT-7, the day that decides the rate of VAT where it is not the day of issue.
    pub tax_point_on: Option<Date>,
    /// BT-72.
    pub delivered_on: Option<Date>,
    /// BT-70 and BG-15, where it was delivered to, in one line.
    pub delivery_place: Option<String>,
    /// BG-14, what the whole invoice covers.
    pub period: Period,
    /// BT-5, the currency of every amount in it.
    pub currency: Currency,
    /// BT-22, in their order.
    pub notes: Vec<String>,
    /// What the invoice refers to.
    pub references: References,
    /// BG-4.
    pub seller: Party,
    /// BG-7.
    pub buyer: Party,
    /// How it is to be paid.
    pub payment: Payment,
    /// BG-20 and BG-21: what is taken off or put on the invoice as a whole.
    pub adjustments: Vec<Adjustment>,
    /// BG-25, at least one.
    pub lines: Vec<InvoiceLine>,
    /// BG-23, one row per category and rate of VAT.
    pub vat_breakdown: Vec<VatBreakdown>,
    /// BG-22.
    pub totals: Totals,
    /// What changes the sum to pay beside the totals.
    pub settlements: Vec<Settlement>,
    /// The amounts that were written finer than the currency allows, in their order.
    pub finer: Vec<FinerAmount>,
    /// BG-24, what comes with it.
    pub attachments: Vec<Attachment>,
}

impl Invoice {
    /// Whether it is a credit note whose amounts are negative already: what it gives back is what it states.
    #[must_use]
    pub const fn is_negative_credit(&self) -> bool {
        self.kind.is_credit() && self.totals.with_vat.minor() < 0
    }

    /// What it asks for; negative where it gives back.
    #[must_use]
    pub fn owed(&self) -> Money {
        let payable = self.totals.payable;
        if self.kind.is_credit() && !self.is_negative_credit() {
            return payable.checked_neg().unwrap_or(payable);
        }
        payable
    }
}

/// A note without the code of its subject (BT-21, UNTDID 4451), which some write before it, as in `#AAI#General`.
#[must_use]
pub fn note_text(note: &str) -> &str {
    let coded = note.strip_prefix('#').and_then(|rest| rest.split_once('#'));
    match coded {
        Some((code, text)) if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => text.trim_start(),
        _ => note,
    }
}

/// A stretch of days, both ends included; either end may be open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// BT-73 or BT-134.
    pub from: Option<Date>,
    /// BT-74 or BT-135.
    pub to: Option<Date>,
}

/// What an invoice refers to, in the words of both parties' systems.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    /// BT-10, by which the buyer finds who it is for.
    pub buyer: Option<String>,
    /// BT-11.
    pub project: Option<String>,
    /// BT-12.
    pub contract: Option<String>,
    /// BT-13, the buyer's order.
    pub order: Option<String>,
    /// BT-14, the seller's own number for that order.
    pub sales_order: Option<String>,
    /// BT-18, the object that is billed, such as a meter or a subscription.
    pub object: Option<String>,
    /// BT-19, where the buyer books it.
    pub accounting: Option<String>,
    /// BG-3, the invoices that this one corrects or credits.
    pub preceding: Vec<PrecedingInvoice>,
}

/// An earlier invoice of the same seller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrecedingInvoice {
    /// BT-25.
    pub number: String,
    /// BT-26.
    pub issued_on: Option<Date>,
}
