//! Concerns in the phases of customers' processes, with what was answered and whether that resolved them.

mod write;

pub use write::{Answer, answer, finish, insert, judge, set_theme};

use crate::{
    Conn, Result,
    access::{InternalScope, PlanScope, Staff},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::ConcernId,
    process::{Concern, ConcernAnswer, ConcernLine, Judged},
};
use sqlx::any::AnyRow;

/// The most concerns of one customer that are read.
const MOST: i64 = 300;

/// Whether who raised a concern `cn`, `h`, is not here any more.
pub(crate) const ORPHAN: &str = "case when h.ended_at is not null then 1 when cn.side = 'supplier' then 0
       when exists (select 1 from membership y where y.person_id = cn.raised_by and y.customer_id = cn.customer_id
         and y.ended_at is null) then 0 else 1 end";

/// A statement that selects concerns.
fn concerns(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select cn.id, cn.phase_id, ph.name as phase_name, cn.words, cn.side, cn.raised_by, h.name as by_name, h.language,
           cn.raised_at, cn.waits, cn.waits_since, cast({ORPHAN} as bigint) as is_orphan
         from concern cn join phase ph on ph.id = cn.phase_id join person h on h.id = cn.raised_by
         where {} {rest} order by case when cn.waits = 'nobody' then 1 else 0 end, cn.raised_at desc, cn.id desc
         limit {MOST} + 0",
        sight.concern()
    ))
}

/// A statement that selects what was answered to such concerns, in its order.
fn answers(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select a.id, a.concern_id, a.action, a.owner_id, o.name as owner_name, a.due_on, h.name as by_name, h.language,
           a.answered_at, a.done_at, a.verdict, a.verdict_words, y.name as verdict_by, y.language as verdict_language, a.verdict_at
         from concern cn join concern_answer a on a.concern_id = cn.id join person o on o.id = a.owner_id
         join person h on h.id = a.answered_by left join person y on y.id = a.verdict_by
         where {} {rest} order by a.answered_at, a.id",
        sight.concern()
    ))
}

fn read(row: &AnyRow) -> Result<Concern> {
    Ok(Concern {
        id: row.parse("id")?,
        phase: row.parse("phase_id")?,
        phase_name: row.text("phase_name")?,
        words: row.text("words")?,
        side: row.parse("side")?,
        by: row.parse("raised_by")?,
        by_name: row.text("by_name")?,
        is_orphan: row.int("is_orphan")? > 0,
        language: row.parse("language")?,
        at: row.time("raised_at")?,
        waits: row.parse("waits")?,
        waits_since: row.time("waits_since")?,
        answers: Vec::new(),
    })
}

fn read_answer(row: &AnyRow) -> Result<ConcernAnswer> {
    let verdict = match (row.maybe("verdict")?, row.maybe_time("verdict_at")?) {
        (Some(verdict), Some(at)) => Some(Judged {
            verdict,
            words: row.text("verdict_words")?,
            by: row.text("verdict_by")?,
            language: row.parse("verdict_language")?,
            at,
        }),
        _ => None,
    };
    Ok(ConcernAnswer {
        id: row.parse("id")?,
        action: row.text("action")?,
        owner: row.parse("owner_id")?,
        owner_name: row.text("owner_name")?,
        due_on: row.parse("due_on")?,
        by: row.text("by_name")?,
        language: row.parse("language")?,
        at: row.time("answered_at")?,
        done_at: row.maybe_time("done_at")?,
        verdict,
    })
}

/// Puts to each what was answered.
fn gather(found: &[AnyRow], answered: &[AnyRow]) -> Result<Vec<Concern>> {
    let mut found = found.iter().map(read).collect::<Result<Vec<_>>>()?;
    for row in answered {
        let id: ConcernId = row.parse("concern_id")?;
        if let Some(concern) = found.iter_mut().find(|concern| concern.id == id) {
            concern.answers.push(read_answer(row)?);
        }
    }
    Ok(found)
}

/// The concerns of a customer: what is not resolved first, then the newest.
pub async fn list(conn: &mut Conn, scope: PlanScope) -> Result<Vec<Concern>> {
    let found = concerns(scope, "").fetch(conn).await?;
    gather(&found, &answers(scope, "").fetch(conn).await?)
}

/// One of them.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: ConcernId) -> Result<Option<Concern>> {
    let found = concerns(scope, "and cn.id = $2").bind(Value::text(id)).fetch(conn).await?;
    let answered = answers(scope, "and cn.id = $2").bind(Value::text(id)).fetch(conn).await?;
    Ok(gather(&found, &answered)?.pop())
}

/// What colleagues call a concern wherever it comes up.
pub async fn find_theme(conn: &mut Conn, scope: InternalScope, id: ConcernId) -> Result<Option<String>> {
    let statement = Statement::new(
        "select r.theme from concern_theme r join concern cn on cn.id = r.concern_id where cn.customer_id = $1 and cn.id = $2",
    );
    let rows = statement.bind(Value::text(scope.customer())).bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(|row| row.text("theme")).transpose()
}

/// The concerns of all customers that go on and that this staff person sees, the newest first; at most `limit`.
pub async fn list_for_staff(conn: &mut Conn, staff: &Staff, limit: i64) -> Result<Vec<ConcernLine>> {
    let sight = Sight::from(staff);
    let statement = sight.ask(format!(
        "select cn.id, c.id as customer_id, c.name as customer_name, ph.name as phase_name, cn.words, h.language, cn.raised_at,
           cn.waits, r.theme
         from concern cn join customer c on c.id = cn.customer_id join phase ph on ph.id = cn.phase_id
         join person h on h.id = cn.raised_by left join concern_theme r on r.concern_id = cn.id
         where {} and c.ended_at is null order by cn.raised_at desc, cn.id desc limit $1 + 0",
        sight.concern()
    ));
    let rows = statement.bind(limit.into()).fetch(conn).await?;
    let lines = rows.iter().map(|row| {
        Ok(ConcernLine {
            id: row.parse("id")?,
            customer: row.parse("customer_id")?,
            customer_name: row.text("customer_name")?,
            phase_name: row.text("phase_name")?,
            words: row.text("words")?,
            language: row.parse("language")?,
            at: row.time("raised_at")?,
            waits: row.parse("waits")?,
            theme: row.maybe_text("theme")?.unwrap_or_default(),
        })
    });
    lines.collect()
}
