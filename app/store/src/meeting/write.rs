//! Calling a meeting, its agenda, its minutes, and agreeing to them.

use crate::{
    Change, Result,
    access::{CustomerWrite, MeetingWrite, WriteProof},
};
use coplan_domain::{
    id::{AgendaItemId, MeetingId, OutcomeId},
    meeting::OutcomeKind,
    person::Side,
};
use jiff::{Timestamp, civil::Date};
use sqlx::AssertSqlSafe;

/// What is said of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingWords {
    /// What it is called.
    pub title: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// How long it lasts, in minutes.
    pub length: i64,
    /// Where; may be empty.
    pub place: String,
}

/// Of a meeting `$1` of the customer `$2` that is neither closed nor cancelled; members see those that are shared.
const GOES_ON: &str = "id = $1 and customer_id = $2 and closed_at is null and cancelled_at is null";

/// Keeps a new meeting; false where this id was kept before.
pub async fn insert(
    change: &mut Change,
    write: &MeetingWrite,
    id: MeetingId,
    words: &MeetingWords,
    shared: bool,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into meeting (id, customer_id, title, starts_at, length, place, called_by, shared_at, sequence, revision, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 1) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(words.title.as_str())
    .bind(words.starts_at.as_millisecond())
    .bind(words.length)
    .bind(words.place.as_str())
    .bind(write.person().to_string())
    .bind(shared.then_some(now))
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes the invitation; false where somebody else did since this version, or it is over.
pub async fn update_words(
    change: &mut Change,
    write: &MeetingWrite,
    id: MeetingId,
    version: i64,
    words: &MeetingWords,
) -> Result<bool> {
    let sql = format!(
        "update meeting set title = $3, starts_at = $4, length = $5, place = $6, sequence = sequence + 1, version = version + 1
         where {GOES_ON} and version = $7"
    );
    let done = sqlx::query(AssertSqlSafe(sql))
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .bind(words.title.as_str())
        .bind(words.starts_at.as_millisecond())
        .bind(words.length)
        .bind(words.place.as_str())
        .bind(version)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets one of the moments of a meeting that goes on; false where it does not.
async fn set_moment(change: &mut Change, write: &MeetingWrite, id: MeetingId, moment: &'static str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let sql = format!("update meeting set {moment} = $3, version = version + 1 where {GOES_ON} and {moment} is null");
    let done = sqlx::query(AssertSqlSafe(sql))
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Shows the customer a meeting; false where it sees it, or it is over.
pub async fn share(change: &mut Change, write: &MeetingWrite, id: MeetingId) -> Result<bool> {
    set_moment(change, write, id, "shared_at").await
}

/// Says that a meeting does not take place; false where it is over.
pub async fn cancel(change: &mut Change, write: &MeetingWrite, id: MeetingId) -> Result<bool> {
    let done = set_moment(change, write, id, "cancelled_at").await?;
    if done {
        sqlx::query("update meeting set sequence = sequence + 1 where id = $1 and customer_id = $2")
            .bind(id.to_string())
            .bind(write.customer().to_string())
            .execute(write.on(change)?)
            .await?;
    }
    Ok(done)
}

/// Closes the minutes; false where they are, or the meeting was cancelled.
pub async fn close(change: &mut Change, write: &MeetingWrite, id: MeetingId) -> Result<bool> {
    set_moment(change, write, id, "closed_at").await
}

/// Opens closed minutes again, as another revision; false where they are open.
pub async fn reopen(change: &mut Change, write: &MeetingWrite, id: MeetingId) -> Result<bool> {
    let done = sqlx::query(
        "update meeting set closed_at = null, revision = revision + 1, version = version + 1
         where id = $1 and customer_id = $2 and closed_at is not null and cancelled_at is null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

// `where true`: SQLite takes `on conflict` behind a select without a condition for a join.

/// Keeps something to talk about; false where this id was kept before, or the meeting is over.
pub async fn insert_agenda_item(
    change: &mut Change,
    write: &MeetingWrite,
    meeting: MeetingId,
    id: AgendaItemId,
    words: &str,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let sql = format!(
        "insert into agenda_item (id, meeting_id, words, proposed_by, proposed_at)
         select $3, m.id, $4, $5, $6 from (select id from meeting where {GOES_ON}) m where true on conflict (id) do nothing"
    );
    let done = sqlx::query(AssertSqlSafe(sql))
        .bind(meeting.to_string())
        .bind(write.customer().to_string())
        .bind(id.to_string())
        .bind(words)
        .bind(write.person().to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes something off the agenda of a meeting that goes on.
pub async fn remove_agenda_item(change: &mut Change, write: &MeetingWrite, meeting: MeetingId, id: AgendaItemId) -> Result<()> {
    let sql = format!("delete from agenda_item where id = $3 and meeting_id in (select id from meeting where {GOES_ON})");
    sqlx::query(AssertSqlSafe(sql))
        .bind(meeting.to_string())
        .bind(write.customer().to_string())
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Writes down what came of a meeting; false where this id was kept before, or the minutes are closed.
pub async fn insert_outcome(
    change: &mut Change,
    write: &MeetingWrite,
    meeting: MeetingId,
    id: OutcomeId,
    (kind, words): (OutcomeKind, &str),
    (side, due_on): (Option<Side>, Option<Date>),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let sql = format!(
        "insert into outcome (id, meeting_id, kind, words, side, due_on, written_by, written_at)
         select $3, m.id, $4, $5, $6, $7, $8, $9 from (select id from meeting where {GOES_ON}) m where true
         on conflict (id) do nothing"
    );
    let done = sqlx::query(AssertSqlSafe(sql))
        .bind(meeting.to_string())
        .bind(write.customer().to_string())
        .bind(id.to_string())
        .bind(kind.as_str())
        .bind(words)
        .bind(side.map(Side::as_str))
        .bind(due_on.map(|day| day.to_string()))
        .bind(write.person().to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    raise_revision(change, write, meeting).await?;
    Ok(done.rows_affected() == 1)
}

/// Takes something out of minutes that are not closed.
pub async fn remove_outcome(change: &mut Change, write: &MeetingWrite, meeting: MeetingId, id: OutcomeId) -> Result<()> {
    let sql = format!("delete from outcome where id = $3 and meeting_id in (select id from meeting where {GOES_ON})");
    sqlx::query(AssertSqlSafe(sql))
        .bind(meeting.to_string())
        .bind(write.customer().to_string())
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    raise_revision(change, write, meeting).await
}

async fn raise_revision(change: &mut Change, write: &MeetingWrite, meeting: MeetingId) -> Result<()> {
    let sql = format!("update meeting set revision = revision + 1 where {GOES_ON}");
    sqlx::query(AssertSqlSafe(sql))
        .bind(meeting.to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Says that what was to be done is done, or is not after all; false where that is so already. It changes nothing that
/// was agreed to.
pub async fn set_outcome_done(change: &mut Change, write: &MeetingWrite, id: OutcomeId, done: bool) -> Result<bool> {
    let now = change.now().as_millisecond();
    let changed = sqlx::query(
        "update outcome set done_at = $3, done_by = $4
         where id = $1 and kind = 'task' and (done_at is null) = (cast($5 as bigint) = 1)
           and meeting_id in (select id from meeting where customer_id = $2)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(done.then_some(now))
    .bind(done.then(|| write.person().to_string()))
    .bind(i64::from(done))
    .execute(write.on(change)?)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Agrees to closed minutes for one's side; false where the side has, or they are another revision by now.
pub async fn approve(change: &mut Change, write: &MeetingWrite, id: MeetingId, revision: i64, remark: &str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into minutes_approval (meeting_id, side, revision, person_id, remark, approved_at)
         select m.id, $3, m.revision, $4, $5, $6 from meeting m
         where m.id = $1 and m.customer_id = $2 and m.closed_at is not null and m.revision = $7
         on conflict (meeting_id, side, revision) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.side().as_str())
    .bind(write.person().to_string())
    .bind(remark)
    .bind(now)
    .bind(revision)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
