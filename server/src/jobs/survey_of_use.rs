//! Asks those who took something over how it is used.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, survey};
use std::time::Duration;

/// Every hour: a day is what counts.
pub const JOB: Periodic = Periodic { name: "survey_of_use", interval: Duration::from_hours(1), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(survey::ask_use(&context.portal, &context.system))
}
