//! Mails: what is promised in the outbox, put into the reader's words.

mod letter;
mod message;
mod way_in;

pub use letter::Mail;

use coplan_usecases::{Fault, Portal, job::Job};

/// The mail for promised work; none where there is nothing to tell any more, and for work that is no mail itself.
///
/// # Errors
/// [`Fault`] where the database cannot be read or written.
pub async fn compose(portal: &Portal, job: &Job) -> Result<Option<Mail>, Fault> {
    match job {
        Job::LinkMail { link } => way_in::link(portal, *link).await,
        Job::NewLinkMail { person, link } => way_in::new_link(portal, *person, *link).await,
        Job::CodeMail { code } => way_in::code(portal, *code).await,
        Job::NewDeviceMail { device } => way_in::new_device(portal, *device).await,
        Job::MessageMail { .. } => Ok(None),
        Job::MessageMailTo { message, to } => message::mail(portal, *message, *to).await,
        Job::WayInMail { told } => way_in::changed(portal, told).await,
        Job::NotMeMail { device, to } => way_in::not_me(portal, *device, *to).await,
    }
}
