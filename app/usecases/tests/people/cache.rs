//! Claims about what is remembered. Whatever these tests are given from memory is read again and must be the same,
//! so a memory that outlives a change ends any of them.

use crate::fixtures::{annas_link, come_in, who};
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    person::Scope,
};
use coplan_store::{Db, Engine, OpenError, on_both_databases, testing::dump};
use coplan_usecases::{Portal, device, plan, testing::world};
use std::{sync::Arc, time::Duration};

on_both_databases! {
    async fn what_a_command_beside_the_server_writes_is_followed(db: TestDb) {
        let url = db.url.clone();
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let phone = come_in(&world.portal, &secret).await;
        let me = who(&world.portal, &phone).await.unwrap();
        plan::show(&world.portal, &me, world.lakeside).await.unwrap();
        let settings = (*world.portal.settings).clone();
        let rng = Arc::clone(&world.portal.rng);
        let files = world.portal.files.clone();
        let beside = Portal::new(Db::open(&url, 1).await.unwrap(), files, world.clock.clone(), rng, settings);
        device::sign_out(&beside, &me).await.unwrap();
        world.portal.db.sync().await.unwrap();
        assert!(who(&world.portal, &phone).await.is_none());
    }

    async fn a_change_that_nobody_waits_for_any_more_is_kept_and_told_to_its_end(db: TestDb) {
        let world = world(db).await;
        let mut told = world.portal.listen();
        let mut change = world.portal.change_touched().await.unwrap();
        let event = Event {
            id: change.id(),
            customer: world.lakeside,
            actor: Some(world.mikko.person()),
            kind: EventKind::CustomerChanged,
            object_kind: ObjectKind::Customer,
            object: world.lakeside.0,
            label: "Half-way".to_owned(),
            audience: Audience::Scope(Scope::Plan),
            at: change.now(),
        };
        change.record(event).await.unwrap();
        {
            let mut keeping = Box::pin(world.portal.commit(change));
            tokio::select! {
                biased;
                _ = &mut keeping => panic!("it was kept before it could be given up"),
                () = std::future::ready(()) => {}
            }
        }
        let heard = tokio::time::timeout(Duration::from_secs(20), told.recv()).await.unwrap().unwrap();
        assert_eq!(heard.label, "Half-way");
        assert!(dump(&world.portal.db).await.iter().any(|row| row.contains("Half-way")));
    }
}

#[tokio::test]
async fn sqlite_is_served_by_one_process() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("coplan.db").display());
    let open = async || Db::open(&url, 1).await.unwrap();
    let first = open().await.enable_cache().unwrap();
    assert_eq!(first.engine(), Engine::Sqlite);
    assert!(matches!(open().await.enable_cache(), Err(OpenError::Served)));
    first.close().await;
    drop(first);
    open().await.enable_cache().unwrap();
}
