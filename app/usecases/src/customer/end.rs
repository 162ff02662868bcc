//! Ending a customer, and letting it go on after all.

use super::{change::hold_members, create::find_responsible};
use crate::{
    Portal, account_admin,
    edit::{AccessError, AddError},
    form::{FieldProblem, Problem},
    portal::event,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::Scope,
};
use coplan_store::{access::Actor, customer, device, responsibility};

const PLAN: Audience = Audience::Scope(Scope::Plan);

/// Ends a customer: its members are out at their next request, and nothing of it waits for anybody. Nothing is deleted.
/// Ended before, it stays so.
///
/// # Errors
/// [`AccessError::NotFound`] for whoever does not keep the customer.
pub async fn end_customer(portal: &Portal, actor: &Actor, id: CustomerId) -> Result<(), AccessError> {
    let mut change = portal.change().await?;
    let admin = account_admin::find(&mut change, actor, id).await?.ok_or(AccessError::NotFound)?;
    customer::lock(&mut change, admin.plan).await?;
    let present = customer::find(&mut change, admin.plan).await?;
    if present.ended_at.is_some() {
        return Ok(());
    }
    let now = change.now();
    customer::update_ended(&mut change, admin.internal, Some(now)).await?;
    let object = (ObjectKind::Customer, id.0);
    let happened = event(&change, id, actor.person(), EventKind::CustomerEnded, object, &present.name, PLAN);
    change.record(happened).await?;
    Ok(portal.commit(change).await?)
}

/// Lets an ended customer go on, in the hands of one of the supplier's people: whoever had it may have left meanwhile. Its
/// members see it again with what they had. Going on already, it stays as it is.
///
/// # Errors
/// [`AddError::NotFound`] for whoever does not keep the customer, [`AddError::Invalid`] where nobody is chosen to have it.
pub async fn resume_customer(portal: &Portal, actor: &Actor, id: CustomerId, responsible: &str) -> Result<(), AddError> {
    let mut change = portal.change().await?;
    let admin = account_admin::find(&mut change, actor, id).await?.ok_or(AddError::NotFound)?;
    hold_members(&mut change, &admin).await?;
    customer::lock(&mut change, admin.plan).await?;
    let present = customer::find(&mut change, admin.plan).await?;
    if present.ended_at.is_none() {
        return Ok(());
    }
    let Some(heir) = find_responsible(&mut change, responsible).await? else {
        return Err(AddError::Invalid(vec![FieldProblem { field: "responsible", problem: Problem::NotOneOf }]));
    };
    customer::update_ended(&mut change, admin.internal, None).await?;
    // While it was no customer of theirs, members may have come in by a link alone where others ask for no code.
    device::remove_unproved(&mut change, admin.internal).await?;
    let (now, object) = (change.now(), (ObjectKind::Customer, id.0));
    let resumed = event(&change, id, actor.person(), EventKind::CustomerResumed, object, &present.name, PLAN);
    change.record(resumed).await?;
    let holder = responsibility::find_at(&mut change, admin.plan, id.0, now).await?;
    if holder != Some(heir.person.id) {
        responsibility::insert(&mut change, admin.staff, id, id.0, heir.person.id).await?;
        let over = event(&change, id, actor.person(), EventKind::HandedOver, object, &heir.person.name, PLAN);
        change.record(over).await?;
    }
    Ok(portal.commit(change).await?)
}
