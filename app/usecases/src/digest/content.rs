//! What a digest tells its reader, read with the reader's own proofs when it is sent.

use super::{moment, stop};
use crate::{
    InternalError, Portal,
    mail::Recipient,
    news_mail,
    plan::{NewsItem, add_details},
    thread,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ThreadId},
    mail::Pace,
    person::Side,
};
use coplan_store::{
    access::{self, System},
    event, mail_choice, message, person, visit,
};

/// The most discussions and news of a customer that a digest tells.
const MOST: i64 = 50;

/// What somebody is told together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// To whom.
    pub to: Recipient,
    /// The last message of each discussion with something that was not read.
    pub messages: Vec<DigestMessage>,
    /// What is new on plans.
    pub news: Vec<DigestNews>,
    /// The address that ends digests, below the public one.
    pub stop: String,
}

/// A discussion with something that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestMessage {
    /// Under which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Which thread.
    pub thread: ThreadId,
    /// The thread's question in one line.
    pub title: String,
    /// Who spoke last.
    pub author: String,
    /// What was said last, in small Markdown.
    pub text: String,
}

/// Something new on a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestNews {
    /// The customer's name.
    pub customer_name: String,
    /// What happened, to what, by whom, and what is different now.
    pub item: NewsItem,
}

/// What the promised digest says to somebody; none where it has read everything, or wants none any more.
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn digest_of(portal: &Portal, system: &System, to: PersonId, since: i64) -> Result<Option<Digest>, InternalError> {
    let since = moment(since);
    let mut conn = portal.db.read().await?;
    let choice = mail_choice::find(&mut conn, to).await?;
    let Some(reader) = person::find(&mut conn, to).await?.filter(|_| choice.pace != Pace::AtOnce) else { return Ok(None) };
    let (mut messages, mut news) = (Vec::new(), Vec::new());
    if choice.messages {
        for id in message::list_newest_since(&mut conn, system, to, since, MOST).await? {
            messages.extend(thread::unread_of(portal, &mut conn, id, to).await?);
        }
    }
    for (customer, customer_name) in person::list_customers(&mut conn, to).await? {
        let Some(recipient) = access::find_recipient(&mut conn, customer, to).await?.filter(|_| choice.news) else { continue };
        let seen = visit::find(&mut conn, recipient.access.plan).await?.map(|visit| visit.seen_at);
        let since = seen.map_or(since, |seen| seen.max(since));
        let found = event::list_by_others(&mut conn, &recipient.access, since, MOST).await?;
        let told = found.into_iter().filter(|found| news_mail::is_told(&found.event));
        let mut items = told.map(NewsItem::from).collect::<Vec<_>>();
        add_details(&mut conn, &recipient.access, &mut items).await?;
        news.extend(items.into_iter().map(|item| DigestNews { customer_name: customer_name.clone(), item }));
    }
    if choice.messages && reader.side == Side::Supplier {
        let told = news_mail::list_for_staff(portal, &mut conn, system, (to, since), MOST).await?;
        news.extend(told.into_iter().map(|(customer_name, item)| DigestNews { customer_name, item }));
    }
    let stop = stop::address(&portal.settings.secret_key, to);
    Ok((!messages.is_empty() || !news.is_empty()).then(|| Digest { to: reader.into(), messages, news, stop }))
}
