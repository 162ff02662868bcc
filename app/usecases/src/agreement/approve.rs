//! Agreeing to exactly one version of the agreement for one's side, and taking that back while the other side has not agreed.

use crate::{Error, Portal, fingerprint, record::record};
use coplan_domain::{
    agreement::AgreementVersion,
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::Scope,
};
use coplan_store::{
    Change, Result as StoreResult,
    access::{Actor, AgreementWrite, CustomerWrite, hold},
    agreement,
};

/// What was read when somebody agreed.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Deserialize)]
pub struct ApproveAgreementForm {
    /// Which version.
    #[serde(default)]
    pub version: i64,
    /// Its hash.
    #[serde(default)]
    pub hash: String,
}

impl ApproveAgreementForm {
    /// Agrees to this version as it is.
    #[must_use]
    pub fn of(version: &AgreementVersion) -> Self {
        Self { version: version.version, hash: hash_of(version) }
    }
}

/// The SHA-256 of everything that a version says, as 64 hexadecimal digits.
#[must_use]
pub fn hash_of(version: &AgreementVersion) -> String {
    let terms = &version.terms;
    let (first_day, last_day) = (terms.first_day.to_string(), terms.last_day.map(|day| day.to_string()));
    // As one text in which no part can be taken for its neighbour.
    let text = serde_json::json!([version.version, terms.guarantees, first_day, last_day, terms.appendix, terms.note]);
    fingerprint::of([text.to_string().as_str()])
}

/// Agrees to the last version for the side of whoever does; agreed before, that holds.
///
/// # Errors
/// [`Error`]; `Stale` where another version follows the one that was read, or where it is not what was read.
pub async fn approve(portal: &Portal, actor: &Actor, customer: CustomerId, form: &ApproveAgreementForm) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.agreement_write(&mut change).await?;
    let last = agreement::find(&mut change, write.plan()).await?.ok_or(Error::NotFound)?;
    if *form != ApproveAgreementForm::of(&last) {
        return Err(Error::stale(()));
    }
    if agreement::approve(&mut change, &write, last.version, &form.hash).await? {
        tell(&mut change, &write, EventKind::AgreementApproved, last.version).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Takes back that one's side agreed to the last version; where it had not, nothing changes.
///
/// # Errors
/// [`Error`]; `Stale` where both sides have agreed, or where another version follows.
pub async fn withdraw(portal: &Portal, actor: &Actor, customer: CustomerId, version: i64) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.agreement_write(&mut change).await?;
    let last = agreement::find(&mut change, write.plan()).await?.ok_or(Error::NotFound)?;
    if last.version != version {
        return Err(Error::stale(()));
    }
    if agreement::withdraw(&mut change, &write, version).await? {
        tell(&mut change, &write, EventKind::AgreementApprovalWithdrawn, version).await?;
        return Ok(portal.commit(change).await?);
    }
    let approvals = agreement::list_approvals(&mut change, write.plan()).await?;
    let is_agreed = approvals.iter().any(|it| it.version == version && it.side == write.side());
    if is_agreed { Err(Error::stale(())) } else { Ok(()) }
}

async fn tell(change: &mut Change, write: &AgreementWrite, kind: EventKind, version: i64) -> StoreResult<()> {
    let object = (ObjectKind::Agreement, write.customer().0);
    record(change, write, kind, object, &version.to_string(), Audience::Scope(Scope::Plan)).await
}
