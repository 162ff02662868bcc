//! The feedback of a customer as its reader may see it, and one of them with what was done.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    feedback::Feedback,
    id::{CustomerId, FeedbackId},
    person::Side,
    survey::{LevelResult, Survey, SurveyQuestion, YEAR},
};
use coplan_store::{
    access::{Actor, may_write},
    feedback, survey,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// The most feedback that is listed.
const MOST: i64 = 300;
/// The most surveys.
const MOST_SURVEYS: i64 = 50;

/// What was said of the work, as one reader may see it.
#[derive(Debug, Clone)]
pub struct FeedbackList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What was said, the newest first; of a member what it said itself.
    pub feedback: Vec<Feedback>,
    /// The surveys, the newest first; for the supplier's people.
    pub surveys: Vec<Survey>,
    /// What was answered in the last year on each level; for the supplier's people.
    pub levels: Vec<LevelResult>,
    /// Whether the reader may say what is asked once a year.
    pub keeps_questions: bool,
    /// Whether the reader may send one.
    pub may_ask: bool,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// One of them.
#[derive(Debug, Clone)]
pub struct FeedbackView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What was said and done.
    pub feedback: Feedback,
    /// What it answers to the further questions of its survey.
    pub further: Vec<(SurveyQuestion, String)>,
    /// Whether the reader may say what is done about it.
    pub may_follow_up: bool,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// Lists what was said of the work.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<FeedbackList, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let (surveys, levels, may_ask) = match actor.staff() {
        None => (Vec::new(), Vec::new(), false),
        Some(staff) => (
            survey::list(&mut conn, access.plan, MOST_SURVEYS).await?,
            survey::list_levels(&mut conn, access.plan, now - YEAR).await?,
            may_write(&mut conn, staff, access.plan, None, now).await?,
        ),
    };
    Ok(FeedbackList {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        feedback: feedback::list(&mut conn, access.plan, MOST).await?,
        surveys,
        levels,
        keeps_questions: actor.staff().is_some_and(coplan_store::access::Staff::sets_for_all),
        may_ask,
        side: actor.side(),
        today: portal.today(actor),
        now,
    })
}

/// Shows feedback.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: FeedbackId) -> Result<FeedbackView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let feedback = feedback::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let owns = feedback.pending().is_some_and(|pending| pending.owner == actor.person());
    let may_follow_up = match actor.staff() {
        None => false,
        Some(staff) => owns || may_write(&mut conn, staff, access.plan, feedback.project(), now).await?,
    };
    let mut further = Vec::new();
    if let Some(scored) = &feedback.scored {
        let mut answers = survey::list_answers(&mut conn, access.plan, scored.survey).await?;
        answers.retain(|answer| answer.feedback == id);
        for question in survey::list_questions(&mut conn, access.plan, scored.survey).await? {
            if let Some(answer) = answers.iter().find(|answer| answer.n == question.n) {
                further.push((question, answer.answer.clone()));
            }
        }
    }
    Ok(FeedbackView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        feedback,
        further,
        may_follow_up,
        side: actor.side(),
        today: portal.today(actor),
        now,
    })
}
