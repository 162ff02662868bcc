//! The agreement with a customer: what is guaranteed in the terms of its business, since when and until when, and every version
//! of it.

mod form;

pub use form::AgreementForm;

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    agreement::{AgreementTerms, AgreementVersion},
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::Scope,
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
    /// Whether the reader may write the next one.
    pub may_write: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
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
        may_write,
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
    if now.is_some_and(|now| now.version == form.version + 1 && now.terms == terms) {
        return Ok(());
    }
    if !agreement::insert(&mut change, &write, form.version, &terms).await? {
        return Err(Error::stale(()));
    }
    let (object, label) = ((ObjectKind::Agreement, customer.0), (form.version + 1).to_string());
    record(&mut change, &write, EventKind::AgreementWritten, object, &label, Audience::Scope(Scope::Plan)).await?;
    Ok(portal.commit(change).await?)
}
