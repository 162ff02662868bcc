//! Mail that was given up, for those who can help its recipient, until it is settled: a later mail arrived, or the
//! recipient has another address.

use crate::{
    Change, Conn, Result,
    access::{EntryWrite, InternalScope, Staff, System, WriteProof},
    on_duty,
    row::Columns,
    visible::within,
};
use coplan_domain::{
    id::{CustomerId, IncomingMailId, MembershipId, PersonId},
    mail::WhyUndelivered,
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// A mail that did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// What kind of work it was.
    pub kind: String,
    /// What it was about.
    pub payload: String,
    /// Why it was given up.
    pub why: WhyUndelivered,
    /// When.
    pub at: Timestamp,
    /// What the email server said.
    pub server_said: Option<String>,
}

/// Whose mail did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreached {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The mail.
    pub mail: Undelivered,
}

/// A member whose mail did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreachedMember {
    /// Who, and what.
    pub who: Unreached,
    /// What it is in the customer.
    pub membership: MembershipId,
    /// The customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Who has the customer.
    pub responsible: PersonId,
    /// The name of who has it.
    pub responsible_name: String,
}

const MAIL: &str = "o.kind, o.payload, o.last_error, o.given_up_at, o.server_said";
/// What was given up, in the words of the index, and what came back.
const OPEN: &str = "(select u.id, u.recipient_id, u.kind, u.payload, u.last_error, u.given_up_at, u.server_said from outbox u
       where u.given_up_at is not null and u.settled_at is null
     union all
     select b.mail_id, b.person_id, '', '', 'bounced', b.bounced_at, b.server_said from mail_bounce b where b.settled_at is null)";

fn read(row: &AnyRow) -> Result<Undelivered> {
    Ok(Undelivered {
        kind: row.text("kind")?,
        payload: row.text("payload")?,
        why: row.parse("last_error")?,
        at: row.time("given_up_at")?,
        server_said: row.maybe_text("server_said")?,
    })
}

fn read_unreached(row: &AnyRow) -> Result<Unreached> {
    Ok(Unreached { person: row.parse("person_id")?, name: row.text("name")?, email: row.text("email")?, mail: read(row)? })
}

/// What did not arrive at one of the customer's members, the latest first.
pub async fn list(conn: &mut Conn, scope: InternalScope, person: PersonId, limit: i64) -> Result<Vec<Undelivered>> {
    let sql = format!(
        "select {MAIL} from {OPEN} o join membership m on m.person_id = o.recipient_id
         where o.recipient_id = $1 and m.customer_id = $2 and m.ended_at is null
         order by o.given_up_at desc, o.id desc limit $3 + 0"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(person.to_string())
        .bind(scope.customer().to_string())
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// What did not arrive at any of the customer's members, the latest first, each with whose it was.
pub async fn list_of_customer(conn: &mut Conn, scope: InternalScope, limit: i64) -> Result<Vec<(PersonId, Undelivered)>> {
    let sql = format!(
        "select {MAIL}, o.recipient_id from {OPEN} o cross join membership m
         where m.person_id = o.recipient_id and m.customer_id = $1 and m.ended_at is null
         order by o.given_up_at desc, o.id desc limit $2 + 0"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(scope.customer().to_string()).bind(limit).fetch_all(conn).await?;
    rows.iter().map(|row| Ok((row.parse("recipient_id")?, read(row)?))).collect()
}

/// What did not arrive at members of the customers that this staff person has, or whose responsible person
/// it stands in for on a day; the latest first.
pub async fn list_members(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<UnreachedMember>> {
    // `cross join` makes SQLite begin with the few mails that did not arrive instead of all members.
    let sql = format!(
        "select {MAIL}, p.id as person_id, p.name, p.email, m.id as membership_id, c.id as customer_id,
           c.name as customer_name, w.id as responsible, w.name as responsible_name
         from {OPEN} o cross join person p
         join membership m on m.person_id = p.id and m.ended_at is null
         join customer c on c.id = m.customer_id and c.ended_at is null
         join person w on w.id =
           (select r.staff_id from responsibility r where r.matter_id = c.id order by r.since desc limit 1)
         where p.id = o.recipient_id and p.ended_at is null and w.id in (select staff_id from covered) and {}
         order by o.given_up_at desc, o.id desc, c.name, c.id limit $3 + 0",
        within(staff, "c.id")
    );
    let rows = on_duty::list(conn, &sql, staff, today, limit).await?;
    let read_member = |row: &AnyRow| {
        Ok(UnreachedMember {
            who: read_unreached(row)?,
            membership: row.parse("membership_id")?,
            customer: row.parse("customer_id")?,
            customer_name: row.text("customer_name")?,
            responsible: row.parse("responsible")?,
            responsible_name: row.text("responsible_name")?,
        })
    };
    rows.iter().map(read_member).collect()
}

/// What did not arrive at the supplier's own people, the latest first.
pub async fn list_colleagues(conn: &mut Conn, _: &Staff, limit: i64) -> Result<Vec<Unreached>> {
    let sql = format!(
        "select {MAIL}, p.id as person_id, p.name, p.email
         from {OPEN} o cross join person p
         where p.id = o.recipient_id and p.ended_at is null and p.kind = 'staff' order by o.given_up_at desc, o.id desc limit $1 + 0"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(limit).fetch_all(conn).await?;
    rows.iter().map(read_unreached).collect()
}

/// Notes that what was given up for a person need not be told any more: a later mail was accepted. What comes back is accepted
/// first, so that tells nothing of it.
pub(crate) async fn settle_given_up(change: &mut Change, write: &EntryWrite) -> Result<()> {
    let now = change.now();
    sqlx::query("update outbox set settled_at = $1 where recipient_id = $2 and given_up_at is not null and settled_at is null")
        .bind(now.as_millisecond())
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Notes that what did not arrive at a person so far need not be told any more: its address is another one, or turned out to
/// work.
pub async fn settle(change: &mut Change, write: &EntryWrite) -> Result<()> {
    settle_given_up(change, write).await?;
    let now = change.now();
    sqlx::query("update mail_bounce set settled_at = $1 where person_id = $2 and settled_at is null")
        .bind(now.as_millisecond())
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Keeps that an email came back, of whoever the address was that it told; kept before, nothing changes.
pub async fn insert_bounce(
    change: &mut Change,
    system: &System,
    mail: IncomingMailId,
    (person, said): (PersonId, &str),
) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "insert into mail_bounce (mail_id, person_id, server_said, bounced_at) values ($1, $2, $3, $4)
         on conflict (mail_id) do nothing",
    )
    .bind(mail.to_string())
    .bind(person.to_string())
    .bind(said)
    .bind(now.as_millisecond())
    .execute(system.on(change)?)
    .await?;
    Ok(())
}
