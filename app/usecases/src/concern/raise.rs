//! Raising a concern in a phase.

use super::RaiseForm;
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    idempotency,
    merge::filled,
    phase::tell,
    portal::access_to,
    thread::rate_limit,
};
use coplan_domain::{
    event::EventKind,
    id::{ConcernId, CustomerId, PhaseId},
};
use coplan_store::{
    access::{Actor, hold},
    concern, phase,
};
use jiff::civil::Date;
use std::sync::Arc;

/// In which phase a concern would be raised.
#[derive(Debug, Clone)]
pub struct RaiseContext {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What the phase is called.
    pub phase_name: String,
    /// The reader's day.
    pub today: Date,
}

/// Looks up in which phase a concern would be raised, for who may.
pub async fn begin_raise(portal: &Portal, actor: &Actor, customer: CustomerId, id: PhaseId) -> Result<RaiseContext, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let found = phase::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    if !crate::phase::writes(portal, &mut conn, actor, &access).await? {
        return Err(Error::NotResponsible);
    }
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    Ok(RaiseContext { layout, phase_name: found.terms.name, today: portal.today(actor) })
}

/// Raises a concern in a phase; raised before with the same form, it is raised already.
pub async fn raise(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PhaseId,
    form: &RaiseForm,
) -> Result<ConcernId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.process_write(&mut change).await?;
    phase::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let words = String::from(read?.words);
    for concern in idempotency::ids::<ConcernId>(form.id.0, &filled(form)) {
        if concern::insert(&mut change, &write, concern, id, &words).await? {
            rate_limit::check(&mut change, actor, "words").await?;
            tell(&mut change, &write, EventKind::ConcernRaised, &words).await?;
            portal.commit(change).await?;
            return Ok(concern);
        }
        let known = concern::find(&mut change, write.plan(), concern).await?.ok_or(Error::NotFound)?;
        if known.words == words {
            return Ok(concern);
        }
    }
    Err(Error::NotFound)
}
