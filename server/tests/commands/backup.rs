//! Backups as a person at the console makes, checks and restores them, after a kill too.

use super::{Console, database::rows};
use coplan_store::{
    Db, Engine,
    testing::{dump, empty},
};
use std::{
    fs,
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

const ADD_EEVA: &str = "staff add --name Eeva --title Owner --email eeva@example.com --role admin";
const ADD_PIA: &str = "staff add --name Pia --title Owner --email pia@example.com --role manager";
/// More than a process takes to notice what it looks at several times a second.
const SOON: Duration = Duration::from_secs(20);

/// A process that serves in the console's folder, ended with the test.
struct Serving(Child);

impl Serving {
    fn begin(console: &Console) -> Self {
        Self::begin_with(console, &[])
    }

    fn begin_with(console: &Console, settings: &[(&str, &str)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let listen = format!("127.0.0.1:{port}");
        let settings = settings.iter().copied().chain([("COPLAN_LISTEN", listen.as_str())]).collect::<Vec<_>>();
        let mut command = console.command(&settings, "serve");
        let mut serving = Self(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
        let mut said = String::new();
        BufReader::new(serving.0.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
        assert!(said.contains("Coplan is at"), "{said}");
        serving
    }

    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    /// The exit code and what was logged, once it has ended by itself.
    fn ended(mut self) -> (Option<i32>, String) {
        let begun = Instant::now();
        let status = loop {
            match self.0.try_wait().unwrap() {
                Some(status) => break status,
                None if begun.elapsed() > SOON => panic!("it goes on"),
                None => std::thread::sleep(Duration::from_millis(50)),
            }
        };
        let mut log = String::new();
        self.0.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (status.code(), log)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[tokio::test]
async fn a_backup_is_restored_after_a_kill_without_what_was_written_since() {
    let console = Console::new();
    assert!(console.run(ADD_EEVA).well);
    let mut serving = Serving::begin(&console);
    let before = rows(console.0.path()).await;
    let said = console.run("backup monday.backup");
    assert!(said.well && said.out.contains("`coplan restore`"), "{said:?}");
    assert!(console.run("check monday.backup").out.contains("The backup is whole"));
    assert!(console.run(ADD_PIA).well);
    assert!(console.run("restore monday.backup").refusal().contains("another `coplan serve` has this database"));
    serving.kill();
    assert!(fs::metadata(console.0.path().join("coplan.db-wal")).unwrap().len() > 0, "the log of what was written last is left");
    let said = console.run("restore monday.backup");
    assert!(said.well && said.out.contains("What was there before is in coplan.db.before-"), "{said:?}");
    assert!(!console.0.path().join("coplan.db-wal").exists());
    assert!(console.run("check").out.contains("All 0 files are there and whole."));
    assert_eq!(rows(console.0.path()).await, before);
    drop(Serving::begin(&console));
}

#[test]
fn a_server_whose_file_was_replaced_stops_and_says_so() {
    let console = Console::new();
    assert!(console.run(ADD_EEVA).well);
    let serving = Serving::begin(&console);
    let file = |name: &str| console.0.path().join(name);
    fs::copy(file("coplan.db"), file("other.db")).unwrap();
    fs::rename(file("other.db"), file("coplan.db")).unwrap();
    let (code, log) = serving.ended();
    assert_eq!(code, Some(74), "{log}");
    assert!(log.contains("the database file was replaced by another one"), "{log}");
}

#[test]
fn a_server_that_cannot_write_says_so_at_its_start_and_serves_those_who_read() {
    let console = Console::new();
    assert!(console.run(ADD_EEVA).well);
    fs::write(console.0.path().join("coplan-files/incoming"), "no folder").unwrap();
    let mut serving = Serving::begin(&console);
    serving.kill();
    let (_, log) = serving.ended();
    assert!(log.contains("nothing can be written") && log.contains("files: cannot be written"), "{log}");
}

#[test]
fn a_backup_that_was_broken_off_is_no_backup() {
    let console = Console::new();
    assert!(console.run("migrate").well);
    assert!(console.run("backup whole.backup").well);
    let whole = fs::read(console.0.path().join("whole.backup")).unwrap();
    fs::write(console.0.path().join("half.backup"), &whole[..whole.len() / 2]).unwrap();
    let before = fs::read(console.0.path().join("coplan.db")).unwrap();
    for words in ["check half.backup", "restore half.backup"] {
        assert!(console.run(words).refusal().contains("was cut off"), "{words}");
    }
    assert_eq!(fs::read(console.0.path().join("coplan.db")).unwrap(), before);
    assert!(console.run("check coplan.db").refusal().contains("is no backup of Coplan's"));
}

#[test]
fn files_that_are_missing_or_damaged_are_told() {
    let console = Console::new();
    assert!(console.run("demo --fill-only").well);
    assert!(console.run("check").well);
    let folder = console.0.path().join("coplan-files");
    let inner = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    // Invoices as they came: of what else was brought in nobody needs the file any more, until it is swept away.
    let is_invoice = |path: &PathBuf| fs::read(path).unwrap().starts_with(b"<");
    let files = inner.flat_map(|inner| fs::read_dir(inner).unwrap().map(|entry| entry.unwrap().path()));
    let mut files = files.filter(is_invoice);
    let (one, other) = (files.next().unwrap(), files.next().unwrap());
    fs::remove_file(one).unwrap();
    fs::write(other, "something else").unwrap();
    let said = console.run("check");
    assert!(said.refusal().contains("2 of") && said.err.contains("is missing") && said.err.contains("is damaged"), "{said:?}");
    assert!(!console.run("backup incomplete").well);
    assert!(!console.0.path().join("incomplete").exists());
}

#[test]
fn nobody_takes_the_files_of_another_database() {
    let console = Console::new();
    assert!(console.run("migrate").well);
    let said = console.run_with(&[("COPLAN_DATABASE_URL", "sqlite:other.db"), ("COPLAN_FILES", "coplan-files")], "migrate");
    assert!(said.refusal().starts_with("COPLAN_FILES: the files there belong to another database"), "{said:?}");
}

/// The demo with its invoices, brought to another place.
async fn moved(from: &str, to: &str) {
    let console = Console::new();
    let elsewhere = [("COPLAN_DATABASE_URL", to), ("COPLAN_FILES", "elsewhere")];
    assert!(console.run_with(&[("COPLAN_DATABASE_URL", from)], "demo --fill-only").well);
    let said = console.run_with(&[("COPLAN_DATABASE_URL", from)], "backup demo.backup");
    assert!(said.well, "{said:?}");
    let said = console.run_with(&elsewhere, "restore demo.backup");
    assert!(said.well, "{said:?}");
    let said = console.run_with(&elsewhere, "check");
    assert!(said.well && !said.out.contains("All 0 files"), "{said:?}");
    let read = async |url: &str| {
        let db = Db::open_to_look(url, 1).await.unwrap();
        let rows = dump(&db).await;
        db.close().await;
        rows
    };
    let absolute = |url: &str| url.replace("sqlite:", &format!("sqlite:{}/", console.0.path().display()));
    assert_eq!(read(&absolute(to)).await, read(&absolute(from)).await);
    assert!(console.run_with(&elsewhere, "migrate").well, "work goes on there");
}

#[tokio::test]
async fn an_installation_moves_by_its_backup() {
    moved("sqlite:coplan.db", "sqlite:moved.db").await;
}

#[tokio::test]
async fn an_installation_on_postgres_moves_by_its_backup_into_an_empty_database() {
    let Some((from, to)) = empty(Engine::Postgres).await.zip(empty(Engine::Postgres).await) else { return };
    moved(&from.url, &to.url).await;
}

#[tokio::test]
async fn a_backup_of_postgres_is_restored_after_a_kill_without_what_was_written_since() {
    let Some((at, anew)) = empty(Engine::Postgres).await.zip(empty(Engine::Postgres).await) else { return };
    let console = Console::new();
    let here = [("COPLAN_DATABASE_URL", at.url.as_str())];
    let there = [("COPLAN_DATABASE_URL", anew.url.as_str()), ("COPLAN_FILES", "restored")];
    let rows = async |url: &str| {
        let db = Db::open_to_look(url, 1).await.unwrap();
        let rows = dump(&db).await;
        db.close().await;
        rows
    };
    assert!(console.run_with(&here, ADD_EEVA).well);
    let mut serving = Serving::begin_with(&console, &here);
    let before = rows(&at.url).await;
    assert!(console.run_with(&here, "backup monday.backup").well);
    assert!(console.run_with(&here, ADD_PIA).well);
    serving.kill();
    let refused = console.run_with(&here, "restore monday.backup");
    assert!(!refused.well, "what is in a database is never written over: {refused:?}");
    assert!(console.run_with(&there, "restore monday.backup").well);
    let said = console.run_with(&there, "check");
    assert!(said.well && said.out.contains("All 0 files are there and whole."), "{said:?}");
    assert_eq!(rows(&anew.url).await, before);
    drop(Serving::begin_with(&console, &there));
}
