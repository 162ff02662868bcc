//! Mails about messages in a discussion: to everybody who takes part and has not seen them yet.

use super::letter::{Letter, Mail, words_of};
use crate::say;
use coplan_domain::id::MessageId;
use coplan_usecases::{Fault, Portal, discussion};

/// How much of a message stands in its mail, in characters.
const EXCERPT: usize = 600;

/// To everybody who takes part and has not seen the message yet; to nobody where a newer one follows it.
pub(super) async fn mails(portal: &Portal, id: MessageId) -> Result<Vec<Mail>, Fault> {
    let Some(mail) = discussion::mail_of(portal, id).await? else { return Ok(Vec::new()) };
    let excerpt = crate::parts::markdown::excerpt(&mail.text, EXCERPT);
    let address = format!("{}/c/{}/threads/{}", portal.settings.public_url, mail.customer, mail.thread);
    let letters = mail.recipients.iter().map(|to| {
        let words = words_of(to);
        Letter {
            subject: say!(words, "mail-message-subject", title = mail.title.clone()),
            paragraphs: vec![say!(words, "mail-message-text", author = mail.author.clone()), excerpt.clone()],
            code: None,
            follow: Some((words.say("mail-message-open"), address.clone())),
            foot: None,
        }
        .to(to, &portal.settings.supplier)
    });
    Ok(letters.collect())
}
