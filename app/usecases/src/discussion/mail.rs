//! Who is told by mail of a message, and of what: asked when the mail is due, with each one's own proofs.

use crate::{Fault, Portal, day_in, mail::Recipient};
use coplan_domain::{
    discussion::Message,
    id::{CustomerId, MessageId, ThreadId},
    stand_in::on_duty,
};
use coplan_store::{
    Conn, absence,
    access::{self, Addressee},
    message::{self, MessagePlace},
    person, thread, visit,
};

/// A mail about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageMail {
    /// Under which customer.
    pub customer: CustomerId,
    /// Which thread.
    pub thread: ThreadId,
    /// The thread's question in one line.
    pub title: String,
    /// The name of who spoke.
    pub author: String,
    /// What was said, in small Markdown.
    pub text: String,
    /// Who is told; never empty.
    pub recipients: Vec<Recipient>,
}

/// What the promised mail about a message says and to whom: members who may know of the thread and whoever has the
/// matter today, without the author and without those who have seen the plan since. None where nobody is to be told,
/// and for a message that another one follows: that one's mail tells.
///
/// # Errors
/// [`Fault`].
pub async fn mail_of(portal: &Portal, id: MessageId) -> Result<Option<MessageMail>, Fault> {
    let mut conn = portal.db.read().await?;
    let Some(place) = message::find_place(&mut conn, id, portal.clock.now()).await?.filter(|place| place.is_newest) else {
        return Ok(None);
    };
    let mut addressees = access::list_addressees(&mut conn, place.customer).await?;
    addressees.extend(on_duty_for(portal, &mut conn, &place).await?);
    let mut mail: Option<MessageMail> = None;
    for addressee in addressees {
        if addressee.person.id == place.author || has_seen(&mut conn, &addressee, &place).await? {
            continue;
        }
        let Some((title, message)) = read_as(&mut conn, &addressee, &place, id).await? else { continue };
        let mail = mail.get_or_insert_with(|| MessageMail {
            customer: place.customer,
            thread: place.thread,
            title,
            author: message.author_name,
            text: message.text,
            recipients: Vec::new(),
        });
        mail.recipients.push(addressee.person.into());
    }
    Ok(mail)
}

/// Whoever has the matter today: the responsible person or, while it is away, the stand-in.
async fn on_duty_for(portal: &Portal, conn: &mut Conn, place: &MessagePlace) -> Result<Option<Addressee>, Fault> {
    let zone = person::find(conn, place.responsible).await?.map_or_else(|| "UTC".to_owned(), |person| person.time_zone);
    let today = day_in(portal.clock.now(), &zone);
    let absences = absence::list_chain(conn, place.responsible, today).await?;
    let on_duty = on_duty(place.responsible, today, &absences);
    match access::find_staff_addressee(conn, place.customer, on_duty).await? {
        // A stand-in who has left cannot be told; then better the one who is away than nobody.
        None => Ok(access::find_staff_addressee(conn, place.customer, place.responsible).await?),
        found => Ok(found),
    }
}

/// Whether the addressee was at the plan after the message.
async fn has_seen(conn: &mut Conn, addressee: &Addressee, place: &MessagePlace) -> Result<bool, Fault> {
    let visit = visit::find(conn, addressee.access.plan).await?;
    Ok(visit.is_some_and(|visit| visit.seen_at > place.sent_at))
}

/// The thread's title and the message, read with the addressee's own proofs; none where it may not know of them.
async fn read_as(
    conn: &mut Conn,
    addressee: &Addressee,
    place: &MessagePlace,
    id: MessageId,
) -> Result<Option<(String, Message)>, Fault> {
    let Some(scope) = addressee.access.discussion else { return Ok(None) };
    let money = addressee.access.money;
    let Some(thread) = thread::find(conn, scope, money, place.thread).await? else { return Ok(None) };
    Ok(message::find(conn, scope, money, id).await?.map(|(_, message)| (thread.title, message)))
}
