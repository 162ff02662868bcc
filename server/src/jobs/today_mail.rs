//! Promises the emails of what waits today that are due.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, today_mail};
use std::time::Duration;

/// Every few minutes: nobody waits for it by the second.
pub const JOB: Periodic = Periodic { name: "today_mail", interval: Duration::from_mins(5), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(today_mail::promise_due(&context.portal, &context.system))
}
