//! What the lines of an invoice are made of.

use super::insert::written;
use crate::{Conn, Result, bulk_insert::Value, row::Columns};
use coplan_domain::{
    id::{InvoiceId, LineId},
    invoice::SubLine,
    money::{Currency, Money},
};
use std::collections::BTreeMap;

pub(super) const COLUMNS: [&str; 9] =
    ["line_id", "position", "invoice_id", "depth", "line_number", "name", "quantity", "unit", "net"];

pub(super) fn row(invoice: InvoiceId, line: LineId, position: i64, part: &SubLine) -> [Value; 9] {
    [
        Value::text(line),
        position.into(),
        Value::text(invoice),
        part.depth.into(),
        Value::maybe(part.id.as_ref()),
        Value::text(&part.name),
        written(part.quantity.as_ref()),
        Value::maybe(part.unit.as_ref()),
        Value::Int(part.net.map(Money::minor)),
    ]
}

/// Those of an invoice, by line.
pub(super) async fn list(conn: &mut Conn, id: InvoiceId, currency: Currency) -> Result<BTreeMap<LineId, Vec<SubLine>>> {
    let rows = sqlx::query(
        "select line_id, depth, line_number, name, quantity, unit, net from invoice_sub_line
         where invoice_id = $1 order by line_id, position",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let mut parts = BTreeMap::<LineId, Vec<SubLine>>::new();
    for row in rows {
        parts.entry(row.parse("line_id")?).or_default().push(SubLine {
            depth: row.int("depth")?,
            id: row.maybe_text("line_number")?,
            name: row.text("name")?,
            quantity: row.maybe("quantity")?,
            unit: row.maybe_text("unit")?,
            net: row.maybe_int("net")?.map(|minor| Money::from_minor(minor, currency)),
        });
    }
    Ok(parts)
}
