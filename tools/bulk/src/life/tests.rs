//! What the benchmark counts on in a year of one customer.

use super::*;
use crate::fill::tests::begin;
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::System;

const LIFE: Life = Life { meetings: 3, goals: 2, readings: 4 };

on_both_databases! {
    async fn a_year_has_what_was_asked_for_and_is_added_one_time(db: TestDb) {
        let (builder, _) = begin(&db).await;
        let settings = (*builder.portal.settings).clone();
        let mut demo = Demo::open(db.db.clone(), db.files.clone(), settings, System::for_tests()).await.unwrap();
        add_to(&mut demo, LIFE).await.unwrap();
        let before = coplan_store::testing::dump(&db.db).await;
        add_to(&mut demo, Life { meetings: 5, ..LIFE }).await.unwrap();
        assert!(coplan_store::testing::dump(&db.db).await == before, "nothing was written");
        let (by, id) = (&demo.colleagues.mikko, demo.plans[0]);
        let portal = &demo.builder.portal;
        let meetings = meeting::list(portal, by, id, &Turn::First).await.unwrap();
        assert_eq!((meetings.past.rows.len(), meetings.ahead.len()), (3, 0));
        for found in meetings.past.rows {
            assert_eq!(meeting::show(portal, by, id, found.id).await.unwrap().outcomes.len(), OUTCOMES);
        }
        let goals = goal::list(portal, by, id).await.unwrap().goals;
        assert_eq!(goals.len(), 2);
        for found in goals {
            let readings = goal::show(portal, by, id, found.id).await.unwrap().readings;
            let waiting: Vec<_> = readings.iter().map(|reading| reading.answer.is_none()).collect();
            assert_eq!(waiting, [false, false, false, true]);
        }
        let (_, keys) = demo.keys().await.unwrap();
        assert_eq!((keys.links[0].email.as_ref(), keys.links[0].customer.as_ref()), (MEMBER.email, COMPANY.name));
    }
}
