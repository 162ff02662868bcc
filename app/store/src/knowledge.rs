//! What was asked of customers and what they answered, and what is asked for each service.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, KnowledgeWrite, PlanScope, PlanWrite, Staff, TemplateWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
};
use coplan_domain::{
    id::{QuestionAnswerId, QuestionId, QuestionTemplateId},
    knowledge::{Answer, Question, QuestionTemplate, QuestionWords},
    text::folded,
};
use sqlx::any::AnyRow;

/// An answer `n` of who, `y`, gave it, under names that begin so.
fn answer_columns(answer: &str, person: &str, name: &str) -> String {
    format!(
        "{answer}.words as {name}_words, {person}.name as {name}_by, {person}.language as {name}_language, {answer}.answered_at as {name}_at,
         case when {answer}.id is null then null when exists (select 1 from staff f where f.person_id = {person}.id) then 'supplier'
           else 'customer' end as {name}_side"
    )
}

/// A statement that selects questions to the customer: `q`, the answer that holds `n`, that to the same question before `d`.
fn questions(scope: PlanScope, rest: &str) -> Statement {
    Statement::new(format!(
        "select q.id, q.words, q.why, q.for_whom, q.blocks, q.due_on, h.name, h.language, q.asked_at, {}, {}
         from question q join person h on h.id = q.asked_by
         left join question_answer n on n.id = (select z.id from question_answer z where z.question_id = q.id
           order by z.answered_at desc, z.id desc limit 1)
         left join person y on y.id = n.answered_by
         left join question_answer d on d.id = (select z.id from question_answer z join question o on o.id = z.question_id
           where o.customer_id = q.customer_id and o.search = q.search and o.id <> q.id
           order by z.answered_at desc, z.id desc limit 1)
         left join person x on x.id = d.answered_by
         where q.customer_id = $1 and q.withdrawn_at is null {rest}",
        answer_columns("n", "y", "answer"),
        answer_columns("d", "x", "earlier")
    ))
    .bind(Value::text(scope.customer()))
}

fn read(row: &AnyRow) -> Result<Question> {
    let answer = match row.maybe_text("answer_words")? {
        Some(words) => Some(Answer {
            words,
            by: row.text("answer_by")?,
            side: row.parse("answer_side")?,
            language: row.parse("answer_language")?,
            at: row.time("answer_at")?,
        }),
        None => None,
    };
    let earlier = match row.maybe_text("earlier_words")? {
        Some(words) => Some(Answer {
            words,
            by: row.text("earlier_by")?,
            side: row.parse("earlier_side")?,
            language: row.parse("earlier_language")?,
            at: row.time("earlier_at")?,
        }),
        None => None,
    };
    Ok(Question {
        id: row.parse("id")?,
        said: QuestionWords {
            words: row.text("words")?,
            why: row.text("why")?,
            for_whom: row.text("for_whom")?,
            blocks: row.text("blocks")?,
            due_on: row.maybe("due_on")?,
        },
        asked_by: row.text("name")?,
        language: row.parse("language")?,
        asked_at: row.time("asked_at")?,
        answer,
        earlier,
    })
}

pub(crate) fn ask_waiting(scope: PlanScope) -> Statement {
    questions(scope, "and n.id is null order by q.asked_at, q.id limit $2 + 0").bind(Value::Int(Some(50)))
}

pub(crate) fn read_all(rows: &[AnyRow]) -> Result<Vec<Question>> {
    rows.iter().map(read).collect()
}

/// All that was asked of the customer: what is not answered first, then by its words; at most `limit`.
pub async fn list(conn: &mut Conn, scope: PlanScope, limit: i64) -> Result<Vec<Question>> {
    let rest = "order by case when n.id is null then 0 else 1 end, q.search, q.asked_at desc, q.id limit $2 + 0";
    read_all(&questions(scope, rest).bind(Value::Int(Some(limit))).fetch(conn).await?)
}

/// One question.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: QuestionId) -> Result<Option<Question>> {
    Ok(read_all(&questions(scope, "and q.id = $2").bind(Value::text(id)).fetch(conn).await?)?.pop())
}

/// Whether the same is asked of the customer and not answered yet.
pub async fn is_open(conn: &mut Conn, scope: PlanScope, words: &str) -> Result<bool> {
    let statement = questions(scope, "and n.id is null and q.search = $2").bind(Value::text(folded(words)));
    Ok(!statement.fetch(conn).await?.is_empty())
}

/// Keeps a question; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &PlanWrite, id: QuestionId, said: &QuestionWords) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into question (id, customer_id, words, search, why, for_whom, blocks, due_on, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(said.words.as_str())
    .bind(folded(&said.words))
    .bind(said.why.as_str())
    .bind(said.for_whom.as_str())
    .bind(said.blocks.as_str())
    .bind(said.due_on.map(|day| day.to_string()))
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Withdraws a question.
pub async fn withdraw(change: &mut Change, write: &PlanWrite, id: QuestionId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update question set withdrawn_at = $3 where id = $1 and customer_id = $2 and withdrawn_at is null")
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Keeps an answer, which holds from then on; false where this id was kept before.
pub async fn insert_answer(
    change: &mut Change,
    write: &KnowledgeWrite,
    question: QuestionId,
    id: QuestionAnswerId,
    words: &str,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into question_answer (id, question_id, words, answered_by, answered_at)
         select $3, q.id, $4, $5, $6 from question q where q.id = $1 and q.customer_id = $2 on conflict (id) do nothing",
    )
    .bind(question.to_string())
    .bind(write.customer().to_string())
    .bind(id.to_string())
    .bind(words)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What is asked for each service, by service.
pub async fn list_templates(conn: &mut Conn, _: &Staff) -> Result<Vec<QuestionTemplate>> {
    let rows = sqlx::query(
        "select id, service, words, why, for_whom from question_template where removed_at is null order by service, written_at, id",
    )
    .fetch_all(conn)
    .await?;
    let read = rows.iter().map(|row| {
        Ok(QuestionTemplate {
            id: row.parse("id")?,
            service: row.text("service")?,
            words: row.text("words")?,
            why: row.text("why")?,
            for_whom: row.text("for_whom")?,
        })
    });
    read.collect()
}

/// Keeps what is asked for a service; false where this id was kept before.
pub async fn insert_template(change: &mut Change, write: &TemplateWrite, template: &QuestionTemplate) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into question_template (id, service, words, why, for_whom, author_id, written_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing",
    )
    .bind(template.id.to_string())
    .bind(template.service.as_str())
    .bind(template.words.as_str())
    .bind(template.why.as_str())
    .bind(template.for_whom.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Asks it no more for that service.
pub async fn remove_template(change: &mut Change, write: &TemplateWrite, id: QuestionTemplateId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update question_template set removed_at = $2 where id = $1 and removed_at is null")
        .bind(id.to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
