//! Surveys of use: what was handed over, and who is asked how it is used.

use super::{attach_scores, insert_recipients, read, surveys};
use crate::{
    Affected, Change, Conn, Result,
    access::{PlanScope, System, WriteProof},
    bulk_insert::Value,
    row::Columns,
};
use coplan_domain::{
    id::{AcceptanceId, CustomerId, PersonId, SurveyId},
    survey::{OfUse, Scale, Survey},
};
use jiff::Timestamp;

/// A checklist that was approved, and what was asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The checklist.
    pub acceptance: AcceptanceId,
    /// Whose.
    pub customer: CustomerId,
    /// What was taken over.
    pub title: String,
    /// Who took it over, and still reads the plan.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// How many days after that it was asked last.
    pub asked: Option<i64>,
}

/// What was approved in its present version since a moment, by people who still read the plan.
pub async fn list_deliveries(conn: &mut Conn, _: &System, since: Timestamp) -> Result<Vec<Delivery>> {
    let rows = sqlx::query(
        "select a.id, a.customer_id, a.title, d.decided_by, d.decided_at,
           (select max(s.after_days) from survey s where s.acceptance_id = a.id) as asked
         from acceptance_verdict d join acceptance a on a.id = d.acceptance_id and a.version = d.version
         join customer c on c.id = a.customer_id join person p on p.id = d.decided_by
         join membership m on m.customer_id = a.customer_id and m.person_id = d.decided_by
         join membership_scope x on x.membership_id = m.id and x.scope = 'plan'
         where d.decision = 'approved' and d.decided_at >= $1 and c.ended_at is null and p.ended_at is null
           and m.ended_at is null order by a.id",
    )
    .bind(since.as_millisecond())
    .fetch_all(conn)
    .await?;
    let read = rows.iter().map(|row| {
        Ok(Delivery {
            acceptance: row.parse("id")?,
            customer: row.parse("customer_id")?,
            title: row.text("title")?,
            by: row.parse("decided_by")?,
            at: row.time("decided_at")?,
            asked: row.maybe_int("asked")?,
        })
    });
    read.collect()
}

/// Asks how it is used so many days after, in the name of who proposed it; false where that was asked before.
pub async fn insert_of_use(
    change: &mut Change,
    system: &System,
    id: SurveyId,
    (of, after_days): (&Delivery, i64),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into survey (id, customer_id, scale, words, acceptance_id, after_days, sent_by, sent_at)
         select $1, a.customer_id, $2, a.title, a.id, $3, v.proposed_by, $4
         from acceptance a join acceptance_version v on v.acceptance_id = a.id and v.version = a.version
         where a.id = $5 on conflict (acceptance_id, after_days) do nothing",
    )
    .bind(id.to_string())
    .bind(Scale::Ten.as_str())
    .bind(after_days)
    .bind(now)
    .bind(of.acceptance.to_string())
    .execute(system.on_affecting(change, [Affected::Customer(of.customer)])?)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    insert_recipients(system.on(change)?, id, &[of.by], now).await?;
    Ok(true)
}

/// How something that was taken over is used, the first impression first, as far as the reader may see it.
pub async fn list_of_acceptance(conn: &mut Conn, scope: PlanScope, of: AcceptanceId) -> Result<Vec<(OfUse, Survey)>> {
    let rows = surveys(scope, "and s.acceptance_id = $2 order by s.after_days").bind(Value::text(of)).fetch(conn).await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    attach_scores(conn, scope, &mut found).await?;
    Ok(found.into_iter().filter_map(|survey| Some((survey.of_use?, survey))).collect())
}
