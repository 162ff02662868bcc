//! Proofs of access. Each is made only here, by the query that proves it, and cannot be built elsewhere.
//!
//! A function of the store that touches what belongs to a customer takes one of these; so a forgotten check
//! is a function that cannot be called.

mod bank;
mod billing;
mod cache;
mod feed;
mod recipient;
mod session;
mod write;

pub use bank::BankScope;
pub use billing::Billing;
pub(crate) use cache::AccessCache;
pub use feed::find_feed;
pub use recipient::{Recipient, find_recipient, find_staff_recipient, list_recipients};
pub use session::{Actor, Member, Preview, Session, Staff, authenticate, find_staff_reader};
pub use write::*;

use crate::{Conn, Result, row::Columns, visible::within};
use coplan_domain::{
    event::Audience,
    id::{CustomerId, PersonId},
    person::{Scope, Side},
};
use sqlx::any::AnyRow;

macro_rules! scopes {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name { customer: CustomerId, person: PersonId, side: Side }

        impl $name {
            /// Of which customer.
            #[must_use]
            pub fn customer(self) -> CustomerId {
                self.customer
            }
            /// Who holds it.
            #[must_use]
            pub fn person(self) -> PersonId {
                self.person
            }
            /// On which side.
            #[must_use]
            pub fn side(self) -> Side {
                self.side
            }
        }
    )+};
}

scopes! {
    /// May read the plan of this customer.
    PlanScope,
    /// May read this customer's sums.
    MoneyScope,
    /// May read and write this customer's discussions.
    DiscussionScope,
    /// May read this customer's meetings.
    MeetingsScope,
    /// May read this customer's goals.
    GoalsScope,
    /// May read who this customer's members are.
    PeopleScope,
    /// One of the supplier's people, for what is internal about this customer.
    InternalScope,
}

/// A state of a customer's data. While it is the same, everything that a reader sees of the customer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Raised by every change under the customer.
    revision: i64,
    generation: Generation,
}

impl State {
    /// The generation it is of.
    #[must_use]
    pub fn generation(self) -> Generation {
        self.generation
    }
}

/// While it is the same, nothing has changed that more than one customer shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Generation(i64);

/// Everything that one reader may do with one customer.
#[derive(Debug, Clone, Copy)]
pub struct Access {
    customer: CustomerId,
    state: State,
    /// The plan; without it there is no access at all.
    pub plan: PlanScope,
    /// Sums.
    pub money: Option<MoneyScope>,
    /// Discussions.
    pub discussion: Option<DiscussionScope>,
    /// Meetings.
    pub meetings: Option<MeetingsScope>,
    /// Goals.
    pub goals: Option<GoalsScope>,
    /// Members.
    pub people: Option<PeopleScope>,
    /// Internal data.
    pub internal: Option<InternalScope>,
}

impl Access {
    /// To which customer.
    #[must_use]
    pub fn customer(&self) -> CustomerId {
        self.customer
    }
    /// The state of the customer's data when this was proved.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }
    /// Whether the reader may know what this scope opens.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        match scope {
            Scope::Plan => true,
            Scope::Money => self.money.is_some(),
            Scope::Discussion => self.discussion.is_some(),
            Scope::Meetings => self.meetings.is_some(),
            Scope::Goals => self.goals.is_some(),
            Scope::People => self.people.is_some(),
        }
    }
    /// Whether the reader is among those who may know.
    #[must_use]
    pub fn may_know(&self, audience: Audience) -> bool {
        match audience {
            Audience::Scope(scope) => self.has(scope),
            Audience::MoneyDiscussion => self.money.is_some() && self.discussion.is_some(),
            Audience::Internal => self.internal.is_some(),
        }
    }
}

/// What the actor may do with the customer; none where there is no such customer or nothing may be done.
pub async fn find(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<Option<Access>> {
    if actor.is_beyond(customer) {
        return Ok(None);
    }
    match actor {
        Actor::Staff(staff) => find_for_staff(conn, staff, customer).await,
        Actor::Member(member) => find_for_member(conn, member, customer).await,
    }
}

async fn find_for_staff(conn: &mut Conn, staff: &Staff, customer: CustomerId) -> Result<Option<Access>> {
    let within = within(staff, "c.id");
    let sql = format!("select c.revision, e.value as era from customer c, era e where c.id = $1 and {within}");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(customer.to_string()).fetch_optional(conn).await?;
    row.map(|row| Ok(access_of_staff(staff.entered().person(), staff.sees_sums(), customer, state(&row)?))).transpose()
}

fn state(row: &AnyRow) -> Result<State> {
    Ok(State { revision: row.int("revision")?, generation: Generation(row.int("era")?) })
}

fn access_of_staff(person: PersonId, sees_sums: bool, customer: CustomerId, state: State) -> Access {
    let side = Side::Supplier;
    Access {
        customer,
        state,
        plan: PlanScope { customer, person, side },
        money: sees_sums.then_some(MoneyScope { customer, person, side }),
        discussion: Some(DiscussionScope { customer, person, side }),
        meetings: Some(MeetingsScope { customer, person, side }),
        goals: Some(GoalsScope { customer, person, side }),
        people: Some(PeopleScope { customer, person, side }),
        internal: Some(InternalScope { customer, person, side }),
    }
}

async fn find_for_member(conn: &mut Conn, member: &Member, customer: CustomerId) -> Result<Option<Access>> {
    let rows = sqlx::query(
        "select c.revision, e.value as era, s.scope
         from membership m
         join customer c on c.id = m.customer_id
         join membership_scope s on s.membership_id = m.id, era e
         where m.customer_id = $1 and m.person_id = $2 and m.ended_at is null and c.ended_at is null",
    )
    .bind(customer.to_string())
    .bind(member.entered().person().to_string())
    .fetch_all(conn)
    .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let scopes = rows.iter().map(|row| row.parse("scope")).collect::<Result<Vec<Scope>>>()?;
    Ok(access_of_member(member.entered().person(), customer, state(first)?, &scopes))
}

fn access_of_member(person: PersonId, customer: CustomerId, state: State, scopes: &[Scope]) -> Option<Access> {
    let side = Side::Customer;
    let has = |scope| scopes.contains(&scope);
    has(Scope::Plan).then(|| Access {
        customer,
        state,
        plan: PlanScope { customer, person, side },
        money: has(Scope::Money).then_some(MoneyScope { customer, person, side }),
        discussion: has(Scope::Discussion).then_some(DiscussionScope { customer, person, side }),
        meetings: has(Scope::Meetings).then_some(MeetingsScope { customer, person, side }),
        goals: has(Scope::Goals).then_some(GoalsScope { customer, person, side }),
        people: has(Scope::People).then_some(PeopleScope { customer, person, side }),
        internal: None,
    })
}
