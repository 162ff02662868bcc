//! Meetings. Members are given those that are shared with them.

mod answer;
mod write;

pub use answer::{
    AnswerAddress, HeldAnswer, NewAnswer, answer, find_address, find_address_of, find_load, find_open_mail, insert_address,
    insert_mail, list_answers, list_held_mails, update_mail_done, update_mail_settled,
};
pub use write::{
    MeetingWords, approve, cancel, close, insert, insert_agenda_item, insert_outcome, remove_agenda_item, remove_outcome, reopen,
    set_outcome_done, share, update_words,
};

use crate::{
    Conn, Result,
    access::MeetingsScope,
    bulk_insert::Value,
    engine::Statement,
    page::{self, NotAKey, Page, Turn, key_moment, key_parts},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{AgendaItemId, MeetingId, OutcomeId, PersonId},
    meeting::{AgendaItem, Approval, Meeting, Outcome},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::{fmt, str::FromStr};

/// A statement that selects meetings that the reader may see.
fn meetings(scope: MeetingsScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select g.id, g.title, g.starts_at, g.length, g.place, h.name as called_by, g.shared_at, g.cancelled_at, g.closed_at,
           g.sequence, g.revision, g.version
         from meeting g join person h on h.id = g.called_by where {} {rest}",
        sight.meeting()
    ))
}

fn read(row: &AnyRow) -> Result<Meeting> {
    Ok(Meeting {
        id: row.parse("id")?,
        title: row.text("title")?,
        starts_at: row.time("starts_at")?,
        length: row.int("length")?,
        place: row.text("place")?,
        called_by: row.text("called_by")?,
        shared_at: row.maybe_time("shared_at")?,
        cancelled_at: row.maybe_time("cancelled_at")?,
        closed_at: row.maybe_time("closed_at")?,
        sequence: row.int("sequence")?,
        revision: row.int("revision")?,
        version: row.int("version")?,
    })
}

async fn list(conn: &mut Conn, statement: Statement) -> Result<Vec<Meeting>> {
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// One meeting.
pub async fn find(conn: &mut Conn, scope: MeetingsScope, id: MeetingId) -> Result<Option<Meeting>> {
    Ok(list(conn, meetings(scope, "and g.id = $2").bind(Value::text(id))).await?.into_iter().next())
}

/// Meetings that end after a moment, the next one first; at most `limit`. Of those that are cancelled none.
pub async fn list_ahead(conn: &mut Conn, scope: MeetingsScope, now: Timestamp, limit: i64) -> Result<Vec<Meeting>> {
    let rest = "and g.closed_at is null and g.cancelled_at is null and g.starts_at + g.length * 60000 > $2
                order by g.starts_at, g.id limit $3 + 0";
    list(conn, meetings(scope, rest).bind(Value::time(now)).bind(Value::Int(Some(limit)))).await
}

/// Where a meeting is among those that are over. Written as its two parts with `~` between them, for addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingKey {
    starts_at: Timestamp,
    id: MeetingId,
}

impl fmt::Display for MeetingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.starts_at.as_millisecond(), self.id)
    }
}

impl FromStr for MeetingKey {
    type Err = NotAKey;
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let [moment, id] = key_parts(text)?;
        Ok(Self { starts_at: key_moment(moment)?, id: id.parse().map_err(|_| NotAKey)? })
    }
}

/// All other meetings, the latest first, as many as `size`, from where the page begins.
pub async fn list_past(
    conn: &mut Conn,
    scope: MeetingsScope,
    now: Timestamp,
    turn: &Turn<MeetingKey>,
    size: usize,
) -> Result<Page<Meeting, MeetingKey>> {
    const PAST: &str = "and (g.closed_at is not null or g.cancelled_at is not null or g.starts_at + g.length * 60000 <= $2)";
    let ask = |turn: &Turn<MeetingKey>| {
        let (behind, way) = turn.newest_first();
        let order = format!("order by g.starts_at {way}, g.id {way} limit $3 + 0");
        let behind = turn.key().map(|_| format!("and (g.starts_at, g.id) {behind} ($4, $5)")).unwrap_or_default();
        let statement =
            meetings(scope, &format!("{PAST} {behind} {order}")).bind(Value::time(now)).bind(page::one_more(size).into());
        match turn.key() {
            None => statement,
            Some(key) => statement.bind(Value::time(key.starts_at)).bind(Value::text(key.id)),
        }
    };
    page::read(conn, turn, size, ask, |row| {
        let meeting = read(row)?;
        let key = MeetingKey { starts_at: meeting.starts_at, id: meeting.id };
        Ok((meeting, key))
    })
    .await
}

/// Meetings that begin after a moment, the first one first, cancelled ones too; at most `limit`.
pub async fn list_since(conn: &mut Conn, scope: MeetingsScope, since: Timestamp, limit: i64) -> Result<Vec<Meeting>> {
    let rest = "and g.starts_at >= $2 order by g.starts_at, g.id limit $3 + 0";
    list(conn, meetings(scope, rest).bind(Value::time(since)).bind(Value::Int(Some(limit)))).await
}

/// Name and address of who called a meeting.
pub async fn find_organizer(conn: &mut Conn, scope: MeetingsScope, id: MeetingId) -> Result<Option<(String, String)>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select h.name, h.email from meeting g join person h on h.id = g.called_by where {} and g.id = $2",
        sight.meeting()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(|row| Ok((row.text("name")?, row.text("email")?))).transpose()
}

/// What is to be talked about, in the order in which it was proposed.
pub async fn list_agenda(conn: &mut Conn, scope: MeetingsScope, id: MeetingId) -> Result<Vec<AgendaItem>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select a.id, a.words, a.proposed_by, h.name, h.language,
           case when exists (select 1 from staff f where f.person_id = h.id) then 'supplier' else 'customer' end as side
         from agenda_item a
         join meeting g on g.id = a.meeting_id join person h on h.id = a.proposed_by
         where {} and g.id = $2 order by a.proposed_at, a.id",
        sight.meeting()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        Ok(AgendaItem {
            id: row.parse("id")?,
            words: row.text("words")?,
            proposed_by: row.text("name")?,
            side: row.parse("side")?,
            is_own: row.parse::<PersonId>("proposed_by")? == scope.person(),
            language: row.parse("language")?,
        })
    });
    read.collect()
}

/// A statement that selects what came of meetings that the reader may see.
fn outcomes(scope: MeetingsScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select o.id, o.meeting_id, g.title, o.kind, o.words, o.side, o.due_on, o.done_at, h.language
         from outcome o join meeting g on g.id = o.meeting_id join person h on h.id = o.written_by
         where {} {rest}",
        sight.meeting()
    ))
}

fn read_outcome(row: &AnyRow) -> Result<Outcome> {
    Ok(Outcome {
        id: row.parse("id")?,
        meeting: row.parse("meeting_id")?,
        meeting_title: row.text("title")?,
        kind: row.parse("kind")?,
        words: row.text("words")?,
        side: row.maybe("side")?,
        due_on: row.maybe("due_on")?,
        done_at: row.maybe_time("done_at")?,
        language: row.parse("language")?,
    })
}

/// What came of a meeting, as it was written down.
pub async fn list_outcomes(conn: &mut Conn, scope: MeetingsScope, id: MeetingId) -> Result<Vec<Outcome>> {
    let statement = outcomes(scope, "and g.id = $2 order by o.written_at, o.id").bind(Value::text(id));
    statement.fetch(conn).await?.iter().map(read_outcome).collect()
}

/// What is still to be done of all meetings that were not cancelled, what is due first; at most `limit`.
pub async fn list_open_outcomes(conn: &mut Conn, scope: MeetingsScope, limit: i64) -> Result<Vec<Outcome>> {
    let rest = "and o.kind = 'task' and o.done_at is null and g.cancelled_at is null
                order by coalesce(o.due_on, '9'), o.written_at, o.id limit $2 + 0";
    let statement = outcomes(scope, rest).bind(Value::Int(Some(limit)));
    statement.fetch(conn).await?.iter().map(read_outcome).collect()
}

/// One thing that came of a meeting.
pub async fn find_outcome(conn: &mut Conn, scope: MeetingsScope, id: OutcomeId) -> Result<Option<Outcome>> {
    outcomes(scope, "and o.id = $2").bind(Value::text(id)).fetch(conn).await?.first().map(read_outcome).transpose()
}

/// One thing to talk about, with whether this reader proposed it.
pub async fn find_own_agenda_item(conn: &mut Conn, scope: MeetingsScope, id: AgendaItemId) -> Result<Option<bool>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select a.proposed_by from agenda_item a join meeting g on g.id = a.meeting_id where {} and a.id = $2",
        sight.meeting()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(|row| Ok(row.text("proposed_by")? == scope.person().to_string())).transpose()
}

/// Who agreed to the minutes, each revision's, the newest first.
pub async fn list_approvals(conn: &mut Conn, scope: MeetingsScope, id: MeetingId) -> Result<Vec<Approval>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select a.side, a.revision, h.name, a.remark, a.approved_at from minutes_approval a
         join meeting g on g.id = a.meeting_id join person h on h.id = a.person_id
         where {} and g.id = $2 order by a.revision desc, a.side",
        sight.meeting()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        Ok(Approval {
            side: row.parse("side")?,
            revision: row.int("revision")?,
            by: row.text("name")?,
            remark: row.text("remark")?,
            at: row.time("approved_at")?,
        })
    });
    read.collect()
}
