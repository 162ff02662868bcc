//! The agreement with a customer: what is guaranteed in the terms of its business, since when and until when, and every version
//! of it.

mod approve;
mod form;

pub use approve::{ApproveAgreementForm, approve, hash_of, withdraw};
pub use form::AgreementForm;

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    agreement::{AgreementApproval, AgreementTerms, AgreementVersion},
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::{Scope, Side},
};
use coplan_store::{
    access::{Actor, hold, may_write},
    agreement,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// The most versions that are shown.
const MOST: i64 = 100;

/// The agreement as its readers see it.
#[derive(Debug, Clone)]
pub struct AgreementView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Every version, the newest first; none where there is no agreement.
    pub versions: Vec<AgreementVersion>,
    /// Who agreed to which of them.
    pub approvals: Vec<AgreementApproval>,
    /// Whether the reader may write the next one.
    pub may_write: bool,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

impl AgreementView {
    /// How one side agreed to a version.
    #[must_use]
    pub fn approval(&self, version: i64, side: Side) -> Option<&AgreementApproval> {
        self.approvals.iter().find(|it| it.version == version && it.side == side)
    }

    /// Whether the reader may agree to the last version for its side, which has not yet.
    #[must_use]
    pub fn may_approve(&self) -> bool {
        let last = self.versions.first();
        self.speaks() && last.is_some_and(|last| self.approval(last.version, self.side).is_none())
    }

    /// Whether the reader may take back that its side agreed to the last version, which the other side has not.
    #[must_use]
    pub fn may_withdraw(&self) -> bool {
        let Some(last) = self.versions.first() else { return false };
        let by_other = self.approvals.iter().any(|it| it.version == last.version && it.side != self.side);
        self.speaks() && !by_other && self.approval(last.version, self.side).is_some()
    }

    /// Whether the reader agrees for its side.
    fn speaks(&self) -> bool {
        self.may_write || self.side == Side::Customer
    }
}

/// Shows the agreement.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<AgreementView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let may_write = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, now).await?,
        None => false,
    };
    Ok(AgreementView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        versions: agreement::list(&mut conn, access.plan, MOST).await?,
        approvals: agreement::list_approvals(&mut conn, access.plan).await?,
        may_write,
        side: actor.side(),
        today: portal.today(actor),
        now,
    })
}

/// Writes the next version; the same sent twice is written once.
///
/// # Errors
/// [`Error`]; `Stale` where somebody else wrote another one meanwhile.
pub async fn write(portal: &Portal, actor: &Actor, customer: CustomerId, form: &AgreementForm) -> Result<(), Error<()>> {
    let typed = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let typed = typed?;
    let terms = AgreementTerms {
        guarantees: typed.guarantees.0,
        first_day: typed.first_day,
        last_day: typed.last_day,
        appendix: typed.appendix.map(String::from).unwrap_or_default(),
        note: typed.note.map(String::from).unwrap_or_default(),
    };
    let now = agreement::find(&mut change, write.plan()).await?;
    let known = now.as_ref().map_or(0, |now| now.version);
    if now.is_some_and(|now| now.version.checked_sub(1) == Some(form.version) && now.terms == terms) {
        return Ok(());
    }
    if known != form.version {
        return Err(Error::stale(()));
    }
    if !agreement::insert(&mut change, &write, form.version, &terms).await? {
        return Err(Error::stale(()));
    }
    let (object, label) = ((ObjectKind::Agreement, customer.0), (form.version + 1).to_string());
    record(&mut change, &write, EventKind::AgreementWritten, object, &label, Audience::Scope(Scope::Plan)).await?;
    Ok(portal.commit(change).await?)
}
