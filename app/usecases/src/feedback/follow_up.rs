//! What the supplier does about feedback: promised with a name and a day, or told at once.

use super::{AnswerFeedbackForm, PromiseForm, show::FeedbackView, tell};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, FeedbackId},
    person::StaffPerson,
    thread::Ball,
};
use coplan_store::{
    access::{Actor, hold},
    feedback::{self, Promise},
    person::{self, InCharge},
};

/// Feedback for whoever may promise something about it, with whom it can be on.
pub async fn begin_promise(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: FeedbackId,
) -> Result<(FeedbackView, Vec<StaffPerson>), Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let view = begin_answer(portal, actor, customer, id).await?;
    let mut conn = portal.db.read().await?;
    Ok((view, person::list_in_charge(&mut conn, staff, InCharge::Customer(customer)).await?))
}

/// Feedback for whoever may say what was done about it.
pub async fn begin_answer(portal: &Portal, actor: &Actor, customer: CustomerId, id: FeedbackId) -> Result<FeedbackView, Error> {
    let view = super::show(portal, actor, customer, id).await?;
    match actor.staff() {
        None => Err(Error::NotFound),
        Some(_) if view.may_follow_up => Ok(view),
        Some(_) => Err(Error::NotResponsible),
    }
}

/// Promises to do something about feedback; promised before with the same form, it is promised already.
///
/// # Errors
/// [`Error`]; `Stale` where a colleague was first.
pub async fn promise(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: FeedbackId,
    form: &PromiseForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, found) = held.follow_up_write(&mut change, id).await?;
    let read = read?;
    if person::find_in_charge(&mut change, read.owner, InCharge::Customer(customer)).await?.is_none() {
        return Err(Error::Invalid(vec![FieldProblem { field: "owner", problem: Problem::NotOneOf }]));
    }
    if found.follow_ups.iter().any(|known| known.id == form.id) {
        return Ok(());
    }
    if read.due_on < portal.today(actor) {
        return Err(Error::Invalid(vec![FieldProblem { field: "due_on", problem: Problem::InPast }]));
    }
    let promise = Promise { action: read.action.into(), owner: read.owner, due_on: read.due_on };
    if !feedback::insert_follow_up(&mut change, &write, form.id, &promise).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, EventKind::FollowUpPromised, &promise.action).await?;
    Ok(portal.commit(change).await?)
}

/// Tells what was done about feedback; told before in the same words, it is told already.
///
/// # Errors
/// [`Error`]; `Stale` where a colleague was first.
pub async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: FeedbackId,
    form: &AnswerFeedbackForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = hold(&mut change, actor, customer).await?.follow_up_write(&mut change, id).await?;
    let words = String::from(read?.result);
    let last = found.follow_ups.last().and_then(|last| last.result.as_ref());
    if found.ball != Ball::Supplier && last.is_some_and(|result| result.words == words) {
        return Ok(());
    }
    if !feedback::answer(&mut change, &write, form.id, &words).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, EventKind::FeedbackAnswered, &words).await?;
    Ok(portal.commit(change).await?)
}
