//! The mail to somebody who is called by name in a discussion or, as a colleague, in an internal note.

use super::letter::{Letter, Mail, words_of};
use crate::{links, parts::markdown, say};
use coplan_domain::id::{MessageId, NoteId, PersonId};
use coplan_usecases::{
    InternalError, Portal, System,
    incoming_mail::{AddressRequest, make_address},
    thread::{self, MentionMail},
};

/// How much of a message stands in its mail, in characters.
const EXCERPT: usize = 600;

/// To somebody whom a message calls; none where that one has looked.
pub(super) async fn mail(portal: &Portal, system: &System, id: MessageId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    match thread::mention_mail(portal, id, to).await? {
        Some(mail) => letter(portal, system, to, mail).await.map(Some),
        None => Ok(None),
    }
}

/// To a colleague whom a note calls; none where that one has looked.
pub(super) async fn noted(portal: &Portal, system: &System, id: NoteId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    match thread::note_mention_mail(portal, id, to).await? {
        Some(mail) => letter(portal, system, to, mail).await.map(Some),
        None => Ok(None),
    }
}

async fn letter(portal: &Portal, system: &System, to: PersonId, mail: MentionMail) -> Result<Mail, InternalError> {
    // What somebody answers to a note stays as internal as the note.
    let internal = mail.text.is_none();
    let reply_to = make_address(portal, system, AddressRequest { person: to, thread: mail.thread, internal }).await?;
    let words = words_of(&mail.to);
    let address = format!("{}{}", portal.settings.public_url, links::thread::show(mail.customer, mail.thread));
    let (author, customer, title) = (mail.author, mail.customer_name, mail.title);
    let subject = say!(words, "mail-mention-subject", author = author.clone(), title = title.clone());
    let paragraphs = match mail.text {
        Some(text) => {
            vec![say!(words, "mail-mention-text", author = author, customer = customer), markdown::plain(&text, EXCERPT)]
        }
        None => vec![say!(words, "mail-mention-note", author = author, title = title, customer = customer)],
    };
    let follow = Some((say!(words, "mail-message-open"), address));
    let foot = match (&reply_to, internal) {
        (None, _) => say!(words, "mail-mention-foot"),
        (Some(_), false) => say!(words, "mail-message-foot-reply"),
        (Some(_), true) => say!(words, "mail-note-foot-reply"),
    };
    let letter = Letter { subject, paragraphs, code: None, choices: Vec::new(), follow, foot: Some(foot) };
    Ok(Mail { reply_to, ..letter.to(&mail.to, &portal.settings.supplier) })
}
