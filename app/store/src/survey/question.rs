//! What surveys ask beside their first question, and what is answered to that.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, FeedbackWrite, PlanScope, PlanWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{FeedbackId, SurveyId},
    survey::{SurveyAnswer, SurveyQuestion},
};

/// What a survey asks further, in its order.
pub async fn list_questions(conn: &mut Conn, scope: PlanScope, id: SurveyId) -> Result<Vec<SurveyQuestion>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select q.n, q.kind, q.words, q.choices from survey_question q join survey s on s.id = q.survey_id
         where {} and s.id = $2 order by q.n",
        sight.survey()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        let choices = row.text("choices")?.lines().map(str::to_owned).collect();
        Ok(SurveyQuestion { n: row.int("n")?, kind: row.parse("kind")?, words: row.text("words")?, choices })
    });
    read.collect()
}

/// What was answered to that, as far as the reader may see it: in the order of the answers, then of the questions.
pub async fn list_answers(conn: &mut Conn, scope: PlanScope, id: SurveyId) -> Result<Vec<SurveyAnswer>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select y.feedback_id, y.n, y.answer from survey_answer y join feedback f on f.id = y.feedback_id
         where {} and y.survey_id = $2 order by f.given_at, f.id, y.n",
        sight.feedback()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows
        .iter()
        .map(|row| Ok(SurveyAnswer { feedback: row.parse("feedback_id")?, n: row.int("n")?, answer: row.text("answer")? }));
    read.collect()
}

/// Keeps what a survey of the customer's asks further.
pub async fn insert_questions(change: &mut Change, write: &PlanWrite, id: SurveyId, questions: &[SurveyQuestion]) -> Result<()> {
    for question in questions {
        sqlx::query(
            "insert into survey_question (survey_id, n, kind, words, choices)
             select s.id, $3, $4, $5, $6 from survey s where s.id = $1 and s.customer_id = $2",
        )
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .bind(question.n)
        .bind(question.kind.as_str())
        .bind(question.words.as_str())
        .bind(question.choices.join("\n"))
        .execute(write.on(change)?)
        .await?;
    }
    Ok(())
}

/// Keeps what the holder's own answer says to further questions, each with its place.
pub async fn insert_answers(change: &mut Change, write: &FeedbackWrite, id: FeedbackId, answers: &[(i64, String)]) -> Result<()> {
    for (n, answer) in answers {
        sqlx::query(
            "insert into survey_answer (feedback_id, survey_id, n, answer)
             select f.id, f.survey_id, $3, $4 from feedback f where f.id = $1 and f.given_by = $2 and f.survey_id is not null",
        )
        .bind(id.to_string())
        .bind(write.person().to_string())
        .bind(*n)
        .bind(answer.as_str())
        .execute(write.on(change)?)
        .await?;
    }
    Ok(())
}
