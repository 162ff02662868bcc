//! How the customer's people found contacts between the two sides, and what the supplier answered.

use crate::{
    Change, Conn, Result,
    access::{Access, CustomerWrite, FeedbackWrite, PlanWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::MomentId,
    moment::{Moment, MomentAnswer, Rating, Touch},
};
use sqlx::any::AnyRow;

/// A statement that selects moments of contacts that the reader may see.
fn moments(access: &Access, rest: &str) -> Statement {
    let sight = Sight::from(access);
    sight.ask(format!(
        "select mo.id, mo.about_kind, mo.about_id, mo.rated_by, h.name, h.language, mo.rating, mo.words, mo.rated_at, mo.answer,
           x.name as answered_name, x.language as answered_language, mo.answered_at
         from moment mo join person h on h.id = mo.rated_by left join person x on x.id = mo.answered_by
         where {} {rest}",
        sight.moment()
    ))
}

fn read(row: &AnyRow) -> Result<Moment> {
    let answer = match (row.maybe_text("answer")?, row.maybe_time("answered_at")?) {
        (Some(words), Some(at)) => {
            Some(MomentAnswer { words, by: row.text("answered_name")?, language: row.parse("answered_language")?, at })
        }
        _ => None,
    };
    Ok(Moment {
        id: row.parse("id")?,
        of: Touch { kind: row.parse("about_kind")?, id: row.parse("about_id")? },
        by: row.parse("rated_by")?,
        by_name: row.text("name")?,
        language: row.parse("language")?,
        rating: row.parse("rating")?,
        words: row.text("words")?,
        at: row.time("rated_at")?,
        answer,
    })
}

/// All moments of a customer that the reader may see, in the order in which they were said; at most `limit` of the latest.
pub async fn list(conn: &mut Conn, access: &Access, limit: i64) -> Result<Vec<Moment>> {
    let latest = "order by mo.rated_at desc, mo.id desc limit $2 + 0";
    moments(access, latest).bind(limit.into()).fetch(conn).await?.iter().rev().map(read).collect()
}

/// One moment.
pub async fn find(conn: &mut Conn, access: &Access, id: MomentId) -> Result<Option<Moment>> {
    moments(access, "and mo.id = $2").bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// How the reader itself found a contact.
pub async fn find_own(conn: &mut Conn, access: &Access, of: Touch) -> Result<Option<Moment>> {
    let statement = moments(access, "and mo.about_kind = $2 and mo.about_id = $3 and mo.rated_by = $4");
    let statement = statement.bind(Value::text(of.kind)).bind(Value::text(of.id)).bind(Value::text(access.plan.person()));
    statement.fetch(conn).await?.first().map(read).transpose()
}

/// Keeps how its holder found a contact; what it said before of the same contact is replaced, its words stay.
pub async fn rate(change: &mut Change, write: &FeedbackWrite, (id, of): (MomentId, Touch), rating: Rating) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into moment (id, customer_id, about_kind, about_id, rated_by, rating, words, rated_at)
         values ($1, $2, $3, $4, $5, $6, '', $7)
         on conflict (customer_id, about_kind, about_id, rated_by) do update set rating = excluded.rating, rated_at = excluded.rated_at",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(of.kind.as_str())
    .bind(of.id.to_string())
    .bind(write.person().to_string())
    .bind(rating.as_str())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Removes what its holder said of a contact.
pub async fn withdraw(change: &mut Change, write: &FeedbackWrite, of: Touch) -> Result<()> {
    sqlx::query("delete from moment where customer_id = $1 and about_kind = $2 and about_id = $3 and rated_by = $4")
        .bind(write.customer().to_string())
        .bind(of.kind.as_str())
        .bind(of.id.to_string())
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Keeps its holder's own word about a moment of its own.
pub async fn update_words(change: &mut Change, write: &FeedbackWrite, id: MomentId, words: &str) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update moment set words = $1, rated_at = $2 where id = $3 and customer_id = $4 and rated_by = $5")
        .bind(words)
        .bind(now)
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Keeps what the supplier says to a moment.
pub async fn answer(change: &mut Change, write: &PlanWrite, id: MomentId, words: &str) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update moment set answer = $1, answered_by = $2, answered_at = $3 where id = $4 and customer_id = $5")
        .bind(words)
        .bind(write.person().to_string())
        .bind(now)
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
