//! The invoice that is to be paid first of all: the newest one that is open, with where to pay it.

use super::{DUE, PAID, means};
use crate::{Result, access::MoneyScope, bulk_insert::Value, engine::Statement, row::Columns};
use coplan_domain::{
    id::InvoiceId,
    invoice::{InvoiceKind, PaymentMeans},
    money::{Currency, Money},
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// An invoice with what a payer needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToPay {
    /// Which.
    pub id: InvoiceId,
    /// BT-1.
    pub number: String,
    /// BT-3.
    pub kind: InvoiceKind,
    /// BT-9.
    pub due_on: Option<Date>,
    /// What of it is still open; more than nothing.
    pub open: Money,
    /// BT-59, or BT-27 where the seller itself is paid.
    pub payee: String,
    /// The first way in which it may be paid.
    pub means: PaymentMeans,
}

/// For the newest invoice of this customer of which something is to be paid.
pub(crate) fn ask_to_pay(scope: MoneyScope) -> Statement {
    let sql = format!(
        "select o.*, a.code, a.label, a.reference, a.account, a.holder, a.bank, a.mandate, a.debited_account
         from (select i.id, i.number, i.kind, i.sign, i.due_on, i.currency, coalesce(i.payee_name, i.seller_name) as payee, i.issued_on,
             i.brought_in_at, {DUE}
               - {PAID} as open
           from invoice i where i.customer_id = $1) o
         left join invoice_payment_means a on a.invoice_id = o.id and a.position =
           (select min(b.position) from invoice_payment_means b where b.invoice_id = o.id
              and coalesce(b.account, b.reference, b.mandate, b.debited_account) is not null)
         where o.open > 0 order by o.issued_on desc, o.brought_in_at desc, o.id desc limit 1"
    );
    Statement::new(sql).bind(Value::text(scope.customer()))
}

/// None where nothing is to be paid.
pub(crate) fn read_to_pay(rows: &[AnyRow]) -> Result<Option<ToPay>> {
    let Some(row) = rows.first() else { return Ok(None) };
    let currency: Currency = row.parse("currency")?;
    Ok(Some(ToPay {
        id: row.parse("id")?,
        number: row.text("number")?,
        kind: InvoiceKind::from_code(&row.text("kind")?, row.int("sign")? < 0),
        due_on: row.maybe("due_on")?,
        open: Money::from_minor(row.int("open")?, currency),
        payee: row.text("payee")?,
        means: means::read(row)?,
    }))
}
