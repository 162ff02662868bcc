//! Claims about what one process tells others on the same database.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::system::Rng;
use coplan_store::{
    Affected, Db, Engine, Invalidation, Stale,
    access::{Actor, OwnAccount, PlanWrite, System, WriteProof},
    testing::{TestChance, TestClock, fresh},
};
use fixtures::{MS, begin, company, staff};
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;

#[tokio::test]
async fn what_one_process_changes_another_hears_once_it_is_kept() {
    let Some(db) = fresh(Engine::Postgres).await else { return };
    let rng: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mut change = begin(&db, &rng).await;
    let mikko = staff(&mut change, "Mikko").await;
    let lakeside = company(&mut change, &mikko, "1001", "Lakeside Mills").await;
    change.commit(drop).await.unwrap();
    let actor = Actor::Staff(mikko);

    let other = Db::open(&db.url, 2).await.unwrap();
    let mut listener = other.listen().await.unwrap().unwrap();
    let touched = async || db.db.change(&TestClock::at(MS), &rng, Invalidation::Touched).await.unwrap();
    let mut dropped = touched().await;
    OwnAccount::prove(&mut dropped, &actor).await.unwrap().on(&mut dropped).unwrap();
    drop(dropped);
    let mut kept = touched().await;
    PlanWrite::prove(&mut kept, &actor, lakeside).await.unwrap().on(&mut kept).unwrap();
    kept.commit(drop).await.unwrap();
    let heard = timeout(Duration::from_secs(5), listener.next()).await.unwrap().unwrap();
    assert_eq!(heard, Stale { customers: [lakeside].into(), ..Stale::default() });
    let mut all = touched().await;
    System::for_tests().on_affecting(&mut all, [Affected::Everything]).unwrap();
    all.commit(drop).await.unwrap();
    assert_eq!(timeout(Duration::from_secs(5), listener.next()).await.unwrap(), Some(Stale::everything()));
}

#[tokio::test]
async fn on_one_machine_there_is_nobody_to_hear() {
    let db = fresh(Engine::Sqlite).await.unwrap();
    assert!(db.db.listen().await.unwrap().is_none());
}
