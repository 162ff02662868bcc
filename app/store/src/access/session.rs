//! Who acts: a live device with its person, one of the supplier's people or a member, and whoever looks as a member.

use super::System;
use crate::{Conn, Result, row::Columns, visible::reaches};
use coplan_domain::{
    id::{CustomerId, DeviceId, MembershipId, PersonId, PreviewId},
    person::{Language, Side, StaffRole},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::sync::Arc;
use ulid::Ulid;

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
    /// Whether it sets what holds for all customers: it keeps plans, and sees all of them.
    #[must_use]
    pub fn sets_for_all(&self) -> bool {
        self.keeps_plans() && !self.narrowed
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
    pub(super) fn is_beyond(&self, customer: CustomerId) -> bool {
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

/// Whoever holds the secret of a live device.
pub async fn authenticate(conn: &mut Conn, secret_hash: &str, now: Timestamp) -> Result<Option<Actor>> {
    Ok(authenticate_until(conn, secret_hash, now).await?.map(|(actor, _)| actor))
}

/// The same with the moment at which the device must come in anew if it stays away.
pub(super) async fn authenticate_until(conn: &mut Conn, secret_hash: &str, now: Timestamp) -> Result<Option<(Actor, Timestamp)>> {
    let sql = sqlx::AssertSqlSafe(session_sql("d.secret_hash = $1"));
    let row = sqlx::query(sql).bind(secret_hash).bind(now.as_millisecond()).fetch_optional(conn).await?;
    let Some(row) = row else { return Ok(None) };
    let (ends_at, preview_ends_at) = (row.time("ends_at")?, row.maybe_time("preview_ends_at")?);
    Ok(Some((read_actor(&row)?, preview_ends_at.map_or(ends_at, |at| at.min(ends_at)))))
}

/// The live devices of which this is so, each with its person, and with the member as whom that person looks at a plan,
/// where it may; `$2` is the moment.
pub(super) fn session_sql(which: &str) -> String {
    let within = reaches("p.id", "v.customer_id");
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
           and {within}
         left join membership n on n.id = v.membership_id and n.ended_at is null
         left join person w on w.id = n.person_id and w.ended_at is null
         where {which} and d.ended_at is null and d.ends_at > $2 and p.ended_at is null
           and (l.id is null or l.revoked_at is null)"
    )
}

/// One of the supplier's people as a reader, for what is emailed to it. It has no device, so it proves no right to write.
///
/// # Errors
/// [`StoreError`](crate::StoreError) where the database cannot be read.
pub async fn find_staff_reader(conn: &mut Conn, _system: &System, person: PersonId) -> Result<Option<Actor>> {
    let row = sqlx::query(
        "select p.id, p.name, p.language, p.time_zone, s.role, s.totp_since, s.sums_hidden_at,
           cast(case when exists (select 1 from staff_reach r where r.person_id = p.id) then 1 else 0 end as bigint) as narrowed
         from person p join staff s on s.person_id = p.id where p.id = $1 and p.ended_at is null",
    )
    .bind(person.to_string())
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let entered = Session {
        person: row.parse("id")?,
        device: DeviceId(Ulid::nil()),
        name: row.text("name")?,
        language: row.parse("language")?,
        time_zone: row.text("time_zone")?,
        seen_at: Timestamp::UNIX_EPOCH,
        network: Arc::default(),
        preview: None,
    };
    Ok(Some(Actor::Staff(read_staff(&row, entered, row.parse("role")?)?)))
}

fn read_staff(row: &AnyRow, entered: Session, role: StaffRole) -> Result<Staff> {
    Ok(Staff {
        entered,
        role,
        second_factor: row.maybe_int("totp_since")?.is_some(),
        sees_sums: row.maybe_int("sums_hidden_at")?.is_none(),
        narrowed: row.int("narrowed")? > 0,
    })
}

pub(super) fn read_actor(row: &AnyRow) -> Result<Actor> {
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
        Some(role) => Actor::Staff(read_staff(row, entered, role)?),
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
