//! Mails: what is promised in the outbox, put into the reader's words.

mod digest;
mod invitation;
mod letter;
mod mention;
mod message;
mod news;
mod security_notice;
mod stand_in;
mod survey;
mod today;

pub use letter::Mail;

use coplan_usecases::{InternalError, Portal, System, job::Job};

/// The mail for promised work; none where there is nothing to tell any more, and for work that is no mail itself.
///
/// # Errors
/// [`InternalError`] where the database cannot be read or written.
pub async fn compose(portal: &Portal, system: &System, job: &Job) -> Result<Option<Mail>, InternalError> {
    match job {
        Job::LinkMail { link, note } => security_notice::link(portal, system, *link, note.as_ref()).await,
        Job::NewLinkMail { person, link } => security_notice::new_link(portal, system, *person, *link).await,
        Job::PasswordMail { asked } => security_notice::password(portal, system, asked).await,
        Job::CodeMail { code } => security_notice::code(portal, system, *code).await,
        Job::NewDeviceMail { device } => security_notice::new_device(portal, *device).await,
        Job::MessageMail { .. } | Job::NewsMail { .. } | Job::IncomingMail { .. } | Job::HandOver { .. } => Ok(None),
        Job::InvitationMail { customer, meeting, to, sequence } => {
            invitation::mail(portal, system, (*customer, *meeting), (*to, *sequence)).await
        }
        Job::SurveyMail { survey, to } => survey::mail(portal, *survey, *to).await,
        Job::TodayMail { to, at } => today::mail(portal, system, *to, *at).await,
        Job::StandInMail { absence, to } => stand_in::mail(portal, system, *absence, *to).await,
        Job::NewsMailTo { event, to } => news::mail(portal, *event, *to).await,
        Job::DigestMail { to, since } => digest::mail(portal, system, *to, *since).await,
        Job::MentionMail { message, to } => mention::mail(portal, system, *message, *to).await,
        Job::NoteMentionMail { note, to } => mention::noted(portal, system, *note, *to).await,
        Job::MessageMailTo { message, to } => message::mail(portal, system, *message, *to).await,
        Job::WayInMail { told } => security_notice::changed(portal, told).await,
        Job::NotMeMail { device, to } => security_notice::not_me(portal, *device, *to).await,
    }
}
