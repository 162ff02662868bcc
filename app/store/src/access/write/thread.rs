//! Rights to take part in discussions: to open a thread, to write in one, to note something on it.

use super::{AccessError, Held, hold, proofs, under_customer};
use crate::{
    Change,
    access::{Actor, DiscussionScope, InternalScope, MoneyScope},
    thread,
};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    thread::{About, Subject, Thread},
};

/// May open a thread about one object.
#[derive(Debug, Clone)]
pub struct ThreadOpening {
    serial: u64,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    internal: Option<InternalScope>,
    subject: Subject,
}

impl ThreadOpening {
    /// Locks the customer and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] also where the actor may not know of the object.
    pub async fn prove(change: &mut Change, actor: &Actor, customer: CustomerId, about: About) -> Result<Self, AccessError> {
        let held = hold(change, actor, customer).await?;
        let Held { serial, access, .. } = &held;
        let scope = access.discussion.ok_or(AccessError::NotFound)?;
        let subject = thread::find_subject(change, scope, access.money, about).await?.ok_or(AccessError::NotFound)?;
        held.verify_responsible(change, subject.project).await?;
        Ok(Self { serial: *serial, scope, money: access.money, internal: access.internal, subject })
    }

    /// What it reads discussions with.
    #[must_use]
    pub fn scope(&self) -> DiscussionScope {
        self.scope
    }

    /// What it reads sums with.
    #[must_use]
    pub fn money(&self) -> Option<MoneyScope> {
        self.money
    }

    /// What the thread is to be about.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The right to write in the thread that was opened.
    pub(crate) fn opened(&self, thread: ThreadId) -> ThreadWrite {
        ThreadWrite { serial: self.serial, scope: self.scope, money: self.money, internal: self.internal, thread }
    }
}

/// May write in one thread, pass its ball, resolve it and open it again.
#[derive(Debug, Clone, Copy)]
pub struct ThreadWrite {
    serial: u64,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    internal: Option<InternalScope>,
    thread: ThreadId,
}

impl ThreadWrite {
    /// Locks the customer and proves the right; gives the thread as it is.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] also where the actor may not know of the thread.
    pub async fn prove(
        change: &mut Change,
        actor: &Actor,
        customer: CustomerId,
        id: ThreadId,
    ) -> Result<(Self, Thread), AccessError> {
        let held = hold(change, actor, customer).await?;
        let Held { serial, access, .. } = &held;
        let (scope, money, internal) = (access.discussion.ok_or(AccessError::NotFound)?, access.money, access.internal);
        let found = thread::find(change, scope, money, id).await?.ok_or(AccessError::NotFound)?;
        held.verify_responsible(change, found.subject.project).await?;
        Ok((Self { serial: *serial, scope, money, internal, thread: id }, found))
    }

    /// What it reads discussions with.
    #[must_use]
    pub fn scope(self) -> DiscussionScope {
        self.scope
    }

    /// What it reads sums with.
    #[must_use]
    pub fn money(self) -> Option<MoneyScope> {
        self.money
    }

    /// Which thread.
    #[must_use]
    pub fn thread(self) -> ThreadId {
        self.thread
    }

    /// The right to write in the thread that a part of it became.
    pub(crate) fn beside(self, thread: ThreadId) -> Self {
        Self { thread, ..self }
    }

    /// The right to note something on it; none for members.
    #[must_use]
    pub fn note(self) -> Option<NoteWrite> {
        self.internal.map(|internal| NoteWrite { serial: self.serial, internal, thread: self.thread })
    }
}

/// May write internal notes on one thread.
#[derive(Debug, Clone, Copy)]
pub struct NoteWrite {
    serial: u64,
    internal: InternalScope,
    thread: ThreadId,
}

impl NoteWrite {
    /// What it reads notes with.
    #[must_use]
    pub fn internal(self) -> InternalScope {
        self.internal
    }

    /// Which thread.
    #[must_use]
    pub fn thread(self) -> ThreadId {
        self.thread
    }
}

proofs!(ThreadOpening, ThreadWrite, NoteWrite);
under_customer!(ThreadOpening: scope, ThreadWrite: scope, NoteWrite: internal);
