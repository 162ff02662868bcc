//! Proposing a goal or other words for it, agreeing to exactly those words, and ending it.

use super::{ChangeGoalForm, EndGoalForm, ProposeForm, settle, tell, write_of};
use crate::{
    Error, Portal,
    form::Parse,
    idempotency,
    merge::{self, filled},
};
use coplan_domain::{
    event::EventKind,
    goal::{Goal, GoalOutcome, GoalTerms},
    id::{CustomerId, GoalId},
};
use coplan_store::{
    access::{Actor, hold},
    goal,
};

/// Proposes a goal, to which the actor's side so agrees; proposed before with the same form, it is there already.
pub async fn propose(portal: &Portal, actor: &Actor, customer: CustomerId, form: &ProposeForm) -> Result<GoalId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.goal_write(&mut change).await?;
    let terms = GoalTerms::from(read?);
    for id in idempotency::ids::<GoalId>(form.id.0, &filled(form)) {
        if goal::insert(&mut change, &write, id, &terms, portal.today(actor)).await? {
            tell(&mut change, &write, EventKind::GoalProposed, id, &terms.title).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let known = goal::list_revisions(&mut change, write.goals(), id).await?;
        if known.last().ok_or(Error::NotFound)?.terms == terms {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}

/// Proposes other words for a goal, together with what others have changed since. Both sides agree to it anew: the actor's
/// by proposing.
///
/// # Errors
/// [`Error`]; `NotFound` once it has ended, `Stale` with the goal as it is now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: GoalId,
    form: &ChangeGoalForm,
) -> Result<(), Error<Goal>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &ChangeGoalForm::of(&found)).and_then(|form| form.parse().ok());
    let terms = GoalTerms::from(merged.ok_or_else(|| Error::stale(found.clone()))?);
    if terms == found.now.terms {
        return Ok(());
    }
    if !goal::insert_revision(&mut change, &write, id, found.now.revision, &terms).await? {
        return Err(Error::NotFound);
    }
    settle(&mut change, &write, id).await?;
    tell(&mut change, &write, EventKind::GoalChanged, id, &terms.title).await?;
    Ok(portal.commit(change).await?)
}

/// Agrees to a goal for the actor's side, as it was read. Where its side has agreed before, that holds.
///
/// # Errors
/// [`Error`]; `Stale` where it is another revision by now, or ended.
pub async fn approve(portal: &Portal, actor: &Actor, customer: CustomerId, id: GoalId, revision: i64) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    if found.now.revision != revision || found.end.is_some() {
        return Err(Error::stale(()));
    }
    if goal::approve(&mut change, &write, id, revision).await? {
        settle(&mut change, &write, id).await?;
        tell(&mut change, &write, EventKind::GoalAgreed, id, &found.now.terms.title).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Ends a goal; ended before, it stays as it ended.
pub async fn end(portal: &Portal, actor: &Actor, customer: CustomerId, id: GoalId, form: &EndGoalForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    let read = read?;
    let reason = read.reason.map(String::from).unwrap_or_default();
    if goal::end(&mut change, &write, id, read.outcome, &reason).await? {
        let kind = match read.outcome {
            GoalOutcome::Reached => EventKind::GoalReached,
            GoalOutcome::GivenUp => EventKind::GoalGivenUp,
        };
        tell(&mut change, &write, kind, id, &found.now.terms.title).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Lets a goal that ended go on; going on already, it does.
pub async fn resume(portal: &Portal, actor: &Actor, customer: CustomerId, id: GoalId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    if goal::resume(&mut change, &write, id).await? {
        settle(&mut change, &write, id).await?;
        tell(&mut change, &write, EventKind::GoalResumed, id, &found.now.terms.title).await?;
    }
    Ok(portal.commit(change).await?)
}
