//! Rights to write. Each is proved inside the change that uses it, by the query that also takes the lock, and is good
//! in that change only: what held when a request began need not hold when it ends.
//!
//! Proved are, at that moment: the device is live, its person has not left, the link it came by is not revoked, and the
//! role, the membership with its scope or the responsibility that the deed asks for.
//!
//! Locks are taken in one order, so that two changes wait for each other and never both for ever: members before
//! customers, customers before staff.

mod acceptance;
mod account;
mod customer;
mod digest;
mod entry;
mod feed;
mod feedback;
mod idea;
mod mail;
mod meeting;
mod money;
mod need;
mod own;
mod preview;
mod process;
mod report;
mod responsible;
mod service_request;
mod staff;
mod system;
mod thread;

pub use acceptance::VerdictWrite;
pub use account::{AccountAdmin, CustomerCreation, MemberAdmin};
pub use customer::{
    ApprovalWrite, ContactWrite, GoalWrite, Held, KnowledgeWrite, MeetingWrite, PlanWrite, ProjectWrite, TaskMove, WorkWrite,
    hold,
};
pub use digest::DigestStop;
pub use entry::{EntryWrite, LetIn, LinkWrite, SignInWrite, UsesCodes};
pub use feed::FeedWrite;
pub use feedback::{FeedbackWrite, FollowUpWrite};
pub use idea::{AssessmentWrite, IdeaWrite};
pub use mail::MailDelivery;
pub use meeting::MeetingAnswerWrite;
pub use money::{BudgetWrite, MoneyAdmin, MoneyWrite};
pub use need::NeedWrite;
pub use own::OwnAccount;
pub use preview::{PreviewBegin, PreviewEnd};
pub use process::ProcessWrite;
pub use report::{AgreementWrite, ReportApprovalWrite};
pub(crate) use responsible::find_day;
pub use responsible::may_write;
pub use service_request::{ServiceRequestAnswer, ServiceRequestWrite, may_answer};
pub use staff::{AbsenceWrite, Admin, BankWrite, HandOverWrite, OfferWrite, StaffWrite, StandInWrite, TemplateWrite};
pub use system::System;
pub use thread::{NoteWrite, ThreadOpening, ThreadWrite};

use super::{
    Actor,
    session::{read_actor, session_sql},
};
use crate::{Affected, Change, Conn, Result, StoreError};
use coplan_domain::id::{CustomerId, PersonId};

/// Why a right to write is not proved.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// The device is not in any more.
    #[error("not in")]
    NotIn,
    /// Not yours, or not there.
    #[error("not found")]
    NotFound,
    /// It looks as a member, and changes nothing.
    #[error("looking as a member")]
    Preview,
    /// Seen, but others are responsible for it.
    #[error("others are responsible for it")]
    NotResponsible,
    /// It would give somebody more to see than whoever acts sees, or let one in who sees more.
    #[error("a person who sees more")]
    SeesMore,
    /// The database could not be asked.
    #[error(transparent)]
    Store(#[from] StoreError),
}

mod sealed {
    use crate::Affected;

    /// Keeps rights from being made elsewhere.
    pub trait Sealed {
        /// The change in which it was proved; none where it holds in all.
        fn proved_in(&self) -> Option<u64>;
    }

    /// Says what is stale once a right was used.
    pub trait Affects {
        /// The most that a write by it changes of what is kept in memory.
        fn affects(&self) -> Affected;
    }
}

use sealed::{Affects, Sealed};

/// A right to write something.
pub trait WriteProof: Sealed + Affects {
    /// The connection of the change, for the statement that this right opens. What the right affects is stale once the
    /// change is kept.
    ///
    /// # Errors
    /// [`StoreError::ForeignProof`] where the right was proved in another change.
    fn on<'c>(&self, change: &'c mut Change) -> Result<&'c mut Conn> {
        match self.proved_in() {
            Some(serial) if serial != change.serial() => Err(StoreError::ForeignProof),
            _ => {
                change.invalidate(self.affects());
                Ok(change)
            }
        }
    }

    /// The same for a statement that affects more than its right says.
    ///
    /// # Errors
    /// The same.
    fn on_affecting<'c>(&self, change: &'c mut Change, more: impl IntoIterator<Item = Affected>) -> Result<&'c mut Conn> {
        self.on(change)?;
        more.into_iter().for_each(|affected| change.invalidate(affected));
        Ok(change)
    }
}

/// A right to write under one customer, held by one person.
pub trait CustomerWrite: WriteProof {
    /// Under which customer.
    fn customer(&self) -> CustomerId;
    /// Who holds it.
    fn person(&self) -> PersonId;
}

/// May add people of either side: an account admin its customer's members, an admin colleagues.
pub trait AddsPeople: WriteProof {}

/// May add the supplier's people.
pub trait AddsStaff: AddsPeople {}

/// May keep invoices.
pub trait KeepsInvoices: WriteProof {
    /// Whether it may for this customer.
    fn covers(&self, customer: CustomerId) -> bool;
    /// Who; none where nobody in person does.
    fn by(&self) -> Option<PersonId>;
}

/// Makes types rights that are good in the change where they were proved.
macro_rules! proofs {
    ($($name:ident),+ $(,)?) => {$(
        impl super::Sealed for $name {
            fn proved_in(&self) -> Option<u64> {
                Some(self.serial)
            }
        }
        impl super::WriteProof for $name {}
    )+};
}
use proofs;

/// Makes rights speak of the customer and the person of the scope that is in them; what lies under that customer is stale
/// once they were used.
macro_rules! under_customer {
    ($($name:ident: $($scope:ident).+),+ $(,)?) => {$(
        impl super::Affects for $name {
            fn affects(&self) -> crate::Affected {
                crate::Affected::Customer(self.$($scope).+.customer())
            }
        }
        impl super::CustomerWrite for $name {
            fn customer(&self) -> coplan_domain::id::CustomerId {
                self.$($scope).+.customer()
            }
            fn person(&self) -> coplan_domain::id::PersonId {
                self.$($scope).+.person()
            }
        }
    )+};
}
use under_customer;

/// Says of rights around one person that how that person comes in is stale once they were used.
macro_rules! around_person {
    ($($name:ident: $person:ident),+ $(,)?) => {$(
        impl super::Affects for $name {
            fn affects(&self) -> crate::Affected {
                crate::Affected::Person(self.$person)
            }
        }
    )+};
}
use around_person;

/// Says of rights that belong to no customer and no person what is stale once they were used.
macro_rules! affecting {
    ($($name:ident: $affected:ident),+ $(,)?) => {$(
        impl super::Affects for $name {
            fn affects(&self) -> crate::Affected {
                crate::Affected::$affected
            }
        }
    )+};
}
use affecting;

/// The actor as it is now, where its device is in still.
///
/// # Errors
/// [`AccessError::NotIn`], [`AccessError::Preview`] for whoever looks as a member, also since the request began.
async fn still_in(change: &mut Change, actor: &Actor) -> Result<Actor, AccessError> {
    if actor.preview().is_some() {
        return Err(AccessError::Preview);
    }
    let now = change.now();
    let (device, person) = (actor.entered().device().to_string(), actor.person().to_string());
    let sql = sqlx::AssertSqlSafe(session_sql("d.id = $1 and p.id = $3"));
    let row = sqlx::query(sql).bind(device).bind(now.as_millisecond()).bind(person).fetch_optional(&mut **change);
    let row = row.await.map_err(StoreError::from)?.ok_or(AccessError::NotIn)?;
    let actor = read_actor(&row)?;
    if actor.preview().is_some() { Err(AccessError::Preview) } else { Ok(actor) }
}
