//! Sending a survey to the people of a customer, without those who were asked lately.

use super::{SendSurveyForm, rests_until};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    feedback::tell,
    form::{FieldProblem, Parse, Problem},
    job::{self, Job},
    portal::access_to,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MilestoneId, PersonId, SurveyId},
};
use coplan_store::{
    access::{Actor, hold, may_write},
    milestone,
    survey::{self, Askable, NewSurvey},
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::{cmp::Reverse, sync::Arc};

/// The most milestones that are offered.
const MOST: usize = 20;

/// Who would be asked, and after which milestones one can ask: for drawing the form.
#[derive(Debug, Clone)]
pub struct SendContext {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The people of the customer, each with when it was asked last.
    pub people: Vec<Askable>,
    /// The milestones that were reached, the latest first.
    pub milestones: Vec<(MilestoneId, String)>,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// Looks up who would be asked.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<SendContext, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    if !may_write(&mut conn, staff, access.plan, None, now).await? {
        return Err(Error::NotResponsible);
    }
    let mut reached = milestone::list(&mut conn, access.plan).await?;
    reached.retain(|milestone| milestone.reached_on.is_some());
    reached.sort_by_key(|milestone| Reverse(milestone.reached_on));
    Ok(SendContext {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        people: survey::list_askable(&mut conn, access.plan).await?,
        milestones: reached.into_iter().take(MOST).map(|milestone| (milestone.id, milestone.name)).collect(),
        today: portal.today(actor),
        now,
    })
}

/// Sends a survey to everybody who was not asked for two months, also at other customers; sent before with the same form, it
/// is sent already.
///
/// # Errors
/// [`Error`]; `Invalid` where there is nobody to ask.
pub async fn send(portal: &Portal, actor: &Actor, customer: CustomerId, form: &SendSurveyForm) -> Result<SurveyId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let read = read?;
    if survey::find(&mut change, write.plan(), form.id).await?.is_some() {
        return Ok(form.id);
    }
    if let Some(id) = read.milestone
        && milestone::find(&mut change, write.plan(), id).await?.is_none()
    {
        return Err(Error::Invalid(vec![FieldProblem { field: "milestone", problem: Problem::NotOneOf }]));
    }
    let now = change.now();
    let people = survey::list_askable(&mut change, write.plan()).await?;
    let to: Vec<PersonId> = people.iter().filter(|one| rests_until(one, now).is_none()).map(|one| one.person).collect();
    if to.is_empty() {
        return Err(Error::Invalid(vec![FieldProblem { field: "scale", problem: Problem::NobodyToAsk }]));
    }
    let further = read.further();
    let words = read.question.map(String::from).unwrap_or_default();
    let new = NewSurvey { id: form.id, scale: read.scale, words, milestone: read.milestone };
    if survey::insert(&mut change, &write, &new, &to).await? {
        survey::insert_questions(&mut change, &write, new.id, &further).await?;
        tell(&mut change, &write, EventKind::SurveySent, &new.words).await?;
        for to in to {
            job::enqueue(&mut change, &Job::SurveyMail { survey: new.id, to }, Some(to), SignedDuration::ZERO).await?;
        }
    }
    portal.commit(change).await?;
    Ok(new.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::COOLDOWN;

    #[test]
    fn nobody_is_asked_again_before_two_months_have_passed() {
        let at = Timestamp::from_second(1_000_000_000).unwrap();
        let person = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let asked = Askable { person, name: String::new(), asked_at: Some(at) };
        assert_eq!(rests_until(&asked, at + COOLDOWN - SignedDuration::from_secs(1)), Some(at + COOLDOWN));
        assert_eq!(rests_until(&asked, at + COOLDOWN), None);
        assert_eq!(rests_until(&Askable { asked_at: None, ..asked }, at), None);
    }
}
