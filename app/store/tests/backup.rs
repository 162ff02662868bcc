//! Claims about copies of the whole database.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    person::{Language, Person, Side, StaffRole},
    system::Rng,
};
use coplan_store::{
    Backup, BackupError, Db, Engine, Invalidation,
    access::System,
    on_both_databases, person,
    testing::{TestChance, TestClock, TestDb, dump, empty},
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::Command,
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
    fn begin(db: &Db) -> Self {
        let (kept, stopped) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
        let task = tokio::spawn({
            let (db, kept, stopped) = (db.clone(), Arc::clone(&kept), Arc::clone(&stopped));
            async move {
                let rng: Arc<dyn Rng> = Arc::new(TestChance::default());
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

/// A copy of the database during which somebody else's change was kept, and what was there before it.
async fn copy_under_way(db: &TestDb, folder: &Path, writing: &Writing) -> (PathBuf, Backup, Vec<String>) {
    for n in 0..100 {
        let before = dump(&db.db).await;
        let begun = writing.kept.load(Ordering::SeqCst);
        let file = folder.join(format!("copy {n}"));
        let copy = db.db.backup(&db.url, &file).await.unwrap();
        // One change may have been all but kept when the copying began.
        if writing.kept.load(Ordering::SeqCst) > begun + 2 {
            return (file, copy, before);
        }
    }
    panic!("nothing was ever written during a copy");
}

/// The copy as a database: opened, or restored into an empty one.
async fn brought_back(file: &Path, copy: Backup) -> Db {
    match copy {
        Backup::Database => Db::open_existing(&format!("sqlite:{}", file.display()), 2).await.unwrap(),
        Backup::Archive => {
            let fresh = empty(Engine::Postgres).await.unwrap();
            let restore = ["--exit-on-error", "--no-owner", "--dbname", &fresh.url];
            let done = Command::new("pg_restore").args(restore).arg(file).output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            fresh.db
        }
    }
}

fn of<'a>(table: &str, lines: &'a [String]) -> Vec<&'a String> {
    lines.iter().filter(|line| line.starts_with(table)).collect()
}

on_both_databases! {
    async fn a_copy_taken_while_others_write_brings_back_what_was_there(db: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let writing = Writing::begin(&db.db);
        writing.reach(50).await;
        let (file, copy, before) = copy_under_way(&db, folder.path(), &writing).await;
        let rng = writing.end().await;
        let after: BTreeSet<_> = dump(&db.db).await.into_iter().collect();
        let back = brought_back(&file, copy).await;
        back.verify_version().await.unwrap();
        assert_eq!(back.verify().await.unwrap(), Ok(()));
        let there = dump(&back).await;
        let (people, titles) = (of("person:", &there), of("staff:", &there));
        assert!(people.len() >= 50 && people.len() == titles.len(), "{} people, {} titles", people.len(), titles.len());
        let lost: Vec<_> = before.iter().filter(|line| !there.contains(line)).collect();
        assert!(lost.is_empty(), "there before the copy began and not in it: {lost:?}");
        let made_up: Vec<_> = there.iter().filter(|line| !after.contains(*line)).collect();
        assert!(made_up.is_empty(), "in the copy and nowhere else: {made_up:?}");
        add(&back, &rng, 1_000_000).await;
        assert_eq!(of("person:", &dump(&back).await).len(), people.len() + 1, "work goes on in it");
    }

    async fn a_copy_never_overwrites_and_leaves_nothing_where_it_fails(db: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        std::fs::write(&taken, "").unwrap();
        assert!(matches!(db.db.backup(&db.url, &taken).await, Err(BackupError::Taken(_))));
        let nowhere = folder.path().join("nowhere/copy");
        let refused = db.db.backup(&db.url, &nowhere).await.unwrap_err().to_string();
        assert!(refused.contains("nowhere/copy") && refused.contains("No such file"), "{refused}");
        db.db.close().await;
        let failed = folder.path().join("failed");
        let gone = db.url.replace("coplan_test_", "never_made_");
        assert!(db.db.backup(&gone, &failed).await.is_err());
        assert!(!failed.exists());
    }
}
