//! Which commands make a database, which only look at one, and what they say of one that is not theirs.

use super::Console;
use coplan_store::{Db, testing::dump};
use std::{fs, os::unix::fs::PermissionsExt, path::Path};

const ADD_EEVA: &str = "staff add --name Eeva --title Owner --email eeva@example.com --role admin";

pub async fn rows(folder: &Path) -> Vec<String> {
    let db = Db::open_to_look(&format!("sqlite:{}", folder.join("coplan.db").display()), 1).await.unwrap();
    let rows = dump(&db).await;
    db.close().await;
    rows
}

#[test]
fn only_those_who_begin_something_make_a_database() {
    let console = Console::new();
    fs::write(console.0.path().join("1057.xml"), "<Invoice/>").unwrap();
    let before = console.contents();
    for words in [
        "check",
        "backup copy.db",
        "import invoice 1057.xml",
        "staff password --email eeva@example.com",
        "link create --email anna@example.com",
    ] {
        let said = console.run(words);
        let there = console.0.path().join("coplan.db");
        assert!(said.refusal().contains(&format!("there is no database at {}", there.display())), "{words}: {said:?}");
        assert_eq!(console.contents(), before, "{words}");
    }
    assert!(console.run("migrate").well);
    assert!(console.run("check").out.contains("sound"));
    let other = Console::new();
    assert!(other.run(ADD_EEVA).well);
    assert!(other.run("backup copy.db").out.contains("copy.db"));
    assert!(other.run("check copy.db").out.contains("sound"));
}

#[test]
fn nobody_else_on_the_machine_may_read_what_is_kept() {
    let console = Console::new();
    assert!(console.run(ADD_EEVA).well);
    assert!(console.run("backup copy.db").well);
    for file in ["coplan.db", "copy.db", "coplan.key"] {
        let mode = fs::metadata(console.0.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{file}: {mode:o}");
    }
}

#[test]
fn a_backup_has_no_key_in_it_and_says_so() {
    let console = Console::new();
    assert!(console.run(ADD_EEVA).well);
    let key = fs::read(console.0.path().join("coplan.key")).unwrap();
    assert_eq!(key.len(), 43);
    let said = console.run("backup copy.db");
    assert!(said.out.contains("is not in it") && said.out.contains("coplan.key"), "{said:?}");
    let archive = fs::read(console.0.path().join("copy.db")).unwrap();
    assert!(!archive.windows(key.len()).any(|part| part == key));
    assert!(console.run(&ADD_EEVA.replace("eeva", "pia")).well);
    assert_eq!(fs::read(console.0.path().join("coplan.key")).unwrap(), key, "it is made once");
    let set = console.run_with(&[("COPLAN_SECRET_KEY", "hushhush")], "staff password --email eeva@example.com");
    assert!(set.refusal().starts_with("COPLAN_SECRET_KEY: not 32 bytes") && !set.err.contains("hushhush"), "{set:?}");
}

#[test]
fn a_first_password_is_told_once_and_a_title_is_asked() {
    let console = Console::new();
    let untitled = console.run(&ADD_EEVA.replace(" --title Owner", ""));
    assert!(!untitled.well && untitled.err.contains("--title"), "{untitled:?}");
    let said = console.run(ADD_EEVA);
    assert!(said.out.contains("First password, shown only now and good for one sign-in"), "{said:?}");
}

#[test]
fn a_look_leaves_a_database_of_nobody_as_it_was() {
    let console = Console::new();
    fs::write(console.0.path().join("coplan.db"), "").unwrap();
    let before = console.contents();
    for words in ["check", "backup copy.db"] {
        assert!(console.run(words).refusal().contains("no tables of Coplan's are in it"), "{words}");
        assert_eq!(console.contents(), before, "{words}");
    }
}

#[test]
fn a_backup_that_cannot_be_written_says_where() {
    let console = Console::new();
    assert!(console.run("migrate").well);
    let said = console.run("backup /nope/x.db");
    assert!(said.refusal().starts_with("the file /nope/x.db cannot be made: No such file"), "{said:?}");
    fs::write(console.0.path().join("there"), "kept").unwrap();
    assert!(console.run("backup there").refusal().contains("never overwrites"));
    assert_eq!(fs::read_to_string(console.0.path().join("there")).unwrap(), "kept");
}

#[test]
fn a_text_file_and_a_silent_server_are_named() {
    let console = Console::new();
    fs::write(console.0.path().join("letter.txt"), "Dear Anna, these are only some words.").unwrap();
    for words in ["serve", "check", "migrate"] {
        let said = console.run_with(&[("COPLAN_DATABASE_URL", "sqlite:letter.txt")], words);
        assert_eq!(said.refusal(), "COPLAN_DATABASE_URL: letter.txt is not a database of SQLite", "{words}");
    }
    let said = console.run_with(&[("COPLAN_DATABASE_URL", "postgres://coplan:hushhush@127.0.0.1:1/plans")], "check");
    assert!(said.refusal().contains("plans on 127.0.0.1:1") && said.refusal().contains("refused"), "{said:?}");
    assert!(!said.err.contains("hushhush"), "{said:?}");
}

#[tokio::test]
async fn the_demo_keeps_out_of_an_installation() {
    let console = Console::new();
    assert!(console.run(ADD_EEVA).well);
    let before = rows(console.0.path()).await;
    for words in ["demo", "demo --fill-only"] {
        let said = console.run(words);
        assert!(said.refusal().contains("eeva@example.com is in this database"), "{words}: {said:?}");
        assert!(said.refusal().contains("COPLAN_DATABASE_URL"), "{words}: {said:?}");
    }
    assert_eq!(rows(console.0.path()).await, before);
}

#[tokio::test]
async fn the_demo_comes_back_to_its_own() {
    let console = Console::new();
    assert!(console.run("demo --fill-only").well);
    let people = |rows: &[String]| rows.iter().filter(|row| row.starts_with("person:")).count();
    let before = people(&rows(console.0.path()).await);
    let said = console.run("demo --fill-only");
    assert!(said.well && said.out.contains("mikko.kallio@northline.example"), "{said:?}");
    assert_eq!(people(&rows(console.0.path()).await), before, "and tells its story once");
}
