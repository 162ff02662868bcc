//! Discussions about the plan and what stands in it: everything asked has one next mover, and an age.

mod agree;
mod ball;
mod delivery;
mod edit;
mod file;
mod file_decision;
mod form;
mod here;
mod list;
mod mail;
mod mention;
mod note;
mod note_reading;
mod open;
pub(crate) mod rate_limit;
mod readers;
mod reply;
mod resolve;
mod show;
mod split;
mod subject;
mod view;
mod waiting;

pub use agree::agree;
pub use ball::{PassBallForm, pass_ball};
pub use delivery::Delivery;
pub(crate) use delivery::list_readers;
pub use edit::{MessagePage, edit_message, show_message, withdraw_message};
pub use file::{FilePage, FileVersionView, add_version, check_version, show_file};
pub use file_decision::{ask_approval, decide_file};
pub use form::{
    ChangeThreadForm, DecideFileForm, EditMessageForm, NewVersionForm, NoteForm, OpenForm, ReplyForm, ResolveForm, SplitForm,
};
pub(crate) use here::list_here;
pub use list::{PAGE, ThreadKey, ThreadList, list};
pub(crate) use list::{ThreadSummary, about, summary};
pub(crate) use mail::unread_of;
pub use mail::{MessageMail, enqueue_mails, list_to_tell, mail_of};
pub use mention::{MentionMail, mention_mail, note_mention_mail};
pub use note::{write_note, write_note_with};
pub(crate) use note_reading::Readings;
pub use note_reading::{keep_readings, note_reading};
pub use open::{NewThreadContext, begin, open, open_with};
pub(crate) use open::{Opening, open_in};
pub use reply::{explain, promise_credit, reply, reply_with};
pub use resolve::{reopen, resolve};
pub use show::show;
pub use split::{SplitView, begin_split, split};
pub use subject::{ChangeThreadView, begin_change, change_subject};
pub use view::{LineInternal, MessageView, SubjectView, ThreadInternal, ThreadLineView, ThreadPart, ThreadState, ThreadView};
pub use waiting::{WaitingForStaff, WaitingThread, list_waiting, list_waiting_for_staff};

use crate::{
    Error, InternalError, Portal,
    job::{Job, enqueue},
    portal::access_to,
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, MessageId, ProjectId, ThreadId},
    person::Scope,
    thread::{Subject, Thread},
};
use coplan_store::{
    Change, Conn, StoreError,
    access::{Access, Actor, CustomerWrite, DiscussionScope, ThreadWrite, may_write},
    thread,
};
use jiff::SignedDuration;

/// How long a mail about a message waits, so that several messages in a row become one mail.
const MAIL_AFTER: SignedDuration = SignedDuration::from_mins(2);

/// Somebody who may read the discussions of a customer.
struct Reader {
    access: Access,
    scope: DiscussionScope,
}

impl Reader {
    /// A thread that the reader may know of.
    async fn find(&self, conn: &mut Conn, id: ThreadId) -> Result<Thread, Error> {
        thread::find(conn, self.scope, self.access.money, id).await?.ok_or(Error::NotFound)
    }
}

/// Lets whoever may read the customer's discussions.
async fn reader(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<Reader, Error> {
    let access = access_to(conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let scope = access.discussion.ok_or(Error::NotFound)?;
    Ok(Reader { access, scope })
}

/// Whether the reader may write where it reads: members anywhere, staff as in the rest of the plan.
async fn writes(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    reader: &Reader,
    project: Option<ProjectId>,
) -> Result<bool, InternalError> {
    match actor.staff() {
        Some(staff) => Ok(may_write(conn, staff, reader.access.plan, project, portal.clock.now()).await?),
        None => Ok(true),
    }
}

/// Keeps an event of what the holder of the right did, for those who may know of the thread.
async fn record_of(
    change: &mut Change,
    write: &impl CustomerWrite,
    kind: EventKind,
    thread: ThreadId,
    title: &str,
    audience: Audience,
) -> Result<(), StoreError> {
    record(change, write, kind, (ObjectKind::Thread, thread.0), title, audience).await
}

/// The thread as somebody else left it.
async fn stale(conn: &mut Conn, write: ThreadWrite) -> Error<ThreadState> {
    match thread::find(conn, write.scope(), write.money(), write.thread()).await {
        Ok(Some(theirs)) => Error::stale(&theirs),
        Ok(None) => Error::NotFound,
        Err(error) => error.into(),
    }
}

/// Who may know what happens in a thread about this.
fn audience(subject: &Subject) -> Audience {
    match subject {
        Subject { shared: false, .. } | Subject { inside: true, .. } => Audience::Internal,
        Subject { about, money, .. } if *money || about.kind.is_money() => Audience::MoneyDiscussion,
        Subject { .. } => Audience::Scope(Scope::Discussion),
    }
}

/// Promises the mails about a message. Who gets one is found out when they are due.
async fn enqueue_mail(change: &mut Change, message: MessageId) -> Result<(), InternalError> {
    enqueue(change, &Job::MessageMail { message }, None, MAIL_AFTER).await
}
