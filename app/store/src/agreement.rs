//! What is guaranteed to a customer, version by version. Whoever may read its plan sees it.

use crate::{
    Change, Conn, Result,
    access::{AgreementWrite, CustomerWrite, PlanScope, PlanWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
};
use coplan_domain::agreement::{AgreementApproval, AgreementTerms, AgreementVersion};
use sqlx::any::AnyRow;

fn read(row: &AnyRow) -> Result<AgreementVersion> {
    Ok(AgreementVersion {
        version: row.int("version")?,
        terms: AgreementTerms {
            guarantees: row.text("guarantees")?.lines().map(str::to_owned).collect(),
            first_day: row.parse("first_day")?,
            last_day: row.maybe("last_day")?,
            appendix: row.text("appendix")?,
            note: row.text("note")?,
        },
        by: row.text("name")?,
        language: row.parse("language")?,
        at: row.time("written_at")?,
        agreed_at: row.maybe_time("agreed_at")?,
    })
}

/// Every version, the newest first; at most `limit`.
pub async fn list(conn: &mut Conn, scope: PlanScope, limit: i64) -> Result<Vec<AgreementVersion>> {
    let statement = Statement::new(
        "select v.version, v.guarantees, v.first_day, v.last_day, v.appendix, v.note, h.name, h.language, v.written_at,
           (select case when count(*) = 2 then max(a.approved_at) end from agreement_approval a
            where a.customer_id = v.customer_id and a.version = v.version) as agreed_at
         from agreement_version v join person h on h.id = v.written_by
         where v.customer_id = $1 order by v.version desc limit $2 + 0",
    );
    let rows = statement.bind(Value::text(scope.customer())).bind(limit.into()).fetch(conn).await?;
    rows.iter().map(read).collect()
}

/// The last version.
pub async fn find(conn: &mut Conn, scope: PlanScope) -> Result<Option<AgreementVersion>> {
    Ok(list(conn, scope, 1).await?.pop())
}

/// Keeps the version that follows this one, 0 for the first; false where another one follows it.
pub async fn insert(change: &mut Change, write: &PlanWrite, follows: i64, terms: &AgreementTerms) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into agreement_version (customer_id, version, guarantees, first_day, last_day, appendix, note, written_by, written_at)
         select c.id, cast($2 as bigint) + 1, $3, $4, $5, $6, $7, $8, $9 from customer c
         where c.id = $1 and (select coalesce(max(v.version), 0) from agreement_version v where v.customer_id = c.id) = $2
         on conflict (customer_id, version) do nothing",
    )
    .bind(write.customer().to_string())
    .bind(follows)
    .bind(terms.guarantees.join("\n"))
    .bind(terms.first_day.to_string())
    .bind(terms.last_day.map(|day| day.to_string()))
    .bind(terms.appendix.as_str())
    .bind(terms.note.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Who agreed to which version, in the order in which they did.
pub async fn list_approvals(conn: &mut Conn, scope: PlanScope) -> Result<Vec<AgreementApproval>> {
    let statement = Statement::new(
        "select a.version, a.side, a.hash, h.name, a.approved_at from agreement_approval a join person h on h.id = a.person_id
         where a.customer_id = $1 order by a.approved_at, a.version, a.side desc",
    );
    let rows = statement.bind(Value::text(scope.customer())).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        let (version, side, by) = (row.int("version")?, row.parse("side")?, row.text("name")?);
        Ok(AgreementApproval { version, side, by, at: row.time("approved_at")?, hash: row.text("hash")? })
    });
    read.collect()
}

/// Agrees to a version for the side of whoever does; false where that side has, or where another version follows it.
pub async fn approve(change: &mut Change, write: &AgreementWrite, version: i64, hash: &str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into agreement_approval (customer_id, version, side, hash, person_id, approved_at)
         select v.customer_id, v.version, $3, $4, $5, $6 from agreement_version v where v.customer_id = $1 and v.version = $2
           and not exists (select 1 from agreement_version n where n.customer_id = v.customer_id and n.version > v.version)
         on conflict (customer_id, version, side) do nothing",
    )
    .bind(write.customer().to_string())
    .bind(version)
    .bind(write.side().as_str())
    .bind(hash)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes back that the side of whoever does agreed to a version; false where it had not, or where the other side has too.
pub async fn withdraw(change: &mut Change, write: &AgreementWrite, version: i64) -> Result<bool> {
    let done = sqlx::query(
        "delete from agreement_approval where customer_id = $1 and version = $2 and side = $3 and not exists
           (select 1 from agreement_approval o where o.customer_id = $1 and o.version = $2 and o.side <> $3)",
    )
    .bind(write.customer().to_string())
    .bind(version)
    .bind(write.side().as_str())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
