//! Addresses of what the bank tells.

use coplan_domain::id::{BankStatementId, BankTransactionId};

routes! {
    /// Takes a file of payments in, and shows what waits for somebody to say what it is for.
    show() = "/invoices/payments" for staff;
    /// Records what has become clear of what waits.
    match_waiting() = "/invoices/payments/match" for staff;
    /// What became of an imported file.
    statement(statement: BankStatementId) = "/invoices/payments/{statement}" for staff;
    /// Undoes its import.
    undo(statement: BankStatementId) = "/invoices/payments/{statement}/undo" for staff;
    /// Says which invoices a payment is for.
    record(transaction: BankTransactionId) = "/invoices/payments/received/{transaction}/record" for staff;
    /// Says that it is for none, or that it waits again.
    dismiss(transaction: BankTransactionId) = "/invoices/payments/received/{transaction}/dismiss" for staff;
}

/// What waits, after a file was imported.
#[must_use]
pub fn after(statement: BankStatementId) -> String {
    format!("{}?imported={statement}", show())
}
