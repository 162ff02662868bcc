//! The kinds of requests: to whom each goes and what is promised of the first answer.

use crate::{
    Change, Conn, Result,
    access::{PlanScope, Staff, TemplateWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
};
use coplan_domain::{
    id::{PersonId, RequestKindId},
    service_request::{KindName, RequestKind},
};
use sqlx::any::AnyRow;

/// A kind to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKind {
    /// Its name; empty where its standard name holds.
    pub name: String,
    /// To whom it goes.
    pub staff: Option<PersonId>,
    /// Within how many working hours there is a first answer.
    pub reply_hours: Option<i64>,
}

pub(crate) fn read_name(row: &AnyRow) -> Result<KindName> {
    Ok(KindName { name: row.text("kind_name")?, standard: row.maybe("standard")? })
}

fn read(row: &AnyRow) -> Result<RequestKind> {
    Ok(RequestKind {
        id: row.parse("id")?,
        called: read_name(row)?,
        staff: row.maybe("staff_id")?.zip(row.maybe_text("staff_name")?),
        reply_hours: row.maybe_int("reply_hours")?,
        version: row.int("version")?,
    })
}

fn kinds(rest: &str) -> Statement {
    Statement::new(format!(
        "select rk.id, rk.standard, rk.name as kind_name, h.id as staff_id, h.name as staff_name, rk.reply_hours, rk.version
         from request_kind rk left join person h on h.id = rk.staff_id and h.ended_at is null
         where rk.removed_at is null {rest} order by rk.written_at, rk.id"
    ))
}

/// All kinds that can be chosen, for the supplier's people.
pub async fn list(conn: &mut Conn, _: &Staff) -> Result<Vec<RequestKind>> {
    kinds("").fetch(conn).await?.iter().map(read).collect()
}

/// The same for whoever reads a plan.
pub async fn list_for_plan(conn: &mut Conn, _: PlanScope) -> Result<Vec<RequestKind>> {
    kinds("").fetch(conn).await?.iter().map(read).collect()
}

/// One of them.
pub async fn find(conn: &mut Conn, _: PlanScope, id: RequestKindId) -> Result<Option<RequestKind>> {
    kinds("and rk.id = $1").bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// Keeps a kind; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &TemplateWrite, id: RequestKindId, kind: &NewKind) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into request_kind (id, name, staff_id, reply_hours, written_by, written_at, version)
         values ($1, $2, $3, $4, $5, $6, 1) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(kind.name.as_str())
    .bind(kind.staff.map(|staff| staff.to_string()))
    .bind(kind.reply_hours)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes a kind; false where it is another version by now, or is removed. What was promised before stays promised.
pub async fn update(change: &mut Change, write: &TemplateWrite, id: RequestKindId, version: i64, kind: &NewKind) -> Result<bool> {
    let done = sqlx::query(
        "update request_kind set name = $3, staff_id = $4, reply_hours = $5, written_by = $6, version = version + 1
         where id = $1 and version = $2 and removed_at is null",
    )
    .bind(id.to_string())
    .bind(version)
    .bind(kind.name.as_str())
    .bind(kind.staff.map(|staff| staff.to_string()))
    .bind(kind.reply_hours)
    .bind(write.person().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Offers a kind no more; requests of that kind stay.
pub async fn remove(change: &mut Change, write: &TemplateWrite, id: RequestKindId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update request_kind set removed_at = $2 where id = $1 and removed_at is null")
        .bind(id.to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
