//! Looks at a plan as one of its members, by the supplier's people: kept for the customer's access log.

use crate::{
    Affected, Change, Conn, Result,
    access::{CustomerWrite, PeopleScope, PreviewBegin, PreviewEnd, WriteProof},
    row::Columns,
};
use coplan_domain::id::{DeviceId, PreviewId};
use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;

/// Begins a look on one device, which ends by itself after a while. One that the device has still is left.
pub async fn insert(
    change: &mut Change,
    write: &PreviewBegin,
    id: PreviewId,
    device: DeviceId,
    lasts: SignedDuration,
) -> Result<()> {
    let now = change.now();
    sqlx::query("update preview set ended_at = $1 where device_id = $2 and ended_at is null and ends_at > $1")
        .bind(now.as_millisecond())
        .bind(device.to_string())
        .execute(write.on(change)?)
        .await?;
    sqlx::query(
        "insert into preview (id, customer_id, membership_id, staff_id, device_id, began_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.membership().to_string())
    .bind(write.person().to_string())
    .bind(device.to_string())
    .bind(now.as_millisecond())
    .bind((now + lasts).as_millisecond())
    .execute(write.on_affecting(change, [Affected::Person(write.person())])?)
    .await?;
    Ok(())
}

/// Leaves a look.
pub async fn end(change: &mut Change, write: &PreviewEnd) -> Result<()> {
    let now = change.now();
    sqlx::query("update preview set ended_at = $1 where id = $2 and device_id = $3 and ended_at is null")
        .bind(now.as_millisecond())
        .bind(write.preview().to_string())
        .bind(write.device().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// A look as the access log tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// Who looked.
    pub by: String,
    /// As whom.
    pub seen_as: String,
    /// Since when.
    pub began_at: Timestamp,
    /// When it was over, or is going to be.
    pub until: Timestamp,
}

/// The looks since a moment, newest first.
pub async fn list(conn: &mut Conn, scope: PeopleScope, since: Timestamp, limit: i64) -> Result<Vec<PreviewRow>> {
    let rows = sqlx::query(
        "select b.name as by_name, w.name as seen_name, v.began_at, coalesce(v.ended_at, v.ends_at) as until
         from preview v
         join person b on b.id = v.staff_id
         join membership n on n.id = v.membership_id
         join person w on w.id = n.person_id
         where v.customer_id = $1 and v.began_at >= $2 order by v.began_at desc, v.id desc limit $3 + 0",
    )
    .bind(scope.customer().to_string())
    .bind(since.as_millisecond())
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<PreviewRow> {
    Ok(PreviewRow {
        by: row.text("by_name")?,
        seen_as: row.text("seen_name")?,
        began_at: row.time("began_at")?,
        until: row.time("until")?,
    })
}
