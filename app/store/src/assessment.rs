//! What each side says of a year of working together. A side reads what the other says once it has given its own.

use crate::{
    Change, Conn, Result,
    access::{AssessmentWrite, CustomerWrite, PlanScope, WriteProof},
    bulk_insert::{self, Value},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    assessment::{Assessment, AssessmentAnswer},
    id::AssessmentId,
    person::Side,
};
use sqlx::any::AnyRow;

fn read(row: &AnyRow) -> Result<Assessment> {
    Ok(Assessment {
        year: row.parse("year")?,
        side: row.parse("side")?,
        by: row.text("name")?,
        language: row.parse("language")?,
        at: row.time("given_at")?,
        answers: Vec::new(),
    })
}

/// The assessments that the reader may see, the latest year first.
pub async fn list(conn: &mut Conn, scope: PlanScope) -> Result<Vec<Assessment>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select cast(az.year as text) as year, az.side, h.name, h.language, az.given_at, n.criterion, n.score, n.words
         from assessment az join person h on h.id = az.given_by join assessment_answer n on n.assessment_id = az.id
         where {} order by az.year desc, az.side, n.criterion",
        sight.assessment()
    ));
    let mut found: Vec<Assessment> = Vec::new();
    for row in statement.fetch(conn).await? {
        let answer = AssessmentAnswer { criterion: row.parse("criterion")?, score: row.int("score")?, words: row.text("words")? };
        let of = read(&row)?;
        match found.last_mut().filter(|last| (last.year, last.side) == (of.year, of.side)) {
            Some(last) => last.answers.push(answer),
            None => found.push(Assessment { answers: vec![answer], ..of }),
        }
    }
    Ok(found)
}

/// Which side has given its assessment of which year, and under which id; not what it says.
pub async fn list_given(conn: &mut Conn, scope: PlanScope) -> Result<Vec<(AssessmentId, i16, Side)>> {
    let rows = sqlx::query(
        "select id, cast(year as text) as year, side from assessment where customer_id = $1 order by year desc, side",
    )
    .bind(scope.customer().to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((row.parse("id")?, row.parse("year")?, row.parse("side")?))).collect()
}

/// Keeps what the holder's side says of a year; false where it has said so before.
pub async fn insert(
    change: &mut Change,
    write: &AssessmentWrite,
    (id, year): (AssessmentId, i16),
    answers: &[AssessmentAnswer],
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into assessment (id, customer_id, year, side, given_by, given_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(i64::from(year))
    .bind(write.plan().side().as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    let rows = answers.iter().map(|answer| {
        [Value::text(id), Value::text(answer.criterion), Value::Int(Some(answer.score)), Value::text(&answer.words)]
    });
    let columns = ["assessment_id", "criterion", "score", "words"];
    bulk_insert::insert(write.on(change)?, "assessment_answer", columns, rows.collect()).await?;
    Ok(true)
}
