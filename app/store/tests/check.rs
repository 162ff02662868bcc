//! A database is called sound only where it is: each kind of damage is found on both databases.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::{invoice::check::RULES, system::Rng};
use coplan_store::{
    Engine, check, on_both_databases,
    testing::{TestChance, TestDb, plant_invoice},
};
use fixtures::{begin, company, staff};
use std::{
    io::{Write, stderr},
    sync::Arc,
};

async fn filled(db: &TestDb) {
    let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mut change = begin(db, &counting).await;
    let mikko = staff(&mut change, "Mikko").await;
    company(&mut change, &mikko, "1001", "Lakeside Mills").await;
    change.commit(drop).await.unwrap();
    assert_eq!(findings(db).await, Vec::<String>::new(), "it is sound before");
}

async fn findings(db: &TestDb) -> Vec<String> {
    check::run(&db.db).await.unwrap().findings
}

/// Runs statements on one connection, past the database's own watch over references.
async fn damage(db: &TestDb, statements: &[&'static str]) {
    let (off, on) = match db.db.engine() {
        Engine::Sqlite => ("pragma foreign_keys = off", "pragma foreign_keys = on"),
        Engine::Postgres => ("set session_replication_role = replica", "set session_replication_role = origin"),
    };
    let mut conn = db.db.read().await.unwrap();
    for sql in [off].iter().chain(statements).chain(&[on]) {
        sqlx::query(*sql).execute(&mut *conn).await.unwrap();
    }
}

on_both_databases! {
    async fn a_missing_table_column_or_index_is_named(db: TestDb) {
        filled(&db).await;
        damage(&db, &["drop table customer_internal", "drop index thread_by_object", "alter table file drop column media_type"]).await;
        let mut found = findings(&db).await;
        found.sort_unstable();
        assert_eq!(
            found,
            [
                "the column file.media_type is missing",
                "the index thread_by_object is missing or not valid",
                "the table customer_internal is missing",
            ]
        );
    }

    async fn a_column_of_another_kind_is_named(db: TestDb) {
        filled(&db).await;
        damage(&db, &["alter table past_outcome rename to outcome_before", "create table past_outcome (id text primary key,
            thread_id text not null, outcome text, resolved_at text not null, resolved_by text not null)", "drop table outcome_before",
            "create index past_outcome_by_thread on past_outcome (thread_id, resolved_at)"]).await;
        let mut found = findings(&db).await;
        found.sort_unstable();
        assert_eq!(
            found,
            [
                r#"the column past_outcome.outcome is "text, may be empty" instead of "text""#,
                r#"the column past_outcome.resolved_at is "text" instead of "bigint""#,
            ]
        );
    }

    async fn rows_that_refer_to_nothing_are_counted(db: TestDb) {
        filled(&db).await;
        damage(&db, &["delete from device", "delete from staff"]).await;
        let found = findings(&db).await;
        assert!(found.iter().any(|said| said.contains("rows of customer_summary refer") && said.contains("rows of staff")), "{found:?}");
    }

    async fn what_is_derived_is_derived_again(db: TestDb) {
        filled(&db).await;
        damage(&db, &[
            "update customer_summary set open_sum = open_sum + 1",
            "insert into thread (id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since, last_message_at, messages, version)
             select 't', c.id, 'plan', c.id, 'title', p.id, 1, 'nobody', 1, 1, 2, 1 from customer c, person p",
        ]).await;
        assert_eq!(
            findings(&db).await,
            [
                "1 threads say another number of messages than they have",
                "1 threads name another message as their last one",
                "1 customers have other sums, lights or dates in the portfolio than on their plans",
            ]
        );
    }

    async fn what_was_not_looked_at_is_told(db: TestDb) {
        filled(&db).await;
        let is_verified = || async { check::run(&db.db).await.unwrap().indexes_verified };
        assert_eq!(is_verified().await, db.db.engine() == Engine::Sqlite, "PostgreSQL needs an extension for that");
        if db.db.engine() == Engine::Postgres {
            let made = sqlx::query("create extension amcheck").execute(&mut *db.db.read().await.unwrap()).await;
            match made {
                Ok(_) => assert!(is_verified().await && findings(&db).await.is_empty()),
                // Past the test runner, which keeps to itself what a passing test prints.
                Err(error) => {
                    let told = format!("skipped: comparing indexes with amcheck: {error}\n");
                    stderr().write_all(told.as_bytes()).unwrap();
                }
            }
        }
    }

    async fn an_invoice_whose_lines_were_changed_no_longer_agrees(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mut change = begin(&db, &counting).await;
        let mikko = staff(&mut change, "Mikko").await;
        let customer = company(&mut change, &mikko, "1001", "Lakeside Mills").await;
        plant_invoice(&mut change, customer, "1057", "Work").await;
        change.commit(drop).await.unwrap();
        let wrong = |found: Vec<String>| found.into_iter().filter(|said| said.contains("invoices that agreed")).count();
        assert_eq!(wrong(findings(&db).await), 0, "it never agreed");
        let mut conn = db.db.read().await.unwrap();
        sqlx::query("update invoice set agrees_by = $1").bind(RULES).execute(&mut *conn).await.unwrap();
        drop(conn);
        assert_eq!(wrong(findings(&db).await), 1);
    }

    async fn a_customer_missing_in_the_portfolio_is_found(db: TestDb) {
        filled(&db).await;
        damage(&db, &["delete from customer_summary"]).await;
        assert!(findings(&db).await.contains(&"1 customers are missing in the portfolio".to_owned()));
    }
}
