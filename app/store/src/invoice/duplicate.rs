//! Whether an invoice is here already: under its number, by whichever of its identifiers the seller is known.

use super::{attribute, find::seller};
use crate::{Conn, Result, access::Billing, row::Columns};
use coplan_domain::{
    id::{CustomerId, InvoiceId},
    invoice::{Identifier, Invoice, InvoiceKind},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// An invoice that is here already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceThere {
    /// Which.
    pub id: InvoiceId,
    /// Where and since when; none where the reader may not know of its customer.
    pub place: Option<InvoicePlace>,
}

/// Where an invoice is that is here already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoicePlace {
    /// Whose.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// When it was brought in.
    pub at: Timestamp,
    /// By whom; none where that was done at the console of the machine.
    pub by: Option<String>,
}

/// The document of this number in the same series of the same seller, whosever it is and whichever of its identifiers the
/// seller stated then.
pub async fn find_same(conn: &mut Conn, reader: Billing, invoice: &Invoice) -> Result<Option<InvoiceThere>> {
    let sql = format!(
        "select i.id, i.customer_id, cast(case when {} then 1 else 0 end as bigint) as is_known, i.kind, i.sign, i.issued_on, i.seller_id, i.seller_name, i.seller_trading_name, i.seller_legal_id,
           i.seller_legal_scheme, i.seller_vat_id, i.seller_endpoint, i.seller_endpoint_scheme, c.name as customer_name,
           i.brought_in_at, p.name as brought_in_by_name
         from invoice i join customer c on c.id = i.customer_id left join person p on p.id = i.brought_in_by
         where i.number = $1 order by i.brought_in_at, i.id",
        reader.within("i.customer_id")
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(&invoice.number).fetch_all(&mut *conn).await?;
    let (key, series) = (invoice.seller.key(), invoice.series());
    for row in rows {
        let id = row.parse("id")?;
        let kind = InvoiceKind::from_code(&row.text("kind")?, row.int("sign")? < 0);
        if kind.series(row.parse("issued_on")?) != series {
            continue;
        }
        // The database has one document of each number in a series under the seller's key, whatever else is stated.
        if row.text("seller_id")? == key || seller(&row, list_identifiers(conn, id).await?)?.is_same_company(&invoice.seller) {
            return read(&row, id).map(Some);
        }
    }
    Ok(None)
}

async fn list_identifiers(conn: &mut Conn, id: InvoiceId) -> Result<Vec<Identifier>> {
    let rows = sqlx::query("select value, detail from invoice_mention where invoice_id = $1 and kind = $2 order by position")
        .bind(id.to_string())
        .bind(attribute::SELLER)
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| Ok(Identifier { value: row.text("value")?, scheme: row.maybe_text("detail")? })).collect()
}

fn read(row: &AnyRow, id: InvoiceId) -> Result<InvoiceThere> {
    if row.int("is_known")? == 0 {
        return Ok(InvoiceThere { id, place: None });
    }
    let place = InvoicePlace {
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        at: row.time("brought_in_at")?,
        by: row.maybe_text("brought_in_by_name")?,
    };
    Ok(InvoiceThere { id, place: Some(place) })
}
