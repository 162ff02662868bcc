//! Addresses of invoices, and of importing them.

use coplan_domain::id::{CustomerId, InvoiceId, LineId, PaymentId, UploadId};

routes! {
    /// Imports files.
    import() = "/invoices/new" for staff;
    /// Saves the imported files.
    keep() = "/invoices/new/keep" for staff;
    /// Discards all files that wait.
    discard_all() = "/invoices/new/throw-away" for staff;
    /// Discards one of them.
    discard(upload: UploadId) = "/invoices/new/{upload}/leave-out" for staff;
    /// A customer's invoices.
    list(customer: CustomerId) = "/c/{customer}/invoices";
    /// One of them.
    show(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}";
    /// Its file as it came.
    original(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/original", part;
    /// Withdraws it.
    withdraw(customer: CustomerId, invoice: InvoiceId) = "/c/{customer}/invoices/{invoice}/take-back" for staff;
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

/// One of its lines there.
#[must_use]
pub fn line(customer: CustomerId, invoice: InvoiceId, line: LineId) -> String {
    format!("{}#line-{line}", show(customer, invoice))
}
