//! Addresses of invoices.

use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId, PaymentId},
    thread::About,
};
use serde::Deserialize;

routes! {
    /// A customer's invoices.
    list(customer: CustomerId) = "/c/{customer}/invoices";
    /// One of them.
    show(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}";
    /// Its file as it came.
    original(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/original", part;
    /// The code by which a bank's app pays it.
    pay_code(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/pay.svg", part;
    /// Withdraws it.
    withdraw(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/take-back" for staff;
    /// Asks about it or about one of its lines.
    ask(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/questions";
    /// Approves it for payment, or objects.
    decide(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/approval";
    /// Records a payment.
    record_payment(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/payments" for staff;
    /// Withdraws a payment.
    withdraw_payment(customer: CustomerId, invoice: InvoiceId, payment: PaymentId)
        = "/c/{customer}/invoices/{invoice}/payments/{payment}/take-back" for staff;
}

/// The payments on its page.
#[must_use]
pub fn payments(customer: CustomerId, invoice: InvoiceId) -> String {
    format!("{}#h-payments", show(customer, invoice))
}

/// What the customer decided of it, on its page.
#[must_use]
pub fn approval(customer: CustomerId, invoice: InvoiceId) -> String {
    format!("{}#h-approval", show(customer, invoice))
}

/// Asks about this part of it.
#[must_use]
pub fn ask_about(customer: CustomerId, invoice: InvoiceId, about: About) -> String {
    format!("{}?about={about}", ask(customer, invoice))
}

/// Where a page of an invoice's lines begins: how many lines are before it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LinesQuery {
    /// A number; nonsense is the beginning.
    from: String,
}

impl LinesQuery {
    /// How many lines are before the page.
    #[must_use]
    pub fn from(&self) -> usize {
        self.from.parse().unwrap_or(0)
    }
}

/// The page of its lines with so many before it.
#[must_use]
pub fn lines_from(customer: CustomerId, invoice: InvoiceId, from: usize) -> String {
    format!("{}?from={from}#h-lines", show(customer, invoice))
}

/// One of its lines there.
#[must_use]
pub fn line(customer: CustomerId, invoice: InvoiceId, line: LineId) -> String {
    format!("{}#line-{line}", show(customer, invoice))
}
