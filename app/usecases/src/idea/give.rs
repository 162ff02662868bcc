//! Writing an idea, and supporting one of somebody else.

use super::{GiveIdeaForm, tell};
use crate::{Error, Portal, form::Parse, idempotency, merge::filled, thread::rate_limit};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, IdeaId},
    idea::IdeaWords,
};
use coplan_store::{
    access::{Actor, hold},
    idea,
};

/// Keeps an idea; kept before with the same form, it is there already.
pub async fn give(portal: &Portal, actor: &Actor, customer: CustomerId, form: &GiveIdeaForm) -> Result<IdeaId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.idea_write()?;
    let said = IdeaWords::from(read?);
    for id in idempotency::ids::<IdeaId>(form.id.0, &filled(form)) {
        if idea::insert(&mut change, &write, id, &said).await? {
            rate_limit::check(&mut change, actor, "what").await?;
            tell(&mut change, &write, EventKind::IdeaGiven, id, &said.what).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        if idea::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?.said == said {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}

/// Supports an idea of somebody else; supported before, that holds. One's own needs no support of oneself.
pub async fn support(portal: &Portal, actor: &Actor, customer: CustomerId, id: IdeaId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.idea_write()?;
    let found = idea::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    if found.by == actor.person() || found.is_supported_by(actor.person()) {
        return Ok(());
    }
    idea::insert_support(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Supports an idea no more; not supported, that holds.
pub async fn withdraw_support(portal: &Portal, actor: &Actor, customer: CustomerId, id: IdeaId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.idea_write()?;
    let found = idea::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    if !found.is_supported_by(actor.person()) {
        return Ok(());
    }
    idea::remove_support(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}
