//! Tests of how a database is named and what is said where it does not open.

use super::*;

#[test]
fn a_file_is_named_as_sqlite_opens_it() {
    let file = |named: &str| file_of(named).map(|file| file.display().to_string());
    assert_eq!(file("coplan.db").as_deref(), Some("coplan.db"));
    assert_eq!(file("///srv/the%20plans.db?mode=rw").as_deref(), Some("/srv/the plans.db"));
    for memory in ["", ":memory:", "//:memory:", "plans?mode=memory"] {
        assert_eq!(file(memory), None, "{memory}");
    }
}

#[test]
fn what_stands_in_the_way_beside_the_database_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("coplan.db");
    assert_eq!(unwritable_beside(&file), None);
    std::fs::write(folder.path().join("coplan.db-wal"), "").unwrap();
    assert_eq!(unwritable_beside(&file), None);
    // Nobody can write a folder as a file, whoever they are.
    std::fs::create_dir(folder.path().join("coplan.db-shm")).unwrap();
    assert_eq!(unwritable_beside(&file), Some(folder.path().join("coplan.db-shm")));
    let told = told_of(&file, sqlx::Error::WorkerCrashed).to_string();
    assert!(told.contains("coplan.db-shm"), "{told}");
}

#[test]
fn files_are_beside_the_database_and_called_after_it() {
    for (url, folder) in [
        ("sqlite:coplan.db", "coplan-files"),
        ("sqlite:///srv/the%20plans.db?mode=rw", "/srv/the plans-files"),
        ("sqlite::memory:", "coplan-files"),
        ("postgres://coplan@db.example/plans", "coplan-files"),
    ] {
        assert_eq!(folder_beside(url), PathBuf::from(folder), "{url}");
    }
}

#[test]
fn what_travels_to_another_machine_is_hidden_or_somebody_has_said_that_it_need_not_be() {
    let said = |url: &str| says_how_it_travels(&url.parse().unwrap());
    for open in ["db.example", "192.0.2.7:5433", "db.example/plans?sslmode=prefer", "localhost.example", "[2001:db8::1]"] {
        assert!(!said(&format!("postgres://coplan:hushhush@{open}")), "{open}");
    }
    for fine in [
        "db.example/plans?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        "db.example?sslmode=require",
        "db.example?sslmode=disable",
        "127.0.0.1:5433/plans",
        "[::1]",
        "localhost",
        "%2Frun%2Fpostgresql/plans",
    ] {
        assert!(said(&format!("postgres://coplan:hushhush@{fine}")), "{fine}");
    }
}

#[test]
fn a_server_is_named_without_its_password() {
    let named = |url: &str| server_of(&url.parse().unwrap());
    assert_eq!(named("postgres://coplan:hushhush@db.example:5433/plans"), "plans on db.example:5433");
    assert_eq!(named("postgres://coplan@%2Frun%2Fpostgresql/plans"), "plans on /run/postgresql");
}
