//! Who takes part in a meeting, and the emails by which calendars answer to an invitation.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, InternalScope, MailDelivery, MeetingAnswerWrite, MeetingWrite, MeetingsScope, System, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    files::{FileRecord, StoredFile, record},
    incoming_mail::{Found, Load},
    name_order,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{CustomerId, IncomingMailId, MeetingId, PersonId, ReplyAddressId},
    incoming_mail::HeldReason,
    meeting::{Attendance, MeetingAnswer},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// What was answered to an invitation, in the order of the names.
pub async fn list_answers(conn: &mut Conn, scope: MeetingsScope, id: MeetingId) -> Result<Vec<MeetingAnswer>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select a.person_id, h.name, h.language, a.sequence, a.answer, a.comment, a.by_email, a.answered_at,
           case when exists (select 1 from staff f where f.person_id = h.id) then 'supplier' else 'customer' end as side
         from meeting_answer a join meeting g on g.id = a.meeting_id join person h on h.id = a.person_id
         where {} and g.id = $2 order by h.id",
        sight.meeting()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        Ok(MeetingAnswer {
            person: row.parse("person_id")?,
            name: row.text("name")?,
            language: row.parse("language")?,
            side: row.parse("side")?,
            sequence: row.int("sequence")?,
            answer: row.parse("answer")?,
            comment: row.text("comment")?,
            by_email: row.int("by_email")? == 1,
            at: row.time("answered_at")?,
        })
    });
    let mut answers = read.collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut answers, |answer| &answer.name);
    Ok(answers)
}

/// An answer to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnswer {
    /// To which change of the invitation.
    pub sequence: i64,
    /// What is answered.
    pub answer: Attendance,
    /// What is said to that; may be empty.
    pub comment: String,
    /// Whether it came by email.
    pub by_email: bool,
}

/// Keeps what its holder answers to the invitation; false where it has said that before, or answered to a later one.
pub async fn answer(change: &mut Change, write: &MeetingAnswerWrite, id: MeetingId, new: &NewAnswer) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into meeting_answer (meeting_id, person_id, sequence, answer, comment, by_email, answered_at)
         select g.id, $2, $3, $4, $5, $6, $7 from meeting g where g.id = $1 and g.customer_id = $8
         on conflict (meeting_id, person_id) do update set sequence = excluded.sequence, answer = excluded.answer,
           comment = excluded.comment, by_email = excluded.by_email, answered_at = excluded.answered_at
         where meeting_answer.sequence <= excluded.sequence and not (meeting_answer.sequence = excluded.sequence
           and meeting_answer.answer = excluded.answer and meeting_answer.comment = excluded.comment)",
    )
    .bind(id.to_string())
    .bind(write.person().to_string())
    .bind(new.sequence)
    .bind(new.answer.as_str())
    .bind(new.comment.as_str())
    .bind(i64::from(new.by_email))
    .bind(now)
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// To whom and to which meeting an address for answers belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerAddress {
    /// Whose answers come to it.
    pub person: PersonId,
    /// To which meeting.
    pub meeting: MeetingId,
    /// Of which customer.
    pub customer: CustomerId,
}

fn read_address(row: &AnyRow) -> Result<AnswerAddress> {
    Ok(AnswerAddress { person: row.parse("person_id")?, meeting: row.parse("meeting_id")?, customer: row.parse("customer_id")? })
}

/// The address of a person's answer to an invitation, where one was made.
pub async fn find_address_of(conn: &mut Conn, (person, meeting): (PersonId, MeetingId)) -> Result<Option<ReplyAddressId>> {
    let row = sqlx::query("select id from meeting_address where person_id = $1 and meeting_id = $2")
        .bind(person.to_string())
        .bind(meeting.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.parse("id")).transpose()
}

/// The same; made where there is none yet.
pub async fn insert_address(
    change: &mut Change,
    system: &System,
    (person, meeting): (PersonId, MeetingId),
) -> Result<ReplyAddressId> {
    let (id, now) = (change.id::<ReplyAddressId>(), change.now().as_millisecond());
    sqlx::query(
        "insert into meeting_address (id, person_id, meeting_id, made_at) values ($1, $2, $3, $4)
         on conflict (person_id, meeting_id) do nothing",
    )
    .bind(id.to_string())
    .bind(person.to_string())
    .bind(meeting.to_string())
    .bind(now)
    .execute(system.on(change)?)
    .await?;
    Ok(find_address_of(change, (person, meeting)).await?.unwrap_or(id))
}

/// To what answers to an address belong.
pub async fn find_address(conn: &mut Conn, id: ReplyAddressId) -> Result<Option<AnswerAddress>> {
    let sql = "select d.person_id, d.meeting_id, g.customer_id from meeting_address d join meeting g on g.id = d.meeting_id
               where d.id = $1";
    let row = sqlx::query(sql).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read_address).transpose()
}

/// How much came to an address since a moment, and waits.
pub async fn find_load(conn: &mut Conn, address: ReplyAddressId, since: Timestamp) -> Result<Load> {
    let row = sqlx::query(
        "select (select count(*) from meeting_mail x where x.address_id = $1 and x.received_at > $2) as lately,
                (select count(*) from meeting_mail x
                 where x.address_id = $1 and x.settled_at is null and x.held is not null) as held,
                (select count(*) from meeting_mail x join meeting_address d on d.id = x.address_id
                 join meeting g on g.id = d.meeting_id
                 where x.settled_at is null and x.held is not null
                   and g.customer_id = (select o.customer_id from meeting_address r join meeting o on o.id = r.meeting_id
                                        where r.id = $1)) as held_of_customer",
    )
    .bind(address.to_string())
    .bind(since.as_millisecond())
    .fetch_one(conn)
    .await?;
    Ok(Load { lately: row.int("lately")?, held: row.int("held")?, held_of_customer: row.int("held_of_customer")? })
}

/// Keeps an email that came; false where it came before.
pub async fn insert_mail(change: &mut Change, write: &MailDelivery, id: IncomingMailId, file: &StoredFile) -> Result<bool> {
    record::insert(change, write, &[file]).await?;
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into meeting_mail (id, address_id, file_hash, received_at) values ($1, $2, $3, $4) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.address().to_string())
    .bind(file.record().hash.to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An email that came to such an address and is still to be looked at: to which, and its bytes. For the worker.
pub async fn find_open_mail(conn: &mut Conn, id: IncomingMailId) -> Result<Option<(AnswerAddress, FileRecord)>> {
    let sql = "select d.person_id, d.meeting_id, g.customer_id, f.hash, f.size, f.media_type
               from meeting_mail x join file f on f.hash = x.file_hash join meeting_address d on d.id = x.address_id
               join meeting g on g.id = d.meeting_id where x.id = $1 and x.done_at is null";
    let row = sqlx::query(sql).bind(id.to_string()).fetch_optional(conn).await?;
    row.map(|row| Ok((read_address(&row)?, record::read(&row)?))).transpose()
}

/// Notes that an email was looked at: why it is held and what is in it, where it is held.
pub async fn update_mail_done(
    change: &mut Change,
    system: &System,
    id: IncomingMailId,
    held: Option<(HeldReason, Found)>,
) -> Result<()> {
    let now = change.now().as_millisecond();
    let (reason, found) = held.map_or((None, None), |(reason, found)| (Some(reason.as_str().to_owned()), Some(found)));
    sqlx::query("update meeting_mail set done_at = $2, held = $3, sender = $4, subject = $5, said = $6 where id = $1")
        .bind(id.to_string())
        .bind(now)
        .bind(reason)
        .bind(found.as_ref().map(|found| found.sender.clone()))
        .bind(found.as_ref().map(|found| found.subject.clone()))
        .bind(found.map(|found| found.text))
        .execute(system.on(change)?)
        .await?;
    Ok(())
}

/// An email to such an address that was not taken for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldAnswer {
    /// Which.
    pub id: IncomingMailId,
    /// To whose address it came.
    pub person: String,
    /// Why it is held.
    pub reason: HeldReason,
    /// When it came.
    pub at: Timestamp,
    /// What was found in it.
    pub found: Found,
}

/// The held emails of a meeting that nobody has put aside, the latest first; for the supplier's people.
pub async fn list_held_mails(conn: &mut Conn, scope: InternalScope, id: MeetingId) -> Result<Vec<HeldAnswer>> {
    let statement = Statement::new(
        "select x.id, h.name, x.held, x.received_at, coalesce(x.sender, '') as sender, coalesce(x.subject, '') as subject,
           coalesce(x.said, '') as said
         from meeting_mail x join meeting_address d on d.id = x.address_id join meeting g on g.id = d.meeting_id
         join person h on h.id = d.person_id
         where g.customer_id = $1 and g.id = $2 and x.held is not null and x.settled_at is null
         order by x.received_at desc, x.id",
    );
    let rows = statement.bind(Value::text(scope.customer())).bind(Value::text(id)).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        let found = Found { sender: row.text("sender")?, subject: row.text("subject")?, text: row.text("said")? };
        let (id, person, reason) = (row.parse("id")?, row.text("name")?, row.parse("held")?);
        Ok(HeldAnswer { id, person, reason, at: row.time("received_at")?, found })
    });
    read.collect()
}

/// Puts a held email of a meeting aside; what was put aside before stays so.
pub async fn update_mail_settled(
    change: &mut Change,
    write: &MeetingWrite,
    meeting: MeetingId,
    id: IncomingMailId,
) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "update meeting_mail set settled_at = $1, settled_by = $2
         where id = $5 and held is not null and settled_at is null and address_id in
           (select d.id from meeting_address d join meeting g on g.id = d.meeting_id where g.id = $3 and g.customer_id = $4)",
    )
    .bind(now)
    .bind(write.person().to_string())
    .bind(meeting.to_string())
    .bind(write.customer().to_string())
    .bind(id.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
