//! An invoice that was kept under an earlier spelling of its seller is known still.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::{format::ubl, invoice::Identifier, system::Rng};
use coplan_store::{
    access::Billing,
    access::System,
    invoice,
    invoice::{NewInvoice, find_same},
    on_both_databases,
    testing::TestChance,
};
use fixtures::{begin, company, staff};
use std::sync::Arc;

const FILE: &[u8] = include_bytes!("../../domain/samples/adjusted-two-rates.xml");

on_both_databases! {
    async fn a_seller_whose_digits_once_passed_as_finnish_is_known_by_what_it_stated(db: TestDb) {
        let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mut change = begin(&db, &counting).await;
        let mikko = staff(&mut change, "Mikko").await;
        let customer = company(&mut change, &mikko, "Lakeside Mills", "Lakeside Mills").await;
        let finnish = ubl::read(FILE).unwrap();
        let mut danish = finnish.clone();
        danish.seller.legal_id = Some(Identifier { value: "23456780".to_owned(), scheme: Some("0184".to_owned()) });
        (danish.seller.vat_id, danish.seller.endpoint) = (None, None);
        let file = db.files.put_bytes(FILE).await.unwrap();
        let new = NewInvoice { id: change.id(), customer, invoice: &danish, file_name: "a.xml", file: &file, is_another: false };
        invoice::insert(&mut change, &System::for_tests(), new).await.unwrap();
        let find = async |change: &mut coplan_store::Change, invoice| {
            find_same(change, Billing::at_console(&System::for_tests()), invoice).await.unwrap().map(|there| there.id)
        };
        assert_eq!(find(&mut change, &danish).await, Some(new.id));
        assert_eq!(find(&mut change, &finnish).await, None);
        sqlx::query("update invoice set seller_id = '2345678-0'").execute(&mut *change).await.unwrap();
        assert_eq!(find(&mut change, &danish).await, Some(new.id));
        assert_eq!(find(&mut change, &finnish).await, Some(new.id), "the database keeps one of each key");
        change.commit(drop).await.unwrap();
    }
}
