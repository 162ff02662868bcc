//! Mails about what is new on a plan, to those of the customer's people who want them: a moved date, a status report, a
//! task for them, an invoice, a report, an answer to a request, how far an idea is, another contact. And to whoever of the
//! supplier's people takes care of a request: that it was sent, answered, opened again or withdrawn.

use crate::{
    InternalError, Portal, digest,
    job::{self, Job},
    mail::{Recipient, on_duty_for},
    plan::{NewsItem, add_details},
};
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    id::{CustomerId, EventId, PersonId, TaskId},
    mail::Pace,
    person::Side,
};
use coplan_store::{
    Change, Conn, StoreError, access,
    access::System,
    customer,
    event::{self, News},
    mail_choice, service_request, task,
};
use jiff::{SignedDuration, Timestamp};

/// How long such a mail waits, so that what is undone right away is not told.
const AFTER: SignedDuration = SignedDuration::from_mins(2);

/// A mail about one thing that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewsMail {
    /// To whom.
    pub to: Recipient,
    /// Under which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// What happened, to what, by whom, and what is different now.
    pub item: NewsItem,
    /// Whether it is one of the supplier's people, who takes care of it.
    pub is_staff: bool,
}

pub(crate) fn is_told(event: &Event) -> bool {
    let kinds = [
        EventKind::PromiseMoved,
        EventKind::StatusReported,
        EventKind::TaskAdded,
        EventKind::TaskShared,
        EventKind::TaskAsked,
        EventKind::InvoiceIssued,
        EventKind::InvoiceDue,
        EventKind::HandedOver,
        EventKind::ReportPublished,
        EventKind::RequestBegun,
        EventKind::RequestWaits,
        EventKind::RequestDone,
        EventKind::RequestDeclined,
        EventKind::IdeaMoved,
    ];
    kinds.contains(&event.kind) && event.audience != Audience::Internal
}

/// What happens to requests and is told to whoever of the supplier's people takes care of them.
pub(crate) const TOLD_TO_STAFF: [EventKind; 4] =
    [EventKind::RequestSent, EventKind::RequestReplied, EventKind::RequestReopened, EventKind::RequestWithdrawn];

/// Promises to tell of an event, where any of the customer's people wants that, or one of the supplier's takes care of it.
pub(crate) async fn promise(change: &mut Change, event: &Event) -> Result<(), StoreError> {
    let is_for_staff = TOLD_TO_STAFF.contains(&event.kind);
    if is_for_staff || (is_told(event) && mail_choice::is_wanted(change, event.customer).await?) {
        job::enqueue_news(change, event.id, AFTER).await?;
    }
    Ok(())
}

/// Who is to be told of an event, each by a mail of its own.
pub async fn list_to_tell(portal: &Portal, id: EventId) -> Result<Vec<PersonId>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(customer) = event::find_customer(&mut conn, id).await? else { return Ok(Vec::new()) };
    let mut to = Vec::new();
    let mut recipients = access::list_recipients(&mut conn, customer).await?;
    recipients.extend(find_responsible(portal, &mut conn, id).await?);
    for recipient in recipients {
        if read_for(&mut conn, &recipient, id).await?.is_some() {
            to.push(recipient.person.id);
        }
    }
    Ok(to)
}

/// Whoever takes care today of the request that an event is about; none where it is about none.
async fn find_responsible(portal: &Portal, conn: &mut Conn, id: EventId) -> Result<Option<access::Recipient>, InternalError> {
    match service_request::find_owner_of_event(conn, id).await? {
        Some(of) => on_duty_for(portal, conn, of).await,
        None => Ok(None),
    }
}

/// What happened to requests since a moment that this one of the supplier's people takes care of, with the customers' names; for
/// its digest.
pub(crate) async fn list_for_staff(
    portal: &Portal,
    conn: &mut Conn,
    system: &System,
    (to, since): (PersonId, Timestamp),
    limit: i64,
) -> Result<Vec<(String, NewsItem)>, InternalError> {
    let mut told = Vec::new();
    for id in event::list_of_requests(conn, system, &TOLD_TO_STAFF, since, limit).await? {
        let responsible = find_responsible(portal, conn, id).await?;
        let Some(recipient) = responsible.filter(|recipient| recipient.person.id == to) else { continue };
        let Some(news) = event::find(conn, &recipient.access, id).await? else { continue };
        let customer_name = customer::find(conn, recipient.access.plan).await?.name;
        told.push((customer_name, NewsItem::from(news)));
    }
    Ok(told)
}

/// Promises each of them its own mail about the event.
pub async fn enqueue_mails(change: &mut Change, _system: &System, event: EventId, to: &[PersonId]) -> Result<(), InternalError> {
    for to in to {
        let after = digest::wait(change, *to, SignedDuration::ZERO).await?;
        job::enqueue(change, &Job::NewsMailTo { event, to: *to }, Some(*to), after).await?;
    }
    Ok(())
}

/// What the promised mail about an event says to one person; none where it wants none, or may not know of it, any more.
pub async fn mail_of(portal: &Portal, id: EventId, to: PersonId) -> Result<Option<NewsMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(customer) = event::find_customer(&mut conn, id).await? else { return Ok(None) };
    let Some(recipient) = access::find_recipient(&mut conn, customer, to).await? else { return Ok(None) };
    let Some(news) = read_for(&mut conn, &recipient, id).await? else { return Ok(None) };
    let mut items = [NewsItem::from(news)];
    add_details(&mut conn, &recipient.access, &mut items).await?;
    let [item] = items;
    Ok(Some(NewsMail {
        is_staff: recipient.access.internal.is_some(),
        to: recipient.person.into(),
        customer,
        customer_name: customer::find(&mut conn, recipient.access.plan).await?.name,
        item,
    }))
}

/// The event, read with the addressee's own proofs; none where it did that itself, wants no such mail or may not know.
async fn read_for(conn: &mut Conn, recipient: &access::Recipient, id: EventId) -> Result<Option<News>, InternalError> {
    let choice = mail_choice::find(conn, recipient.person.id).await?;
    let is_staff = recipient.access.internal.is_some();
    // Requests are to the supplier's people what messages are.
    let is_wanted = if is_staff { choice.messages } else { choice.news };
    if !is_wanted || choice.pace != Pace::AtOnce {
        return Ok(None);
    }
    let found = event::find(conn, &recipient.access, id).await?;
    let Some(news) = found.filter(|news| news.event.actor != Some(recipient.person.id)) else { return Ok(None) };
    if is_staff {
        return Ok(Some(news).filter(|news| TOLD_TO_STAFF.contains(&news.event.kind)));
    }
    if !is_told(&news.event) {
        return Ok(None);
    }
    if news.event.object_kind == ObjectKind::Task {
        // What the supplier does itself is on the plan, and nothing to be told right away.
        let task = task::find(conn, recipient.access.plan, TaskId(news.event.object)).await?;
        return Ok(task.filter(|task| task.side == Side::Customer).map(|_| news));
    }
    Ok(Some(news))
}
