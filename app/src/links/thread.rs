//! Addresses of discussions.

use super::TurnQuery;
use coplan_domain::{
    id::{AttachmentId, CustomerId, MessageId, ThreadId},
    thread::{About, AboutKind},
};
use coplan_usecases::{Turn, thread::ThreadKey};
use serde::Deserialize;
use std::fmt::Display;

routes! {
    /// A customer's discussions.
    list(customer: CustomerId) = "/c/{customer}/threads";
    /// Opens one.
    new(customer: CustomerId) = "/c/{customer}/threads/new";
    /// One of them.
    show(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}";
    /// Replies.
    reply(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/reply";
    /// Corrects whose move it is.
    ball(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/ball";
    /// Replies, which explains what is asked of an invoice.
    explain(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/explain" for staff;
    /// Replies, which promises to credit what is asked of an invoice.
    promise_credit(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/credit" for staff;
    /// Accepts the explanation.
    accept(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/accept";
    /// Resolves it.
    resolve(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/resolve";
    /// Opens a resolved one again.
    reopen(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/reopen";
    /// Writes an internal note.
    note(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/note" for staff;
    /// What is said in it, alone.
    speech(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/messages", part;
    /// One message with what it said before; its author says it otherwise here.
    said(customer: CustomerId, thread: ThreadId, message: MessageId) = "/c/{customer}/threads/{thread}/messages/{message}";
    /// Its author withdraws it.
    withdraw(customer: CustomerId, thread: ThreadId, message: MessageId)
        = "/c/{customer}/threads/{thread}/messages/{message}/withdraw";
    /// Begins a discussion of its own with it and what came after.
    split(customer: CustomerId, thread: ThreadId, message: MessageId) = "/c/{customer}/threads/{thread}/messages/{message}/split";
    /// Agrees to it, or no more.
    agree(customer: CustomerId, thread: ThreadId, message: MessageId) = "/c/{customer}/threads/{thread}/messages/{message}/agree";
    /// Gives it another subject.
    change(customer: CustomerId, thread: ThreadId) = "/c/{customer}/threads/{thread}/edit";
    /// A file beside a message or a note.
    file(customer: CustomerId, thread: ThreadId, file: AttachmentId) = "/c/{customer}/threads/{thread}/files/{file}", part;
    /// A picture as it is shown.
    picture(customer: CustomerId, thread: ThreadId, file: AttachmentId)
        = "/c/{customer}/threads/{thread}/files/{file}/picture", part;
    /// A file with its versions.
    file_page(customer: CustomerId, file: AttachmentId) = "/c/{customer}/files/{file}";
    /// Keeps its next version.
    file_version(customer: CustomerId, file: AttachmentId) = "/c/{customer}/files/{file}/version";
    /// Asks the other side to approve a version.
    ask_approval(customer: CustomerId, file: AttachmentId) = "/c/{customer}/files/{file}/ask";
    /// Approves or refuses a version.
    decide_file(customer: CustomerId, file: AttachmentId) = "/c/{customer}/files/{file}/decide";
}

/// Before which version of a message, as the address has it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct VersionQuery {
    before: String,
}

impl VersionQuery {
    /// The version; none for the newest.
    #[must_use]
    pub fn before(&self) -> Option<i64> {
        self.before.parse().ok()
    }
}

/// The versions of a message before one of them.
#[must_use]
pub fn versions_before(customer: CustomerId, thread: ThreadId, message: MessageId, revision: i64) -> String {
    format!("{}?before={revision}", said(customer, thread, message))
}

/// One page of the list.
#[must_use]
pub fn list_page(customer: CustomerId, turn: &Turn<ThreadKey>) -> String {
    TurnQuery::address(&list(customer), turn)
}

/// What a new discussion is to be about: `KIND.ID`; nothing is the plan.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AboutQuery {
    about: String,
}

impl AboutQuery {
    /// As it is asked for, which may be nonsense.
    #[must_use]
    pub fn or_plan(self, customer: CustomerId) -> String {
        self.or(about_plan(customer))
    }

    /// As it is asked for, which may be nonsense; this where nothing is asked for.
    #[must_use]
    pub fn or(self, about: About) -> String {
        if self.about.is_empty() { about.to_string() } else { self.about }
    }
}

/// The plan as a whole.
fn about_plan(customer: CustomerId) -> About {
    About { kind: AboutKind::Plan, id: customer.0 }
}

/// Opens one about this object.
#[must_use]
pub fn new_about(customer: CustomerId, about: About) -> String {
    format!("{}?about={about}", new(customer))
}

/// Opens one about the plan as a whole.
#[must_use]
pub fn new_about_plan(customer: CustomerId) -> String {
    new_about(customer, about_plan(customer))
}

/// Which stretch of a long discussion: what came before this message; nothing is its end.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BeforeQuery {
    /// The message's id as it was sent.
    pub before: String,
}

/// The stretch before a message.
#[must_use]
pub fn before(customer: CustomerId, thread: ThreadId, message: MessageId) -> String {
    format!("{}?before={message}", show(customer, thread))
}

/// A message or a note on its page.
#[must_use]
pub fn message(customer: CustomerId, thread: ThreadId, message: impl Display) -> String {
    format!("{}#m-{message}", show(customer, thread))
}

/// Where one replies in a discussion, on its page.
#[must_use]
pub fn reply_form(customer: CustomerId, thread: ThreadId) -> String {
    // The field itself, which browsers give the focus.
    format!("{}#text", show(customer, thread))
}

/// The discussion that the page at a path belongs to.
#[must_use]
pub fn of_path(customer: CustomerId, path: &str) -> Option<ThreadId> {
    path.strip_prefix(&list(customer))?.strip_prefix('/')?.split('/').next()?.parse().ok()
}

/// Where a member writes from the page at a path: in the discussion that is open, about the invoice or whatever else the page
/// is about, and about the plan elsewhere.
#[must_use]
pub fn write_from(customer: CustomerId, path: &str) -> String {
    if let Some(thread) = of_path(customer, path) {
        return reply_form(customer, thread);
    }
    match super::feedback::about_of(customer, path) {
        Some(about) if about.kind == AboutKind::Invoice => super::invoice::ask_about(customer, about.id.into(), about),
        Some(about) => new_about(customer, about),
        None => new_about_plan(customer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_writes_where_one_is() {
        let customer: CustomerId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAW";
        let from = |rest: &str| write_from(customer, &format!("/c/{customer}{rest}"));
        for rest in [format!("/threads/{id}"), format!("/threads/{id}/messages/{id}")] {
            assert_eq!(from(&rest), format!("/c/{customer}/threads/{id}#text"));
        }
        assert_eq!(from(&format!("/invoices/{id}")), format!("/c/{customer}/invoices/{id}/questions?about=invoice.{id}"));
        assert_eq!(from(&format!("/projects/{id}")), format!("/c/{customer}/threads/new?about=project.{id}"));
        for elsewhere in ["", "/threads", "/threads/new", "/invoices", "/meetings/01ARZ3NDEKTSV4RRFFQ69G5FAW"] {
            assert_eq!(from(elsewhere), new_about_plan(customer), "{elsewhere}");
        }
    }
}
