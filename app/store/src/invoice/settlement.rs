//! What is settled together with an invoice, and which of its amounts were written finer than the currency.

use super::insert::NewInvoice;
use crate::{
    Change, Conn, Result,
    bulk_insert::{self, Value},
    row::Columns,
};
use coplan_domain::{
    id::InvoiceId,
    invoice::{FinerAmount, Settlement, SettlementKind},
    money::{Currency, Money},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

pub(super) async fn insert(change: &mut Change, all: &[(NewInvoice<'_>, Timestamp)]) -> Result<()> {
    let settlements = all.iter().flat_map(|(new, _)| {
        (0_i64..).zip(&new.invoice.settlements).map(|(position, one)| {
            let kind = match one.kind {
                SettlementKind::ThirdParty => "third_party",
                SettlementKind::Withheld => "withheld",
            };
            [
                Value::text(new.id),
                position.into(),
                Value::text(kind),
                Value::maybe(one.label.as_ref()),
                Value::Int(one.base.map(Money::minor)),
                Value::maybe(one.percent.as_ref()),
                one.amount.minor().into(),
            ]
        })
    });
    let columns = ["invoice_id", "position", "kind", "label", "base", "percent", "amount"];
    bulk_insert::insert(change, "invoice_settlement", columns, settlements.collect()).await?;
    let finer = all.iter().flat_map(|(new, _)| {
        (0_i64..).zip(&new.invoice.finer).map(|(position, one)| {
            let (term, line) = (Value::text(&one.term), Value::maybe(one.line.as_ref()));
            [Value::text(new.id), position.into(), term, line, Value::text(&one.written), one.rounded.minor().into()]
        })
    });
    let columns = ["invoice_id", "position", "term", "line_number", "written", "rounded"];
    bulk_insert::insert(change, "invoice_finer_amount", columns, finer.collect()).await
}

pub(super) async fn list(conn: &mut Conn, id: InvoiceId, currency: Currency) -> Result<Vec<Settlement>> {
    let rows =
        sqlx::query("select kind, label, base, percent, amount from invoice_settlement where invoice_id = $1 order by position")
            .bind(id.to_string())
            .fetch_all(conn)
            .await?;
    let one = |row: &AnyRow| {
        Ok(Settlement {
            kind: if row.text("kind")? == "withheld" { SettlementKind::Withheld } else { SettlementKind::ThirdParty },
            label: row.maybe_text("label")?,
            base: row.maybe_int("base")?.map(|minor| Money::from_minor(minor, currency)),
            percent: row.maybe("percent")?,
            amount: Money::from_minor(row.int("amount")?, currency),
        })
    };
    rows.iter().map(one).collect()
}

pub(super) async fn list_finer(conn: &mut Conn, id: InvoiceId, currency: Currency) -> Result<Vec<FinerAmount>> {
    let rows = sqlx::query(
        "select term, line_number, written, rounded from invoice_finer_amount where invoice_id = $1 order by position",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let one = |row: &AnyRow| {
        Ok(FinerAmount {
            term: row.text("term")?,
            line: row.maybe_text("line_number")?,
            written: row.parse("written")?,
            rounded: Money::from_minor(row.int("rounded")?, currency),
        })
    };
    rows.iter().map(one).collect()
}
