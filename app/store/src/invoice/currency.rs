//! In what a customer is billed.

use crate::{Conn, Result, access::MoneyScope, row::Columns};
use coplan_domain::money::Currency;

/// The currency of the customer's newest invoice; the euro before the first one.
pub async fn find_currency(conn: &mut Conn, scope: MoneyScope) -> Result<Currency> {
    let row = sqlx::query("select currency from invoice where customer_id = $1 order by issued_on desc, id desc limit 1")
        .bind(scope.customer().to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|row| row.parse("currency")).transpose()?.unwrap_or(Currency::EUR))
}
