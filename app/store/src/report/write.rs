//! Drafting a report, freezing it, agreeing to it.

use crate::{
    Change, Result,
    access::{CustomerWrite, PlanWrite, ReportApprovalWrite, WriteProof},
};
use coplan_domain::{id::ReportId, person::Side, report::ReportSpan};

/// Keeps a draft; false where there is one of these days or of this id.
pub async fn insert(change: &mut Change, write: &PlanWrite, id: ReportId, span: ReportSpan, words: &str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into report (id, customer_id, span, first_day, last_day, words, version, drafted_by, drafted_at)
         values ($1, $2, $3, $4, $5, $6, 1, $7, $8) on conflict do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(span.to_string())
    .bind(span.first.to_string())
    .bind(span.last.to_string())
    .bind(words)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps other words of a draft; false where it is another version by now or was published.
pub async fn update_words(change: &mut Change, write: &PlanWrite, id: ReportId, version: i64, words: &str) -> Result<bool> {
    let done = sqlx::query(
        "update report set words = $4, version = version + 1
         where id = $1 and customer_id = $2 and version = $3 and published_at is null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .bind(words)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a draft; what was published stays.
pub async fn remove(change: &mut Change, write: &PlanWrite, id: ReportId) -> Result<()> {
    sqlx::query("delete from report where id = $1 and customer_id = $2 and published_at is null")
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Keeps what a report says for ever, to which the supplier agrees by that; false where it was published or is another version
/// by now.
pub async fn publish(
    change: &mut Change,
    write: &PlanWrite,
    id: ReportId,
    version: i64,
    (body, hash): (&str, &str),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update report set published_at = $4, published_by = $5, body = $6, hash = $7
         where id = $1 and customer_id = $2 and version = $3 and published_at is null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .bind(now)
    .bind(write.person().to_string())
    .bind(body)
    .bind(hash)
    .execute(write.on(change)?)
    .await?;
    let is_done = done.rows_affected() == 1;
    if is_done {
        insert_approval(change, write, id, Side::Supplier).await?;
    }
    Ok(is_done)
}

/// Agrees to a published report for the customer; false where it has.
pub async fn approve(change: &mut Change, write: &ReportApprovalWrite, id: ReportId) -> Result<bool> {
    let done = insert_approval(change, write, id, Side::Customer).await?;
    Ok(done)
}

async fn insert_approval(change: &mut Change, write: &impl CustomerWrite, id: ReportId, side: Side) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into report_approval (report_id, side, hash, person_id, approved_at)
         select o.id, $3, o.hash, $4, $5 from report o where o.id = $1 and o.customer_id = $2 and o.published_at is not null
         on conflict (report_id, side) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(side.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
