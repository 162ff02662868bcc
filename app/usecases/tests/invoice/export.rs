//! Invoices are taken away as tables and archives, by those who see sums alone.

use crate::fixtures::*;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    invoice::{ExportError, Which, lines, originals},
    testing::world,
};

on_both_databases! {
    async fn lines_and_files_are_taken_away_of_one_document_or_of_some_days(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let march = import_sample(&world, "three-short-tasks.xml").await;
        import_sample(&world, "yen.xml").await;
        let table = String::from_utf8(lines(portal, &world.anna, lakeside, Which::One(march)).await.unwrap()).unwrap();
        let rows: Vec<_> = table.lines().collect();
        assert_eq!(rows.len(), 4, "{table}");
        assert_eq!(rows[1], "2026-0100,380,2026-03-02,EUR,line,1,Password reset,0.15,HUR,94.50,,14.18,S,25.5,,,,");
        let within = |from: &str, to: &str| Which::Dated(from.parse().ok(), to.parse().ok());
        let none = lines(portal, &world.anna, lakeside, within("2001-01-01", "2001-12-31")).await.unwrap();
        assert_eq!(String::from_utf8(none).unwrap().lines().count(), 1, "the head alone");
        let all = originals(portal, &world.anna, lakeside, within("", "")).await.unwrap();
        assert!(all.starts_with(b"PK") && all.windows(21).any(|name| name == b"three-short-tasks.xml"));
        for stranger in [&world.ben, &world.carla] {
            for which in [Which::One(march), within("", "")] {
                assert!(matches!(lines(portal, stranger, lakeside, which).await, Err(ExportError::Other(Error::NotFound))));
                assert!(matches!(originals(portal, stranger, lakeside, which).await, Err(ExportError::Other(Error::NotFound))));
            }
        }
        let elsewhere = lines(portal, &world.carla, world.harbour, Which::One(march)).await;
        assert!(matches!(elsewhere, Err(ExportError::Other(Error::NotFound))));
    }
}
