//! Reminds the customer's people of invoices that are due soon.

use crate::{InternalError, Portal, news_mail, portal::day_in};
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    person::Scope,
};
use coplan_store::{access::System, invoice};
use jiff::ToSpan;

/// How many days ahead.
const AHEAD: i64 = 3;
/// How many are told of at once.
const TOGETHER: i64 = 200;

/// Tells of each that is due within three days and not paid, once, as of whatever is new: on the plan, and by mail to those who
/// want that. For the worker, now and then.
///
/// # Errors
/// [`InternalError`] where the database cannot be read or written.
pub async fn tell_due(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let today = day_in(portal.clock.now(), "UTC");
    let until = today.saturating_add(AHEAD.days());
    let due = invoice::list_due(&mut *portal.db.read().await?, system, (today, until), TOGETHER).await?;
    for one in due {
        let mut change = portal.change_touched().await?;
        if !invoice::update_due_told(&mut change, system, one.invoice).await? {
            continue;
        }
        let event = Event {
            id: change.id(),
            customer: one.customer,
            actor: None,
            kind: EventKind::InvoiceDue,
            object_kind: ObjectKind::Invoice,
            object: one.invoice.0,
            label: one.number,
            audience: Audience::Scope(Scope::Money),
            at: change.now(),
        };
        news_mail::promise(&mut change, &event).await?;
        change.record(event).await?;
        portal.commit(change).await?;
    }
    Ok(())
}
