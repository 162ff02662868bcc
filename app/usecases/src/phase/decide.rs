//! Accepting or declining what the other side proposes of a phase.

use super::{DeclinePhaseForm, ProposalView, begin_change, merge, show::PhaseEditor, tell, write_of};
use crate::{Error, Portal, form::Parse};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, PhaseId, PhaseProposalId},
    person::Side,
    process::{Phase, PhaseProposal, ProposalDecision},
};
use coplan_store::{
    access::Actor,
    phase::{self, Settled},
};

/// The open proposal of the other side; it must be the one that was read.
fn open<'a, T>(found: &'a Phase, side: Side, read: &str) -> Result<&'a PhaseProposal, Error<T>> {
    let other = if side == Side::Customer { Side::Supplier } else { Side::Customer };
    let known = found.proposals.iter().find(|it| it.side == other).ok_or(Error::NotFound)?;
    let read: PhaseProposalId = read.parse().map_err(|_| Error::NotFound)?;
    if known.id == read { Ok(known) } else { Err(Error::NotFound) }
}

/// Accepts a proposal of the other side exactly as it was read: what it changes holds from then on. Where it was decided or
/// withdrawn meanwhile, it is not there any more.
pub async fn accept(portal: &Portal, actor: &Actor, customer: CustomerId, id: PhaseId, proposal: &str) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    let known = open(&found, write.side(), proposal)?;
    let terms = merge::proposed(&found.terms, known);
    let is_theirs = write.side() == Side::Customer || terms.differs_for_customer(&found.terms) || !found.is_agreed;
    let voice = if is_theirs { Side::Customer } else { found.voice };
    if phase::decide(&mut change, &write, (id, known.id), ProposalDecision::Accepted, "").await? {
        phase::update(&mut change, &write, id, found.version, Settled { terms: &terms, voice }).await?;
        tell(&mut change, &write, EventKind::PhaseAccepted, &terms.name).await?;
    }
    Ok(portal.commit(change).await?)
}

/// A phase with the open proposal of the other side, for who may decide on it.
pub async fn begin_decline(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PhaseId,
) -> Result<(PhaseEditor, ProposalView), Error> {
    let editor = begin_change(portal, actor, customer, id).await?;
    let is_open = |it: &ProposalView| it.proposal.side != editor.side && it.proposal.declined.is_none();
    let view = super::PhaseView::from(editor.phase.clone()).proposals.into_iter().find(is_open).ok_or(Error::NotFound)?;
    Ok((editor, view))
}

/// Declines a proposal of the other side with a reason, which its side reads.
pub async fn decline(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PhaseId,
    form: &DeclinePhaseForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    let reason = String::from(read?.reason);
    let known = open(&found, write.side(), &form.proposal)?;
    if phase::decide(&mut change, &write, (id, known.id), ProposalDecision::Declined, &reason).await? {
        tell(&mut change, &write, EventKind::PhaseDeclined, &known.terms.name).await?;
    }
    Ok(portal.commit(change).await?)
}
