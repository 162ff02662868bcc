//! The customer's own process in phases: written down together, changed by either side with the other's consent.

mod change;
mod decide;
mod form;
mod merge;
mod show;

pub use change::{add, begin, change, remove, shift};
pub use decide::{accept, begin_decline, decline};
pub use form::{DeclinePhaseForm, NewPhaseForm, PhaseForm};
pub(crate) use show::writes;
pub use show::{PhaseEditor, PhaseView, ProcessView, ProposalView, begin_change, list};

use crate::{Error, record::record};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, PhaseId},
    person::Scope,
    process::Phase,
};
use coplan_store::{
    Change, Result,
    access::{Actor, CustomerWrite, ProcessWrite, hold},
    phase,
};

/// Keeps what happened in the customer's process.
pub(crate) async fn tell(change: &mut Change, write: &impl CustomerWrite, kind: EventKind, words: &str) -> Result<()> {
    let object = (ObjectKind::Process, write.customer().0);
    record(change, write, kind, object, &crate::feedback::label(words), Audience::Scope(Scope::Plan)).await
}

/// The right to write in the customer's process, with one phase as it is.
async fn write_of<T>(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: PhaseId,
) -> std::result::Result<(ProcessWrite, Phase), Error<T>> {
    let write = hold(change, actor, customer).await?.process_write(change).await?;
    let found = phase::find(change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    Ok((write, found))
}
