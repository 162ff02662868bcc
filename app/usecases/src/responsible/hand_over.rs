//! Handing a customer, or one of its projects, over to a colleague.

use super::{HandOverForm, Matter, ResponsibleView, find, matter_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    record::record,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ProjectId},
    person::StaffPerson,
};
use coplan_store::{
    Change, StoreError,
    access::{AccountAdmin, Actor, hold},
    person::{self, InCharge},
    responsibility, staff,
};

/// Hands the customer, or one of its projects, over from this moment on. Handed to whoever has it already,
/// nothing changes.
///
/// # Errors
/// [`Error`]; `Stale` with who has it now, where somebody else handed it over meanwhile; `NotResponsible` for
/// specialists.
pub async fn hand_over(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: Option<ProjectId>,
    form: &HandOverForm,
) -> Result<(), Error<ResponsibleView>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    held.actor.staff().ok_or(Error::NotFound)?;
    let matter = matter_of(&mut change, held.access.plan, project).await?.ok_or(Error::NotFound)?;
    let write = held.account_admin().map_err(|_| Error::NotResponsible)?;
    let to = form.parse()?.to;
    let access = held.access;
    let holder = responsibility::find(&mut change, access.plan, matter.id).await?.ok_or(Error::NotFound)?;
    if holder == to {
        return Ok(());
    }
    if holder != form.from {
        let theirs = find(portal, &mut change, &access, matter.id, portal.moment(actor)).await?;
        return Err(Error::stale(theirs));
    }
    staff::lock(&mut change, &write, [to]).await?;
    let Some(heir) = person::find_in_charge(&mut change, to, InCharge::Customer(customer)).await? else {
        return Err(Error::Invalid(vec![FieldProblem { field: "to", problem: Problem::NotOneOf }]));
    };
    pass(&mut change, &write, &matter, &heir).await?;
    Ok(portal.commit(change).await?)
}

/// From now on the heir has the matter, and whoever may know of it can read so.
pub(crate) async fn pass(
    change: &mut Change,
    write: &AccountAdmin,
    matter: &Matter,
    heir: &StaffPerson,
) -> Result<(), StoreError> {
    responsibility::insert(change, write, matter.id, heir.person.id).await?;
    let object = (matter.object, matter.id);
    record(change, write, EventKind::HandedOver, object, &heir.person.name, matter.audience).await
}
