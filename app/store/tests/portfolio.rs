//! The supplier's table answers with the right page and the right count, whichever way it is asked.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::{
    portfolio::{PortfolioShow, PortfolioSort},
    system::Rng,
};
use coplan_store::{
    Page, Turn,
    access::Staff,
    on_both_databases, portfolio,
    portfolio::{Asked, PortfolioKey, PortfolioRow},
    testing::{TestChance, TestDb},
};
use fixtures::{MS, begin, company, staff};
use jiff::civil::date;
use std::sync::Arc;

const DAY: i64 = 86_400_000;

/// 300 customers, `Customer 000` to `Customer 299`, which each owe as many euros as their number says. Every second was
/// here that many days ago; every third is Saara's and waits for the supplier, the lower its number the longer; every
/// fourth is promised something that many days after 16 November; every fifth has a project that is late.
async fn three_hundred(db: &TestDb) -> (Staff, Staff) {
    let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mut change = begin(db, &counting).await;
    let (mikko, saara) = (staff(&mut change, "Mikko").await, staff(&mut change, "Saara").await);
    let mut ids = Vec::new();
    for n in 0..300 {
        let responsible = if n % 3 == 0 { &saara } else { &mikko };
        ids.push(company(&mut change, responsible, &format!("{}", 1000 + n), &format!("Customer {n:03}")).await);
    }
    // The rows are written as the change is kept; what they tell of is planted afterwards.
    change.commit(drop).await.unwrap();
    let mut conn = db.db.read().await.unwrap();
    for (n, id) in (0_i64..).zip(ids) {
        let promise = (n % 4 == 0).then(|| date(2026, 11, 16).saturating_add(jiff::ToSpan::days(n)).to_string());
        sqlx::query(
            "update customer_summary set light_rank = $1, lights = $2, waiting = $3, waiting_since = $4, next_promise = $5,
               open_sum = $6, open_scaled = $6 * 10, open_currency = 'EUR', open_currencies = 1, last_visit_at = $7 where customer_id = $8",
        )
        .bind(if n % 5 == 0 { 3_i64 } else { 1 })
        .bind(if n % 5 == 0 { "late,on_track" } else { "on_track" })
        .bind(i64::from(n % 3 == 0))
        .bind((n % 3 == 0).then_some(MS - (300 - n) * DAY))
        .bind(promise)
        .bind(n * 100)
        .bind((n % 2 == 0).then_some(MS - n * DAY))
        .bind(id.to_string())
        .execute(&mut *conn)
        .await
        .unwrap();
    }
    (mikko, saara)
}

fn asked(sort: PortfolioSort, reversed: bool) -> Asked {
    Asked { words: Vec::new(), responsible: None, show: PortfolioShow::All, today: date(2026, 11, 26), sort, reversed }
}

fn searched(words: &[&str]) -> Asked {
    Asked { words: words.iter().map(|word| (*word).to_owned()).collect(), ..asked(PortfolioSort::Name, false) }
}

type Turning = Page<PortfolioRow, PortfolioKey>;

async fn turned(db: &TestDb, reader: &Staff, asked: &Asked, turn: Turn<PortfolioKey>) -> Turning {
    let mut conn = db.db.read().await.unwrap();
    portfolio::list(&mut conn, reader, asked, &turn, 50).await.unwrap()
}

/// The first page.
async fn page(db: &TestDb, reader: &Staff, asked: &Asked) -> Vec<PortfolioRow> {
    turned(db, reader, asked, Turn::First).await.rows
}

fn numbers_in(rows: &[PortfolioRow]) -> Vec<i64> {
    rows.iter().map(|row| row.number.parse::<i64>().unwrap() - 1000).collect()
}

/// The numbers on the first page.
async fn numbers(db: &TestDb, reader: &Staff, asked: &Asked) -> Vec<i64> {
    numbers_in(&page(db, reader, asked).await)
}

/// The numbers on all pages, one after the other, and then the same from the last page back to the first.
async fn numbers_there_and_back(db: &TestDb, reader: &Staff, asked: &Asked) -> (Vec<i64>, Vec<i64>) {
    let mut here = turned(db, reader, asked, Turn::First).await;
    let mut there = numbers_in(&here.rows);
    while let Some(key) = here.after {
        here = turned(db, reader, asked, Turn::After(key)).await;
        there.extend(numbers_in(&here.rows));
    }
    let mut back = numbers_in(&here.rows);
    while let Some(key) = here.before {
        here = turned(db, reader, asked, Turn::Before(key)).await;
        back.splice(0..0, numbers_in(&here.rows));
    }
    (there, back)
}

async fn numbers_of_all(db: &TestDb, reader: &Staff) -> Vec<String> {
    page(db, reader, &searched(&[])).await.into_iter().map(|row| row.number).collect()
}

async fn count(db: &TestDb, reader: &Staff, asked: &Asked) -> i64 {
    let mut conn = db.db.read().await.unwrap();
    portfolio::count(&mut conn, reader, asked).await.unwrap()
}

on_both_databases! {
    async fn pages_follow_each_other_without_a_gap(db: TestDb) {
        let (mikko, _) = three_hundred(&db).await;
        let all = asked(PortfolioSort::Name, false);
        assert_eq!(count(&db, &mikko, &all).await, 300);
        let (there, back) = numbers_there_and_back(&db, &mikko, &all).await;
        assert_eq!(there, (0..300).collect::<Vec<_>>());
        assert_eq!(back, there);
    }

    async fn what_moves_while_somebody_turns_pages_moves_nobody_else(db: TestDb) {
        let (mikko, _) = three_hundred(&db).await;
        let all = asked(PortfolioSort::Name, false);
        let first = turned(&db, &mikko, &all, Turn::First).await;
        let mut conn = db.db.read().await.unwrap();
        // One of the first page goes to the end of the table, and one of the third comes to its beginning.
        for (number, key) in [("1010", "ff"), ("1150", "00")] {
            sqlx::query("update customer_summary set name_key = $1 where number_search = $2")
                .bind(key)
                .bind(number)
                .execute(&mut *conn)
                .await
                .unwrap();
        }
        let second = portfolio::list(&mut conn, &mikko, &all, &Turn::After(first.after.unwrap()), 50).await.unwrap();
        assert_eq!(numbers_in(&second.rows), (50..100).collect::<Vec<_>>());
        let preceding = portfolio::count_before(&mut conn, &mikko, &all, &second.before.unwrap()).await.unwrap();
        assert_eq!(preceding, 50);
    }

    async fn names_come_in_the_readers_order_on_either_database(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mut change = begin(&db, &counting).await;
        let mikko = staff(&mut change, "Mikko").await;
        let expected = ["aalto", "evil", "Zorn", "Åkesson", "A\u{30a}ngstro\u{308}m", "Äijälä", "Öhman"];
        for (number, name) in expected.iter().enumerate().rev() {
            company(&mut change, &mikko, &number.to_string(), name).await;
        }
        change.commit(drop).await.unwrap();
        let names: Vec<_> = page(&db, &mikko, &searched(&[])).await.into_iter().map(|row| row.name).collect();
        assert_eq!(names, expected);
        let found: Vec<_> = page(&db, &mikko, &searched(&["angstrom"])).await.into_iter().map(|row| row.name).collect();
        assert_eq!(found, ["A\u{30a}ngstro\u{308}m"]);
    }

    async fn letters_of_other_languages_are_found_by_plain_ones(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mut change = begin(&db, &counting).await;
        let mikko = staff(&mut change, "Mikko").await;
        let cases = [
            ("Ķekavas Siltums SIA", "kekavas"),
            ("Țara SRL", "tara"),
            ("Weiß & Söhne GmbH", "weiss"),
            ("IŞIK Mühendislik", "ışık"),
            ("Ħal Qormi", "hal"),
            ("Ěščř", "escr"),
        ];
        for (number, (name, _)) in cases.iter().enumerate() {
            company(&mut change, &mikko, &number.to_string(), name).await;
        }
        change.commit(drop).await.unwrap();
        for (name, typed) in cases {
            let found: Vec<_> = page(&db, &mikko, &searched(&[typed])).await.into_iter().map(|row| row.name).collect();
            assert_eq!(found, [name], "{typed}");
        }
    }

    async fn each_order_turned_around_is_the_same_list_backwards(db: TestDb) {
        let (mikko, _) = three_hundred(&db).await;
        for sort in PortfolioSort::ALL {
            let (forwards, same) = numbers_there_and_back(&db, &mikko, &asked(*sort, false)).await;
            let (mut backwards, _) = numbers_there_and_back(&db, &mikko, &asked(*sort, true)).await;
            backwards.reverse();
            assert_eq!(forwards, same, "{sort}");
            assert_eq!(forwards, backwards, "{sort}");
            assert_eq!(forwards.len(), 300, "{sort}");
        }
    }

    async fn each_order_begins_with_what_asks_for_a_look(db: TestDb) {
        let (mikko, _) = three_hundred(&db).await;
        let mut first = Vec::new();
        for sort in PortfolioSort::ALL {
            first.push((*sort, numbers(&db, &mikko, &asked(*sort, false)).await[..3].to_vec()));
        }
        let expected = [
            (PortfolioSort::Waiting, vec![0, 3, 6]),
            (PortfolioSort::Name, vec![0, 1, 2]),
            (PortfolioSort::Light, vec![0, 5, 10]),
            (PortfolioSort::Promise, vec![0, 4, 8]),
            (PortfolioSort::Open, vec![299, 298, 297]),
            (PortfolioSort::Visit, vec![0, 2, 4]),
        ];
        assert_eq!(first, expected);
    }

    async fn what_is_asked_for_narrows_the_page_and_the_count_alike(db: TestDb) {
        let (mikko, saara) = three_hundred(&db).await;
        let all = asked(PortfolioSort::Name, false);
        let of_saara = Asked { responsible: Some(saara.entered().person()), ..all.clone() };
        let waiting = Asked { show: PortfolioShow::Waiting, ..all.clone() };
        let alarming = Asked { show: PortfolioShow::Alarming, ..all.clone() };
        let overdue = Asked { show: PortfolioShow::Overdue, ..all.clone() };
        let both = Asked { show: PortfolioShow::Alarming, ..of_saara.clone() };
        for (asked, expected, first) in [
            (&of_saara, 100, [0, 3]),
            (&waiting, 100, [0, 3]),
            (&alarming, 60, [0, 5]),
            (&overdue, 3, [0, 4]),
            (&both, 20, [0, 15]),
        ] {
            assert_eq!(count(&db, &mikko, asked).await, expected, "{asked:?}");
            assert_eq!(numbers(&db, &mikko, asked).await[..2], first, "{asked:?}");
        }
    }

    async fn every_word_must_stand_in_the_name_or_the_number(db: TestDb) {
        let (mikko, _) = three_hundred(&db).await;
        for (words, expected) in [
            (&["CUSTOMER"][..], 300),
            (&["1007"], 1),
            (&["er 29"], 10),
            (&["customer", "1299"], 1),
            (&["299", "1298"], 0),
            (&["harbour"], 0),
        ] {
            assert_eq!(count(&db, &mikko, &searched(words)).await, expected, "{words:?}");
        }
        assert_eq!(numbers(&db, &mikko, &searched(&["1042"])).await, [42]);
    }

    async fn a_name_is_found_with_and_without_its_dots_and_still_sorted_by_them(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mut change = begin(&db, &counting).await;
        let mikko = staff(&mut change, "Mikko").await;
        for (number, name) in [("1", "Björkdals Tandvård"), ("2", "Satamakylmä Oy"), ("3", "Ångfärjan"), ("4", "Bjorn & Co")] {
            company(&mut change, &mikko, number, name).await;
        }
        change.commit(drop).await.unwrap();
        let found = async |word: &str| {
            page(&db, &mikko, &searched(&[word])).await.into_iter().map(|row| row.number).collect::<Vec<_>>()
        };
        assert_eq!(found("bjork").await, ["1"]);
        assert_eq!(found("BJÖRK").await, ["1"]);
        assert_eq!(found("bjor").await, ["4", "1"], "o before ö");
        assert_eq!(found("satamakylma").await, ["2"]);
        assert_eq!(found("angfarjan").await, ["3"]);
        assert_eq!(numbers_of_all(&db, &mikko).await, ["4", "1", "2", "3"], "å after all others");
    }

    async fn a_pattern_that_somebody_types_is_only_text(db: TestDb) {
        let (mikko, _) = three_hundred(&db).await;
        for word in ["%", "_", "!", "cust%", "customer_0", "\\", "'", "!%"] {
            assert_eq!(count(&db, &mikko, &searched(&[word])).await, 0, "{word}");
        }
        let mut conn = db.db.read().await.unwrap();
        sqlx::query("update customer_summary set search = '100% wool_co! 1009' where search like '%1009'")
            .execute(&mut *conn).await.unwrap();
        drop(conn);
        for word in ["0% w", "l_c", "o!", "100% wool_co!"] {
            assert_eq!(numbers(&db, &mikko, &searched(&[word])).await, [9], "{word}");
        }
    }

    async fn a_row_tells_what_its_customer_has(db: TestDb) {
        let (mikko, _) = three_hundred(&db).await;
        let row = page(&db, &mikko, &searched(&["1060"])).await.pop().unwrap();
        assert_eq!((row.name.as_str(), row.responsible.as_str(), row.waiting), ("Customer 060", "Saara", 1));
        assert_eq!(row.lights.len(), 2);
        assert_eq!(row.waiting_since.unwrap().as_millisecond(), MS - 240 * DAY);
        assert_eq!(row.next_promise, Some(date(2027, 1, 15)));
        assert_eq!(row.open.map(|sum| (sum.minor(), sum.currency().code())), Some((6000, "EUR")));
        assert_eq!(row.other_currencies, 0);
        assert_eq!(row.last_visit_at.unwrap().as_millisecond(), MS - 60 * DAY);
    }
}
