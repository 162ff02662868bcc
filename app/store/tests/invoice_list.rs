//! A customer's invoices page by page, of a month, and what they come to.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::{
    id::PersonId,
    money::{Currency, Money},
    system::Rng,
};
use coplan_store::{
    Turn,
    access::{self, Actor, MoneyScope},
    invoice::{self, InvoiceKey},
    on_both_databases,
    testing::{TestChance, TestDb, plant_invoice},
};
use fixtures::{begin, company, staff};
use jiff::civil::{Date, date};
use std::{collections::BTreeSet, sync::Arc};

const TODAY: Date = date(2026, 11, 16);

/// 23 invoices of one euro: three of a day in September that is long past, 20 of October, all of one day; and three euros
/// are paid of the newest of them, so that it is the supplier who owes.
async fn planted(db: &TestDb) -> MoneyScope {
    let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mut change = begin(db, &counting).await;
    let mikko = staff(&mut change, "Mikko").await;
    let customer = company(&mut change, &mikko, "1001", "Lakeside Mills").await;
    for number in 0..23 {
        let (id, _) = plant_invoice(&mut change, customer, &format!("n-{number:02}"), "Work").await;
        let (day, due) = if number < 3 { ("2026-09-30", "2026-10-14") } else { ("2026-10-01", "2026-12-01") };
        sqlx::query("update invoice set issued_on = $1, due_on = $2, payable_sum = 100 where id = $3")
            .bind(day)
            .bind(due)
            .bind(id.to_string())
            .execute(&mut *change)
            .await
            .unwrap();
        if number == 22 {
            sqlx::query("insert into payment (id, invoice_id, amount, paid_on, recorded_by, recorded_at) values ($1, $2, 300, '2026-11-01', $3, 1)")
                .bind(change.id::<PersonId>().to_string())
                .bind(id.to_string())
                .bind(mikko.entered().person().to_string())
                .execute(&mut *change)
                .await
                .unwrap();
        }
    }
    change.commit(drop).await.unwrap();
    let mut conn = db.db.read().await.unwrap();
    access::find(&mut conn, &Actor::Staff(mikko), customer).await.unwrap().unwrap().money.unwrap()
}

on_both_databases! {
    async fn pages_hold_each_invoice_once_and_lead_back(db: TestDb) {
        let money = planted(&db).await;
        let mut conn = db.db.read().await.unwrap();
        let (mut seen, mut sizes, mut turn) = (BTreeSet::new(), Vec::new(), Turn::First);
        loop {
            let page = invoice::list(&mut conn, money, (None, None), &turn, 10).await.unwrap();
            assert!(page.rows.is_sorted_by(|one, other| one.issued_on >= other.issued_on));
            sizes.push(page.rows.len());
            seen.extend(page.rows.iter().map(|one| one.number.clone()));
            let Some(key) = page.after else { break };
            turn = Turn::After(key.to_string().parse::<InvoiceKey>().unwrap());
        }
        assert_eq!((sizes, seen.len()), (vec![10, 10, 3], 23));
        let last = invoice::list(&mut conn, money, (None, None), &turn, 10).await.unwrap();
        let back = invoice::list(&mut conn, money, (None, None), &Turn::Before(last.before.unwrap()), 10).await.unwrap();
        assert_eq!((back.rows.len(), back.before.is_some(), back.after.is_some()), (10, true, true));
    }

    async fn a_month_has_its_own_and_months_and_ages_have_their_sums(db: TestDb) {
        let money = planted(&db).await;
        let mut conn = db.db.read().await.unwrap();
        let september = (Some(date(2026, 9, 1)), Some(date(2026, 9, 30)));
        let page = invoice::list(&mut conn, money, september, &Turn::First, 10).await.unwrap();
        assert_eq!((page.rows.len(), page.after), (3, None));
        assert_eq!(invoice::list_dated(&mut conn, money, september, 2).await.unwrap().len(), 2);
        let euros = |minor: i64| Money::from_minor(minor, Currency::EUR);
        let months = invoice::list_months(&mut conn, money, Currency::EUR, date(2026, 9, 15)).await.unwrap();
        let told = months.iter().map(|month| (month.first, month.sum, month.documents)).collect::<Vec<_>>();
        assert_eq!(told, [(date(2026, 9, 1), euros(300), 3), (date(2026, 10, 1), euros(2_000), 20)]);
        assert_eq!(invoice::list_months(&mut conn, money, Currency::EUR, date(2026, 10, 31)).await.unwrap().len(), 1);
        let open = invoice::find_open_by_age(&mut conn, money, Currency::EUR, TODAY).await.unwrap();
        assert_eq!((open.not_due, open.late_two_months, open.late_month, open.late_longer), (euros(1_900), euros(300), euros(0), euros(0)));
        let in_yen = "JPY".parse().unwrap();
        assert!(invoice::find_open_by_age(&mut conn, money, in_yen, TODAY).await.unwrap().not_due.is_zero());
    }
}
