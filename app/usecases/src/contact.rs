//! The record of contacts: what either side writes down, and with what was said in discussions one list of who was in contact
//! with whom, how, about what, and what was promised.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{Choice, FieldProblem, Parse, Problem, day, form, line, listed},
    idempotency,
    merge::filled,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    contact::{Contact, ContactKind, ContactWords},
    event::{Audience, EventKind, ObjectKind},
    id::{ContactId, CustomerId, ThreadId},
    person::{Language, Scope},
    text::Line,
};
use coplan_store::{
    access::{Actor, CustomerWrite, hold, may_write},
    contact, message,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::sync::Arc;

/// The most of each kind that is listed.
const MOST: i64 = 500;

const KINDS: &[Choice] = &[
    Choice::new(ContactKind::Call.as_str(), "contact-call"),
    Choice::new(ContactKind::Visit.as_str(), "contact-visit"),
    Choice::new(ContactKind::Meeting.as_str(), "contact-meeting"),
    Choice::new(ContactKind::Email.as_str(), "contact-email"),
];

form! {
    /// What a contact was.
    ReadContact {
        /// How.
        kind: ContactKind = listed("contact-kind", KINDS),
        /// On which day.
        day: Date = day("contact-day").beside(),
        /// With whom.
        with_whom: Line = line("contact-with").hint("contact-with-hint"),
        /// About what.
        about: Line = line("contact-about"),
        /// What was promised.
        promised: Option<Line> = line("contact-promised").hint("contact-promised-hint"),
    }

    /// A contact as it was typed.
    new ContactForm { id: ContactId }
}

impl From<ReadContact> for ContactWords {
    fn from(read: ReadContact) -> Self {
        Self {
            kind: read.kind,
            day: read.day,
            with_whom: read.with_whom.into(),
            about: read.about.into(),
            promised: read.promised.map(String::from).unwrap_or_default(),
        }
    }
}

impl ContactForm {
    /// What was written down, to be corrected.
    #[must_use]
    pub fn of(id: ContactId, contact: &Contact) -> Self {
        let ContactWords { kind, day, with_whom, about, promised } = contact.said.clone();
        Self { id, kind: kind.to_string(), day: day.to_string(), with_whom, about, promised }
    }
}

/// By which way somebody was in contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Written down by somebody.
    Recorded(ContactKind),
    /// Said in a discussion.
    Discussion(ThreadId),
}

/// One line of the correspondence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrespondenceLine {
    /// On which day, in the reader's time zone.
    pub day: Date,
    /// When it was said or written down, for the order within a day.
    pub at: Timestamp,
    /// How.
    pub channel: Channel,
    /// Who.
    pub who: String,
    /// With whom; empty for what was said to a whole discussion.
    pub with_whom: String,
    /// About what.
    pub about: String,
    /// The language of who wrote that.
    pub language: Language,
    /// What was promised; may be empty.
    pub promised: String,
    /// Which contact, where it was written down.
    pub contact: Option<ContactId>,
    /// What was written first and by whom, where it was corrected.
    pub corrects: Option<(String, String)>,
}

/// The correspondence with a customer.
#[derive(Debug, Clone)]
pub struct Correspondence {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The latest first.
    pub lines: Vec<CorrespondenceLine>,
    /// Whether the reader may write down and correct.
    pub may_write: bool,
    /// The reader's day.
    pub today: Date,
}

/// Lists the correspondence with a customer: what was written down and what was said where the reader may know of it.
///
/// # Errors
/// [`Error::NotFound`] without the discussion scope.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<Correspondence, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let scope = access.discussion.ok_or(Error::NotFound)?;
    let may_write = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, portal.clock.now()).await?,
        None => true,
    };
    let zone = TimeZone::get(actor.entered().time_zone()).unwrap_or(TimeZone::UTC);
    let recorded = contact::list(&mut conn, scope, MOST).await?.into_iter().map(recorded_line);
    let said = message::list_latest(&mut conn, scope, access.money, MOST).await?;
    let said = said.into_iter().map(|(thread, title, message)| CorrespondenceLine {
        day: message.sent_at.to_zoned(zone.clone()).date(),
        at: message.sent_at,
        channel: Channel::Discussion(thread),
        who: message.author_name,
        with_whom: String::new(),
        about: title,
        language: message.language,
        promised: String::new(),
        contact: None,
        corrects: None,
    });
    let mut lines = recorded.chain(said).collect::<Vec<_>>();
    lines.sort_by_key(|line| std::cmp::Reverse((line.day, line.at)));
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    Ok(Correspondence { layout, lines, may_write, today: portal.today(actor) })
}

fn recorded_line(contact: Contact) -> CorrespondenceLine {
    CorrespondenceLine {
        day: contact.said.day,
        at: contact.recorded_at,
        channel: Channel::Recorded(contact.said.kind),
        who: contact.recorded_by,
        with_whom: contact.said.with_whom,
        about: contact.said.about,
        language: contact.language,
        promised: contact.said.promised,
        contact: Some(contact.id),
        corrects: contact.corrects,
    }
}

/// One contact, for who may correct it.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ContactId,
) -> Result<(Correspondence, Contact), Error> {
    let view = list(portal, actor, customer).await?;
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let found = contact::find(&mut conn, access.discussion.ok_or(Error::NotFound)?, id).await?.ok_or(Error::NotFound)?;
    if view.may_write { Ok((view, found)) } else { Err(Error::NotResponsible) }
}

/// Writes down a contact, or corrects one that was written down before. Sent twice, it is kept once.
///
/// # Errors
/// [`Error`]; `Invalid` also for a day to come; `Stale` where the other was corrected otherwise meanwhile.
pub async fn keep(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    form: &ContactForm,
    corrects: Option<ContactId>,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let today = portal.today(actor);
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.contact_write(&mut change).await?;
    if let Some(corrected) = corrects {
        contact::find(&mut change, write.discussion(), corrected).await?.ok_or(Error::NotFound)?;
    }
    let said = ContactWords::from(read?);
    if said.day > today {
        return Err(Error::Invalid(vec![FieldProblem { field: "day", problem: Problem::InFuture }]));
    }
    for id in idempotency::ids::<ContactId>(form.id.0, &filled(form)) {
        if contact::insert(&mut change, &write, (id, corrects), &said).await? {
            let object = (ObjectKind::Customer, write.customer().0);
            let audience = Audience::Scope(Scope::Discussion);
            let kind = if corrects.is_some() { EventKind::ContactCorrected } else { EventKind::ContactRecorded };
            record(&mut change, &write, kind, object, &said.about, audience).await?;
            return Ok(portal.commit(change).await?);
        }
        if contact::find(&mut change, write.discussion(), id).await?.is_some_and(|kept| kept.said == said) {
            return Ok(());
        }
    }
    Err(Error::stale(()))
}
