//! What the customer decides of one version: who, when, and the hash of exactly its lines.

use super::VerdictForm;
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    record::record,
};
use coplan_domain::{
    acceptance::Verdict,
    event::{Audience, EventKind, ObjectKind},
    id::{AcceptanceId, CustomerId},
    person::Scope,
};
use coplan_store::{
    acceptance::{self, NewVerdict},
    access::{Actor, hold},
};
use std::collections::BTreeSet;

/// Approves or refuses a version. The same sent twice is decided once.
///
/// # Errors
/// [`Error`]; `Stale` where it is another version by now, or was decided by somebody else.
pub async fn decide(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: AcceptanceId,
    form: &VerdictForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.verdict_write()?;
    let found = acceptance::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let read = read?;
    let now = found.now().ok_or(Error::NotFound)?;
    let works = read.works.0.into_iter().filter(|number| *number <= now.lines.len()).collect::<BTreeSet<_>>();
    let reason = read.reason.map(String::from).unwrap_or_default();
    let is_open = now.version == form.version && now.decided.is_none();
    if is_open && read.verdict == Verdict::Approved && works.len() < now.lines.len() && reason.is_empty() {
        return Err(Error::Invalid(vec![FieldProblem { field: "works", problem: Problem::NotAllConfirmed }]));
    }
    let works = works.into_iter().collect();
    let new = NewVerdict { verdict: read.verdict, works, reason };
    if !acceptance::decide(&mut change, &write, id, form.version, &new).await? {
        let same = now.version == form.version
            && now.decided.as_ref().is_some_and(|known| (known.verdict, &known.reason) == (new.verdict, &new.reason));
        return if same { Ok(()) } else { Err(Error::stale(())) };
    }
    let kind = match new.verdict {
        Verdict::Approved => EventKind::AcceptanceApproved,
        Verdict::Refused => EventKind::AcceptanceRefused,
    };
    let object = (ObjectKind::Project, found.project.0);
    record(&mut change, &write, kind, object, &found.title, Audience::Scope(Scope::Plan)).await?;
    Ok(portal.commit(change).await?)
}
