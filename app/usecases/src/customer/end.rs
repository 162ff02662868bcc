//! Ending a customer, and letting it go on after all.

use super::create::find_responsible;
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem},
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::Scope,
};
use coplan_store::{
    access::{AccountAdmin, Actor},
    customer, device,
    person::InCharge,
    responsibility,
};

const PLAN: Audience = Audience::Scope(Scope::Plan);

/// Ends a customer: its members are out at their next request, and nothing of it waits for anybody. Nothing is deleted.
/// Ended before, it stays so.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not keep the customer.
pub async fn end(portal: &Portal, actor: &Actor, id: CustomerId) -> Result<(), Error> {
    let mut change = portal.change().await?;
    let admin = AccountAdmin::prove(&mut change, actor, id).await?;
    let present = customer::find(&mut change, admin.plan()).await?;
    if present.ended_at.is_some() {
        return Ok(());
    }
    let now = change.now();
    customer::update_ended(&mut change, &admin, Some(now)).await?;
    let object = (ObjectKind::Customer, id.0);
    record(&mut change, &admin, EventKind::CustomerEnded, object, &present.name, PLAN).await?;
    Ok(portal.commit(change).await?)
}

/// Lets an ended customer go on, in the hands of one of the supplier's people: whoever had it may have left meanwhile. Its
/// members see it again with what they had. Going on already, it stays as it is.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not keep the customer, [`Error::Invalid`] where nobody is chosen to have it.
pub async fn resume(portal: &Portal, actor: &Actor, id: CustomerId, responsible: &str) -> Result<(), Error> {
    let mut change = portal.change().await?;
    let admin = AccountAdmin::prove_with_members(&mut change, actor, id).await?;
    let present = customer::find(&mut change, admin.plan()).await?;
    if present.ended_at.is_none() {
        return Ok(());
    }
    let Some(heir) = find_responsible(&mut change, &admin, responsible, InCharge::Customer(id)).await? else {
        return Err(Error::Invalid(vec![FieldProblem { field: "responsible", problem: Problem::NotOneOf }]));
    };
    customer::update_ended(&mut change, &admin, None).await?;
    // While it was no customer of theirs, members may have come in by a link alone where others ask for no code.
    device::remove_unproved(&mut change, &admin).await?;
    let object = (ObjectKind::Customer, id.0);
    record(&mut change, &admin, EventKind::CustomerResumed, object, &present.name, PLAN).await?;
    let holder = responsibility::find(&mut change, admin.plan(), id.0).await?;
    if holder != Some(heir.person.id) {
        responsibility::insert(&mut change, &admin, id.0, heir.person.id).await?;
        record(&mut change, &admin, EventKind::HandedOver, object, &heir.person.name, PLAN).await?;
    }
    Ok(portal.commit(change).await?)
}
