//! Writing down what a customer will need, changing it, and removing it.

use super::{ChangeNeedForm, NeedForm, is_near};
use crate::{
    Error, Portal,
    form::Parse,
    idempotency,
    merge::{self, filled},
    record::record,
    thread::rate_limit,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, NeedId},
    need::{Need, NeedWords},
    person::Scope,
};
use coplan_store::{
    Change,
    access::{Actor, CustomerWrite, NeedWrite, hold},
    need,
};

async fn tell(change: &mut Change, write: &NeedWrite, kind: EventKind, what: &str) -> coplan_store::Result<()> {
    record(change, write, kind, (ObjectKind::YearPlan, write.customer().0), what, Audience::Scope(Scope::Plan)).await
}

/// Keeps what is needed and gives its year; kept before with the same form, it is there already.
///
/// # Errors
/// [`Error::NotFound`] also for a year that is far away.
pub async fn add(portal: &Portal, actor: &Actor, customer: CustomerId, form: &NeedForm) -> Result<i16, Error> {
    let read = form.parse();
    let today = portal.today(actor);
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.need_write(&mut change).await?;
    let said = NeedWords::from(read?);
    if !is_near(form.year, today) {
        return Err(Error::NotFound);
    }
    for id in idempotency::ids::<NeedId>(form.id.0, &filled(form)) {
        if need::insert(&mut change, &write, (id, form.year), &said).await? {
            rate_limit::check(&mut change, actor, "what").await?;
            tell(&mut change, &write, EventKind::NeedAdded, &said.what).await?;
            portal.commit(change).await?;
            return Ok(form.year);
        }
        let known = need::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        if known.said == said && known.year == form.year {
            return Ok(known.year);
        }
    }
    Err(Error::NotFound)
}

/// Changes a need, together with what others have changed since, and gives its year. The same words again change nothing.
///
/// # Errors
/// [`Error`]; `Stale` with the need as it is now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: NeedId,
    form: &ChangeNeedForm,
) -> Result<i16, Error<Need>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.need_write(&mut change).await?;
    let found = need::find(&mut change, write.plan(), id).await?.filter(|need| !need.is_removed).ok_or(Error::NotFound)?;
    read?;
    let merged = merge::merged(form, &ChangeNeedForm::of(&found)).and_then(|form| form.parse().ok());
    let said = NeedWords::from(merged.ok_or_else(|| Error::stale(found.clone()))?);
    if said == found.said {
        return Ok(found.year);
    }
    if !need::update(&mut change, &write, (id, found.version), &said).await? {
        return Err(Error::stale(found));
    }
    tell(&mut change, &write, EventKind::NeedChanged, &said.what).await?;
    portal.commit(change).await?;
    Ok(found.year)
}

/// Removes a need and gives its year; removed before, it is so already.
pub async fn remove(portal: &Portal, actor: &Actor, customer: CustomerId, id: NeedId) -> Result<i16, Error> {
    set_removed(portal, actor, customer, (id, true)).await
}

/// Brings a removed need back and gives its year; there already, it is so.
pub async fn restore(portal: &Portal, actor: &Actor, customer: CustomerId, id: NeedId) -> Result<i16, Error> {
    set_removed(portal, actor, customer, (id, false)).await
}

async fn set_removed(portal: &Portal, actor: &Actor, customer: CustomerId, (id, removes): (NeedId, bool)) -> Result<i16, Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.need_write(&mut change).await?;
    let found = need::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let at = removes.then(|| change.now());
    if need::set_removed(&mut change, &write, id, at).await? {
        let kind = if removes { EventKind::NeedRemoved } else { EventKind::NeedBroughtBack };
        tell(&mut change, &write, kind, &found.said.what).await?;
        portal.commit(change).await?;
    }
    Ok(found.year)
}
