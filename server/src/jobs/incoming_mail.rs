//! Looks at an email that came, and posts or holds it.

use super::{Boxed, Context, JobError, Outcome};
use coplan_domain::id::JobId;
use coplan_usecases::{incoming_mail, job::Job};

/// Does it.
pub fn take<'a>(context: &'a Context, _: JobId, job: &'a Job) -> Boxed<'a, Result<Outcome, JobError>> {
    Box::pin(async move {
        if let Job::IncomingMail { mail } = job {
            incoming_mail::process(&context.portal, &context.system, *mail).await?;
        }
        Ok(Outcome::NothingToDo)
    })
}
