//! Writing phases down and changing them. What the customer's people change is their proposal; so is what the supplier's
//! people change in the customer's words. Everything else holds at once.

use super::{
    NewPhaseForm, PhaseForm,
    show::{held, nameable},
    tell, write_of,
};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    idempotency,
    merge::{self, filled},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, PersonId, PhaseId},
    person::{Language, Side},
    process::{Phase, PhaseTerms},
};
use coplan_store::{
    Change,
    access::{Actor, ProcessWrite, hold},
    phase::{self, Settled},
};

/// Writes down the phases of the template, called as the language of most of the customer's people has it; where there are
/// phases, nothing is done.
pub async fn begin(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    names: impl Fn(Language) -> Vec<String>,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    held.plan_write(&mut change).await?;
    let write = held.process_write(&mut change).await?;
    if !phase::list(&mut change, write.plan()).await?.is_empty() {
        return Ok(());
    }
    let language = phase::find_language(&mut change, write.plan()).await?.unwrap_or(Language::En);
    let names = names(language);
    for name in &names {
        let id = change.id::<PhaseId>();
        phase::insert(&mut change, &write, id, &PhaseTerms::named(name.clone()), true).await?;
    }
    tell(&mut change, &write, EventKind::ProcessBegun, &names.join(", ")).await?;
    Ok(portal.commit(change).await?)
}

/// Adds a phase behind the others, by a member as a proposal; added before with the same form, it is there already.
pub async fn add(portal: &Portal, actor: &Actor, customer: CustomerId, form: &NewPhaseForm) -> Result<PhaseId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.process_write(&mut change).await?;
    let terms = PhaseTerms::from(read?);
    let is_agreed = write.side() == Side::Supplier;
    for id in idempotency::ids::<PhaseId>(form.id.0, &filled(form)) {
        if phase::insert(&mut change, &write, id, &terms, is_agreed).await? {
            if !is_agreed {
                let base = PhaseForm::of(&terms, 0).was;
                phase::propose(&mut change, &write, (id, 1), &terms, &base).await?;
            }
            let kind = if is_agreed { EventKind::PhaseAdded } else { EventKind::PhaseProposed };
            tell(&mut change, &write, kind, &terms.name).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let known = phase::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        if (&known.terms.name, &known.terms.goal) == (&terms.name, &terms.goal) {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}

/// Changes what a phase says, together with what others have changed since; or proposes it to the other side, and says so
/// with true.
///
/// # Errors
/// [`Error`]; `Stale` with the phase as it is now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PhaseId,
    form: &PhaseForm,
) -> Result<bool, Error<Phase>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let access = hold(&mut change, actor, customer).await?.access;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    read?;
    let theirs = PhaseForm::of(&held(&found, write.side()), found.version);
    let merged = merge::merged(form, &theirs).and_then(|form| form.parse().ok());
    let terms = PhaseTerms::from(merged.ok_or_else(|| Error::stale(found.clone()))?);
    let [owners, staff] = nameable(portal, &mut change, actor, &access, &found).await.map_err(Error::widened)?;
    for (field, person, known) in [("owner", terms.owner, owners), ("staff", terms.staff, staff)] {
        verify(field, person, &known)?;
    }
    let proposes = match write.side() {
        Side::Customer => terms != found.terms,
        Side::Supplier => found.voice == Side::Customer && terms.differs_for_customer(&found.terms),
    };
    let is_done = settle(&mut change, &write, &found, &terms, proposes).await?;
    if !is_done {
        return Err(Error::stale(found));
    }
    portal.commit(change).await?;
    Ok(proposes)
}

fn verify(field: &'static str, person: Option<PersonId>, known: &[(PersonId, String)]) -> Result<(), Error<Phase>> {
    match person {
        Some(person) if known.iter().all(|(known, _)| *known != person) => {
            Err(Error::Invalid(vec![FieldProblem { field, problem: Problem::NotOneOf }]))
        }
        _ => Ok(()),
    }
}

async fn settle(
    change: &mut Change,
    write: &ProcessWrite,
    found: &Phase,
    terms: &PhaseTerms,
    proposes: bool,
) -> coplan_store::Result<bool> {
    if proposes {
        if *terms == held(found, write.side()) && found.open(write.side()).is_some() {
            return Ok(true);
        }
        let base = PhaseForm::of(&found.terms, 0).was;
        let is_done = phase::propose(change, write, (found.id, found.version), terms, &base).await?;
        tell(change, write, EventKind::PhaseProposed, &terms.name).await?;
        return Ok(is_done);
    }
    phase::withdraw(change, write, found.id).await?;
    if *terms == found.terms && found.is_agreed {
        return Ok(true);
    }
    if write.side() == Side::Customer {
        return Ok(true);
    }
    let is_done = phase::update(change, write, found.id, found.version, Settled { terms, voice: found.voice }).await?;
    tell(change, write, EventKind::PhaseChanged, &terms.name).await?;
    Ok(is_done)
}

/// Moves a phase one place earlier or later, from the place where it was read; moved since, it stays.
pub async fn shift(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PhaseId,
    (place, later): (i64, bool),
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    if found.place != place {
        return Ok(());
    }
    let all = phase::list(&mut change, write.plan()).await?;
    let other = if later { all.iter().find(|it| it.place > place) } else { all.iter().rev().find(|it| it.place < place) };
    if let Some(other) = other {
        phase::swap(&mut change, &write, (id, place), (other.id, other.place)).await?;
        tell(&mut change, &write, EventKind::PhaseChanged, &found.terms.name).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Removes a phase in which no concern waits; removed before, it stays so.
pub async fn remove(portal: &Portal, actor: &Actor, customer: CustomerId, id: PhaseId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.plan_write(&mut change).await?;
    let found = phase::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    if phase::remove(&mut change, &write, id).await? {
        tell(&mut change, &write, EventKind::PhaseRemoved, &found.terms.name).await?;
    }
    Ok(portal.commit(change).await?)
}
