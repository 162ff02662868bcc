//! Surveys: who was asked what, how rarely, and which scores were given.

mod delivery;
mod level;
mod question;

pub use delivery::{Delivery, insert_of_use, list_deliveries, list_of_acceptance};
pub use level::{
    NewYearly, YearlyAskable, find_yearly, find_yearly_for_worker, insert_yearly, list_levels, list_rested,
    list_rested_customers, update_yearly,
};
pub use question::{insert_answers, insert_questions, list_answers, list_questions};

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, FeedbackWrite, PlanScope, PlanWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{CustomerId, MilestoneId, PersonId, SurveyId},
    survey::{OfUse, Scale, Survey},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

fn surveys(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select s.id, s.scale, s.words, s.level, s.acceptance_id, s.after_days, m.id as milestone_id, case when {} then m.name end as milestone_name, h.language, s.sent_at,
           (select count(*) from survey_recipient r where r.survey_id = s.id) as asked,
           (select count(*) from survey_question q where q.survey_id = s.id) as further
         from survey s join person h on h.id = s.sent_by left join milestone m on m.id = s.milestone_id
         left join project p on p.id = m.project_id
         where {} {rest}",
        sight.project(),
        sight.survey()
    ))
}

fn read(row: &AnyRow) -> Result<Survey> {
    Ok(Survey {
        id: row.parse("id")?,
        scale: row.parse("scale")?,
        words: row.text("words")?,
        milestone: row.maybe("milestone_id")?.zip(row.maybe_text("milestone_name")?),
        language: row.parse("language")?,
        sent_at: row.time("sent_at")?,
        asked: row.int("asked")?,
        level: row.maybe("level")?,
        of_use: row
            .maybe("acceptance_id")?
            .zip(row.maybe_int("after_days")?)
            .map(|(acceptance, after_days)| OfUse { acceptance, after_days }),
        further: row.int("further")?,
        scores: Vec::new(),
    })
}

/// The surveys that somebody sent and the reader may see, the newest first, each with the scores that it may see; at most `limit`.
pub async fn list(conn: &mut Conn, scope: PlanScope, limit: i64) -> Result<Vec<Survey>> {
    let found = surveys(scope, "and s.level is null order by s.sent_at desc, s.id desc limit $2 + 0")
        .bind(limit.into())
        .fetch(conn)
        .await?;
    let mut found = found.iter().map(read).collect::<Result<Vec<_>>>()?;
    attach_scores(conn, scope, &mut found).await?;
    Ok(found)
}

/// Puts to each survey the scores that the reader may see.
async fn attach_scores(conn: &mut Conn, scope: PlanScope, found: &mut [Survey]) -> Result<()> {
    let sight = Sight::from(scope);
    let scores = sight.ask(format!(
        "select f.survey_id, f.score from feedback f where {} and f.survey_id is not null order by f.given_at, f.id",
        sight.feedback()
    ));
    for row in scores.fetch(conn).await? {
        let id: SurveyId = row.parse("survey_id")?;
        if let Some(survey) = found.iter_mut().find(|survey| survey.id == id) {
            survey.scores.push(row.int("score")?);
        }
    }
    Ok(())
}

/// One survey, without its scores.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: SurveyId) -> Result<Option<Survey>> {
    surveys(scope, "and s.id = $2").bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// One that can be asked, and whether it was asked lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Askable {
    /// Who.
    pub person: PersonId,
    /// Its name.
    pub name: String,
    /// When it was asked last, at whichever customer; how something is used is not counted.
    pub asked_at: Option<Timestamp>,
}

/// The customer's people who read the plan, each with when it was asked last.
pub async fn list_askable(conn: &mut Conn, scope: PlanScope) -> Result<Vec<Askable>> {
    let rows = sqlx::query(
        "select p.id, p.name, (select max(r.sent_at) from survey_recipient r join survey s on s.id = r.survey_id
           where r.person_id = p.id and s.acceptance_id is null) as asked_at
         from membership m join person p on p.id = m.person_id
         join membership_scope x on x.membership_id = m.id and x.scope = 'plan'
         where m.customer_id = $1 and m.ended_at is null and p.ended_at is null order by p.name, p.id",
    )
    .bind(scope.customer().to_string())
    .fetch_all(conn)
    .await?;
    let read =
        |row: &AnyRow| Ok(Askable { person: row.parse("id")?, name: row.text("name")?, asked_at: row.maybe_time("asked_at")? });
    rows.iter().map(read).collect()
}

/// A survey to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSurvey {
    /// Which.
    pub id: SurveyId,
    /// From how much to how much.
    pub scale: Scale,
    /// What is asked; empty for the standard question of its scale.
    pub words: String,
    /// The milestone after which it is asked.
    pub milestone: Option<MilestoneId>,
}

/// Keeps a survey with whom it asks; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &PlanWrite, new: &NewSurvey, to: &[PersonId]) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into survey (id, customer_id, scale, words, milestone_id, sent_by, sent_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing",
    )
    .bind(new.id.to_string())
    .bind(write.customer().to_string())
    .bind(new.scale.as_str())
    .bind(new.words.as_str())
    .bind(new.milestone.map(|id| id.to_string()))
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    insert_recipients(write.on(change)?, new.id, to, now).await?;
    Ok(true)
}

/// Keeps whom a survey asks, in milliseconds since when.
async fn insert_recipients(on: &mut Conn, id: SurveyId, to: &[PersonId], now: i64) -> Result<()> {
    for person in to {
        sqlx::query("insert into survey_recipient (survey_id, person_id, sent_at) values ($1, $2, $3)")
            .bind(id.to_string())
            .bind(person.to_string())
            .bind(now)
            .execute(&mut *on)
            .await?;
    }
    Ok(())
}

/// Lets the survey ask its holder no more.
pub async fn decline(change: &mut Change, write: &FeedbackWrite, id: SurveyId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update survey_recipient set declined_at = $3 where survey_id = $1 and person_id = $2 and declined_at is null")
        .bind(id.to_string())
        .bind(write.person().to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Under which customer a survey was sent. For mails.
pub async fn find_customer(conn: &mut Conn, id: SurveyId) -> Result<Option<CustomerId>> {
    let row = sqlx::query("select customer_id from survey where id = $1").bind(id.to_string()).fetch_optional(conn).await?;
    row.map(|row| row.parse("customer_id")).transpose()
}

/// Whether a survey still waits for the reader's answer.
pub async fn is_open(conn: &mut Conn, scope: PlanScope, id: SurveyId) -> Result<bool> {
    let row = sqlx::query(
        "select r.survey_id from survey_recipient r where r.survey_id = $1 and r.person_id = $2 and r.declined_at is null
           and not exists (select 1 from feedback f where f.survey_id = r.survey_id and f.given_by = r.person_id)",
    )
    .bind(id.to_string())
    .bind(scope.person().to_string())
    .fetch_optional(conn)
    .await?;
    Ok(row.is_some())
}
