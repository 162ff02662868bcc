//! Forgets tries to sign in, codes, finished jobs and files that nobody has confirmed.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, entry, import};
use std::time::Duration;

/// Every hour.
pub const JOB: Periodic = Periodic { name: "forget_old", interval: Duration::from_hours(1), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(async {
        entry::forget_old(&context.portal, &context.system).await?;
        import::forget_old(&context.portal, &context.system).await
    })
}
