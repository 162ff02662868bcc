//! Reminds of invoices that are due soon.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, invoice};
use std::time::Duration;

/// Every hour: a day is what counts.
pub const JOB: Periodic = Periodic { name: "due_invoice", interval: Duration::from_hours(1), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(invoice::tell_due(&context.portal, &context.system))
}
