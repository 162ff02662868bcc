//! Threads as one reader may see them; what only the supplier's people see stands apart.

use super::Delivery;
use crate::{attachment::FileView, customer_layout::CustomerLayoutView, question::QuestionView};
use coplan_domain::{
    id::{CustomerId, InvoiceId, MessageId, NoteId, PersonId, ProjectId, ThreadId},
    person::{Language, Side},
    question::QuestionState,
    thread::{AboutKind, Ball, Message, Note, Resolution, Subject, Thread},
};
use coplan_store::{access::DiscussionScope, message::Agreement, thread::ThreadLine};
use jiff::Timestamp;
use std::{collections::BTreeMap, sync::Arc};

/// What a thread is about, with what it takes to find its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectView {
    /// What kind of object.
    pub kind: AboutKind,
    /// Which one; the customer's id for the plan.
    pub id: ulid::Ulid,
    /// Its name now: the customer's, the project's or the milestone's, the invoice's number, the line's name.
    pub name: String,
    /// What it is a part of: the project's name of a milestone, the invoice's number of a line.
    pub part_of: Option<String>,
    /// The project it is or stands in.
    pub project: Option<ProjectId>,
    /// The invoice it is or stands on.
    pub invoice: Option<InvoiceId>,
}

impl From<&Subject> for SubjectView {
    fn from(subject: &Subject) -> Self {
        Self {
            kind: subject.about.kind,
            id: subject.about.id,
            name: subject.name.clone(),
            part_of: subject.part_of.clone(),
            project: subject.project,
            invoice: subject.invoice,
        }
    }
}

/// What of a thread can be changed by several people: whose turn it is, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadState {
    /// Who must move next.
    pub ball: Ball,
    /// Since when.
    pub ball_since: Timestamp,
    /// When something was last said.
    pub last_message_at: Timestamp,
    /// How it ended, once it has.
    pub resolution: Option<Resolution>,
    /// The version that forms send back.
    pub version: i64,
}

impl From<&Thread> for ThreadState {
    fn from(thread: &Thread) -> Self {
        Self {
            ball: thread.ball,
            ball_since: thread.ball_since,
            last_message_at: thread.last_message_at,
            resolution: thread.resolution.clone(),
            version: thread.version,
        }
    }
}

/// A thread in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadLineView {
    /// Which thread.
    pub id: ThreadId,
    /// What it is about.
    pub subject: SubjectView,
    /// The question in one line.
    pub title: String,
    /// The language of who opened it.
    pub language: Language,
    /// Whose turn it is, and how it ended.
    pub state: ThreadState,
    /// How many messages it has.
    pub messages: i64,
    /// The name of who spoke last.
    pub last_author: String,
    /// The side of who spoke last.
    pub last_side: Side,
    /// Whether the reader spoke last.
    pub last_mine: bool,
    /// The beginning of what was said last, in small Markdown, at most 600 characters.
    pub last_text: String,
    /// The language of who spoke last.
    pub last_language: Language,
    /// How far it is, where it is a question about an invoice.
    pub question: Option<QuestionState>,
    /// Whether the reader is called in it by name and has not looked since.
    pub called: bool,
    /// For the supplier's people only.
    pub internal: Option<LineInternal>,
}

/// What only the supplier's people see of a thread in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineInternal {
    /// Whether the customer sees at present what the thread is about.
    pub shared: bool,
    /// Whether it began before the customer was shown that, and so stays with the supplier's people.
    pub inside: bool,
}

impl ThreadLineView {
    pub(super) fn new(line: ThreadLine, reader: PersonId, side: Side) -> Self {
        let thread = line.thread;
        Self {
            id: thread.id,
            subject: (&thread.subject).into(),
            state: (&thread).into(),
            title: thread.title,
            language: thread.language,
            messages: line.messages,
            last_author: line.last_author_name,
            last_side: line.last_side,
            last_mine: line.last_author == reader,
            last_text: line.last_text,
            last_language: line.last_language,
            question: thread.question,
            called: line.called,
            internal: (side == Side::Supplier)
                .then_some(LineInternal { shared: thread.subject.shared, inside: thread.subject.inside }),
        }
    }
}

/// A thread with what was said in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadView {
    /// Whose plan it belongs to.
    pub customer: CustomerId,
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Which thread.
    pub id: ThreadId,
    /// What it is about.
    pub subject: SubjectView,
    /// The question in one line.
    pub title: String,
    /// The language of who opened it.
    pub language: Language,
    /// Who opened it.
    pub opened_by: String,
    /// When.
    pub opened_at: Timestamp,
    /// Whose turn it is, and how it ended.
    pub state: ThreadState,
    /// The reader's side: the ball with it waits for "you".
    pub side: Side,
    /// Whether the reader may reply, pass the ball, resolve and reopen.
    pub may_write: bool,
    /// The last messages, oldest first.
    pub messages: Vec<MessageView>,
    /// Where there are earlier ones, the message to ask for those before.
    pub earlier: Option<MessageId>,
    /// What came of it between these messages before it was opened again, oldest first.
    pub past_outcomes: Vec<Resolution>,
    /// The names of the customer's people besides the reader who read what is said here; none where the reader may not know
    /// who they are, or says nothing here.
    pub readers: Option<Vec<String>>,
    /// The names of the supplier's people whom the reader may call here; none where the reader says nothing here.
    pub staff: Vec<String>,
    /// The thread that it was a part of.
    pub whole: Option<ThreadPart>,
    /// What became threads of their own between these messages.
    pub parts: Vec<ThreadPart>,
    /// What it is about, where it is a question about an invoice.
    pub question: Option<QuestionView>,
    /// Who else has it open now, by name.
    pub here: Vec<String>,
    /// What became of the last message, where the reader wrote it.
    pub delivery: Option<(MessageId, Delivery)>,
    /// What it was read with.
    pub(crate) scope: DiscussionScope,
    /// How far the reader has read before: when the last message that it was shown was sent.
    pub(crate) read_to: Option<Timestamp>,
    /// Whether the reader is called in it by name and had not looked since.
    pub(crate) called: bool,
    /// For the supplier's people only.
    pub internal: Option<ThreadInternal>,
}

impl ThreadView {
    /// How many bytes of text were written in it, to tell how long it takes to be drawn.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let notes = self.internal.iter().flat_map(|internal| &internal.notes).map(|note| note.text.len());
        self.messages.iter().map(|message| message.text.len()).chain(notes).sum()
    }
}

/// A thread that was a part of another one, or the one that it was a part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadPart {
    /// Which thread.
    pub id: ThreadId,
    /// Its question in one line.
    pub title: String,
    /// The language of who opened it.
    pub language: Language,
    /// When it was opened.
    pub opened_at: Timestamp,
}

impl From<Thread> for ThreadPart {
    fn from(thread: Thread) -> Self {
        Self { id: thread.id, title: thread.title, language: thread.language, opened_at: thread.opened_at }
    }
}

/// Something said to both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageView {
    /// Which message.
    pub id: MessageId,
    /// The author's name.
    pub author: String,
    /// The author's side.
    pub side: Side,
    /// Whether the reader wrote it.
    pub mine: bool,
    /// What was said, in small Markdown.
    pub text: String,
    /// The author's language.
    pub language: Language,
    /// When.
    pub sent_at: Timestamp,
    /// The files beside it.
    pub files: Vec<FileView>,
    /// How often it was said otherwise, from 1.
    pub revision: i64,
    /// When it was last said otherwise.
    pub edited_at: Option<Timestamp>,
    /// Whether its author withdrew it.
    pub withdrawn: bool,
    /// Who agrees to it, by name.
    pub agreed: Vec<String>,
    /// Whether the reader does.
    pub agreed_by_me: bool,
    /// Whom it calls, by name.
    pub called: Vec<String>,
}

/// What stands beside messages.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Files.
    pub files: BTreeMap<MessageId, Vec<FileView>>,
    /// Who agrees.
    pub agreed: Vec<Agreement>,
    /// Who is called, by name.
    pub called: Vec<(MessageId, String)>,
}

impl MessageView {
    pub(super) fn new(message: Message, beside: &mut Beside, reader: PersonId) -> Self {
        let id = message.id;
        let agreed = beside.agreed.iter().filter(|agreement| agreement.message == id);
        Self {
            id: message.id,
            author: message.author_name,
            side: message.side,
            mine: message.author == reader,
            text: message.text,
            language: message.language,
            sent_at: message.sent_at,
            files: beside.files.remove(&id).unwrap_or_default(),
            revision: message.revision,
            edited_at: message.edited_at,
            withdrawn: message.withdrawn_at.is_some(),
            agreed_by_me: agreed.clone().any(|agreement| agreement.person == reader),
            agreed: agreed.map(|agreement| agreement.name.clone()).collect(),
            called: beside.called.iter().filter(|(called, _)| *called == id).map(|(_, name)| name.clone()).collect(),
        }
    }
}

/// What only the supplier's people see of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadInternal {
    /// Whether the customer sees at present what the thread is about.
    pub shared: bool,
    /// Whether it began before the customer was shown that, and so stays with the supplier's people.
    pub inside: bool,
    /// Internal notes, oldest first.
    pub notes: Vec<Note>,
    /// The files beside them.
    pub files: BTreeMap<NoteId, Vec<FileView>>,
}
