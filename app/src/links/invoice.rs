//! Addresses of invoices.

use super::query;
use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId, PaymentId},
    thread::About,
};
use coplan_usecases::{
    Turn,
    invoice::{InvoiceKey, InvoicesAsked, Which},
};
use jiff::civil::Date;
use serde::Deserialize;

routes! {
    /// A customer's invoices.
    list(customer: CustomerId) = "/c/{customer}/invoices";
    /// The lines of those of some days, as a table.
    lines_within(customer: CustomerId) = "/c/{customer}/invoices/lines.csv", part;
    /// The files of those of some days, in one archive.
    originals_within(customer: CustomerId) = "/c/{customer}/invoices/originals.zip", part;
    /// The lines of one of them, as a table.
    lines_of(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/lines.csv", part;
    /// One of them.
    show(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}";
    /// Its file as it came.
    original(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/original", part;
    /// What comes with it, at this place in its list.
    attachment(customer: CustomerId, invoice: InvoiceId, place: usize)
        = "/c/{customer}/invoices/{invoice}/attachments/{place}";
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

/// Within which days; nothing and nonsense are open.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PeriodQuery {
    from: String,
    to: String,
}

impl PeriodQuery {
    /// Which documents.
    #[must_use]
    pub fn which(&self) -> Which {
        Which::Dated(self.from.parse().ok(), self.to.parse().ok())
    }
}

/// Which of them the list shows, and for how many months it is drawn what they come to; nothing and nonsense are the usual.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    months: String,
    month: String,
    after: String,
    before: String,
}

impl ListQuery {
    /// What is asked for.
    #[must_use]
    pub fn asked(&self) -> InvoicesAsked {
        InvoicesAsked {
            turn: query::turn(&self.after, &self.before),
            month: format!("{}-01", self.month).parse().ok(),
            months: self.months.parse().unwrap_or(0),
        }
    }
}

/// The list with so many months drawn.
#[must_use]
pub fn months(customer: CustomerId, months: i64) -> String {
    format!("{}?months={months}", list(customer))
}

/// The list of a month, by its first day.
#[must_use]
pub fn of_month(customer: CustomerId, month: Date) -> String {
    list_page(customer, Some(month), &Turn::First)
}

/// One page of the list, of a month only where one is given.
#[must_use]
pub fn list_page(customer: CustomerId, month: Option<Date>, turn: &Turn<InvoiceKey>) -> String {
    let month = month.map(|month| format!("{}-{:02}", month.year(), month.month())).unwrap_or_default();
    format!("{}#h-all", query::page(&list(customer), [("month", month)], turn))
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
