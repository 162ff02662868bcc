//! Claims about files outside the database: what is written is read back, and what nobody names goes, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use bytes::Bytes;
use coplan_domain::{format::ubl, id::CustomerId, system::Rng};
use coplan_store::{
    Change, Db, Engine, Invalidation, StoreError,
    access::{Actor, Staff, StaffWrite, System},
    files::{self, FileError, FileLocation, FileRecord, Files, GRACE, Ownership, StoredFile, inline_migration, record},
    import as upload,
    invoice::{self, NewInvoice},
    on_both_databases,
    testing::{TestChance, TestClock, TestDb, fresh},
};
use fixtures::{begin, company, staff};
use futures_util::{TryStreamExt, stream};
use jiff::{SignedDuration, Timestamp};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

const FILE: &[u8] = include_bytes!("../../domain/samples/adjusted-two-rates.xml");
/// More than goes to its name in one piece.
const LARGE: usize = 12 * 1024 * 1024;

/// The moment at which the folder's own clock is, as far as a test can tell.
fn now() -> Timestamp {
    let folder = tempfile::tempdir().unwrap();
    Timestamp::try_from(folder.path().metadata().unwrap().modified().unwrap()).unwrap()
}

fn later(time: SignedDuration) -> Timestamp {
    now() + time
}

/// All files there are, the unfinished among them.
fn there(db: &TestDb) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() { walk(&entry.path(), found) } else { found.push(entry.path()) }
        }
    }
    let mut found = Vec::new();
    walk(db.files.folder().unwrap(), &mut found);
    found
}

fn pieces(bytes: &[u8]) -> impl futures_util::Stream<Item = io::Result<Bytes>> {
    stream::iter(bytes.chunks(700_000).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect::<Vec<_>>())
}

async fn begin_now(db: &Db, counting: &Arc<dyn Rng>) -> Change {
    db.change(&TestClock::at(now().as_millisecond()), counting, Invalidation::Everything).await.unwrap()
}

/// Lakeside Mills, and Mikko who has it.
async fn lakeside(db: &TestDb, counting: &Arc<dyn Rng>) -> (Staff, CustomerId) {
    let mut change = begin(db, counting).await;
    let mikko = staff(&mut change, "Mikko").await;
    let customer = company(&mut change, &mikko, "1001", "Lakeside Mills").await;
    change.commit(drop).await.unwrap();
    (mikko, customer)
}

async fn keep_upload(db: &Db, counting: &Arc<dyn Rng>, by: &Staff, file: &StoredFile) {
    let mut change = begin_now(db, counting).await;
    let write = StaffWrite::prove(&mut change, &Actor::Staff(by.clone())).await.unwrap();
    upload::insert(&mut change, &write, "1057.xml", file, None).await.unwrap();
    change.commit(drop).await.unwrap();
}

async fn named(db: &Db) -> Vec<FileRecord> {
    record::list_referenced(&mut db.read().await.unwrap(), None, 100).await.unwrap()
}

#[tokio::test]
async fn what_is_written_is_read_back_whole_under_its_hash() {
    let db = fresh(Engine::Sqlite).await.unwrap();
    let large: Vec<u8> = (0..LARGE).map(|at| u8::try_from(at % 251).unwrap()).collect();
    for bytes in [&b""[..], b"<Invoice/>", &large] {
        let stored = db.files.put(LARGE as u64, pieces(bytes)).await.unwrap();
        let file = stored.record();
        assert_eq!(file.size, bytes.len() as u64);
        let read: Vec<_> = db.files.get(file).await.unwrap().try_collect().await.unwrap();
        assert_eq!(read.concat(), bytes);
        let digits = file.hash.to_string();
        let path = db.files.folder().unwrap().join(&digits[..2]).join(&digits[2..]);
        assert_eq!(fs::read(path).unwrap(), bytes);
        db.files.put_bytes(bytes.to_vec()).await.unwrap();
        assert_eq!(db.files.read(file, file.size).await.unwrap(), bytes, "written twice it is there once");
    }
    assert_eq!(there(&db).len(), 3);
}

#[tokio::test]
async fn a_file_that_is_too_large_or_breaks_off_leaves_nothing_behind() {
    let db = fresh(Engine::Sqlite).await.unwrap();
    let large = vec![b'x'; LARGE];
    for limit in [10, LARGE as u64 - 1] {
        let refused = db.files.put(limit, pieces(&large)).await.unwrap_err();
        assert!(matches!(refused, StoreError::Files(FileError::TooLarge(at)) if at == limit));
    }
    for whole in [1, LARGE] {
        let broken = pieces(&large[..whole]).try_chain_error();
        assert!(matches!(db.files.put(u64::MAX, broken).await, Err(StoreError::Files(FileError::Source(_)))));
    }
    assert_eq!(there(&db), Vec::<PathBuf>::new());
}

/// A stream that breaks off at its end.
trait Broken: futures_util::Stream<Item = io::Result<Bytes>> + Sized {
    fn try_chain_error(self) -> impl futures_util::Stream<Item = io::Result<Bytes>> {
        futures_util::StreamExt::chain(self, stream::iter([Err(io::ErrorKind::ConnectionReset.into())]))
    }
}
impl<S: futures_util::Stream<Item = io::Result<Bytes>>> Broken for S {}

#[tokio::test]
async fn what_is_missing_or_damaged_is_never_given_to_its_end() {
    let db = fresh(Engine::Sqlite).await.unwrap();
    let stored = db.files.put_bytes(FILE).await.unwrap();
    let file = stored.record();
    let path = there(&db).pop().unwrap();
    let mut damaged = FILE.to_vec();
    damaged[FILE.len() / 2] ^= 1;
    fs::write(&path, &damaged).unwrap();
    let mut given = 0;
    let read = db.files.get(file).await.unwrap().try_for_each(|chunk| {
        given += chunk.len();
        async { Ok(()) }
    });
    assert!(matches!(read.await, Err(StoreError::Files(FileError::Damaged(_)))));
    assert!(given < FILE.len());
    fs::write(&path, &FILE[1..]).unwrap();
    assert!(matches!(db.files.get(file).await.err(), Some(StoreError::Files(FileError::Damaged(_)))));
    fs::remove_file(&path).unwrap();
    assert!(matches!(db.files.get(file).await.err(), Some(StoreError::Files(FileError::Missing(_)))));
    assert!(matches!(db.files.find(file).await, Err(StoreError::Files(FileError::Missing(_)))));
    db.files.put_bytes(FILE).await.unwrap();
    assert!(db.files.verify(file).await.is_ok(), "written again it is mended");
}

#[tokio::test]
async fn nobody_takes_the_files_of_another_database_for_its_own() {
    let (one, other) = (fresh(Engine::Sqlite).await.unwrap(), fresh(Engine::Sqlite).await.unwrap());
    // The chance of tests falls alike for both, and so would their names.
    let elsewhere = TestChance::default();
    elsewhere.fill(&mut [0]);
    let others = Files::open(&FileLocation::Folder(other.folder().join("others")), Arc::new(elsewhere)).unwrap();
    for _ in 0..2 {
        assert_eq!(files::claim(&one.db, &one.files).await.unwrap(), Ownership::Ours);
    }
    assert_eq!(files::claim(&other.db, &one.files).await.unwrap(), Ownership::Foreign, "it has none of its own yet");
    assert_eq!(files::claim(&other.db, &others).await.unwrap(), Ownership::Ours);
    assert_eq!(files::claim(&other.db, &one.files).await.unwrap(), Ownership::Foreign);
    let fresh = FileLocation::Folder(one.folder().join("moved"));
    let moved = Files::open(&fresh, Arc::new(TestChance::default())).unwrap();
    assert_eq!(files::claim(&one.db, &moved).await.unwrap(), Ownership::Ours, "a new folder is nobody's");
}

on_both_databases! {
    async fn a_file_under_way_stays_and_an_orphan_is_swept(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let (mikko, _) = lakeside(&db, &counting).await;
        files::claim(&db.db, &db.files).await.unwrap();
        let under_way = db.files.put_bytes(FILE).await.unwrap();
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), now()).await.unwrap(), 0, "its row may still come");
        keep_upload(&db.db, &counting, &mikko, &under_way).await;
        db.files.put_bytes(&b"nobody names this"[..]).await.unwrap();
        // What a killed process leaves behind.
        let folder = db.files.folder().unwrap();
        fs::create_dir_all(folder.join("incoming")).unwrap();
        for unfinished in ["incoming/half", "incoming/half#1", "aa"] {
            let path = folder.join(unfinished);
            if unfinished == "aa" {
                fs::create_dir_all(&path).unwrap();
                fs::write(path.join("bb#3"), "x").unwrap();
            } else {
                fs::write(path, "x").unwrap();
            }
        }
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), now()).await.unwrap(), 0, "they may be under way");
        let long_after = later(GRACE * 2);
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), long_after).await.unwrap(), 4);
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), long_after).await.unwrap(), 0);
        assert_eq!(named(&db.db).await, [under_way.record().clone()]);
        assert!(db.files.verify(under_way.record()).await.is_ok());
        assert_eq!(there(&db).len(), 2, "the file, and whose it is");
    }

    async fn a_file_stays_for_the_grace_after_its_last_row_is_gone(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let (mikko, _) = lakeside(&db, &counting).await;
        let stored = db.files.put_bytes(FILE).await.unwrap();
        keep_upload(&db.db, &counting, &mikko, &stored).await;
        keep_upload(&db.db, &counting, &mikko, &stored).await;
        let two_days_on = TestClock::at(later(SignedDuration::from_hours(48)).as_millisecond());
        let both = upload::list(&mut db.db.read().await.unwrap(), &mikko).await.unwrap();
        for (left, id) in [(1, both[0]), (0, both[1])] {
            let mut change = db.db.change(&two_days_on, &counting, Invalidation::Everything).await.unwrap();
            let write = StaffWrite::prove(&mut change, &Actor::Staff(mikko.clone())).await.unwrap();
            upload::remove(&mut change, &write, id).await.unwrap();
            change.commit(drop).await.unwrap();
            assert_eq!(named(&db.db).await.len(), left);
            assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), later(SignedDuration::from_hours(48))).await.unwrap(), 0);
        }
        assert!(db.files.exists(stored.record()).await.unwrap(), "a backup may be reading it");
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), later(SignedDuration::from_hours(50))).await.unwrap(), 1);
        assert!(!db.files.exists(stored.record()).await.unwrap());
    }

    async fn a_file_that_was_swept_before_its_row_came_is_refused(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let (mikko, _) = lakeside(&db, &counting).await;
        let slow = db.files.put_bytes(FILE).await.unwrap();
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), later(GRACE * 2)).await.unwrap(), 1);
        let mut change = begin_now(&db.db, &counting).await;
        let write = StaffWrite::prove(&mut change, &Actor::Staff(mikko.clone())).await.unwrap();
        let refused = upload::insert(&mut change, &write, "1057.xml", &slow, None).await;
        assert!(matches!(refused, Err(StoreError::Files(FileError::Missing(_)))));
        drop(change);
        let again = db.files.put_bytes(FILE).await.unwrap();
        keep_upload(&db.db, &counting, &mikko, &again).await;
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), later(GRACE * 2)).await.unwrap(), 0);
    }

    async fn an_invoice_that_goes_lets_its_file_go(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let (_, customer) = lakeside(&db, &counting).await;
        let stored = db.files.put_bytes(FILE).await.unwrap();
        let read = ubl::read(FILE).unwrap();
        let mut change = begin_now(&db.db, &counting).await;
        let new = NewInvoice { id: change.id(), customer, invoice: &read, file_name: "a.xml", file: &stored, is_another: false };
        invoice::insert(&mut change, &System::for_tests(), new).await.unwrap();
        change.commit(drop).await.unwrap();
        assert_eq!(files::sweep(&db.db, &db.files, &System::for_tests(), later(GRACE * 2)).await.unwrap(), 0);
        assert_eq!(named(&db.db).await.len(), 1);
    }

    async fn files_of_an_earlier_version_are_moved_once_and_go_on_where_it_broke_off(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let (mikko, customer) = lakeside(&db, &counting).await;
        let mut change = begin_now(&db.db, &counting).await;
        let mut bytes = Vec::new();
        for number in 0..3 {
            let (id, _) = coplan_store::testing::plant_invoice(&mut change, customer, &format!("10{number}"), "Work").await;
            let file = format!("<Invoice>{number}</Invoice>");
            // The last one is not what it was.
            let hash = record_of(&db, if number == 2 { "something else" } else { &file }).await.hash;
            sqlx::query("insert into invoice_original_inline (invoice_id, file_name, sha256, content_base64) values ($1, $2, $3, $4)")
                .bind(id.to_string())
                .bind(format!("{number}.xml"))
                .bind(hash.to_string())
                .bind(base64(&file))
                .execute(&mut *change)
                .await
                .unwrap();
            bytes.push(file);
        }
        sqlx::query("insert into invoice_upload_inline (id, uploaded_by, uploaded_at, file_name, content_base64) values ($1, $2, 7, 'w.xml', $3)")
            .bind("01KA6ZGZ80000000000000000A")
            .bind(mikko.entered().person().to_string())
            .bind(base64("<Waiting/>"))
            .execute(&mut *change)
            .await
            .unwrap();
        change.commit(drop).await.unwrap();
        fs::remove_dir_all(db.files.folder().unwrap()).unwrap();
        fs::create_dir(db.files.folder().unwrap()).unwrap();

        assert_eq!(inline_migration::count_left(&mut db.db.read().await.unwrap()).await.unwrap(), 4);
        assert_eq!(inline_migration::run(&db.db, &db.files, now()).await.unwrap(), 4);
        assert_eq!(inline_migration::run(&db.db, &db.files, now()).await.unwrap(), 0, "nothing is left to do");
        let mut conn = db.db.read().await.unwrap();
        assert_eq!(inline_migration::count_left(&mut conn).await.unwrap(), 1, "what is damaged is still there for whoever can mend it");
        let whole = named(&db.db).await;
        assert_eq!(whole.len(), 4);
        let mut read = Vec::new();
        for file in &whole {
            if let Ok(bytes) = db.files.read(file, 1000).await {
                read.push(String::from_utf8(bytes).unwrap());
            }
        }
        read.sort();
        assert_eq!(read, [bytes[0].as_str(), &bytes[1], "<Waiting/>"]);
        let waiting = upload::list(&mut conn, &mikko).await.unwrap();
        let waiting = upload::find(&mut conn, &mikko, waiting[0]).await.unwrap().unwrap();
        assert_eq!((waiting.file_name.as_str(), waiting.at.as_millisecond()), ("w.xml", 7));
    }
}

async fn record_of(db: &TestDb, text: &str) -> FileRecord {
    db.files.put_bytes(text.to_owned()).await.unwrap().record().clone()
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}
