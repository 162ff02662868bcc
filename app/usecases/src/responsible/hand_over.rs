//! Handing a customer, or one of its projects, over to a colleague.

use super::{HandOverForm, Matter, ResponsibleView, find, matter_of};
use crate::{
    Portal,
    edit::EditError,
    form::{FieldProblem, Parse, Problem},
    portal::{event, lock},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ProjectId},
    person::StaffPerson,
};
use coplan_store::{
    Change, StoreError,
    access::{Actor, Staff},
    person, responsibility, staff,
};

/// Hands the customer, or one of its projects, over from this moment on. Handed to whoever has it already,
/// nothing changes.
///
/// # Errors
/// [`EditError`]; `Stale` with who has it now, where somebody else handed it over meanwhile; `NotResponsible` for
/// specialists.
pub async fn hand_over(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: Option<ProjectId>,
    form: &HandOverForm,
) -> Result<(), EditError<ResponsibleView>> {
    let mut change = portal.change_touched().await?;
    let access = lock(&mut change, actor, customer).await?.ok_or(EditError::NotFound)?;
    let by = actor.staff().ok_or(EditError::NotFound)?;
    let matter = matter_of(&mut change, &access, project).await?.ok_or(EditError::NotFound)?;
    if !by.keeps_plans() {
        return Err(EditError::NotResponsible);
    }
    let to = form.parse()?.to;
    let now = change.now();
    let holder = responsibility::find_at(&mut change, access.plan, matter.id, now).await?.ok_or(EditError::NotFound)?;
    if holder == to {
        return Ok(());
    }
    if holder != form.from {
        let theirs = find(portal, &mut change, &access, matter.id, portal.moment(actor)).await?;
        return Err(EditError::Stale(Box::new(theirs)));
    }
    staff::lock(&mut change, [to]).await?;
    let Some(heir) = person::find_staff(&mut change, to).await? else {
        return Err(EditError::Invalid(vec![FieldProblem { field: "to", problem: Problem::NotOneOf }]));
    };
    pass(&mut change, by, customer, &matter, &heir).await?;
    Ok(portal.commit(change).await?)
}

/// From now on the heir has the matter, and whoever may know of it can read so.
pub(crate) async fn pass(
    change: &mut Change,
    by: &Staff,
    customer: CustomerId,
    matter: &Matter,
    heir: &StaffPerson,
) -> Result<(), StoreError> {
    responsibility::insert(change, by, customer, matter.id, heir.person.id).await?;
    let (by, object) = (by.entered().person(), (matter.object, matter.id));
    let handed = event(change, customer, by, EventKind::HandedOver, object, &heir.person.name, matter.audience);
    change.record(handed).await
}
