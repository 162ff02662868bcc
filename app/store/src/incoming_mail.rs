//! Replies by email: the addresses that they come to, each of one person in one discussion, and every email that came.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, MailDelivery, Staff, System, ThreadWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    files::{FileRecord, StoredFile, record},
    on_duty::{self, MINE},
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::{CustomerId, IncomingMailId, PersonId, ReplyAddressId, ThreadId},
    incoming_mail::HeldReason,
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// To what a reply by email belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplyAddress {
    /// Which.
    pub id: ReplyAddressId,
    /// Whose replies come to it.
    pub person: PersonId,
    /// In which thread.
    pub thread: ThreadId,
    /// Under which customer.
    pub customer: CustomerId,
    /// Whether they are notes for colleagues.
    pub internal: bool,
}

const ADDRESS: &str = "d.id as address_id, d.person_id, d.thread_id, t.customer_id, d.internal";

fn read_address(row: &AnyRow) -> Result<ReplyAddress> {
    Ok(ReplyAddress {
        id: row.parse("address_id")?,
        person: row.parse("person_id")?,
        thread: row.parse("thread_id")?,
        customer: row.parse("customer_id")?,
        internal: row.int("internal")? == 1,
    })
}

/// The address of a person's replies in a thread; made where there is none yet.
pub async fn insert_address(
    change: &mut Change,
    system: &System,
    (person, thread, internal): (PersonId, ThreadId, bool),
) -> Result<ReplyAddressId> {
    let (id, now) = (change.id::<ReplyAddressId>(), change.now().as_millisecond());
    sqlx::query(
        "insert into reply_address (id, person_id, thread_id, internal, made_at) values ($1, $2, $3, $4, $5)
         on conflict (person_id, thread_id, internal) do nothing",
    )
    .bind(id.to_string())
    .bind(person.to_string())
    .bind(thread.to_string())
    .bind(i64::from(internal))
    .bind(now)
    .execute(system.on(change)?)
    .await?;
    Ok(find_address_of(change, (person, thread, internal)).await?.unwrap_or(id))
}

/// The address of a person's replies in a thread, where one was made.
pub async fn find_address_of(
    conn: &mut Conn,
    (person, thread, internal): (PersonId, ThreadId, bool),
) -> Result<Option<ReplyAddressId>> {
    let row = sqlx::query("select id from reply_address where person_id = $1 and thread_id = $2 and internal = $3")
        .bind(person.to_string())
        .bind(thread.to_string())
        .bind(i64::from(internal))
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.parse("id")).transpose()
}

/// To what replies to an address belong.
pub async fn find_address(conn: &mut Conn, id: ReplyAddressId) -> Result<Option<ReplyAddress>> {
    let sql = format!("select {ADDRESS} from reply_address d join thread t on t.id = d.thread_id where d.id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read_address).transpose()
}

/// Keeps an email that came; false where it came before.
pub async fn insert(change: &mut Change, write: &MailDelivery, id: IncomingMailId, file: &StoredFile) -> Result<bool> {
    record::insert(change, write, &[file]).await?;
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into incoming_mail (id, address_id, file_hash, received_at) values ($1, $2, $3, $4) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.address().to_string())
    .bind(file.record().hash.to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How much came to an address, before one more is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Emails since a moment.
    pub lately: i64,
    /// Emails that are held, and nobody has decided about.
    pub held: i64,
    /// The same of all addresses of its customer.
    pub held_of_customer: i64,
}

/// How much came to an address since a moment, and waits.
pub async fn find_load(conn: &mut Conn, address: ReplyAddressId, since: Timestamp) -> Result<Load> {
    let row = sqlx::query(
        "select (select count(*) from incoming_mail x where x.address_id = $1 and x.received_at > $2) as lately,
                (select count(*) from incoming_mail x
                 where x.address_id = $1 and x.settled_at is null and x.held is not null) as held,
                (select count(*) from incoming_mail x join reply_address d on d.id = x.address_id join thread t on t.id = d.thread_id
                 where x.settled_at is null and x.held is not null
                   and t.customer_id = (select o.customer_id from reply_address r join thread o on o.id = r.thread_id
                                        where r.id = $1)) as held_of_customer",
    )
    .bind(address.to_string())
    .bind(since.as_millisecond())
    .fetch_one(conn)
    .await?;
    Ok(Load { lately: row.int("lately")?, held: row.int("held")?, held_of_customer: row.int("held_of_customer")? })
}

/// An email that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingMail {
    /// Which.
    pub id: IncomingMailId,
    /// To which address.
    pub to: ReplyAddress,
    /// Its bytes.
    pub file: FileRecord,
    /// When it came.
    pub received_at: Timestamp,
    /// Whether one of the supplier's people had it posted, whoever sent it.
    pub released: bool,
    /// Why it is held, where it is.
    pub held: Option<HeldReason>,
}

const MAIL: &str = "x.id, x.received_at, x.held, x.settled_at, f.hash, f.size, f.media_type";
const JOINS: &str = "join file f on f.hash = x.file_hash
     join reply_address d on d.id = x.address_id
     join thread t on t.id = d.thread_id";

fn read(row: &AnyRow) -> Result<IncomingMail> {
    Ok(IncomingMail {
        id: row.parse("id")?,
        to: read_address(row)?,
        file: record::read(row)?,
        received_at: row.time("received_at")?,
        released: row.maybe_int("settled_at")?.is_some(),
        held: row.maybe("held")?,
    })
}

/// An email that is still to be looked at. For the worker.
pub async fn find_open(conn: &mut Conn, id: IncomingMailId) -> Result<Option<IncomingMail>> {
    let sql = format!("select {MAIL}, {ADDRESS} from incoming_mail x {JOINS} where x.id = $1 and x.done_at is null");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// What was found in an email when it was looked at, for whoever decides about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Who sent it, as it says.
    pub sender: String,
    /// Its subject.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// Notes that an email was looked at: why it is held and what is in it, where it is held, and whether it stands in its discussion.
pub async fn update_done(
    change: &mut Change,
    system: &System,
    id: IncomingMailId,
    held: Option<(HeldReason, Found)>,
    posted: bool,
) -> Result<()> {
    let now = change.now().as_millisecond();
    let (reason, found) = held.map_or((None, None), |(reason, found)| (Some(reason.as_str().to_owned()), Some(found)));
    sqlx::query(
        "update incoming_mail set done_at = $1, held = $2, posted_at = $3, settled_at = case when $2 is null then settled_at end,
                sender = $5, subject = $6, said = $7
         where id = $4",
    )
    .bind(now)
    .bind(reason)
    .bind(posted.then_some(now))
    .bind(id.to_string())
    .bind(found.as_ref().map(|found| found.sender.clone()))
    .bind(found.as_ref().map(|found| found.subject.clone()))
    .bind(found.map(|found| found.text))
    .execute(system.on(change)?)
    .await?;
    Ok(())
}

/// Notes that one of the supplier's people has decided about a held email: to have it posted, or to leave it aside; false
/// where that was decided before.
pub async fn update_settled(change: &mut Change, write: &ThreadWrite, id: IncomingMailId, to_be_posted: bool) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update incoming_mail set settled_at = $1, settled_by = $2, done_at = case when $3 = 1 then null else done_at end
         where id = $4 and settled_at is null
           and address_id in (select d.id from reply_address d where d.thread_id = $5)",
    )
    .bind(now)
    .bind(write.person().to_string())
    .bind(i64::from(to_be_posted))
    .bind(id.to_string())
    .bind(write.thread().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A held email as one of the supplier's people finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldMail {
    /// The email.
    pub mail: IncomingMail,
    /// To whose address it came.
    pub person_name: String,
    /// The thread's question in one line.
    pub title: String,
    /// The customer's name.
    pub customer_name: String,
    /// What was found in it.
    pub found: Found,
}

/// What is told of a held email; it goes with [`NAMES`].
const HELD: &str = "coalesce(x.sender, '') as sender, coalesce(x.subject, '') as subject, x.id, x.received_at, x.held, x.settled_at,
     f.hash, f.size, f.media_type, d.id as address_id, d.person_id, d.thread_id, t.customer_id, d.internal, w.name as person_name, t.title,
     c.name as customer_name";
const NAMES: &str = "join customer c on c.id = t.customer_id join person w on w.id = d.person_id";

fn read_held(row: &AnyRow) -> Result<HeldMail> {
    Ok(HeldMail {
        mail: read(row)?,
        person_name: row.text("person_name")?,
        title: row.text("title")?,
        customer_name: row.text("customer_name")?,
        found: Found { sender: row.text("sender")?, subject: row.text("subject")?, text: row.text("said")? },
    })
}

/// The held emails of the customers that this staff person has at a moment, or whose responsible person it stands in for on a
/// day, the latest first.
pub async fn list_held(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<HeldMail>> {
    let sql = format!(
        ", {MINE}
         select {HELD}, '' as said from incoming_mail x {JOINS} {NAMES} {}
         where x.held is not null and x.settled_at is null and c.ended_at is null and {}
           and t.customer_id in (select mine.customer_id from mine where mine.matter_id = mine.customer_id)
         order by x.received_at desc, x.id limit $3 + 0",
        thread_place(),
        Sight::from(staff).thread()
    );
    let rows = on_duty::list(conn, &sql, staff, today, limit).await?;
    rows.iter().map(read_held).collect()
}

/// Whether there is such an email in a thread that this staff person sees, decided about or not.
pub async fn is_known(conn: &mut Conn, reader: &Staff, id: IncomingMailId) -> Result<bool> {
    let sql = format!("select x.id {}", seen_one(reader));
    Ok(!Statement::new(sql).bind(Value::text(id)).fetch(conn).await?.is_empty())
}

/// One email `$1` in a thread that this staff person sees.
fn seen_one(reader: &Staff) -> String {
    let (place, sight) = (thread_place(), Sight::from(reader).thread());
    format!("from incoming_mail x {JOINS} {NAMES} {place} where x.id = $1 and {sight}")
}

/// One email as it waits for a decision of whoever sees its thread, whoever has its customer.
pub async fn find_waiting(conn: &mut Conn, reader: &Staff, id: IncomingMailId) -> Result<Option<HeldMail>> {
    let seen = seen_one(reader);
    let sql = format!("select {HELD}, coalesce(x.said, '') as said {seen} and x.held is not null and x.settled_at is null");
    Statement::new(sql).bind(Value::text(id)).fetch(conn).await?.first().map(read_held).transpose()
}
