//! What customers will need in a year.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, NeedWrite, PlanScope, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::NeedId,
    need::{Need, NeedWords},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

fn needs(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select nd.id, nd.year, cast(nd.first_month as text) as first_month, cast(nd.last_month as text) as last_month, nd.what,
           nd.who, nd.amount, nd.people, nd.kind, nd.version, nd.removed_at, h.name, h.language,
           case h.kind when 'member' then 'customer' else 'supplier' end as side
         from need nd join person h on h.id = nd.written_by where {} {rest}",
        sight.need()
    ))
}

fn read(row: &AnyRow) -> Result<Need> {
    Ok(Need {
        id: row.parse("id")?,
        year: i16::try_from(row.int("year")?).unwrap_or_default(),
        said: NeedWords {
            what: row.text("what")?,
            who: row.text("who")?,
            first: row.parse("first_month")?,
            last: row.parse("last_month")?,
            amount: row.text("amount")?,
            people: row.text("people")?,
            kind: row.parse("kind")?,
        },
        by: row.text("name")?,
        side: row.parse("side")?,
        language: row.parse("language")?,
        version: row.int("version")?,
        is_removed: row.maybe_int("removed_at")?.is_some(),
    })
}

/// What a customer needs in a year, also what was removed, in the order of its months; at most `limit`.
pub async fn list(conn: &mut Conn, scope: PlanScope, year: i16, limit: i64) -> Result<Vec<Need>> {
    let rest = "and nd.year = $2 order by nd.first_month, nd.last_month, nd.written_at, nd.id limit $3 + 0";
    let statement = needs(scope, rest).bind(i64::from(year).into()).bind(limit.into());
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// The years for which something is needed.
pub async fn list_years(conn: &mut Conn, scope: PlanScope) -> Result<Vec<i16>> {
    let sight = Sight::from(scope);
    let sql = format!("select distinct nd.year from need nd where {} and nd.removed_at is null order by nd.year", sight.need());
    let rows = sight.ask(sql).fetch(conn).await?;
    rows.iter().map(|row| Ok(i16::try_from(row.int("year")?).unwrap_or_default())).collect()
}

/// One need.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: NeedId) -> Result<Option<Need>> {
    needs(scope, "and nd.id = $2").bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// Keeps a need; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &NeedWrite, (id, year): (NeedId, i16), said: &NeedWords) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into need (id, customer_id, year, first_month, last_month, what, who, amount, people, kind, version, written_by,
           written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(i64::from(year))
    .bind(i64::from(said.first.number()))
    .bind(i64::from(said.last.number()))
    .bind(said.what.as_str())
    .bind(said.who.as_str())
    .bind(said.amount.as_str())
    .bind(said.people.as_str())
    .bind(said.kind.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes what a need says; false where it was changed since this version.
pub async fn update(change: &mut Change, write: &NeedWrite, (id, version): (NeedId, i64), said: &NeedWords) -> Result<bool> {
    let done = sqlx::query(
        "update need set first_month = $1, last_month = $2, what = $3, who = $4, amount = $5, people = $6, kind = $7,
           version = version + 1
         where id = $8 and customer_id = $9 and version = $10 and removed_at is null",
    )
    .bind(i64::from(said.first.number()))
    .bind(i64::from(said.last.number()))
    .bind(said.what.as_str())
    .bind(said.who.as_str())
    .bind(said.amount.as_str())
    .bind(said.people.as_str())
    .bind(said.kind.as_str())
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a need at a moment, or brings it back; false where it is so already.
pub async fn set_removed(change: &mut Change, write: &NeedWrite, id: NeedId, at: Option<Timestamp>) -> Result<bool> {
    let before = if at.is_some() { "is null" } else { "is not null" };
    let sql = format!(
        "update need set removed_at = $1, version = version + 1 where id = $2 and customer_id = $3 and removed_at {before}"
    );
    let done = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(at.map(Timestamp::as_millisecond))
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}
