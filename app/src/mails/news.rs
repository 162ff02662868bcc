//! The mail about something new on a plan, to one of the customer's people who wants it.

use super::letter::{Letter, Mail, words_of};
use crate::{
    links,
    parts::{change, report_title},
    say,
    words::Words,
};
use coplan_domain::{
    event::EventKind,
    id::{EventId, PersonId},
};
use coplan_usecases::{InternalError, Portal, news_mail, plan::NewsItem};

/// To one who wants it; none where that one may not know of it any more.
pub(super) async fn mail(portal: &Portal, id: EventId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = news_mail::mail_of(portal, id, to).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let supplier = portal.settings.supplier.clone();
    let Some(said) = sentence(&words, &supplier, &mail.item) else { return Ok(None) };
    let page = if mail.is_staff {
        links::service_request::show(mail.customer, mail.item.object_id.into())
    } else {
        links::plan::show(mail.customer)
    };
    let address = format!("{}{page}", portal.settings.public_url);
    let different = different(&words, &mail.item);
    let (place, foot) = if mail.is_staff {
        (say!(words, "mail-request-where", customer = mail.customer_name), say!(words, "mail-request-foot"))
    } else {
        (say!(words, "mail-news-where", customer = mail.customer_name), say!(words, "mail-news-foot"))
    };
    let letter = Letter {
        paragraphs: [Some(format!("{said}.")), different, Some(place)].into_iter().flatten().collect(),
        subject: said,
        code: None,
        choices: Vec::new(),
        follow: Some((say!(words, "mail-link-open"), address)),
        foot: Some(foot),
    };
    Ok(Some(letter.to(&mail.to, &supplier)))
}

/// What happened, in a sentence without its point; none for what is not told.
pub(super) fn sentence(words: &Words, supplier: &str, item: &NewsItem) -> Option<String> {
    let who = item.who.clone().unwrap_or_else(|| supplier.to_owned());
    let label = item.label.clone();
    Some(match item.kind {
        EventKind::PromiseMoved => say!(words, "mail-news-promise", who = who, label = label),
        EventKind::StatusReported => say!(words, "mail-news-status", who = who, label = label),
        EventKind::TaskAdded | EventKind::TaskShared => say!(words, "mail-news-task", who = who, label = label),
        EventKind::TaskAsked => say!(words, "mail-news-asked", who = who, label = label),
        EventKind::InvoiceIssued => say!(words, "mail-news-invoice", who = who, label = label),
        EventKind::ReportPublished => {
            say!(words, "mail-news-report", who = who, label = report_title::named(words, &label))
        }
        EventKind::RequestSent => say!(words, "event-request-sent", who = who, label = label),
        EventKind::RequestReplied => say!(words, "event-request-replied", who = who, label = label),
        EventKind::RequestReopened => say!(words, "event-request-reopened", who = who, label = label),
        EventKind::RequestWithdrawn => say!(words, "event-request-withdrawn", who = who, label = label),
        EventKind::RequestBegun => say!(words, "event-request-begun", who = who, label = label),
        EventKind::RequestWaits => say!(words, "event-request-waits", who = who, label = label),
        EventKind::RequestDone => say!(words, "event-request-done", who = who, label = label),
        EventKind::RequestDeclined => say!(words, "event-request-declined", who = who, label = label),
        EventKind::IdeaMoved => say!(words, "mail-news-idea", who = who, label = label),
        EventKind::InvoiceDue => say!(words, "mail-news-due", label = label),
        EventKind::HandedOver => say!(words, "mail-news-contact", label = label),
        _ => return None,
    })
}

/// What it was before and is now, and below that why; none where that is not known.
pub(super) fn different(words: &Words, item: &NewsItem) -> Option<String> {
    let (change, (_, why)) = change::told(words, item.detail.as_ref()?, item.at);
    let said = [change, Some(why)].into_iter().flatten().filter(|said| !said.is_empty());
    Some(said.collect::<Vec<_>>().join("\n"))
}
