//! Opening a thread about something that the opener sees.

use super::{OpenForm, SubjectView, audience, enqueue_mail, form::ReadOpening, rate_limit, reader, record_of, writes};
use crate::{
    Error, Portal,
    attachment::{ReceivedFile, are_kept, marks, to_keep, words_with},
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    idempotency,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ThreadId},
    thread::About,
};
use coplan_store::{
    access::{Actor, ThreadOpening},
    attachment, message,
    thread::{self, NewThread},
};
use std::sync::Arc;

/// What a new thread would be about, and who would read it: for drawing the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewThreadContext {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The object, as it is called now.
    pub subject: SubjectView,
    /// Whether the thread would stay with the supplier's people; for a member never.
    pub inside: bool,
}

/// Looks up what a new thread would be about.
///
/// # Errors
/// [`Error`], as opening it would be.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId, about: About) -> Result<NewThreadContext, Error> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let subject = thread::find_subject(&mut conn, reader.scope, reader.access.money, about).await?.ok_or(Error::NotFound)?;
    if writes(portal, &mut conn, actor, &reader, subject.project).await? {
        let layout = customer_layout::find(portal, &mut conn, actor, &reader.access).await?;
        Ok(NewThreadContext { layout, subject: (&subject).into(), inside: subject.inside })
    } else {
        Err(Error::NotResponsible)
    }
}

/// Opens a thread with its first message; the ball goes to the other side, where that side can see it. Sent twice, it is there once; sent again
/// with other words, those open another one. Gives the thread that holds the words.
///
/// # Errors
/// [`Error`]; `NotFound` also where the opener may not know of the object.
pub async fn open(portal: &Portal, actor: &Actor, customer: CustomerId, form: &OpenForm) -> Result<ThreadId, Error> {
    open_with(portal, actor, customer, form, &[]).await
}

/// The same with files beside the first message.
///
/// # Errors
/// The same.
pub async fn open_with(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    form: &OpenForm,
    files: &[ReceivedFile],
) -> Result<ThreadId, Error> {
    let form = &OpenForm { text: words_with(&form.text, files), ..form.clone() };
    let ReadOpening { title, text } = form.parse()?;
    let mut change = portal.change_touched().await?;
    let opening = ThreadOpening::prove(&mut change, actor, customer, form.about).await?;
    let (scope, money) = (opening.scope(), opening.money());
    let (audience, about) = (audience(opening.subject()), form.about.to_string());
    let words = marks(&[about.as_str(), title.as_str(), text.as_str()], files);
    for (id, first) in idempotency::ids(form.thread.0, &words).into_iter().zip(idempotency::ids(form.message.0, &words)) {
        let thread = NewThread { id, title: title.as_str().to_owned() };
        if let Some(write) = thread::insert(&mut change, &opening, &thread).await? {
            if !message::insert(&mut change, &write, first, text.as_str()).await? {
                return Err(Error::NotFound);
            }
            attachment::insert(&mut change, &write, first, &to_keep(files)).await?;
            rate_limit::check(&mut change, actor).await?;
            record_of(&mut change, &write, EventKind::ThreadOpened, id, title.as_str(), audience).await?;
            enqueue_mail(&mut change, first).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let kept = message::find(&mut change, scope, money, first).await?;
        let (_, message) =
            kept.filter(|(home, message)| *home == id && message.author == actor.person()).ok_or(Error::NotFound)?;
        let thread = thread::find(&mut change, scope, money, id).await?.ok_or(Error::NotFound)?;
        let at = (message.sent_at, message.sent_at);
        let beside = attachment::list(&mut change, scope, money, id, at).await?;
        let beside: Vec<_> = beside.into_iter().filter(|(home, _)| *home == first).map(|(_, file)| file).collect();
        let is_same = thread.subject.about == form.about && thread.title == title.as_str() && message.text == text.as_str();
        if is_same && are_kept(&beside, files) {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}
