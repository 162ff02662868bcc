//! The digest: what somebody wants to be told together.

use super::{
    letter::{Letter, Mail, words_of},
    news,
};
use crate::{links, parts::markdown, say};
use coplan_domain::id::PersonId;
use coplan_usecases::{InternalError, Portal, System, digest};

/// How much of each message stands in it, in characters.
const EXCERPT: usize = 200;

/// To one who wants it; none where there is nothing that was not read.
pub(super) async fn mail(portal: &Portal, system: &System, to: PersonId, since: i64) -> Result<Option<Mail>, InternalError> {
    let Some(digest) = digest::digest_of(portal, system, to, since).await? else { return Ok(None) };
    let words = words_of(&digest.to);
    let (url, supplier) = (&portal.settings.public_url, &portal.settings.supplier);
    let mut paragraphs = vec![say!(words, "mail-digest-text")];
    for said in &digest.messages {
        let what = say!(words, "mail-digest-message", title = said.title.clone(), customer = said.customer_name.clone());
        let address = format!("{url}{}", links::thread::show(said.customer, said.thread));
        let gist = say!(words, "thread-last", name = said.author.clone(), text = markdown::plain(&said.text, EXCERPT));
        paragraphs.push(format!("{what}\n{gist}\n{address}"));
    }
    let lines = digest.news.into_iter().filter_map(|item| {
        let said = news::sentence(&words, supplier, &item.item)?;
        let different = news::different(&words, &item.item).map(|different| format!("\n{different}")).unwrap_or_default();
        Some(format!("{said} ({}){different}", item.customer_name))
    });
    paragraphs.extend(lines);
    let count = i64::try_from(digest.messages.len()).unwrap_or(i64::MAX);
    let stop = format!("{url}{}", digest.stop);
    let letter = Letter {
        subject: say!(words, "mail-digest-subject", name = supplier.clone(), n = count),
        paragraphs,
        code: None,
        choices: Vec::new(),
        follow: Some((say!(words, "mail-link-open"), format!("{url}{}", links::site::home()))),
        foot: Some(say!(words, "mail-digest-foot", address = stop.clone())),
    };
    Ok(Some(Mail { unsubscribe: Some(stop), ..letter.to(&digest.to, supplier) }))
}
