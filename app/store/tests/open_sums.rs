//! What is open stands in the supplier's table in the currency with the most of it, and sorts by one scale.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::{
    id::{CustomerId, PersonId},
    portfolio::{PortfolioShow, PortfolioSort},
    system::Rng,
};
use coplan_store::{
    Change, Turn,
    access::Staff,
    on_both_databases, portfolio,
    portfolio::Asked,
    testing::{TestChance, TestDb, plant_invoice},
};
use fixtures::{MS, begin, company, staff};
use jiff::civil::date;
use std::sync::Arc;

/// The currency, what is asked for and what is paid of it in minor units.
type Bill = (&'static str, i64, i64);

/// Whose, how much of what, and how many other currencies.
type Row = (String, Option<(i64, &'static str)>, i64);

/// An invoice of so many minor units, of which so many are paid.
async fn bill(change: &mut Change, by: &Staff, customer: CustomerId, (currency, asked, paid): Bill, day: u8) {
    let number: PersonId = change.id();
    let (id, _) = plant_invoice(change, customer, &number.to_string(), "Work").await;
    sqlx::query("update invoice set currency = $1, payable_sum = $2, issued_on = $3 where id = $4")
        .bind(currency)
        .bind(asked)
        .bind(format!("2026-10-{day:02}"))
        .bind(id.to_string())
        .execute(&mut **change)
        .await
        .unwrap();
    if paid != 0 {
        sqlx::query("insert into payment (id, invoice_id, amount, paid_on, recorded_by, recorded_at) values ($1, $2, $3, '2026-11-01', $4, $5)")
            .bind(change.id::<PersonId>().to_string())
            .bind(id.to_string())
            .bind(paid)
            .bind(by.entered().person().to_string())
            .bind(MS)
            .execute(&mut **change)
            .await
            .unwrap();
    }
}

/// Each customer with what it was billed and has paid, by name; the later of its invoices is the newer.
async fn billed(db: &TestDb) -> Staff {
    let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mut change = begin(db, &counting).await;
    let mikko = staff(&mut change, "Mikko").await;
    let customers: [(&str, &[Bill]); 7] = [
        ("Yen of old", &[("EUR", 5_000_000, 0), ("JPY", 900, 900)]),
        ("Three", &[("KWD", 40_000_500, 0), ("JPY", 39_000, 0), ("EUR", 3_900_000, 0), ("SEK", 100, 100)]),
        ("Yen", &[("JPY", 45_000, 0)]),
        ("In favour", &[("EUR", -100, 0)]),
        ("Paid", &[("EUR", 100, 100)]),
        ("Never billed", &[]),
        ("Both ways", &[("EUR", 100, 0), ("EUR", -100, 0), ("KWD", 1, 0)]),
    ];
    for (name, bills) in customers {
        let customer = company(&mut change, &mikko, name, name).await;
        for (day, one) in (1..).zip(bills) {
            bill(&mut change, &mikko, customer, *one, day).await;
        }
    }
    change.commit(drop).await.unwrap();
    mikko
}

/// The table, with the largest open sum first: whose, how much of what, and how many other currencies.
async fn table(db: &TestDb, reader: &Staff, reversed: bool) -> Vec<Row> {
    let today = date(2026, 11, 16);
    let asked =
        Asked { words: Vec::new(), responsible: None, show: PortfolioShow::All, today, sort: PortfolioSort::Open, reversed };
    let mut conn = db.db.read().await.unwrap();
    let rows = portfolio::list(&mut conn, reader, &asked, &Turn::First, 50).await.unwrap().rows;
    rows.into_iter()
        .map(|row| (row.name, row.open.map(|sum| (sum.minor(), sum.currency().code())), row.other_currencies))
        .collect()
}

fn expected() -> Vec<Row> {
    [
        ("Yen of old", Some((5_000_000, "EUR")), 0),
        ("Yen", Some((45_000, "JPY")), 0),
        ("Three", Some((40_000_500, "KWD")), 2),
        ("Both ways", Some((1, "KWD")), 0),
        ("Never billed", None, 0),
        ("Paid", None, 0),
        ("In favour", Some((-100, "EUR")), 0),
    ]
    .map(|(name, open, others)| (name.to_owned(), open, others))
    .to_vec()
}

on_both_databases! {
    async fn the_table_names_what_is_open_and_sorts_currencies_by_one_scale(db: TestDb) {
        let mikko = billed(&db).await;
        assert_eq!(table(&db, &mikko, false).await, expected());
        let mut backwards = expected();
        backwards.reverse();
        assert_eq!(table(&db, &mikko, true).await, backwards);
    }

    async fn rows_that_an_earlier_version_has_derived_are_derived_anew(db: TestDb) {
        let mikko = billed(&db).await;
        let kept = coplan_store::testing::dump(&db.db).await;
        let before = "update customer_summary set open_sum = 7, open_scaled = 70, open_currency = 'JPY', open_currencies = 5,
            search = 'nothing', name_key = 'old', lights = 'late', waiting = 9, version = 0";
        let mut conn = db.db.read().await.unwrap();
        sqlx::query(before).execute(&mut *conn).await.unwrap();
        drop(conn);
        assert!(db.db.refresh_derived().await.unwrap(), "some were written");
        assert!(!db.db.refresh_derived().await.unwrap(), "and none is left");
        assert_eq!(table(&db, &mikko, false).await, expected());
        assert_eq!(coplan_store::testing::dump(&db.db).await, kept);
    }
}
