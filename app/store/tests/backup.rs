//! Claims about copies of the whole database.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::{
    person::{Language, Person, Side, StaffRole},
    system::{Clock, Rng},
};
use coplan_store::{
    Db, Engine, Invalidation, OpenError,
    access::{Actor, Staff, StaffWrite, System},
    backup::{self, BackupError, Restored, Summary},
    files::{FileLocation, FileRecord, Files},
    import as upload, on_both_databases, person,
    testing::{TestChance, TestClock, TestDb, dump, empty, fresh},
};
use fixtures::{begin, company, staff};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

/// Keeps a person and what it is at work: two tables, one change.
async fn add(db: &Db, dice: &Arc<dyn Rng>, number: usize) {
    let mut change = db.change(&TestClock::default(), dice, Invalidation::Touched).await.unwrap();
    let one = Person {
        id: change.id(),
        side: Side::Supplier,
        name: format!("Ylva Åström {number}"),
        email: format!("ylva.{number}@northline.example"),
        phone: number.is_multiple_of(2).then(|| "+358 40 123 4567".to_owned()),
        language: Language::Sv,
        time_zone: "Europe/Helsinki".to_owned(),
    };
    person::insert(&mut change, &System::for_tests(), &one).await.unwrap();
    let speaks = [Language::Sv, Language::Fi];
    person::insert_staff(&mut change, &System::for_tests(), one.id, StaffRole::Manager, &"long title ".repeat(50), &speaks, "")
        .await
        .unwrap();
    change.commit(drop).await.unwrap();
}

/// Somebody who writes until told to stop, and the number of changes that the database has acknowledged.
struct Writing {
    kept: Arc<AtomicUsize>,
    stopped: Arc<AtomicBool>,
    task: tokio::task::JoinHandle<Arc<dyn Rng>>,
}

impl Writing {
    fn begin(db: &Db, rng: Arc<dyn Rng>) -> Self {
        let (kept, stopped) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
        let task = tokio::spawn({
            let (db, kept, stopped) = (db.clone(), Arc::clone(&kept), Arc::clone(&stopped));
            async move {
                while !stopped.load(Ordering::SeqCst) {
                    add(&db, &rng, kept.load(Ordering::SeqCst)).await;
                    kept.fetch_add(1, Ordering::SeqCst);
                }
                rng
            }
        });
        Self { kept, stopped, task }
    }

    async fn reach(&self, number: usize) {
        while self.kept.load(Ordering::SeqCst) < number && !self.task.is_finished() {
            tokio::task::yield_now().await;
        }
    }

    /// Stops, and gives the chance that has not fallen yet.
    async fn end(self) -> Arc<dyn Rng> {
        self.stopped.store(true, Ordering::SeqCst);
        self.task.await.unwrap()
    }
}

/// A backup during which somebody else's change was kept, and what was there before it.
async fn backup_under_way(db: &TestDb, folder: &Path, writing: &Writing) -> (PathBuf, Vec<String>) {
    for n in 0..100 {
        let before = dump(&db.db).await;
        let begun = writing.kept.load(Ordering::SeqCst);
        let file = folder.join(format!("copy {n}"));
        backup::write(&db.db, &db.files, &db.url, &file).await.unwrap();
        // One change may have been all but kept when the copying began.
        if writing.kept.load(Ordering::SeqCst) > begun + 2 {
            return (file, before);
        }
    }
    panic!("nothing was ever written during a copy");
}

/// An installation of its own for a backup to be restored to: nothing of it is there yet.
struct Elsewhere {
    url: String,
    location: FileLocation,
    folder: tempfile::TempDir,
    _db: Option<TestDb>,
}

impl Elsewhere {
    async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = FileLocation::Folder(folder.path().join("files"));
        let url = format!("sqlite:{}", folder.path().join("restored.db").display());
        match engine {
            Engine::Sqlite => Self { url, location, folder, _db: None },
            Engine::Postgres => {
                let db = empty(Engine::Postgres).await.unwrap();
                Self { url: db.url.clone(), location, folder, _db: Some(db) }
            }
        }
    }

    async fn restore(&self, file: &Path) -> Result<Restored, BackupError> {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        backup::restore(file, &self.url, &self.location, &counting, TestClock::default().now()).await
    }

    async fn open(&self) -> (Db, Files) {
        let db = Db::open_existing(&self.url, 2).await.unwrap();
        (db, Files::open(&self.location, Arc::new(TestChance::default())).unwrap())
    }
}

fn of<'a>(table: &str, lines: &'a [String]) -> Vec<&'a String> {
    lines.iter().filter(|line| line.starts_with(table)).collect()
}

/// Writes a file and keeps that a row names it.
async fn add_file(db: &TestDb, by: &Staff, counting: &Arc<dyn Rng>, text: &str) -> FileRecord {
    let stored = db.files.put_bytes(text.to_owned()).await.unwrap();
    let mut change = begin(db, counting).await;
    let write = StaffWrite::prove(&mut change, &Actor::Staff(by.clone())).await.unwrap();
    upload::insert(&mut change, &write, "1057.xml", &stored, None).await.unwrap();
    change.commit(drop).await.unwrap();
    stored.record().clone()
}

async fn mikko(db: &TestDb, counting: &Arc<dyn Rng>) -> Staff {
    let mut change = begin(db, counting).await;
    let mikko = staff(&mut change, "Mikko").await;
    company(&mut change, &mikko, "1001", "Lakeside Mills").await;
    change.commit(drop).await.unwrap();
    mikko
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().display().to_string()).collect();
    names.sort();
    names
}

on_both_databases! {
    async fn a_backup_taken_while_others_write_brings_back_what_was_there(db: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mikko = mikko(&db, &counting).await;
        let file = add_file(&db, &mikko, &counting, "<Invoice/>").await;
        db.files.put_bytes(&b"nobody names this"[..]).await.unwrap();
        let writing = Writing::begin(&db.db, counting);
        writing.reach(50).await;
        let (archive, before) = backup_under_way(&db, folder.path(), &writing).await;
        let counting = writing.end().await;
        let after: BTreeSet<_> = dump(&db.db).await.into_iter().collect();
        assert!(names(folder.path()).iter().all(|name| !name.contains("part")), "{:?}", names(folder.path()));
        assert_eq!(backup::verify(&archive).await.unwrap(), Summary { files: 1, bytes: 10 });
        let elsewhere = Elsewhere::new(db.db.engine()).await;
        let restored = elsewhere.restore(&archive).await.unwrap();
        assert_eq!((restored.summary, restored.aside), (Summary { files: 1, bytes: 10 }, vec![]));
        let (back, files) = elsewhere.open().await;
        back.verify_version().await.unwrap();
        assert_eq!(coplan_store::check::run(&back).await.unwrap().findings, Vec::<String>::new());
        assert_eq!(files.read(&file, 10).await.unwrap(), b"<Invoice/>");
        let (checked, wrong) = backup::check_files(&back, &files).await.unwrap();
        assert!(checked.files == 1 && wrong.is_empty(), "{wrong:?}");
        let there = dump(&back).await;
        let (people, titles) = (of("person:", &there), of("staff:", &there));
        assert!(people.len() >= 50 && people.len() == titles.len(), "{} people, {} titles", people.len(), titles.len());
        let lost: Vec<_> = before.iter().filter(|line| !there.contains(line)).collect();
        assert!(lost.is_empty(), "there before the copy began and not in it: {lost:?}");
        let made_up: Vec<_> = there.iter().filter(|line| !after.contains(*line)).collect();
        assert!(made_up.is_empty(), "in the copy and nowhere else: {made_up:?}");
        add(&back, &counting, 1_000_000).await;
        assert_eq!(of("person:", &dump(&back).await).len(), people.len() + 1, "work goes on in it");
        if db.db.engine() == Engine::Postgres {
            assert!(matches!(elsewhere.restore(&archive).await, Err(BackupError::NotEmpty)));
        }
    }

    async fn a_backup_never_overwrites_and_leaves_nothing_where_it_fails(db: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let write = async |url: &str, file: &Path| backup::write(&db.db, &db.files, url, file).await;
        let taken = folder.path().join("taken");
        fs::write(&taken, "").unwrap();
        assert!(matches!(write(&db.url, &taken).await, Err(BackupError::Taken(_))));
        let nowhere = folder.path().join("nowhere/copy");
        let refused = write(&db.url, &nowhere).await.unwrap_err().to_string();
        assert!(refused.contains("nowhere/copy") && refused.contains("No such file"), "{refused}");
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mikko = mikko(&db, &counting).await;
        let file = add_file(&db, &mikko, &counting, "<Invoice/>").await;
        let path = db.files.folder().unwrap().join(&file.hash.to_string()[..2]).join(&file.hash.to_string()[2..]);
        let incomplete = folder.path().join("incomplete");
        fs::rename(&path, folder.path().join("elsewhere")).unwrap();
        let refused = write(&db.url, &incomplete).await.unwrap_err().to_string();
        assert!(refused.contains("missing") && refused.contains(&file.hash.to_string()), "{refused}");
        fs::rename(folder.path().join("elsewhere"), &path).unwrap();
        db.db.close().await;
        let failed = folder.path().join("failed");
        let gone = db.url.replace("coplan_test_", "never_made_");
        assert!(write(&gone, &failed).await.is_err());
        assert_eq!(names(folder.path()), ["taken"]);
    }

    async fn what_was_broken_off_or_changed_is_refused_before_anything_is_touched(db: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mikko = mikko(&db, &counting).await;
        let file = add_file(&db, &mikko, &counting, "<Invoice>1057</Invoice>").await;
        let archive = folder.path().join("whole");
        backup::write(&db.db, &db.files, &db.url, &archive).await.unwrap();
        let whole = fs::read(&archive).unwrap();
        let elsewhere = Elsewhere::new(db.db.engine()).await;
        let broken = folder.path().join("broken");
        // Within the beginning, the database, the file and the end, and where one entry ends and the next would begin.
        let at = whole.windows(9).position(|some| some == b"<Invoice>").unwrap();
        for length in [1, 300, 700, 1024, 1600, at - 512, at + 5, at + 512, whole.len() - 2048] {
            fs::write(&broken, &whole[..length]).unwrap();
            let refused = elsewhere.restore(&broken).await.unwrap_err();
            let is_known = matches!(&refused, BackupError::BrokenOff(_)) || (length < 1024 && matches!(&refused, BackupError::NoBackup(_)));
            assert!(is_known, "{length} of {}: {refused}", whole.len());
            assert!(backup::verify(&broken).await.is_err());
        }
        let mut changed = whole.clone();
        changed[at + 10] ^= 1;
        fs::write(&broken, &changed).unwrap();
        assert!(matches!(elsewhere.restore(&broken).await, Err(BackupError::DamagedFile(hash)) if hash == file.hash));
        let mut changed = whole.clone();
        let middle = usize::midpoint(1536, at);
        changed[middle] ^= 1;
        fs::write(&broken, &changed).unwrap();
        assert!(matches!(elsewhere.restore(&broken).await, Err(BackupError::Unsound(_))), "a bit of the database is another");
        for other in ["", "Dear Anna, these are only some words."] {
            fs::write(&broken, other).unwrap();
            assert!(matches!(elsewhere.restore(&broken).await, Err(BackupError::NoBackup(_))));
        }
        let there = names(elsewhere.folder.path());
        assert!(there.iter().all(|name| name == "restored.db.serving"), "nothing but the lock is there: {there:?}");
        elsewhere.restore(&archive).await.unwrap();
    }
}

#[tokio::test]
async fn what_a_restore_replaces_is_put_aside_with_all_that_belongs_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let db = fresh(Engine::Sqlite).await.unwrap();
    let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mikko = mikko(&db, &counting).await;
    add_file(&db, &mikko, &counting, "<Invoice/>").await;
    let archive = folder.path().join("archive");
    backup::write(&db.db, &db.files, &db.url, &archive).await.unwrap();
    let elsewhere = Elsewhere::new(Engine::Sqlite).await;
    elsewhere.restore(&archive).await.unwrap();
    // A process that was killed leaves the log of what it wrote last, and the folder of its files.
    let (back, files) = elsewhere.open().await;
    add(&back, &counting, 7).await;
    files.put_bytes(&b"<Later/>"[..]).await.unwrap();
    let wal = fs::read(elsewhere.folder.path().join("restored.db-wal")).unwrap();
    assert!(!wal.is_empty());
    let database = fs::read(elsewhere.folder.path().join("restored.db")).unwrap();
    back.close().await;
    fs::write(elsewhere.folder.path().join("restored.db"), &database).unwrap();
    fs::write(elsewhere.folder.path().join("restored.db-wal"), &wal).unwrap();
    let restored = elsewhere.restore(&archive).await.unwrap();
    let before = "before-20261116T070000Z";
    let expected = [
        "files".to_owned(),
        format!("files.{before}"),
        "restored.db".to_owned(),
        format!("restored.db.{before}"),
        format!("restored.db.{before}-wal"),
        "restored.db.serving".to_owned(),
    ];
    assert_eq!(names(elsewhere.folder.path()), expected);
    assert_eq!(restored.aside.len(), 2);
    let (back, files) = elsewhere.open().await;
    let people = |rows: &[String]| of("person:", rows).len();
    assert_eq!(people(&dump(&back).await), 1, "nothing of the old log is in it");
    assert_eq!(coplan_store::check::run(&back).await.unwrap().findings, Vec::<String>::new());
    assert_eq!(backup::check_files(&back, &files).await.unwrap().1.len(), 0);
    let aside = elsewhere.folder.path().join(format!("restored.db.{before}"));
    let aside = Db::open_existing(&format!("sqlite:{}", aside.display()), 1).await.unwrap();
    assert_eq!(people(&dump(&aside).await), 2, "what was put aside is whole, with its log");
}

#[tokio::test]
async fn nobody_restores_under_one_who_serves_and_nobody_serves_what_is_half_restored() {
    let folder = tempfile::tempdir().unwrap();
    let db = fresh(Engine::Sqlite).await.unwrap();
    let archive = folder.path().join("archive");
    backup::write(&db.db, &db.files, &db.url, &archive).await.unwrap();
    let elsewhere = Elsewhere::new(Engine::Sqlite).await;
    elsewhere.restore(&archive).await.unwrap();
    let serving = elsewhere.open().await.0.enable_cache().unwrap();
    assert!(!serving.is_replaced());
    assert!(matches!(elsewhere.restore(&archive).await, Err(BackupError::Open(OpenError::Served))));
    let file = elsewhere.folder.path().join("restored.db");
    let moved = elsewhere.folder.path().join("moved.db");
    fs::rename(&file, &moved).unwrap();
    assert!(serving.is_replaced(), "it is gone");
    fs::copy(&moved, &file).unwrap();
    assert!(serving.is_replaced(), "another is in its place");
    drop(serving);
    fs::write(elsewhere.folder.path().join("restored.db.restoring"), "").unwrap();
    assert!(matches!(Db::open(&elsewhere.url, 1).await, Err(OpenError::Restoring)));
    elsewhere.restore(&archive).await.unwrap();
    Db::open(&elsewhere.url, 1).await.unwrap();
}

#[tokio::test]
async fn a_backup_of_one_kind_of_database_is_refused_by_the_other() {
    let Some(db) = fresh(Engine::Postgres).await else { return };
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("archive");
    backup::write(&db.db, &db.files, &db.url, &archive).await.unwrap();
    let refused = Elsewhere::new(Engine::Sqlite).await.restore(&archive).await.unwrap_err().to_string();
    assert!(refused.contains("a backup of PostgreSQL") && refused.contains("names SQLite"), "{refused}");
}
