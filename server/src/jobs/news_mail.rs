//! Finds out who wants to be told of what is new on a plan; each then gets a mail of its own.

use super::{Boxed, Context, JobError, Outcome};
use coplan_domain::id::JobId;
use coplan_usecases::{job::Job, news_mail};

/// Lists who is to be told.
pub fn share_out<'a>(context: &'a Context, _: JobId, job: &'a Job) -> Boxed<'a, Result<Outcome, JobError>> {
    Box::pin(async move {
        let Job::NewsMail { event } = job else { return Ok(Outcome::NothingToDo) };
        Ok(Outcome::NewsEach(*event, news_mail::list_to_tell(&context.portal, *event).await?))
    })
}
