//! Sends the one mail that a job is for.

use super::{Boxed, Context, JobError, Outcome};
use coplan_app::mails;
use coplan_domain::id::JobId;
use coplan_usecases::job::Job;

/// Puts the mail into its reader's words and sends it, unless there is nothing to tell any more.
pub fn send<'a>(context: &'a Context, id: JobId, job: &'a Job) -> Boxed<'a, Result<Outcome, JobError>> {
    Box::pin(async move {
        let Some(mail) = mails::compose(&context.portal, &context.system, job).await? else { return Ok(Outcome::NothingToDo) };
        let good_until = mail.good_until;
        context.mailer.send(id, mail).await.map_err(|error| JobError::Mail { error, good_until })?;
        Ok(Outcome::MailSent)
    })
}
