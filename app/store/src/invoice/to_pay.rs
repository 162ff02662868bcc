//! The invoice that is to be paid first of all: the newest one that is open, with where to pay it.

use super::{DUE, attribute};
use crate::{Result, access::MoneyScope, bulk_insert::Value, engine::Statement, row::Columns};
use coplan_domain::{
    id::InvoiceId,
    invoice::InvoiceKind,
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
    /// BT-27.
    pub payee: String,
    /// BT-84, the first of its accounts.
    pub account: Option<String>,
    /// BT-83.
    pub reference: Option<String>,
}

/// For the newest invoice of this customer of which something is to be paid.
pub(crate) fn ask_to_pay(scope: MoneyScope) -> Statement {
    let sql = format!(
        "select o.*, a.value as account
         from (select i.id, i.number, i.kind, i.sign, i.due_on, i.currency, i.seller_name, i.payment_reference, i.issued_on,
             i.brought_in_at, {DUE}
               - cast(coalesce((select sum(y.amount) from payment y where y.invoice_id = i.id), 0) as bigint) as open
           from invoice i where i.customer_id = $1) o
         left join invoice_mention a on a.invoice_id = o.id and a.kind = '{}' and a.position =
           (select min(b.position) from invoice_mention b where b.invoice_id = o.id and b.kind = a.kind)
         where o.open > 0 order by o.issued_on desc, o.brought_in_at desc, o.id desc limit 1",
        attribute::ACCOUNT
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
        payee: row.text("seller_name")?,
        account: row.maybe_text("account")?,
        reference: row.maybe_text("payment_reference")?,
    }))
}
