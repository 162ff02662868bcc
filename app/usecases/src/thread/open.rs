//! Opening a thread about something that the opener sees.

use super::{OpenForm, SubjectView, audience, enqueue_mail, form::ReadOpening, mention, rate_limit, reader, record_of, writes};
use crate::{
    Error, Portal,
    attachment::{ReceivedFile, are_kept, marks, to_keep, words_with},
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    idempotency,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, LineId, MessageId, ThreadId},
    question::QuestionReason,
    thread::{About, AboutKind, Subject},
};
use coplan_store::{
    Change,
    access::{Actor, ThreadOpening},
    attachment,
    invoice::question,
    message,
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
    let opening = Opening {
        thread: form.thread,
        message: form.message,
        about: form.about,
        title: title.as_str(),
        text: text.as_str(),
        reason: None,
        money: false,
        files,
    };
    let id = open_in(&mut change, actor, customer, opening).await?;
    portal.commit(change).await?;
    Ok(id)
}

/// A thread to be opened.
pub(crate) struct Opening<'a> {
    /// The thread's id, as the form carries it.
    pub thread: ThreadId,
    /// The first message's id.
    pub message: MessageId,
    /// What it is about.
    pub about: About,
    /// The question in one line.
    pub title: &'a str,
    /// The first message.
    pub text: &'a str,
    /// What the question is about, where it is one about an invoice or a line.
    pub reason: Option<QuestionReason>,
    /// Whether only readers of sums see it, whatever it is about. Who opens it must be one.
    pub money: bool,
    /// Files beside the first message.
    pub files: &'a [ReceivedFile],
}

/// Opens a thread within a change, or finds the one that holds the same words already.
///
/// # Errors
/// [`Error`], as [`open`]; also where a reason is given for what is no part of an invoice.
pub(crate) async fn open_in(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    new: Opening<'_>,
) -> Result<ThreadId, Error> {
    let opening = ThreadOpening::prove(change, actor, customer, new.about).await?;
    let (scope, money) = (opening.scope(), opening.money());
    let subject = Subject { money: new.money, ..opening.subject().clone() };
    let (audience, about) = (audience(&subject), new.about.to_string());
    let words = marks(&[about.as_str(), new.title, new.text], new.files);
    for (id, first) in idempotency::ids(new.thread.0, &words).into_iter().zip(idempotency::ids(new.message.0, &words)) {
        let thread = NewThread { id, title: new.title.to_owned(), money: new.money };
        if let Some(write) = thread::insert(change, &opening, &thread).await? {
            if !message::insert(change, &write, first, new.text).await? {
                return Err(Error::NotFound);
            }
            attachment::insert(change, &write, first, &to_keep(new.files, &subject)).await?;
            if let Some(reason) = new.reason {
                let invoice = opening.subject().invoice.ok_or(Error::NotFound)?;
                let line = (new.about.kind == AboutKind::InvoiceLine).then_some(LineId(new.about.id));
                question::insert(change, &write, (invoice, line), reason).await?;
            }
            rate_limit::check(change, actor, "text").await?;
            record_of(change, &write, EventKind::ThreadOpened, id, new.title, audience).await?;
            enqueue_mail(change, first).await?;
            let opened = thread::find(change, scope, money, id).await?.ok_or(Error::NotFound)?;
            mention::tell(change, &write, &opened, first, new.text).await?;
            return Ok(id);
        }
        let kept = message::find(change, scope, money, first).await?;
        let (_, message) =
            kept.filter(|(home, message)| *home == id && message.author == actor.person()).ok_or(Error::NotFound)?;
        let thread = thread::find(change, scope, money, id).await?.ok_or(Error::NotFound)?;
        let beside = attachment::list_beside(change, scope, money, first).await?;
        let is_same = thread.subject.about == new.about && thread.title == new.title && message.text == new.text;
        if is_same && are_kept(&beside, new.files) {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}
