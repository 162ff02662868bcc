//! Removes files that no row names any more.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, files};
use std::time::Duration;

/// Every hour.
pub const JOB: Periodic = Periodic { name: "sweep_files", interval: Duration::from_hours(1), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(async {
        let removed = files::sweep(&context.portal, &context.system).await?;
        if removed > 0 {
            tracing::info!("{removed} files that nothing names any more were removed");
        }
        Ok(())
    })
}
