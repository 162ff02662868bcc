//! Asks members what is asked once a year.

use super::{Boxed, Context, Periodic};
use coplan_usecases::{InternalError, survey};
use std::time::Duration;

/// Every hour: a day is what counts.
pub const JOB: Periodic = Periodic { name: "yearly_survey", interval: Duration::from_hours(1), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(survey::ask_yearly(&context.portal, &context.system))
}
