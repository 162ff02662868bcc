//! Which invoices were replaced: a corrected invoice (384) takes the place of the one that it names, whichever comes first.

use crate::{Change, Result};
use coplan_domain::id::CustomerId;

/// The corrected invoice of the same seller that names the row of `invoice`. One whose sums are negative is only the
/// difference and replaces nothing.
const REPLACEMENT: &str = "select min(n.id) from invoice n join invoice_mention m on m.invoice_id = n.id and m.kind = 'preceding'
       where n.customer_id = invoice.customer_id and n.kind = '384' and n.sign = invoice.sign and n.gross_sum >= 0
         and n.seller_id = invoice.seller_id and n.id <> invoice.id and m.value = invoice.number
         and (m.detail is null or substr(m.detail, 1, 4) = substr(invoice.issued_on, 1, 4))";

/// Writes anew which of the customer's invoices were replaced.
pub(super) async fn refresh(change: &mut Change, customer: CustomerId) -> Result<()> {
    let sql = format!(
        "update invoice set replaced_by = ({REPLACEMENT}) where customer_id = $1 and number in (
           select m.value from invoice n join invoice_mention m on m.invoice_id = n.id and m.kind = 'preceding'
           where n.customer_id = $1 and n.kind = '384')"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(customer.to_string()).execute(&mut **change).await?;
    Ok(())
}
