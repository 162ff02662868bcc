//! What a report says, and what of it a reader may see.

use crate::InternalError;
use coplan_domain::report::{Report, ReportBody};
use coplan_store::{
    Conn, Result, StoreError,
    access::{Access, Actor},
    report::{Days, gather},
};

/// What the report would say now, in the eyes of the customer.
pub(super) async fn compose(conn: &mut Conn, access: &Access, actor: &Actor, report: &Report) -> Result<ReportBody> {
    let days = Days::new(report.span, actor.entered().time_zone());
    Ok(ReportBody { words: report.words.clone(), ..gather(conn, access, &days).await? })
}

/// What it said when it was published.
pub(super) fn read(text: &str) -> std::result::Result<ReportBody, InternalError> {
    Ok(serde_json::from_str(text).map_err(|_| StoreError::Corrupt { column: "body" })?)
}

/// What of it the reader may see, and whether that is all.
pub(super) fn seen(body: &ReportBody, access: &Access) -> (ReportBody, bool) {
    let mut seen = body.clone();
    if access.goals.is_none() {
        seen.measured.clear();
    }
    if access.meetings.is_none() {
        seen.decided.clear();
    }
    if access.money.is_none() {
        seen.spent.clear();
        seen.asked.retain(|asked| !asked.is_money);
    }
    if access.discussion.is_none() {
        seen.asked.clear();
    }
    let is_whole = seen == *body;
    (seen, is_whole)
}
