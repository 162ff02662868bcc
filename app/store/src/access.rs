//! Proofs of access. Each is made only here, by the query that proves it, and cannot be built elsewhere.
//!
//! A function of the store that touches what belongs to a customer takes one of these; so a forgotten check
//! is a function that cannot be called.

mod bank;
mod billing;
mod cache;
mod recipient;
mod write;

pub use bank::BankScope;
pub use billing::Billing;
pub(crate) use cache::AccessCache;
pub use recipient::{Recipient, find_recipient, find_staff_recipient, list_recipients};
pub use write::*;

use crate::{Conn, Result, row::Columns, visible::within};
use coplan_domain::{
    event::Audience,
    id::{CustomerId, DeviceId, MembershipId, PersonId, PreviewId},
    person::{Language, Scope, Side, StaffRole},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::sync::Arc;

/// Somebody who is in: a live device of a person who has not left.
#[derive(Debug, Clone)]
pub struct Session {
    person: PersonId,
    device: DeviceId,
    name: String,
    language: Language,
    time_zone: String,
    seen_at: Timestamp,
    network: Arc<str>,
    preview: Option<Arc<Preview>>,
}

/// One of the supplier's people who looks at a plan as one of its members: it reads what the member does, and every
/// right to write is refused.
#[derive(Debug)]
pub struct Preview {
    /// Which one.
    pub id: PreviewId,
    /// The one customer whose plan is looked at.
    pub customer: CustomerId,
    /// As which member.
    pub membership: MembershipId,
    /// Who looks.
    pub by: PersonId,
    /// The name of who looks.
    pub by_name: String,
    /// The language of who looks.
    pub by_language: Language,
}

impl Session {
    /// Who.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.person
    }
    /// On which device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.device
    }
    /// The person's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
    /// The language the person reads.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }
    /// The IANA name of the person's time zone.
    #[must_use]
    pub fn time_zone(&self) -> &str {
        &self.time_zone
    }
    /// The network address that the request comes from; empty where no request is known.
    #[must_use]
    pub fn network(&self) -> &str {
        &self.network
    }
    /// Who looks where somebody of the supplier's looks as this person; none where it is the person itself.
    #[must_use]
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_deref()
    }
    /// When the device was last noted to be here.
    #[must_use]
    pub fn seen_at(&self) -> Timestamp {
        self.seen_at
    }
}

/// One of the supplier's people, signed in.
#[derive(Debug, Clone)]
pub struct Staff {
    entered: Session,
    role: StaffRole,
    second_factor: bool,
    sees_sums: bool,
    narrowed: bool,
}

impl Staff {
    /// Who is in.
    #[must_use]
    pub fn entered(&self) -> &Session {
        &self.entered
    }
    /// What it may do.
    #[must_use]
    pub fn role(&self) -> StaffRole {
        self.role
    }
    /// Whether signing in asks for a second factor.
    #[must_use]
    pub fn has_second_factor(&self) -> bool {
        self.second_factor
    }
    /// Whether it sees sums: a right of its own.
    #[must_use]
    pub fn sees_sums(&self) -> bool {
        self.sees_sums
    }
    /// Whether it sees some customers only.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.narrowed
    }
    /// Whether it changes nothing but what is its own.
    #[must_use]
    pub fn only_reads(&self) -> bool {
        self.role == StaffRole::Director
    }
    /// Whether it keeps the plans: admins and key account managers.
    #[must_use]
    pub fn keeps_plans(&self) -> bool {
        matches!(self.role, StaffRole::Admin | StaffRole::Manager)
    }
}

/// One of the customers' people, let in by a personal link.
#[derive(Debug, Clone)]
pub struct Member {
    entered: Session,
}

impl Member {
    /// Who is in.
    #[must_use]
    pub fn entered(&self) -> &Session {
        &self.entered
    }
}

/// Whoever acts.
#[derive(Debug, Clone)]
pub enum Actor {
    /// On the supplier's side.
    Staff(Staff),
    /// On a customer's side.
    Member(Member),
}

impl Actor {
    /// Who is in.
    #[must_use]
    pub fn entered(&self) -> &Session {
        match self {
            Self::Staff(staff) => &staff.entered,
            Self::Member(member) => &member.entered,
        }
    }
    /// The same with the network address that its request comes from.
    #[must_use]
    pub fn from_network(mut self, network: &str) -> Self {
        let (Self::Staff(Staff { entered, .. }) | Self::Member(Member { entered })) = &mut self;
        entered.network = network.into();
        self
    }
    /// Who.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.entered().person
    }
    /// Who looks where somebody of the supplier's looks as this member.
    #[must_use]
    pub fn preview(&self) -> Option<&Preview> {
        self.entered().preview()
    }
    /// Whether it looks as a member of another customer.
    fn is_beyond(&self, customer: CustomerId) -> bool {
        self.preview().is_some_and(|preview| preview.customer != customer)
    }
    /// The side it is on.
    #[must_use]
    pub fn side(&self) -> Side {
        match self {
            Self::Staff(_) => Side::Supplier,
            Self::Member(_) => Side::Customer,
        }
    }
    /// The staff person, where it is one.
    #[must_use]
    pub fn staff(&self) -> Option<&Staff> {
        match self {
            Self::Staff(staff) => Some(staff),
            Self::Member(_) => None,
        }
    }
}

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

/// Whoever holds the secret of a live device.
pub async fn authenticate(conn: &mut Conn, secret_hash: &str, now: Timestamp) -> Result<Option<Actor>> {
    Ok(authenticate_until(conn, secret_hash, now).await?.map(|(actor, _)| actor))
}

/// The same with the moment at which the device must come in anew if it stays away.
async fn authenticate_until(conn: &mut Conn, secret_hash: &str, now: Timestamp) -> Result<Option<(Actor, Timestamp)>> {
    let sql = sqlx::AssertSqlSafe(session_sql("d.secret_hash = $1"));
    let row = sqlx::query(sql).bind(secret_hash).bind(now.as_millisecond()).fetch_optional(conn).await?;
    let Some(row) = row else { return Ok(None) };
    let (ends_at, preview_ends_at) = (row.time("ends_at")?, row.maybe_time("preview_ends_at")?);
    Ok(Some((read_actor(&row)?, preview_ends_at.map_or(ends_at, |at| at.min(ends_at)))))
}

/// The live devices of which this is so, each with its person, and with the member as whom that person looks at a plan,
/// where it may; `$2` is the moment.
fn session_sql(which: &str) -> String {
    format!(
        "select d.id as device_id, d.seen_at, d.ends_at, p.id, p.name, p.language, p.time_zone, s.role, s.totp_since, s.sums_hidden_at,
           cast(case when exists (select 1 from staff_reach r where r.person_id = p.id) then 1 else 0 end as bigint) as narrowed,
           v.id as preview_id, v.customer_id as preview_customer, v.membership_id as preview_membership,
           v.ends_at as preview_ends_at, w.id as seen_id, w.name as seen_name, w.language as seen_language,
           w.time_zone as seen_time_zone
         from device d
         join person p on p.id = d.person_id
         left join staff s on s.person_id = p.id
         left join personal_link l on l.id = d.link_id
         left join preview v on v.device_id = d.id and v.staff_id = p.id and v.ended_at is null and v.ends_at > $2
           and s.role in ('admin', 'manager')
           and (s.sums_hidden_at is null or not exists
             (select 1 from membership_scope o where o.membership_id = v.membership_id and o.scope = 'money'))
         left join membership n on n.id = v.membership_id and n.ended_at is null
         left join person w on w.id = n.person_id and w.ended_at is null
         where {which} and d.ended_at is null and d.ends_at > $2 and p.ended_at is null
           and (l.id is null or l.revoked_at is null)"
    )
}

fn read_actor(row: &AnyRow) -> Result<Actor> {
    if let Some(seen) = row.maybe::<PersonId>("seen_id")? {
        return read_preview(row, seen);
    }
    let entered = Session {
        person: row.parse("id")?,
        device: row.parse("device_id")?,
        name: row.text("name")?,
        language: row.parse("language")?,
        time_zone: row.text("time_zone")?,
        seen_at: row.time("seen_at")?,
        network: Arc::default(),
        preview: None,
    };
    Ok(match row.maybe::<StaffRole>("role")? {
        Some(role) => Actor::Staff(Staff {
            entered,
            role,
            second_factor: row.maybe_int("totp_since")?.is_some(),
            sees_sums: row.maybe_int("sums_hidden_at")?.is_none(),
            narrowed: row.int("narrowed")? > 0,
        }),
        None => Actor::Member(Member { entered }),
    })
}

/// The member as whom the device's person looks.
fn read_preview(row: &AnyRow, seen: PersonId) -> Result<Actor> {
    let preview = Preview {
        id: row.parse("preview_id")?,
        customer: row.parse("preview_customer")?,
        membership: row.parse("preview_membership")?,
        by: row.parse("id")?,
        by_name: row.text("name")?,
        by_language: row.parse("language")?,
    };
    let entered = Session {
        person: seen,
        device: row.parse("device_id")?,
        name: row.text("seen_name")?,
        language: row.parse("seen_language")?,
        time_zone: row.text("seen_time_zone")?,
        seen_at: row.time("seen_at")?,
        network: Arc::default(),
        preview: Some(Arc::new(preview)),
    };
    Ok(Actor::Member(Member { entered }))
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
    row.map(|row| Ok(access_of_staff(staff.entered.person, staff.sees_sums, customer, state(&row)?))).transpose()
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
    .bind(member.entered.person.to_string())
    .fetch_all(conn)
    .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let scopes = rows.iter().map(|row| row.parse("scope")).collect::<Result<Vec<Scope>>>()?;
    Ok(access_of_member(member.entered.person, customer, state(first)?, &scopes))
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
