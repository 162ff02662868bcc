//! The reports of a customer, and one of them as its reader may see it.

use super::{
    compose::{compose, read, seen},
    hash_of,
};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    thread::{self, ThreadLineView},
};
use coplan_domain::{
    agreement::AgreementVersion,
    id::{CustomerId, ReportId},
    person::Side,
    report::{Report, ReportApproval, ReportBody, ReportRhythm},
};
use coplan_store::{
    Conn,
    access::{Access, Actor, may_write},
    agreement, report,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// The most reports that are listed.
const MOST: i64 = 120;

/// The reports of a customer.
#[derive(Debug, Clone)]
pub struct ReportList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The reports, the latest first.
    pub reports: Vec<Report>,
    /// The agreement as it is now.
    pub agreement: Option<AgreementVersion>,
    /// How often the customer gets a report; for the supplier's people.
    pub rhythm: Option<ReportRhythm>,
    /// Whether the reader may draft a report and write the agreement.
    pub may_draft: bool,
    /// The reader's day.
    pub today: Date,
}

/// A report as one reader may see it.
#[derive(Debug, Clone)]
pub struct ReportView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The report.
    pub report: Report,
    /// What it says: as it was published, or as it would be now; without what the reader may not see.
    pub body: ReportBody,
    /// Whether it still is what its hash was made of.
    pub is_intact: bool,
    /// Who agreed to it.
    pub approvals: Vec<ReportApproval>,
    /// What the reader may do with a draft.
    pub right: DraftRight,
    /// Whether the reader may agree to it for the customer, which has not yet.
    pub may_approve: bool,
    /// The discussions about it; none without the right to read those.
    pub threads: Option<Vec<ThreadLineView>>,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// What somebody may do with the draft of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftRight {
    /// Nothing but read it.
    Reads,
    /// Change it; whoever publishes it sees all that it says.
    Writes,
    /// Change and publish it.
    Publishes,
}

async fn writes(portal: &Portal, conn: &mut Conn, actor: &Actor, access: &Access) -> Result<bool, Error> {
    match actor.staff() {
        Some(staff) => Ok(may_write(conn, staff, access.plan, None, portal.clock.now()).await?),
        None => Ok(false),
    }
}

/// Lists the reports.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<ReportList, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    Ok(ReportList {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        reports: report::list(&mut conn, access.plan, MOST).await?,
        agreement: agreement::find(&mut conn, access.plan).await?,
        rhythm: match actor.staff() {
            Some(_) => report::find_rhythm(&mut conn, access.plan).await?,
            None => None,
        },
        may_draft: writes(portal, &mut conn, actor, &access).await?,
        today: portal.today(actor),
    })
}

/// Shows a report.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: ReportId) -> Result<ReportView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let found = report::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    let (body, is_intact) = match &found.published {
        Some(published) => (read(&published.text)?, hash_of(&published.text) == published.hash),
        None => (compose(&mut conn, &access, actor, &found).await?, true),
    };
    let (body, is_whole) = seen(&body, &access);
    let side = actor.side();
    let approvals = report::list_approvals(&mut conn, access.plan, id).await?;
    let is_approved = approvals.iter().any(|it| it.side == Side::Customer);
    let may_write = writes(portal, &mut conn, actor, &access).await?;
    Ok(ReportView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        body,
        is_intact,
        approvals,
        right: match (may_write, access.money) {
            (false, _) => DraftRight::Reads,
            (true, None) => DraftRight::Writes,
            (true, Some(_)) => DraftRight::Publishes,
        },
        may_approve: side == Side::Customer && is_whole && !is_approved && found.published.is_some(),
        threads: thread::about(&mut conn, &access, id.0).await?,
        report: found,
        side,
        today: portal.today(actor),
        now: portal.clock.now(),
    })
}
