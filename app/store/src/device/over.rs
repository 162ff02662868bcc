//! Devices that are over, for whoever has heard of one too late to end it.

use super::read;
use crate::{Conn, Result, row::Columns};
use coplan_domain::{
    id::PersonId,
    person::{Device, DeviceEnd},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// A device that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// The device.
    pub device: Device,
    /// When it was ended, or its time ran out.
    pub at: Timestamp,
    /// What ended it; none where its time ran out.
    pub why: Option<DeviceEnd>,
}

/// The devices of a person that are over since a moment, the last one first. A browser that has come in anew is told
/// once, by the last device that it was.
pub async fn list_over(conn: &mut Conn, person: PersonId, since: Timestamp, now: Timestamp) -> Result<Vec<Over>> {
    let rows = sqlx::query(
        "select d.id, d.label, d.created_at, d.seen_at, coalesce(d.ended_at, d.ends_at) as at, d.ended_why from device d
         where d.person_id = $1 and coalesce(d.ended_at, d.ends_at) > $2 and coalesce(d.ended_at, d.ends_at) <= $3
           and (d.ended_at is null or d.ended_why is not null)
           and not exists (select 1 from device n where n.browser = d.browser and n.id > d.id)
         order by at desc, d.id desc limit 50",
    )
    .bind(person.to_string())
    .bind(since.as_millisecond())
    .bind(now.as_millisecond())
    .fetch_all(conn)
    .await?;
    let over = |row: &AnyRow| Ok(Over { device: read(row)?, at: row.time("at")?, why: row.maybe("ended_why")? });
    rows.iter().map(over).collect()
}
