//! Answering a survey, or leaving it; and what all answered, for the supplier's people.

use super::{RespondForm, answer_field};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    feedback::tell,
    form::{FieldProblem, Parse, Problem},
    portal::access_to,
};
use coplan_domain::{
    event::EventKind,
    feedback::{Feedback, FeedbackKind},
    id::{CustomerId, FeedbackId, SurveyId},
    person::Side,
    survey::{MOST_QUESTIONS, Survey, SurveyAnswer, SurveyQuestion},
};
use coplan_store::{
    access::{Actor, hold},
    feedback::{self, NewFeedback},
    survey,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// The most answers that are shown.
const MOST: i64 = 300;

/// A survey as one reader may see it.
#[derive(Debug, Clone)]
pub struct SurveyView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What is asked.
    pub survey: Survey,
    /// What is asked beside its first question.
    pub questions: Vec<SurveyQuestion>,
    /// What was answered to that, as far as the reader may see it.
    pub further: Vec<SurveyAnswer>,
    /// The answers; of a member its own, if it has answered.
    pub answers: Vec<Feedback>,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// Shows a survey to who was asked, and to the supplier's people.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: SurveyId) -> Result<SurveyView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let mut survey = survey::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    let mut answers = feedback::list(&mut conn, access.plan, MOST).await?;
    answers.retain(|feedback| feedback.scored.as_ref().is_some_and(|scored| scored.survey == id));
    survey.scores = answers.iter().filter_map(|answer| answer.scored.as_ref()).map(|scored| scored.score).collect();
    Ok(SurveyView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        survey,
        questions: survey::list_questions(&mut conn, access.plan, id).await?,
        further: survey::list_answers(&mut conn, access.plan, id).await?,
        answers,
        side: actor.side(),
        today: portal.today(actor),
        now: portal.clock.now(),
    })
}

/// What is answered to each of these questions; what is left empty is no answer.
fn further(
    said: [Option<&str>; MOST_QUESTIONS - 1],
    questions: &[SurveyQuestion],
) -> Result<Vec<(i64, String)>, Vec<FieldProblem>> {
    let (mut answers, mut problems) = (Vec::new(), Vec::new());
    for (n, answer) in (2..).zip(said) {
        let question = questions.iter().find(|question| question.n == n);
        let Some(((question, answer), field)) = question.zip(answer).zip(answer_field(n)) else { continue };
        if question.takes(answer) {
            answers.push((n, answer.to_owned()));
        } else {
            problems.push(FieldProblem { field, problem: Problem::NotOneOf });
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

/// Answers a survey, once; answered before, that answer holds.
pub async fn respond(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: SurveyId,
    form: &RespondForm,
) -> Result<Option<FeedbackId>, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.feedback_write()?;
    let survey = survey::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let read = read?;
    let score = read.score.0;
    if !survey.scale.has(score) {
        return Err(Error::Invalid(vec![FieldProblem { field: "score", problem: Problem::NotOneOf }]));
    }
    let questions = survey::list_questions(&mut change, write.plan(), id).await?;
    let further = further(read.answers(), &questions)?;
    let words = read.reason.map(String::from).unwrap_or_default();
    let new = NewFeedback { kind: FeedbackKind::Answer, words, subject: None, score: Some((id, score)) };
    if feedback::insert(&mut change, &write, form.id, &new).await? {
        survey::insert_answers(&mut change, &write, form.id, &further).await?;
        tell(&mut change, &write, EventKind::SurveyAnswered, &score.to_string()).await?;
        portal.commit(change).await?;
        return Ok(Some(form.id));
    }
    let known = feedback::list(&mut change, write.plan(), MOST).await?;
    Ok(known.iter().find(|it| it.scored.as_ref().is_some_and(|scored| scored.survey == id)).map(|it| it.id))
}

/// Leaves a survey unanswered: it asks no more.
pub async fn decline(portal: &Portal, actor: &Actor, customer: CustomerId, id: SurveyId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.feedback_write()?;
    survey::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    survey::decline(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}
