//! Changing a customer's details, and what only the supplier's people know of it.

use super::{
    NUMBER_TAKEN,
    form::{CustomerForm, InternalForm, ReadInternal},
};
use crate::{
    InternalError, Portal,
    account_admin::{self, AccountAdmin},
    form::{FieldProblem, Parse},
    merge,
    portal::event,
};
use coplan_domain::{
    customer::Customer,
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, PersonId},
    person::CodePolicy,
};
use coplan_store::{
    Change, StoreError,
    access::Actor,
    customer::{self, CustomerInternal},
    device, membership, person,
};
use std::collections::BTreeSet;

/// Why a customer's details are not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeCustomerError {
    /// Not yours or not there.
    #[error("not found")]
    NotFound,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// Somebody else has changed them since.
    #[error("changed by somebody else")]
    Stale(Box<Customer>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChangeCustomerError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Changes a customer's details, together with what others have changed of them since. Where it asks for a code from now
/// on, whoever is in by a link alone is out.
///
/// # Errors
/// [`ChangeCustomerError`].
pub async fn change_customer(
    portal: &Portal,
    actor: &Actor,
    id: CustomerId,
    form: &CustomerForm,
) -> Result<(), ChangeCustomerError> {
    let mut change = portal.change().await?;
    let admin = account_admin::find(&mut change, actor, id).await?.ok_or(ChangeCustomerError::NotFound)?;
    form.parse().map_err(ChangeCustomerError::Invalid)?;
    let present = customer::find(&mut change, admin.plan).await?;
    let merged = merge::merged(form, &CustomerForm::of(&present)).and_then(|form| form.parse().ok());
    let details = merged.ok_or_else(|| ChangeCustomerError::Stale(Box::new(present.clone())))?;
    let to = details.put_into(&present);
    if present.code_policy == CodePolicy::Never && to.code_policy != CodePolicy::Never {
        hold_members(&mut change, &admin).await?;
    }
    let kept = customer::update(&mut change, admin.internal, &to)
        .await
        .map_err(|error| if error.is_taken() { ChangeCustomerError::Invalid(vec![NUMBER_TAKEN]) } else { error.into() })?;
    if !kept {
        return Err(ChangeCustomerError::Stale(Box::new(present)));
    }
    device::remove_unproved(&mut change, admin.internal).await?;
    let object = (ObjectKind::Customer, id.0);
    let happened = event(&change, id, actor.person(), EventKind::CustomerChanged, object, &to.name, Audience::Internal);
    change.record(happened).await?;
    portal.commit(change).await?;
    Ok(())
}

/// Takes hold of all members as coming in does, so that none comes in by a link alone meanwhile; in one order, so that
/// two customers of theirs that are changed at once wait for each other.
pub(super) async fn hold_members(change: &mut Change, admin: &AccountAdmin<'_>) -> Result<(), StoreError> {
    let members = membership::list(change, admin.people).await?;
    let people: BTreeSet<PersonId> = members.into_iter().map(|member| member.person.id).collect();
    for member in people {
        person::lock(change, member).await?;
    }
    Ok(())
}

/// Why what is internal is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeInternalError {
    /// Not yours or not there.
    #[error("not found")]
    NotFound,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// Somebody else has changed it since.
    #[error("changed by somebody else")]
    Stale(CustomerInternal),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChangeInternalError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Changes what only the supplier's people know of a customer, together with what others have changed of it since.
///
/// # Errors
/// [`ChangeInternalError`].
pub async fn change_internal(
    portal: &Portal,
    actor: &Actor,
    id: CustomerId,
    form: &InternalForm,
) -> Result<(), ChangeInternalError> {
    let mut change = portal.change().await?;
    let admin = account_admin::find(&mut change, actor, id).await?.ok_or(ChangeInternalError::NotFound)?;
    form.parse().map_err(ChangeInternalError::Invalid)?;
    let present = customer::find_internal(&mut change, admin.internal).await?;
    let merged = merge::merged(form, &InternalForm::of(&present)).and_then(|form| form.parse().ok());
    let ReadInternal { segment, about } = merged.ok_or_else(|| ChangeInternalError::Stale(present.clone()))?;
    let segment = segment.map(String::from).unwrap_or_default();
    let to = CustomerInternal { segment, about: about.map(String::from).unwrap_or_default(), version: present.version };
    if !customer::update_internal(&mut change, admin.internal, &to).await? {
        let present = customer::find_internal(&mut change, admin.internal).await?;
        return Err(ChangeInternalError::Stale(present));
    }
    let name = customer::find(&mut change, admin.plan).await?.name;
    let object = (ObjectKind::Customer, id.0);
    let happened = event(&change, id, actor.person(), EventKind::CustomerChanged, object, &name, Audience::Internal);
    change.record(happened).await?;
    portal.commit(change).await?;
    Ok(())
}
