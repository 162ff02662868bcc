//! Reports of a month, a quarter or a year: composed from what happened, put into words by the manager, frozen when they are
//! published, discussed and agreed to by both sides.

mod compose;
mod form;
mod publish;
mod rhythm;
mod show;

pub use form::{DraftReportForm, ReportWordsForm};
pub use publish::{approve, change, draft, publish, remove};
pub use rhythm::{RhythmForm, draft_due, set_rhythm};
pub use show::{DraftRight, ReportList, ReportView, list, show};

use crate::fingerprint;
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    person::Scope,
    report::Report,
};
use coplan_store::{Change, Result, access::CustomerWrite};

/// The SHA-256 of what a report says, as 64 hexadecimal digits.
fn hash_of(body: &str) -> String {
    fingerprint::of([body])
}

async fn tell(change: &mut Change, write: &impl CustomerWrite, kind: EventKind, report: &Report) -> Result<()> {
    let object = (ObjectKind::Report, report.id.0);
    crate::record::record(change, write, kind, object, &report.span.to_string(), Audience::Scope(Scope::Plan)).await
}
