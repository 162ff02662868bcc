//! Saying how far an idea is, with the reason.

use super::{MoveIdeaForm, tell};
use crate::{Error, Portal, form::Parse};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, IdeaId},
};
use coplan_store::{
    access::{Actor, hold},
    idea,
};

/// Says how far an idea is and why; said before with the same form, it is said already.
///
/// # Errors
/// [`Error`]; `Stale` where somebody has moved it since the form was drawn.
pub async fn decide(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: IdeaId,
    form: &MoveIdeaForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let found = idea::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let read = read?;
    if found.steps.iter().any(|step| step.id == form.id) {
        return Ok(());
    }
    if form.was != found.state.as_str() {
        return Err(Error::stale(()));
    }
    let reason = String::from(read.reason);
    if !idea::insert_step(&mut change, &write, (id, form.id), (read.state, &reason)).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, EventKind::IdeaMoved, id, &found.said.what).await?;
    Ok(portal.commit(change).await?)
}
