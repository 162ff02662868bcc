//! Hands customers over whose day it is.

use super::{Boxed, Context, JobError, Outcome, Periodic};
use coplan_domain::id::JobId;
use coplan_usecases::{InternalError, hand_over, job::Job};
use std::time::Duration;

/// Every few minutes: a day is what counts.
pub const JOB: Periodic = Periodic { name: "hand_over", interval: Duration::from_mins(5), handler: run };

fn run(context: &Context) -> Boxed<'_, Result<(), InternalError>> {
    Box::pin(hand_over::carry_out_due(&context.portal, &context.system))
}

/// What is to be handed over right away.
pub fn take<'a>(context: &'a Context, _: JobId, _: &'a Job) -> Boxed<'a, Result<Outcome, JobError>> {
    Box::pin(async move {
        hand_over::carry_out_due(&context.portal, &context.system).await?;
        Ok(Outcome::NothingToDo)
    })
}
