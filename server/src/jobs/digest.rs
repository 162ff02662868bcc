//! Promises the digests that are due.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, digest};
use std::time::Duration;

/// Every few minutes: nobody waits for a digest by the second.
pub const JOB: Periodic = Periodic { name: "digest", interval: Duration::from_mins(5), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(digest::promise_due(&context.portal, &context.system))
}
