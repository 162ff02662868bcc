//! Claims about opening databases: which are made, which are left as they are, and what is said of the others.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_store::{
    Db, Engine, OpenError, on_both_databases,
    testing::{dump, empty, fresh},
};
use sqlx::{AnyConnection, Connection};
use std::{collections::BTreeMap, fs, path::Path};

fn address(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// The files of a folder with their contents.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().display().to_string(), fs::read(entry.path()).unwrap())).collect()
}

on_both_databases! {
    async fn looking_at_the_version_makes_no_table(db: TestDb) {
        let empty = empty(db.db.engine()).await.unwrap();
        assert!(matches!(empty.db.verify_version().await, Err(OpenError::NoTables)));
        let mut conn = empty.db.read().await.unwrap();
        assert!(sqlx::query("select version from _sqlx_migrations").fetch_all(&mut *conn).await.is_err(), "there is a table");
        drop(conn);
        empty.db.migrate().await.unwrap();
        empty.db.verify_version().await.unwrap();
        assert_eq!(dump(&empty.db).await, dump(&db.db).await);
    }

    async fn a_database_of_a_later_version_is_told_from_one_of_an_earlier(db: TestDb) {
        db.db.verify_version().await.unwrap();
        let mut conn = db.db.read().await.unwrap();
        let last = "from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)";
        let columns = "description, installed_on, success, checksum, execution_time";
        let later = sqlx::AssertSqlSafe(format!("insert into _sqlx_migrations (version, {columns}) select 9999, {columns} {last}"));
        sqlx::query(later).execute(&mut *conn).await.unwrap();
        for told in [db.db.verify_version().await.unwrap_err(), db.db.migrate().await.unwrap_err()] {
            assert!(told.to_string().starts_with("this program is older than the database"), "{told}");
        }
        for _ in 0..2 {
            sqlx::query(sqlx::AssertSqlSafe(format!("delete {last}"))).execute(&mut *conn).await.unwrap();
        }
        let told = db.db.verify_version().await.unwrap_err();
        assert!(matches!(told, OpenError::Older), "{told}");
        sqlx::query("update _sqlx_migrations set version = 7777 where version = 1").execute(&mut *conn).await.unwrap();
        sqlx::query("delete from _sqlx_migrations where version = 7777").execute(&mut *conn).await.unwrap();
        let told = db.db.verify_version().await.unwrap_err();
        assert!(matches!(told, OpenError::OtherTables), "{told}");
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_is_made_only_where_that_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("coplan.db");
    for asked in [address(&file), format!("{}?mode=rwc", address(&file)), format!("{}?cache=private", address(&file))] {
        for refused in [Db::open_existing(&asked, 1).await, Db::open_to_look(&asked, 1).await] {
            let refused = refused.unwrap_err();
            assert!(matches!(&refused, OpenError::Missing(told) if told.ends_with("coplan.db")), "{refused}");
        }
        assert!(contents(folder.path()).is_empty());
    }
    Db::open(&address(&file), 1).await.unwrap().close().await;
    Db::open_existing(&address(&file), 1).await.unwrap().close().await;
    assert!(file.exists());
}

#[tokio::test]
async fn looking_at_a_file_of_another_program_leaves_it_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.db");
    sqlx::any::install_default_drivers();
    let mut other = AnyConnection::connect(&format!("{}?mode=rwc", address(&file))).await.unwrap();
    sqlx::raw_sql("create table cellar (wine text); insert into cellar values ('Rioja')").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    let before = contents(folder.path());
    let db = Db::open_to_look(&address(&file), 2).await.unwrap();
    assert!(matches!(db.verify_version().await, Err(OpenError::NoTables)));
    let found = coplan_store::check::run(&db).await.unwrap().findings;
    assert!(found.contains(&"the table person is missing".to_owned()), "it is not ours, and not called sound: {found:?}");
    let mut conn = db.read().await.unwrap();
    assert!(sqlx::query("delete from cellar").execute(&mut *conn).await.is_err(), "who looks cannot write");
    drop(conn);
    db.close().await;
    assert_eq!(contents(folder.path()), before);
}

#[tokio::test]
async fn what_is_no_database_is_told_from_what_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("letter.txt");
    fs::write(&text, "Dear Anna, this is no database at all, only some words.").unwrap();
    let url = address(&text);
    for refused in [Db::open(&url, 1).await, Db::open_existing(&url, 1).await, Db::open_to_look(&url, 1).await] {
        assert_eq!(refused.unwrap_err().to_string(), format!("{} is not a database of SQLite", text.display()));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn sqlite_is_served_by_one_process_by_whatever_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("the plans.db");
    let link = folder.path().join("link.db");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let first = Db::open(&address(&file).replace(' ', "%20"), 1).await.unwrap().enable_cache().unwrap();
    assert!(file.exists());
    for name in [&file, &link] {
        let second = Db::open(&address(name), 1).await.unwrap();
        assert!(matches!(second.enable_cache(), Err(OpenError::Served)), "{}", name.display());
    }
    first.close().await;
    drop(first);
    Db::open(&address(&link), 1).await.unwrap().enable_cache().unwrap();
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_with_the_cause() {
    let refused = Db::open("postgres://coplan:hushhush@127.0.0.1:1/plans", 2).await.unwrap_err().to_string();
    assert!(refused.contains("plans on 127.0.0.1:1") && refused.contains("refused"), "{refused}");
    assert!(!refused.contains("hushhush"), "{refused}");
}

#[tokio::test]
async fn a_server_that_lets_nobody_in_is_named_with_what_it_says() {
    let Some(ground) = fresh(Engine::Postgres).await else { return };
    let refused = Db::open(&ground.url.replace("coplan_test_", "never_made_"), 2).await.unwrap_err().to_string();
    assert!(refused.contains(" on 127.0.0.1:") && refused.contains("does not exist"), "{refused}");
}

#[tokio::test]
async fn whoever_asks_for_it_reaches_postgresql_by_tls_and_nobody_else_in_its_place() {
    let Some(plain) = fresh(Engine::Postgres).await else { return };
    let certificate =
        std::env::var("COPLAN_TEST_POSTGRES_CERTIFICATE").expect("the cluster shows one; tools/with-postgres says which");
    let (server, _) = plain.url.split_once('?').unwrap();
    let hidden = |db: Db| async move {
        let mut conn = db.read().await.unwrap();
        let asked = "select cast(ssl as text) from pg_stat_ssl where pid = pg_backend_pid()";
        sqlx::query_scalar::<_, String>(asked).fetch_one(&mut *conn).await.unwrap()
    };
    let verified = format!("{server}?sslmode=verify-full&sslrootcert={certificate}");
    assert_eq!(hidden(Db::open(&verified, 1).await.unwrap()).await, "true");
    assert_eq!(hidden(Db::open(&plain.url, 1).await.unwrap()).await, "false");
    // Nobody whom the system trusts has signed it.
    let told = Db::open(&format!("{server}?sslmode=verify-full"), 1).await.err().unwrap().to_string();
    assert!(told.contains("certificate"), "{told}");
}
