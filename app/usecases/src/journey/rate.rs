//! Saying how a contact was, why, and what the supplier says to that.

use super::{AnswerMomentForm, MomentWordsForm, show::find_touch};
use crate::{Error, Portal, form::Parse, record::record};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, MomentId},
    moment::{Moment, Rating, Touch, TouchKind},
    person::Scope,
};
use coplan_store::{
    Change,
    access::{Access, Actor, CustomerWrite, hold},
    message, moment,
};

/// Who may know that somebody said how a contact was: whoever may know of the contact.
async fn audience(change: &mut Change, access: &Access, of: Touch) -> Result<Audience, Error> {
    Ok(match of.kind {
        TouchKind::Contact => Audience::Scope(Scope::Discussion),
        TouchKind::Meeting => Audience::Scope(Scope::Meetings),
        TouchKind::Report => Audience::Scope(Scope::Plan),
        TouchKind::Message => {
            let scope = access.discussion.ok_or(Error::NotFound)?;
            let plain = message::find(change, scope, None, of.id.into()).await?;
            if plain.is_some() { Audience::Scope(Scope::Discussion) } else { Audience::MoneyDiscussion }
        }
    })
}

async fn tell(
    change: &mut Change,
    write: &impl CustomerWrite,
    access: &Access,
    (kind, of): (EventKind, Touch),
) -> Result<(), Error> {
    let audience = audience(change, access, of).await?;
    Ok(record(change, write, kind, (ObjectKind::Journey, write.customer().0), "", audience).await?)
}

/// Keeps how the actor found a contact; said so before, that holds. Another press says it otherwise.
///
/// # Errors
/// [`Error::NotFound`] for the supplier's people, and where the actor does not see the contact.
pub async fn rate(portal: &Portal, actor: &Actor, customer: CustomerId, of: Touch, rating: Rating) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.feedback_write()?;
    find_touch(&mut change, &held.access, of).await?.ok_or(Error::NotFound)?;
    if moment::find_own(&mut change, &held.access, of).await?.is_some_and(|own| own.rating == rating) {
        return Ok(());
    }
    let id = change.id();
    moment::rate(&mut change, &write, (id, of), rating).await?;
    let kind = match rating {
        Rating::Good => EventKind::MomentPraised,
        Rating::Bad => EventKind::MomentFaulted,
    };
    tell(&mut change, &write, &held.access, (kind, of)).await?;
    Ok(portal.commit(change).await?)
}

/// Removes what the actor said of a contact, as long as nobody has answered it; nothing said, that holds.
///
/// # Errors
/// The same.
pub async fn withdraw(portal: &Portal, actor: &Actor, customer: CustomerId, of: Touch) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.feedback_write()?;
    find_touch(&mut change, &held.access, of).await?.ok_or(Error::NotFound)?;
    let own = moment::find_own(&mut change, &held.access, of).await?;
    if own.is_none_or(|own| own.answer.is_some()) {
        return Ok(());
    }
    moment::withdraw(&mut change, &write, of).await?;
    Ok(portal.commit(change).await?)
}

async fn found(change: &mut Change, access: &Access, id: MomentId) -> Result<Moment, Error> {
    moment::find(change, access, id).await?.ok_or(Error::NotFound)
}

/// Keeps why the actor found a contact so; said so before, that holds. What is said anew of a bad one waits anew.
///
/// # Errors
/// [`Error::NotFound`] also for what somebody else said.
pub async fn say(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MomentId,
    form: &MomentWordsForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.feedback_write()?;
    let own = found(&mut change, &held.access, id).await?;
    if own.by != actor.person() {
        return Err(Error::NotFound);
    }
    let words = read?.words.map(String::from).unwrap_or_default();
    if words == own.words {
        return Ok(());
    }
    moment::update_words(&mut change, &write, id, &words).await?;
    Ok(portal.commit(change).await?)
}

/// Keeps what the supplier says to a moment; said so before, that holds.
///
/// # Errors
/// [`Error`]; `Stale` where it was said otherwise, or answered by a colleague, since the form was drawn.
pub async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MomentId,
    form: &AnswerMomentForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.plan_write(&mut change).await?;
    let moment = moment::find(&mut change, &held.access, id).await?.ok_or(Error::NotFound)?;
    let words = String::from(read?.answer);
    if moment.answer.as_ref().is_some_and(|answer| answer.words == words && answer.at >= moment.at) {
        return Ok(());
    }
    if moment.at.as_millisecond() != form.rated_at || !moment.waits() {
        return Err(Error::stale(()));
    }
    moment::answer(&mut change, &write, id, &words).await?;
    let audience = audience(&mut change, &held.access, moment.of).await.map_err(Error::widened)?;
    let object = (ObjectKind::Journey, write.customer().0);
    record(&mut change, &write, EventKind::MomentAnswered, object, "", audience).await?;
    Ok(portal.commit(change).await?)
}
