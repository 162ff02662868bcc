//! The mail to somebody who is called by name in a discussion or, as a colleague, in an internal note.

use super::letter::{Letter, Mail, words_of};
use crate::{links, parts::markdown, say};
use coplan_domain::id::{MessageId, NoteId, PersonId};
use coplan_usecases::{
    InternalError, Portal,
    thread::{self, MentionMail},
};

/// How much of a message stands in its mail, in characters.
const EXCERPT: usize = 600;

/// To somebody whom a message calls; none where that one has looked.
pub(super) async fn mail(portal: &Portal, id: MessageId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    Ok(thread::mention_mail(portal, id, to).await?.map(|mail| letter(portal, mail)))
}

/// To a colleague whom a note calls; none where that one has looked.
pub(super) async fn noted(portal: &Portal, id: NoteId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    Ok(thread::note_mention_mail(portal, id, to).await?.map(|mail| letter(portal, mail)))
}

fn letter(portal: &Portal, mail: MentionMail) -> Mail {
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
    let letter = Letter { subject, paragraphs, code: None, follow, foot: Some(say!(words, "mail-mention-foot")) };
    letter.to(&mail.to, &portal.settings.supplier)
}
