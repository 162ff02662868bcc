//! Claims about copies of the whole database.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_store::{Backup, Db, on_both_databases};

on_both_databases! {
    async fn a_copy_is_whole_and_can_be_opened_or_restored(db: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy");
        match db.db.backup(&db.url, &file).await.unwrap() {
            Backup::Database => {
                let copy = Db::open(&format!("sqlite:{}", file.display()), 1).await.unwrap();
                copy.verify_version().await.unwrap();
                assert_eq!(copy.verify().await.unwrap(), Ok(()));
            }
            Backup::Archive => assert!(std::fs::read(&file).unwrap().starts_with(b"PGDMP")),
        }
    }
}
