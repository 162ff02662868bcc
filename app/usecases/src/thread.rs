//! Discussions about the plan and what stands in it: everything asked has one next mover, and an age.

mod ball;
mod form;
mod list;
mod mail;
mod note;
mod note_reading;
mod open;
mod rate_limit;
mod reply;
mod resolve;
mod show;
mod view;
mod waiting;

pub use ball::{PassBallForm, pass_ball};
pub use form::{NoteForm, OpenForm, ReplyForm, ResolveForm};
pub use list::{PAGE, ThreadList, list};
pub(crate) use list::{ThreadSummary, about, summary};
pub use mail::{MessageMail, enqueue_mails, list_to_tell, mail_of};
pub use note::write_note;
pub(crate) use note_reading::Readings;
pub use note_reading::{keep_readings, note_reading};
pub use open::{NewThreadContext, begin, open};
pub use reply::reply;
pub use resolve::{reopen, resolve};
pub use show::show;
pub use view::{LineInternal, MessageView, SubjectView, ThreadInternal, ThreadLineView, ThreadState, ThreadView};
pub use waiting::{WaitingForStaff, WaitingThread, list_waiting, list_waiting_for_staff};

use crate::{
    InternalError, Portal,
    edit::{AccessError, may_write},
    job::{Job, enqueue},
    portal::{access_to, event},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, MessageId, ProjectId, ThreadId},
    person::Scope,
    thread::{Subject, Thread},
};
use coplan_store::{
    Change, Conn,
    access::{Access, Actor, DiscussionScope},
    customer, thread,
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
    async fn find(&self, conn: &mut Conn, id: ThreadId) -> Result<Thread, AccessError> {
        thread::find(conn, self.scope, self.access.money, id).await?.ok_or(AccessError::NotFound)
    }

    /// Keeps an event of what the reader did, for those who may know of the thread.
    async fn record(
        &self,
        change: &mut Change,
        kind: EventKind,
        thread: ThreadId,
        title: &str,
        audience: Audience,
    ) -> Result<(), InternalError> {
        let object = (ObjectKind::Thread, thread.0);
        let event = event(change, self.scope.customer(), self.scope.person(), kind, object, title, audience);
        Ok(change.record(event).await?)
    }
}

/// Lets whoever may read the customer's discussions.
async fn reader(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<Reader, AccessError> {
    let access = access_to(conn, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let scope = access.discussion.ok_or(AccessError::NotFound)?;
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
        Some(staff) => may_write(portal, conn, staff, reader.access.plan, project).await,
        None => Ok(true),
    }
}

/// Lets whoever may write in a thread, one at a time, and gives it as it stands.
async fn writer(
    portal: &Portal,
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
) -> Result<(Reader, Thread), AccessError> {
    let reader = reader(change, actor, customer).await?;
    customer::lock(change, reader.access.plan).await?;
    let thread = reader.find(change, id).await?;
    if writes(portal, change, actor, &reader, thread.subject.project).await? {
        Ok((reader, thread))
    } else {
        Err(AccessError::NotResponsible)
    }
}

/// Who may know what happens in a thread about this.
fn audience(subject: &Subject) -> Audience {
    match subject {
        Subject { shared: false, .. } | Subject { inside: true, .. } => Audience::Internal,
        Subject { about, .. } if about.kind.is_money() => Audience::MoneyDiscussion,
        Subject { .. } => Audience::Scope(Scope::Discussion),
    }
}

/// Promises the mails about a message. Who gets one is found out when they are due.
async fn enqueue_mail(change: &mut Change, message: MessageId) -> Result<(), InternalError> {
    enqueue(change, &Job::MessageMail { message }, None, MAIL_AFTER).await
}
