//! Forgets tries to sign in, codes and finished jobs that nothing looks at any more.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, entry};
use std::time::Duration;

/// Every hour.
pub const JOB: Periodic = Periodic { name: "forget_old", interval: Duration::from_hours(1), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(entry::forget_old(&context.portal, &context.system))
}
