//! One writes for long: the others are told so soon, and reading goes on.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::system::Rng;
use coplan_store::{
    Change, Conn, Db, Engine, Invalidation, OpenError, Outage, Result, StoreError,
    testing::{TestChance, TestClock, TestDb, fresh},
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

async fn change(db: &Db) -> Result<Change> {
    let rng: Arc<dyn Rng> = Arc::new(TestChance::default());
    db.change(&TestClock::default(), &rng, Invalidation::Touched).await
}

async fn read(conn: &mut Conn) {
    sqlx::query("select 1").execute(conn).await.unwrap();
}

async fn file() -> TestDb {
    fresh(Engine::Sqlite).await.unwrap()
}

#[tokio::test]
async fn writers_that_wait_keep_no_reader_from_reading() {
    let ground = file().await;
    let held = change(&ground.db).await.unwrap();
    let db = ground.db.clone();
    let waiting: Vec<_> = (0..20)
        .map(|_| {
            tokio::spawn({
                let db = db.clone();
                async move { change(&db).await.err() }
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let begun = Instant::now();
    for _ in 0..20 {
        read(&mut ground.db.read().await.unwrap()).await;
    }
    assert!(begun.elapsed() < Duration::from_secs(1), "reading took {:?}", begun.elapsed());
    for writer in waiting {
        let refused = writer.await.unwrap().unwrap();
        assert!(matches!(refused, StoreError::Busy), "{refused}");
    }
    assert!(begun.elapsed() < Duration::from_secs(7), "the writers waited {:?}", begun.elapsed());
    drop(held);
    assert!(change(&ground.db).await.is_ok(), "the turn is given back");
}

#[tokio::test]
async fn a_writer_is_told_soon_that_another_process_writes() {
    let ground = file().await;
    let other = Db::open(&ground.url, 2).await.unwrap();
    let held = change(&other).await.unwrap();
    let begun = Instant::now();
    let refused = change(&ground.db).await.err().unwrap();
    assert_eq!(refused.outage(), Some(Outage::Unwritable), "{refused}");
    assert!(begun.elapsed() < Duration::from_secs(7), "it waited {:?}", begun.elapsed());
    drop(held);
    assert!(change(&ground.db).await.is_ok(), "once the other is done, it works");
}

#[tokio::test]
async fn a_connection_whose_transaction_the_database_ended_spoils_nothing_later() {
    let ground = file().await;
    for _ in 0..20 {
        let mut broken = change(&ground.db).await.unwrap();
        let again = sqlx::query("insert or rollback into _sqlx_migrations select * from _sqlx_migrations");
        assert!(again.execute(&mut *broken).await.is_err(), "the database ends the transaction");
        drop(broken);
    }
    let writers: Vec<_> = (0..20)
        .map(|_| {
            let db = ground.db.clone();
            tokio::spawn(async move { change(&db).await.map(drop) })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_file_that_can_only_be_read_is_told_from_one_that_takes_in() {
    let ground = file().await;
    ground.db.verify_writable().await.unwrap();
    let only_read = Db::open(&format!("{}?mode=ro", ground.url), 2).await.unwrap();
    let refused = only_read.verify_writable().await.unwrap_err();
    assert!(matches!(&refused, OpenError::ReadOnly(cause) if cause.outage() == Some(Outage::Unwritable)), "{refused}");
    read(&mut only_read.read().await.unwrap()).await;
}

#[tokio::test]
async fn a_server_that_can_only_be_read_is_told_from_one_that_takes_in() {
    let Some(ground) = fresh(Engine::Postgres).await else { return };
    ground.db.verify_writable().await.unwrap();
    let joint = if ground.url.contains('?') { '&' } else { '?' };
    let only_read = format!("{}{joint}options=-c%20default_transaction_read_only%3Don", ground.url);
    let only_read = Db::open(&only_read, 2).await.unwrap();
    assert!(matches!(only_read.verify_writable().await, Err(OpenError::Standby)));
}

#[tokio::test]
async fn a_file_that_cannot_be_opened_is_named_at_once() {
    let begun = Instant::now();
    let missing = Db::open("sqlite:/nowhere/at all.db", 2).await.unwrap_err().to_string();
    assert!(missing.contains("/nowhere/at all.db") && missing.contains("folder"), "{missing}");
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text.db");
    std::fs::write(&text, "no database").unwrap();
    let text = Db::open(&format!("sqlite:{}", text.display()), 2).await.unwrap_err().to_string();
    assert!(text.contains("text.db") && text.contains("not a database"), "{text}");
    assert!(begun.elapsed() < Duration::from_secs(2), "it took {:?}", begun.elapsed());
}

#[tokio::test]
async fn the_health_of_the_database_is_told_while_every_connection_is_at_work() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let Some(ground) = fresh(engine).await else { continue };
        let db = Db::open(&ground.url, 2).await.unwrap();
        let all = (db.read().await.unwrap(), db.read().await.unwrap());
        let begun = Instant::now();
        db.ping().await.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(1), "it took {:?}", begun.elapsed());
        drop(all);
        db.close().await;
        assert!(db.ping().await.is_err());
    }
}
