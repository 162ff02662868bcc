//! Finds out who is to be told of a message; each then gets a mail of its own, whatever becomes of the others'.

use super::{Boxed, Context, JobError, Outcome};
use coplan_domain::id::JobId;
use coplan_usecases::{job::Job, thread};

/// Lists the readers of the message.
pub fn share_out<'a>(context: &'a Context, _: JobId, job: &'a Job) -> Boxed<'a, Result<Outcome, JobError>> {
    Box::pin(async move {
        let Job::MessageMail { message } = job else { return Ok(Outcome::NothingToDo) };
        Ok(Outcome::MailEach(*message, thread::list_to_tell(&context.portal, *message).await?))
    })
}
