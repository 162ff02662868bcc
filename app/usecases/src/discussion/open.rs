//! Opening a thread about something that the opener sees.

use super::{SubjectView, audience, promise_mail, reader, writes};
use crate::{
    Portal,
    edit::{AddError, Refused},
    form::Problems,
};
use coplan_domain::{
    discussion::About,
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
};
use coplan_store::{
    access::Actor,
    customer, message,
    thread::{self, NewThread},
};

/// A thread as it was typed. The ids were made when the form was drawn, so that sending it twice opens one thread.
#[derive(Debug, Clone)]
pub struct OpenForm {
    /// The thread's id.
    pub thread: ThreadId,
    /// The first message's id.
    pub message: MessageId,
    /// What it is about.
    pub about: About,
    /// The question in one line; the field is `title`.
    pub title: String,
    /// The first message, in small Markdown; the field is `text`.
    pub text: String,
}

/// What a new thread would be about, as it is called now: for drawing the form.
///
/// # Errors
/// [`Refused`], as opening it would be.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId, about: About) -> Result<SubjectView, Refused> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let subject = thread::find_subject(&mut conn, reader.scope, reader.access.money, about).await?.ok_or(Refused::NotFound)?;
    if writes(portal, &mut conn, actor, &reader, subject.project).await? {
        Ok((&subject).into())
    } else {
        Err(Refused::NotResponsible)
    }
}

/// Opens a thread with its first message; the ball goes to the other side. Sent twice, it is there once.
///
/// # Errors
/// [`AddError`]; `NotFound` also where the opener may not know of the object.
pub async fn open(portal: &Portal, actor: &Actor, customer: CustomerId, form: OpenForm) -> Result<(), AddError> {
    let mut problems = Problems::default();
    let (title, text) = (problems.line("title", &form.title), problems.prose("text", &form.text));
    let (title, text) = problems.finish(title.zip(text))?;
    let mut change = portal.change_within().await?;
    let reader = reader(&mut change, actor, customer).await?;
    customer::hold(&mut change, reader.access.plan).await?;
    let (scope, money) = (reader.scope, reader.access.money);
    let subject = thread::find_subject(&mut change, scope, money, form.about).await?.ok_or(AddError::NotFound)?;
    if !writes(portal, &mut change, actor, &reader, subject.project).await? {
        return Err(AddError::NotResponsible);
    }
    let audience = audience(&subject);
    let thread = NewThread { id: form.thread, subject, title: title.as_str().to_owned() };
    if !thread::insert(&mut change, scope, &thread).await? {
        let kept = message::find(&mut change, scope, money, form.message).await?;
        let same = kept.is_some_and(|(thread, message)| thread == form.thread && message.author == actor.person());
        return if same { Ok(()) } else { Err(AddError::NotFound) };
    }
    if !message::insert(&mut change, scope, form.thread, form.message, text.as_str()).await? {
        return Err(AddError::NotFound);
    }
    reader.record(&mut change, EventKind::ThreadOpened, form.thread, title.as_str(), audience).await?;
    promise_mail(&mut change, form.message).await?;
    Ok(portal.keep(change).await?)
}
