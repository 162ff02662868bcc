//! What customers' people say of the work, and what was done about it.

mod write;

pub use write::{NewFeedback, Promise, answer, insert, insert_follow_up, say_helped};

use crate::{Conn, Result, access::PlanScope, bulk_insert::Value, engine::Statement, row::Columns, visible::Sight};
use coplan_domain::{
    feedback::{Feedback, FeedbackSubject, FollowUp, FollowUpResult, Scored},
    id::FeedbackId,
    thread::About,
};
use sqlx::any::AnyRow;

/// A statement that selects feedback that the reader may see.
fn feedback(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select f.id, f.kind, f.words, f.about_kind, f.about_id, f.about_name, f.about_part_of, f.project_id, f.survey_id,
           f.score, s.scale, s.words as question, s.after_days, sb.language as question_language, f.given_by, h.name, h.language, f.given_at, f.ball, f.ball_since
         from feedback f join person h on h.id = f.given_by left join survey s on s.id = f.survey_id
         left join person sb on sb.id = s.sent_by
         where {} {rest}",
        sight.feedback()
    ))
}

/// A statement that selects what was done about such feedback, in its order.
fn follow_ups(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select u.feedback_id, u.id, u.action, u.owner_id, o.name as owner_name, u.due_on, w.language, u.promised_at, u.result,
           x.name as result_by, x.language as result_language, u.result_at, u.helped, u.helped_words
         from follow_up u join feedback f on f.id = u.feedback_id join person o on o.id = u.owner_id
         join person w on w.id = u.promised_by left join person x on x.id = u.result_by
         where {} {rest} order by u.promised_at, u.id",
        sight.feedback()
    ))
}

fn read(row: &AnyRow) -> Result<Feedback> {
    let about = row.maybe("about_kind")?.zip(row.maybe("about_id")?).map(|(kind, id)| About { kind, id });
    let subject = match about.zip(row.maybe_text("about_name")?) {
        Some((about, name)) => {
            Some(FeedbackSubject { about, name, part_of: row.maybe_text("about_part_of")?, project: row.maybe("project_id")? })
        }
        None => None,
    };
    let scored = match (row.maybe("survey_id")?, row.maybe("scale")?, row.maybe_int("score")?) {
        (Some(survey), Some(scale), Some(score)) => {
            let question = row.maybe_text("question")?.unwrap_or_default();
            let language = row.parse("question_language")?;
            Some(Scored { survey, scale, question, language, after_days: row.maybe_int("after_days")?, score })
        }
        _ => None,
    };
    Ok(Feedback {
        id: row.parse("id")?,
        kind: row.parse("kind")?,
        words: row.text("words")?,
        subject,
        scored,
        by: row.parse("given_by")?,
        by_name: row.text("name")?,
        language: row.parse("language")?,
        at: row.time("given_at")?,
        ball: row.parse("ball")?,
        ball_since: row.time("ball_since")?,
        follow_ups: Vec::new(),
    })
}

fn read_follow_up(row: &AnyRow) -> Result<FollowUp> {
    let result = match (row.maybe_text("result")?, row.maybe_time("result_at")?) {
        (Some(words), Some(at)) => Some(FollowUpResult {
            words,
            by: row.text("result_by")?,
            language: row.parse("result_language")?,
            at,
            helped: row.maybe("helped")?.zip(row.maybe_text("helped_words")?),
        }),
        _ => None,
    };
    Ok(FollowUp {
        id: row.parse("id")?,
        action: row.text("action")?,
        owner: row.parse("owner_id")?,
        owner_name: row.text("owner_name")?,
        due_on: row.maybe("due_on")?,
        language: row.parse("language")?,
        at: row.time("promised_at")?,
        result,
    })
}

/// Puts to each what was done about it.
fn gather(found: &[AnyRow], done: &[AnyRow]) -> Result<Vec<Feedback>> {
    let mut found = found.iter().map(read).collect::<Result<Vec<_>>>()?;
    for row in done {
        let id: FeedbackId = row.parse("feedback_id")?;
        if let Some(feedback) = found.iter_mut().find(|feedback| feedback.id == id) {
            feedback.follow_ups.push(read_follow_up(row)?);
        }
    }
    Ok(found)
}

/// The feedback of a customer that the reader may see, the newest first; at most `limit`.
pub async fn list(conn: &mut Conn, scope: PlanScope, limit: i64) -> Result<Vec<Feedback>> {
    let newest = "order by f.given_at desc, f.id desc limit $2 + 0";
    let found = feedback(scope, newest).bind(limit.into()).fetch(conn).await?;
    gather(&found, &follow_ups(scope, "").fetch(conn).await?)
}

/// One of them.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: FeedbackId) -> Result<Option<Feedback>> {
    let found = feedback(scope, "and f.id = $2").bind(Value::text(id)).fetch(conn).await?;
    let done = follow_ups(scope, "and f.id = $2").bind(Value::text(id)).fetch(conn).await?;
    Ok(gather(&found, &done)?.pop())
}
