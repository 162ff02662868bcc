//! Inviting lead users to try an idea, and what they say.

use super::{IdeaView, InviteForm, show, tell};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    portal::access_to,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, IdeaId},
    idea::TrialAnswer,
};
use coplan_store::{
    access::{Actor, hold},
    idea,
    survey::{self, Askable},
};

/// An idea for whoever may invite somebody to try it, with whom it can invite.
pub async fn begin_invite(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: IdeaId,
) -> Result<(IdeaView, Vec<Askable>), Error> {
    let view = show(portal, actor, customer, id).await?;
    if actor.staff().is_none() {
        return Err(Error::NotFound);
    }
    if !view.list.may_decide {
        return Err(Error::NotResponsible);
    }
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let mut people = survey::list_askable(&mut conn, access.plan).await?;
    people.retain(|one| view.idea.trial_of(one.person).is_none());
    Ok((view, people))
}

/// Invites one of the customer's people to try an idea; invited before, that holds.
pub async fn invite(portal: &Portal, actor: &Actor, customer: CustomerId, id: IdeaId, form: &InviteForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let found = idea::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let person = read?.person;
    if survey::list_askable(&mut change, write.plan()).await?.iter().all(|one| one.person != person) {
        return Err(Error::Invalid(vec![FieldProblem { field: "person", problem: Problem::NotOneOf }]));
    }
    if idea::insert_trial(&mut change, &write, id, person).await? {
        tell(&mut change, &write, EventKind::IdeaInvited, id, &found.said.what).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Answers the actor's own invitation; answered so before, that holds.
///
/// # Errors
/// [`Error::NotFound`] also where the actor was not invited.
pub async fn answer_trial(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: IdeaId,
    answer: TrialAnswer,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.idea_write()?;
    let found = idea::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    if found.trial_of(actor.person()).is_none() {
        return Err(Error::NotFound);
    }
    if idea::answer_trial(&mut change, &write, id, answer).await? {
        let kind = match answer {
            TrialAnswer::Yes => EventKind::IdeaTrialJoined,
            TrialAnswer::No => EventKind::IdeaTrialDeclined,
        };
        tell(&mut change, &write, kind, id, &found.said.what).await?;
    }
    Ok(portal.commit(change).await?)
}
