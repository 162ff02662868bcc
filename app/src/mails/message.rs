//! The mail about a message in a discussion, to one of those who take part.

use super::letter::{Letter, Mail, words_of};
use crate::{links, say};
use coplan_domain::id::{MessageId, PersonId};
use coplan_usecases::{
    InternalError, Portal, System,
    incoming_mail::{AddressRequest, make_address},
    thread,
};

/// How much of a message stands in its mail, in characters.
const EXCERPT: usize = 600;

/// To one who takes part; none where that one has read the message, or a newer one follows it.
pub(super) async fn mail(portal: &Portal, system: &System, id: MessageId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = thread::mail_of(portal, id, to).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let reply_to = make_address(portal, system, AddressRequest { person: to, thread: mail.thread, internal: false }).await?;
    let foot = if reply_to.is_some() { say!(words, "mail-message-foot-reply") } else { say!(words, "mail-message-foot") };
    let address = format!("{}{}", portal.settings.public_url, links::thread::show(mail.customer, mail.thread));
    let files = mail.files.join(", ");
    let files = (!files.is_empty()).then(|| say!(words, "mail-message-files", names = files));
    let letter = Letter {
        subject: say!(words, "mail-message-subject", title = mail.title),
        paragraphs: vec![
            say!(words, "mail-message-text", author = mail.author, customer = mail.customer_name),
            crate::parts::markdown::plain(&mail.text, EXCERPT),
        ]
        .into_iter()
        .chain(files)
        .collect(),
        code: None,
        choices: Vec::new(),
        follow: Some((say!(words, "mail-message-open"), address)),
        foot: Some(foot),
    };
    Ok(Some(Mail { reply_to, ..letter.to(&mail.to, &portal.settings.supplier) }))
}
