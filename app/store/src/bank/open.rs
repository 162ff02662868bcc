//! Invoices of which something is to be paid, of all customers or of one.

use crate::{
    Conn, Result,
    access::{BankScope, MoneyScope},
    bulk_insert::Value,
    engine::Statement,
    invoice::{DUE, PAID},
    row::Columns,
};
use coplan_domain::{bank::matching::OpenInvoice, id::InvoiceId, money::Money};
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

fn open(condition: &str) -> String {
    format!(
        "select o.* from (select i.id, i.customer_id, c.name, i.buyer_name, i.number, i.currency, i.due_on, i.issued_on,
             {DUE} - {PAID} as open
           from invoice i join customer c on c.id = i.customer_id {condition}) o
         where o.open > 0 order by coalesce(o.due_on, o.issued_on), o.issued_on, o.id"
    )
}

fn read(row: &AnyRow) -> Result<OpenInvoice> {
    Ok(OpenInvoice {
        id: row.parse("id")?,
        customer: row.parse("customer_id")?,
        names: vec![row.text("name")?, row.text("buyer_name")?],
        number: row.text("number")?,
        references: Vec::new(),
        open: Money::from_minor(row.int("open")?, row.parse("currency")?),
    })
}

/// Those of all customers, the ones that are due first in front.
pub async fn list_open(conn: &mut Conn, _scope: BankScope) -> Result<Vec<OpenInvoice>> {
    let rows = Statement::new(open("")).fetch(conn).await?;
    let mut invoices: Vec<OpenInvoice> = rows.iter().map(read).collect::<Result<_>>()?;
    let means = "select m.invoice_id, m.reference from invoice_payment_means m where m.reference is not null";
    let mut references: BTreeMap<InvoiceId, Vec<String>> = BTreeMap::new();
    for row in &Statement::new(means).fetch(conn).await? {
        references.entry(row.parse("invoice_id")?).or_default().push(row.text("reference")?);
    }
    for invoice in &mut invoices {
        invoice.references = references.remove(&invoice.id).unwrap_or_default();
    }
    Ok(invoices)
}

/// One of this customer, where something of it is to be paid.
pub async fn find_open(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<Option<OpenInvoice>> {
    let statement = Statement::new(open("where i.customer_id = $1 and i.id = $2"));
    let rows = statement.bind(Value::text(scope.customer())).bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(read).transpose()
}
