//! What people say to each other in the demo.

use super::{
    Told,
    builder::{DemoBuilder, Said, told},
};
use coplan_domain::{
    contact::ContactKind,
    id::{CustomerId, ThreadId},
    question::QuestionReason,
    thread::About,
};
use coplan_store::access::Actor;
use coplan_usecases::{
    attachment,
    contact::{self, ContactForm},
    question::{self, AskForm},
    thread::{self, NoteForm, OpenForm, ReplyForm, ResolveForm},
};
use futures_util::stream;

impl DemoBuilder {
    /// Opens a discussion.
    pub(crate) async fn ask(&self, by: &Actor, customer: CustomerId, about: About, said: &Said) -> Told<ThreadId> {
        let thread = self.id();
        let (title, text) = (said.title.to_owned(), said.text.to_owned());
        let form = OpenForm { thread, message: self.id(), about, title, text };
        told(thread::open(&self.portal, by, customer, &form).await)
    }

    /// Replies.
    pub(crate) async fn answer(&self, by: &Actor, customer: CustomerId, thread: ThreadId, text: &str) -> Told<()> {
        let form = ReplyForm { message: self.id(), text: text.to_owned() };
        told(thread::reply(&self.portal, by, customer, thread, &form).await).map(drop)
    }

    /// Replies with a file.
    pub(crate) async fn answer_with(
        &self,
        by: &Actor,
        customer: CustomerId,
        thread: ThreadId,
        text: &str,
        (name, bytes): (&str, &'static [u8]),
    ) -> Told<()> {
        let mut receiver = told(attachment::begin(&self.portal, by, customer).await)?;
        let coming = stream::iter([Ok(bytes.into())]);
        let file = told(receiver.take(&self.portal, name, coming).await)?.map_err(|_| "the file is refused".to_owned())?;
        let form = ReplyForm { message: self.id(), text: text.to_owned() };
        told(thread::reply_with(&self.portal, by, customer, thread, &form, &[file]).await).map(drop)
    }

    /// Asks about a part of an invoice.
    pub(crate) async fn question(
        &self,
        by: &Actor,
        customer: CustomerId,
        about: About,
        (reason, said): (QuestionReason, &Said),
    ) -> Told<ThreadId> {
        let (title, text) = (said.title.to_owned(), said.text.to_owned());
        let form = AskForm { thread: self.id(), message: self.id(), about, reason: reason.to_string(), title, text };
        told(question::ask(&self.portal, by, customer, &form).await)
    }

    /// Explains what a question is about.
    pub(crate) async fn explain(&self, by: &Actor, customer: CustomerId, thread: ThreadId, text: &str) -> Told<()> {
        let form = ReplyForm { message: self.id(), text: text.to_owned() };
        told(thread::explain(&self.portal, by, customer, thread, &form).await).map(drop)
    }

    /// Writes down a contact of this day.
    pub(crate) async fn contact(&self, by: &Actor, customer: CustomerId, kind: ContactKind, said: [&str; 3]) -> Told<()> {
        let [with_whom, about, promised] = said.map(str::to_owned);
        let day = self.portal.today(by).to_string();
        let form = ContactForm { id: self.id(), kind: kind.to_string(), day, with_whom, about, promised };
        told(contact::keep(&self.portal, by, customer, &form, None).await)
    }

    /// Agrees to the last message.
    pub(crate) async fn agree(&self, by: &Actor, customer: CustomerId, thread: ThreadId) -> Told<()> {
        let shown = told(thread::show(&self.portal, by, customer, thread, None).await)?;
        match shown.messages.last() {
            Some(message) => told(thread::agree(&self.portal, by, customer, thread, (message.id, true)).await),
            None => Ok(()),
        }
    }

    /// Writes an internal note.
    pub(crate) async fn note(&self, by: &Actor, customer: CustomerId, thread: ThreadId, text: &str) -> Told<()> {
        let form = NoteForm { id: self.id(), note: text.to_owned() };
        told(thread::write_note(&self.portal, by, customer, thread, &form).await).map(drop)
    }

    /// Resolves a discussion with what came of it.
    pub(crate) async fn resolve(&self, by: &Actor, customer: CustomerId, thread: ThreadId, outcome: &str) -> Told<()> {
        let version = told(thread::show(&self.portal, by, customer, thread, None).await)?.state.version;
        let form = ResolveForm { outcome: outcome.to_owned(), version };
        told(thread::resolve(&self.portal, by, customer, thread, &form).await)
    }
}
