//! Changing a customer's details, and what only the supplier's people know of it.

use super::{
    NUMBER_TAKEN,
    form::{CustomerForm, InternalForm, ReadInternal},
    identity::doubts,
};
use crate::{Error, Portal, form::Parse, merge, record::record};
use coplan_domain::{
    customer::Customer,
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::CodePolicy,
};
use coplan_store::{
    access::{AccountAdmin, Actor},
    customer::{self, CustomerInternal},
    device,
};

/// Changes a customer's details, together with what others have changed of them since. Where it asks for a code from now
/// on, whoever is in by a link alone is out.
pub async fn change(portal: &Portal, actor: &Actor, id: CustomerId, form: &CustomerForm) -> Result<(), Error<Customer>> {
    let mut change = portal.change().await?;
    let asks_for_code = form.code_policy != CodePolicy::Never.as_str();
    let admin = if asks_for_code {
        // Locked as coming in locks them, so that none comes in by a link alone meanwhile.
        AccountAdmin::prove_with_members(&mut change, actor, id).await?
    } else {
        AccountAdmin::prove(&mut change, actor, id).await?
    };
    form.parse()?;
    let present = customer::find(&mut change, admin.plan()).await?;
    let merged = merge::merged(form, &CustomerForm::of(&present)).and_then(|form| form.parse().ok());
    let details = merged.ok_or_else(|| Error::stale(present.clone()))?;
    let to = details.put_into(&present);
    if !form.confirmed {
        let doubts = doubts(&mut change, actor.staff().ok_or(Error::NotFound)?, &to, Some(&present)).await?;
        if !doubts.is_empty() {
            return Err(Error::Invalid(doubts));
        }
    }
    let kept = customer::update(&mut change, &admin, &to)
        .await
        .map_err(|error| if error.is_taken() { Error::Invalid(vec![NUMBER_TAKEN]) } else { error.into() })?;
    if !kept {
        return Err(Error::stale(present));
    }
    device::remove_unproved(&mut change, &admin).await?;
    let object = (ObjectKind::Customer, id.0);
    record(&mut change, &admin, EventKind::CustomerChanged, object, &to.name, Audience::Internal).await?;
    portal.commit(change).await?;
    Ok(())
}

/// Changes what only the supplier's people know of a customer, together with what others have changed of it since.
pub async fn change_internal(
    portal: &Portal,
    actor: &Actor,
    id: CustomerId,
    form: &InternalForm,
) -> Result<(), Error<CustomerInternal>> {
    let mut change = portal.change().await?;
    let admin = AccountAdmin::prove(&mut change, actor, id).await?;
    form.parse()?;
    let present = customer::find_internal(&mut change, admin.internal()).await?;
    let merged = merge::merged(form, &InternalForm::of(&present)).and_then(|form| form.parse().ok());
    let ReadInternal { segment, about } = merged.ok_or_else(|| Error::stale(present.clone()))?;
    let segment = segment.map(String::from).unwrap_or_default();
    let to = CustomerInternal { segment, about: about.map(String::from).unwrap_or_default(), version: present.version };
    if !customer::update_internal(&mut change, &admin, &to).await? {
        let present = customer::find_internal(&mut change, admin.internal()).await?;
        return Err(Error::stale(present));
    }
    let name = customer::find(&mut change, admin.plan()).await?.name;
    let object = (ObjectKind::Customer, id.0);
    record(&mut change, &admin, EventKind::CustomerChanged, object, &name, Audience::Internal).await?;
    portal.commit(change).await?;
    Ok(())
}
