//! The versions of a file, and what is decided of one of them.

use super::{APPROVAL, Attachment, COLUMNS, JOINS, VERSION, read};
use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, DiscussionScope, MoneyScope, ThreadWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    acceptance::Verdict,
    attachment::FileDecision,
    id::{AttachmentId, MessageId, ThreadId},
    person::Side,
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// One version of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileVersion {
    /// The file.
    pub file: Attachment,
    /// In which discussion.
    pub thread: ThreadId,
    /// Beside which message.
    pub message: MessageId,
    /// Who brought it.
    pub author: String,
    /// That one's side.
    pub side: Side,
    /// When.
    pub sent_at: Timestamp,
    /// Who asked for its approval, and when.
    pub asked: Option<(String, Timestamp)>,
    /// What was decided of it.
    pub decided: Option<FileDecision>,
}

fn read_version(row: &AnyRow) -> Result<FileVersion> {
    let verdict = row.maybe::<Verdict>("verdict")?.zip(row.maybe_text("reason")?);
    let who = row.maybe_text("decided_name")?.zip(row.maybe("decided_language")?).zip(row.maybe_time("decided_at")?);
    let decided = match (verdict, who) {
        (Some((verdict, reason)), Some(((by, language), at))) => {
            Some(FileDecision { verdict, reason, language, by, at, hash: row.text("decided_hash")? })
        }
        _ => None,
    };
    Ok(FileVersion {
        file: read(row)?,
        thread: row.parse("thread_id")?,
        message: row.parse("message_id")?,
        author: row.text("author_name")?,
        side: if row.text("author_kind")? == "staff" { Side::Supplier } else { Side::Customer },
        sent_at: row.time("sent_at")?,
        asked: row.maybe_text("asked_name")?.zip(row.maybe_time("asked_at")?),
        decided,
    })
}

/// The versions of a file in its discussion, which the reader may know of, the newest first; by any of them that is not
/// withdrawn. None where there is none.
pub async fn list_versions(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    id: AttachmentId,
) -> Result<Vec<FileVersion>> {
    let sight = Sight::from((scope, money));
    let sql = format!(
        "select {COLUMNS}, {VERSION}, y.message_id, x.thread_id, x.sent_at, a.name as author_name, a.kind as author_kind,
           q.name as asked_name, ya.reason, ya.hash as decided_hash, ya.decided_at, d.name as decided_name, d.language as decided_language
         from attachment o join message ox on ox.id = o.message_id and ox.withdrawn_at is null
         join attachment y on y.version_of = o.version_of {JOINS} {APPROVAL}
         join message x on x.id = y.message_id and x.thread_id = ox.thread_id and x.withdrawn_at is null
         join person a on a.id = x.author_id
         left join person q on q.id = ya.asked_by
         left join person d on d.id = ya.decided_by
         join thread t on t.id = x.thread_id
         {} where o.id = $2 and {} order by y.version desc",
        thread_place(),
        sight.thread()
    );
    sight.ask(sql).bind(Value::text(id)).fetch(conn).await?.iter().map(read_version).collect()
}

/// The first version of a file and the number that the next one has.
pub(super) async fn next(change: &mut Change, write: &ThreadWrite, of: AttachmentId) -> Result<(AttachmentId, i64)> {
    let row = sqlx::query(
        "select o.version_of, (select max(y.version) from attachment y where y.version_of = o.version_of) as newest
         from attachment o join message x on x.id = o.message_id where o.id = $1 and x.thread_id = $2",
    )
    .bind(of.to_string())
    .bind(write.thread().to_string())
    .fetch_one(write.on(change)?)
    .await?;
    Ok((row.parse("version_of")?, row.int("newest")? + 1))
}

/// From a file of the writer's thread, to whose side decides of it.
const DECIDABLE: &str = "from attachment y join message x on x.id = y.message_id and x.withdrawn_at is null
     join thread t on t.id = x.thread_id join person a on a.id = x.author_id
     where y.id = $1 and t.id = $2 and t.customer_id = $3";
const DECIDER: &str = "case when a.kind = 'staff' then 'customer' else 'supplier' end";

/// Whether a file that came with a message of the thread was approved or refused.
pub async fn is_decided(change: &mut Change, write: &ThreadWrite, message: MessageId) -> Result<bool> {
    let row = sqlx::query(
        "select y.id from attachment y join message x on x.id = y.message_id and x.thread_id = $2
         join attachment_approval ya on ya.attachment_id = y.id and ya.verdict is not null where x.id = $1 limit 1",
    )
    .bind(message.to_string())
    .bind(write.thread().to_string())
    .fetch_optional(write.on(change)?)
    .await?;
    Ok(row.is_some())
}

/// Asks the other side to approve a version; false where that was done or decided before.
pub async fn ask(change: &mut Change, write: &ThreadWrite, id: AttachmentId) -> Result<bool> {
    let sql = format!(
        "insert into attachment_approval (attachment_id, customer_id, hash, side, asked_by, asked_at)
         select y.id, t.customer_id, y.file_hash, {DECIDER}, $4, $5 {DECIDABLE} on conflict (attachment_id) do nothing"
    );
    let now = change.now().as_millisecond();
    let done = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id.to_string())
        .bind(write.thread().to_string())
        .bind(write.customer().to_string())
        .bind(write.person().to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Decides of a version for the writer's side; false where that is not the one that decides, or it was decided before.
pub async fn decide(
    change: &mut Change,
    write: &ThreadWrite,
    id: AttachmentId,
    (verdict, reason): (Verdict, &str),
) -> Result<bool> {
    let sql = format!(
        "insert into attachment_approval (attachment_id, customer_id, hash, side, verdict, reason, decided_by, decided_at)
         select y.id, t.customer_id, y.file_hash, {DECIDER}, $4, $5, $6, $7 {DECIDABLE} and {DECIDER} = $8
         on conflict (attachment_id) do update set verdict = excluded.verdict, reason = excluded.reason,
           decided_by = excluded.decided_by, decided_at = excluded.decided_at
         where attachment_approval.verdict is null"
    );
    let now = change.now().as_millisecond();
    let done = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id.to_string())
        .bind(write.thread().to_string())
        .bind(write.customer().to_string())
        .bind(verdict.as_str())
        .bind(reason)
        .bind(write.person().to_string())
        .bind(now)
        .bind(write.scope().side().as_str())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}
