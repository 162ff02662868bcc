//! Contacts between the two sides, as they were written down; of what was corrected, the correction.

use crate::{
    Change, Conn, Result,
    access::{ContactWrite, CustomerWrite, DiscussionScope, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
};
use coplan_domain::{
    contact::{Contact, ContactWords},
    id::ContactId,
    person::Side,
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

fn contacts(scope: DiscussionScope, rest: &str) -> Statement {
    Statement::new(format!(
        "select n.id, n.kind, n.day, n.with_whom, n.about, n.promised, n.recorded_by, n.recorded_at, h.name, h.kind as side,
           h.language, b.about as before_about, y.name as before_by
         from contact n join person h on h.id = n.recorded_by
         left join contact b on b.id = n.corrects
         left join person y on y.id = b.recorded_by
         where n.customer_id = $1 {rest}"
    ))
    .bind(Value::text(scope.customer()))
}

fn read(row: &AnyRow) -> Result<Contact> {
    Ok(Contact {
        id: row.parse("id")?,
        said: ContactWords {
            kind: row.parse("kind")?,
            day: row.parse("day")?,
            with_whom: row.text("with_whom")?,
            about: row.text("about")?,
            promised: row.text("promised")?,
        },
        author: row.parse("recorded_by")?,
        recorded_by: row.text("name")?,
        side: if row.text("side")? == "staff" { Side::Supplier } else { Side::Customer },
        language: row.parse("language")?,
        recorded_at: row.time("recorded_at")?,
        corrects: row.maybe_text("before_about")?.zip(row.maybe_text("before_by")?),
    })
}

/// The contacts of a customer, the latest first.
pub async fn list(conn: &mut Conn, scope: DiscussionScope, limit: i64) -> Result<Vec<Contact>> {
    let rest = "and not exists (select 1 from contact z where z.corrects = n.id)
         order by n.day desc, n.recorded_at desc, n.id limit $2 + 0";
    contacts(scope, rest).bind(limit.into()).fetch(conn).await?.iter().map(read).collect()
}

/// Those of some days, the latest first.
pub async fn list_between(
    conn: &mut Conn,
    scope: DiscussionScope,
    (first, last): (Date, Date),
    limit: i64,
) -> Result<Vec<Contact>> {
    let rest = "and not exists (select 1 from contact z where z.corrects = n.id) and n.day between $2 and $3
         order by n.day desc, n.recorded_at desc, n.id limit $4 + 0";
    let statement = contacts(scope, rest).bind(Value::text(first)).bind(Value::text(last)).bind(limit.into());
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// One contact, as it holds or as it was written first.
pub async fn find(conn: &mut Conn, scope: DiscussionScope, id: ContactId) -> Result<Option<Contact>> {
    contacts(scope, "and n.id = $2").bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// Keeps a contact, or a correction of one; false where this id was kept before, or the other was corrected before.
pub async fn insert(
    change: &mut Change,
    write: &ContactWrite,
    (id, corrects): (ContactId, Option<ContactId>),
    said: &ContactWords,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into contact (id, customer_id, kind, day, with_whom, about, promised, recorded_by, recorded_at, corrects)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(said.kind.as_str())
    .bind(said.day.to_string())
    .bind(said.with_whom.as_str())
    .bind(said.about.as_str())
    .bind(said.promised.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .bind(corrects.map(|id| id.to_string()))
    .execute(write.on(change)?)
    .await?;
    let is_new = done.rows_affected() == 1;
    if let Some(before) = corrects.filter(|_| is_new) {
        // How it was found goes along with the correction.
        sqlx::query("update moment set about_id = $1 where customer_id = $2 and about_kind = 'contact' and about_id = $3")
            .bind(id.to_string())
            .bind(write.customer().to_string())
            .bind(before.to_string())
            .execute(write.on(change)?)
            .await?;
    }
    Ok(is_new)
}
