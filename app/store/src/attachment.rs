//! Files beside messages and internal notes: who may read the words may have the files. Those of notes are in a table of
//! their own, reached only with the proof of the supplier's people.

mod version;

pub use version::{FileVersion, ask, decide, is_decided, list_versions};

use crate::{
    Change, Conn, Result, StoreError,
    access::{DiscussionScope, InternalScope, MoneyScope, NoteWrite, ThreadWrite, WriteProof},
    bulk_insert::{self, Value},
    engine::Statement,
    files::{FileRecord, StoredFile, record},
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    attachment::FileState,
    id::{AttachmentId, MessageId, NoteId, ThreadId},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// A file beside what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Which.
    pub id: AttachmentId,
    /// What it is called.
    pub name: String,
    /// The file.
    pub file: FileRecord,
    /// As it is shown, where it is a picture.
    pub preview: Option<Preview>,
    /// Which version of its file, counted from 1.
    pub version: i64,
    /// Whether no later one is in its discussion.
    pub is_newest: bool,
    /// How far its approval is.
    pub state: FileState,
}

/// A picture as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The file.
    pub file: FileRecord,
    /// Its width in pixels.
    pub width: i64,
    /// Its height in pixels.
    pub height: i64,
}

/// A file that is to be kept beside what is written.
#[derive(Debug, Clone)]
pub struct NewAttachment {
    /// What it is called.
    pub name: String,
    /// The file.
    pub file: StoredFile,
    /// The smaller picture with its width and height in pixels, where it is a picture.
    pub preview: Option<(StoredFile, i64, i64)>,
    /// Of which file it is a new version, by the first one or any other.
    pub version_of: Option<AttachmentId>,
    /// Whether the other side is asked to approve it.
    pub asks_approval: bool,
}

/// The columns of an attachment `y`; they go with [`JOINS`].
const COLUMNS: &str = "y.id, y.name, f.hash, f.size, f.media_type, y.width, y.height,
     v.hash as preview_hash, v.size as preview_size, v.media_type as preview_type";
const JOINS: &str = "join file f on f.hash = y.file_hash left join file v on v.hash = y.preview_hash";

/// The columns of a version beside a message `x`; they go with [`APPROVAL`].
const VERSION: &str = "y.version, ya.verdict, ya.asked_at, cast(case when exists (
       select 1 from attachment ny join message nx on nx.id = ny.message_id
       where ny.version_of = y.version_of and ny.version > y.version and nx.thread_id = x.thread_id and nx.withdrawn_at is null)
     then 1 else 0 end as bigint) as is_replaced";
const APPROVAL: &str = "left join attachment_approval ya on ya.attachment_id = y.id";
/// The same of what has neither.
const NO_VERSION: &str = "cast(1 as bigint) as version, cast(null as text) as verdict, cast(null as bigint) as asked_at,
     cast(0 as bigint) as is_replaced";

fn read(row: &AnyRow) -> Result<Attachment> {
    let preview = match (row.maybe("preview_hash")?, row.maybe_int("width")?, row.maybe_int("height")?) {
        (Some(hash), Some(width), Some(height)) => {
            let size = u64::try_from(row.int("preview_size")?).map_err(|_| StoreError::Corrupt { column: "preview_size" })?;
            let file = FileRecord { hash, size, media_type: row.text("preview_type")? };
            Some(Preview { file, width, height })
        }
        _ => None,
    };
    Ok(Attachment {
        id: row.parse("id")?,
        name: row.text("name")?,
        file: record::read(row)?,
        preview,
        version: row.int("version")?,
        is_newest: row.int("is_replaced")? == 0,
        state: FileState::of(row.maybe("verdict")?, row.maybe_time("asked_at")?.is_some()),
    })
}

/// A statement that selects files beside messages of threads that the reader may know of.
fn attachments(sight: &Sight, rest: &str) -> Statement {
    sight.ask(format!(
        "select {COLUMNS}, {VERSION}, y.message_id from attachment y {JOINS} {APPROVAL}
         join message x on x.id = y.message_id
         join thread t on t.id = x.thread_id
         {} where {} and x.withdrawn_at is null {rest}",
        thread_place(),
        sight.thread()
    ))
}

/// The files beside the messages of a thread that were sent from one moment to another, both included; each with its
/// message.
pub async fn list(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<(MessageId, Attachment)>> {
    let rest = "and t.id = $2 and x.sent_at between $3 and $4 order by x.sent_at, y.message_id, y.place";
    let statement = attachments(&(scope, money).into(), rest).bind(Value::text(thread));
    let rows = statement.bind(Value::time(from)).bind(Value::time(until)).fetch(conn).await?;
    rows.iter().map(|row| Ok((row.parse("message_id")?, read(row)?))).collect()
}

/// The files beside one message of a thread, in their order.
pub async fn list_beside(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    message: MessageId,
) -> Result<Vec<Attachment>> {
    let statement = attachments(&(scope, money).into(), "and y.message_id = $2 order by y.place");
    statement.bind(Value::text(message)).fetch(conn).await?.iter().map(read).collect()
}

/// A file beside a message of this thread, where the reader may know of the thread.
pub async fn find(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
    id: AttachmentId,
) -> Result<Option<Attachment>> {
    let statement = attachments(&(scope, money).into(), "and t.id = $2 and y.id = $3");
    statement.bind(Value::text(thread)).bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// A statement that selects files beside the notes of one of the customer's threads.
fn noted(scope: InternalScope, thread: ThreadId, rest: &str) -> Statement {
    let statement = Statement::new(format!(
        "select {COLUMNS}, {NO_VERSION}, y.note_id from note_attachment y {JOINS}
         join note n on n.id = y.note_id
         join thread t on t.id = n.thread_id
         where t.customer_id = $1 and t.id = $2 {rest}"
    ));
    statement.bind(Value::text(scope.customer())).bind(Value::text(thread))
}

/// The files beside the notes of a thread, each with its note.
pub async fn list_noted(conn: &mut Conn, scope: InternalScope, thread: ThreadId) -> Result<Vec<(NoteId, Attachment)>> {
    let rows = noted(scope, thread, "order by n.written_at, y.note_id, y.place").fetch(conn).await?;
    rows.iter().map(|row| Ok((row.parse("note_id")?, read(row)?))).collect()
}

/// The files beside one note of a thread, in their order.
pub async fn list_beside_note(conn: &mut Conn, scope: InternalScope, thread: ThreadId, note: NoteId) -> Result<Vec<Attachment>> {
    let statement = noted(scope, thread, "and y.note_id = $3 order by y.place");
    statement.bind(Value::text(note)).fetch(conn).await?.iter().map(read).collect()
}

/// A file beside a note of this thread.
pub async fn find_noted(conn: &mut Conn, scope: InternalScope, thread: ThreadId, id: AttachmentId) -> Result<Option<Attachment>> {
    noted(scope, thread, "and y.id = $3").bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// How many bytes the files beside all that was said to a customer take.
pub async fn sum_of_bytes(conn: &mut Conn, scope: DiscussionScope) -> Result<u64> {
    let row = sqlx::query(
        "select cast(coalesce(sum(f.size), 0) as bigint) as bytes
         from thread t join message x on x.thread_id = t.id join attachment y on y.message_id = x.id
         join file f on f.hash = y.file_hash where t.customer_id = $1",
    )
    .bind(scope.customer().to_string())
    .fetch_one(conn)
    .await?;
    Ok(u64::try_from(row.int("bytes")?).unwrap_or_default())
}

/// Keeps files beside a message of the thread: each as the first version of its own, or as the next one of another that was
/// found in it.
pub async fn insert(change: &mut Change, write: &ThreadWrite, message: MessageId, files: &[NewAttachment]) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    keep_bytes(change, write, files).await?;
    let (mut rows, mut asked) = (Vec::new(), Vec::new());
    for (place, one) in (0_i64..).zip(files) {
        let id = change.id::<AttachmentId>();
        let (first, version) = match one.version_of {
            Some(of) => version::next(change, write, of).await?,
            None => (id, 1),
        };
        let [name, hash, preview, width, height] = columns_of(one);
        let (home, first) = (Value::text(message), Value::text(first));
        rows.push([Value::text(id), home, place.into(), name, hash, preview, width, height, first, version.into()]);
        asked.extend(one.asks_approval.then_some(id));
    }
    let columns = ["id", "message_id", "place", "name", "file_hash", "preview_hash", "width", "height", "version_of", "version"];
    bulk_insert::insert(write.on(change)?, "attachment", columns, rows).await?;
    for id in asked {
        ask(change, write, id).await?;
    }
    Ok(())
}

/// Keeps files beside an internal note on the thread.
pub async fn insert_noted(change: &mut Change, write: &NoteWrite, note: NoteId, files: &[NewAttachment]) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    keep_bytes(change, write, files).await?;
    let mut rows = Vec::new();
    for (place, one) in (0_i64..).zip(files) {
        let [name, hash, preview, width, height] = columns_of(one);
        rows.push([
            Value::text(change.id::<AttachmentId>()),
            Value::text(note),
            place.into(),
            name,
            hash,
            preview,
            width,
            height,
        ]);
    }
    let columns = ["id", "note_id", "place", "name", "file_hash", "preview_hash", "width", "height"];
    bulk_insert::insert(write.on(change)?, "note_attachment", columns, rows).await
}

/// Names the bytes, so that they are not swept.
async fn keep_bytes(change: &mut Change, write: &impl WriteProof, files: &[NewAttachment]) -> Result<()> {
    let previews = files.iter().filter_map(|one| one.preview.as_ref().map(|(file, ..)| file));
    let stored: Vec<&StoredFile> = files.iter().map(|one| &one.file).chain(previews).collect();
    record::insert(change, write, &stored).await
}

/// The name, the hash, and the smaller picture's hash, width and height.
fn columns_of(one: &NewAttachment) -> [Value; 5] {
    let preview = one.preview.as_ref();
    [
        Value::text(&one.name),
        Value::text(one.file.record().hash),
        Value::maybe(preview.map(|(file, ..)| file.record().hash)),
        Value::Int(preview.map(|(_, width, _)| *width)),
        Value::Int(preview.map(|(.., height)| *height)),
    ]
}
