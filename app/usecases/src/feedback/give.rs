//! Giving feedback about what one sees, and saying whether what was done about it helped.

use super::{GiveForm, HelpedForm, tell};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    idempotency,
    merge::filled,
    portal::access_to,
    thread::{SubjectView, rate_limit},
};
use coplan_domain::{
    event::EventKind,
    feedback::{FeedbackSubject, Helped},
    id::{CustomerId, FeedbackId},
    person::Side,
    thread::{About, AboutKind, Subject},
};
use coplan_store::{
    Conn,
    access::{Access, Actor, hold},
    feedback::{self, NewFeedback},
    thread,
};
use jiff::civil::Date;
use std::sync::Arc;

/// What feedback would be about: for drawing the form.
#[derive(Debug, Clone)]
pub struct GiveContext {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What it is about; none for the plan as a whole.
    pub subject: Option<SubjectView>,
    /// The reader's day.
    pub today: Date,
}

/// What feedback is about, where the reader may know of it; none for the plan as a whole.
async fn subject(conn: &mut Conn, access: &Access, about: &str) -> Result<Option<Subject>, Error> {
    if about.is_empty() {
        return Ok(None);
    }
    let about: About = about.parse().map_err(|_| Error::NotFound)?;
    let found = thread::find_seen(conn, access, about).await?.ok_or(Error::NotFound)?;
    Ok(Some(found).filter(|found| found.about.kind != AboutKind::Plan))
}

/// Looks up what feedback would be about.
///
/// # Errors
/// [`Error`]; `NotFound` also for the supplier's people, and where the reader may not know of the object.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId, about: &str) -> Result<GiveContext, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    if actor.side() == Side::Supplier {
        return Err(Error::NotFound);
    }
    let subject = subject(&mut conn, &access, about).await?;
    Ok(GiveContext {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        subject: subject.as_ref().map(SubjectView::from),
        today: portal.today(actor),
    })
}

/// Gives feedback; given before with the same form, it is given already.
pub async fn give(portal: &Portal, actor: &Actor, customer: CustomerId, form: &GiveForm) -> Result<FeedbackId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.feedback_write()?;
    let subject = subject(&mut change, &held.access, &form.about).await?;
    let read = read?;
    let subject = subject.map(|it| FeedbackSubject { about: it.about, name: it.name, part_of: it.part_of, project: it.project });
    let new = NewFeedback { kind: read.kind, words: read.words.into(), subject, score: None };
    for id in idempotency::ids::<FeedbackId>(form.id.0, &filled(form)) {
        if feedback::insert(&mut change, &write, id, &new).await? {
            rate_limit::check(&mut change, actor, "words").await?;
            tell(&mut change, &write, EventKind::FeedbackGiven, &new.words).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let known = feedback::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        if (known.kind, &known.words) == (new.kind, &new.words) {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}

/// Says whether what was done helped; if not, it waits for the supplier again. Said before, that holds.
pub async fn say_helped(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: FeedbackId,
    form: &HelpedForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.feedback_write()?;
    let found = feedback::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let read = read?;
    let words = read.words.map(String::from).unwrap_or_default();
    if feedback::say_helped(&mut change, &write, id, read.helped, &words).await? {
        let kind = match read.helped {
            Helped::Yes => EventKind::FeedbackHelped,
            Helped::No => EventKind::FeedbackNotHelped,
        };
        tell(&mut change, &write, kind, &found.words).await?;
    }
    Ok(portal.commit(change).await?)
}
