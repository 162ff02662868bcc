//! Opening a thread about something that the opener sees.

use super::{OpenForm, SubjectView, audience, enqueue_mail, form::ReadOpening, rate_limit, reader, writes};
use crate::{
    Portal,
    edit::{AccessError, AddError},
    form::Parse,
    idempotency,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ThreadId},
    thread::About,
};
use coplan_store::{
    access::Actor,
    customer, message,
    thread::{self, NewThread},
};

/// What a new thread would be about, and who would read it: for drawing the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewThreadContext {
    /// The object, as it is called now.
    pub subject: SubjectView,
    /// Whether the thread would stay with the supplier's people; for a member never.
    pub inside: bool,
}

/// Looks up what a new thread would be about.
///
/// # Errors
/// [`AccessError`], as opening it would be.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId, about: About) -> Result<NewThreadContext, AccessError> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let subject =
        thread::find_subject(&mut conn, reader.scope, reader.access.money, about).await?.ok_or(AccessError::NotFound)?;
    if writes(portal, &mut conn, actor, &reader, subject.project).await? {
        Ok(NewThreadContext { subject: (&subject).into(), inside: subject.inside })
    } else {
        Err(AccessError::NotResponsible)
    }
}

/// Opens a thread with its first message; the ball goes to the other side, where that side can see it. Sent twice, it is there once; sent again
/// with other words, those open another one. Gives the thread that holds the words.
///
/// # Errors
/// [`AddError`]; `NotFound` also where the opener may not know of the object.
pub async fn open(portal: &Portal, actor: &Actor, customer: CustomerId, form: &OpenForm) -> Result<ThreadId, AddError> {
    let ReadOpening { title, text } = form.parse()?;
    let mut change = portal.change_touched().await?;
    let reader = reader(&mut change, actor, customer).await?;
    customer::lock(&mut change, reader.access.plan).await?;
    let (scope, money) = (reader.scope, reader.access.money);
    let subject = thread::find_subject(&mut change, scope, money, form.about).await?.ok_or(AddError::NotFound)?;
    if !writes(portal, &mut change, actor, &reader, subject.project).await? {
        return Err(AddError::NotResponsible);
    }
    let (audience, about) = (audience(&subject), form.about.to_string());
    let words = [about.as_str(), title.as_str(), text.as_str()];
    for (id, first) in idempotency::ids(form.thread.0, &words).into_iter().zip(idempotency::ids(form.message.0, &words)) {
        let thread = NewThread { id, subject: subject.clone(), title: title.as_str().to_owned() };
        if thread::insert(&mut change, scope, &thread).await? {
            if !message::insert(&mut change, scope, id, first, text.as_str()).await? {
                return Err(AddError::NotFound);
            }
            rate_limit::check(&mut change, actor).await?;
            reader.record(&mut change, EventKind::ThreadOpened, id, title.as_str(), audience).await?;
            enqueue_mail(&mut change, first).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let kept = message::find(&mut change, scope, money, first).await?;
        let (_, message) =
            kept.filter(|(home, message)| *home == id && message.author == actor.person()).ok_or(AddError::NotFound)?;
        let thread = reader.find(&mut change, id).await?;
        if thread.subject.about == form.about && thread.title == title.as_str() && message.text == text.as_str() {
            return Ok(id);
        }
    }
    Err(AddError::NotFound)
}
