//! Drafts reports whose days are over.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, report};
use std::time::Duration;

/// Every hour: a day is what counts.
pub const JOB: Periodic = Periodic { name: "due_report", interval: Duration::from_hours(1), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(report::draft_due(&context.portal, &context.system))
}
