//! The database itself keeps responsibility without gaps.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    customer::Customer,
    id::PersonId,
    person::{CodePolicy, Language, Person, Side, StaffRole},
    system::Rng,
};
use coplan_store::{
    access,
    access::CustomerCreation,
    access::System,
    customer, device, on_both_databases, person,
    testing::{TestChance, TestClock, TestDb},
};
use jiff::SignedDuration;
use std::sync::Arc;

/// A customer in the hands of Mikko.
async fn customer_of_mikko(db: &TestDb) -> Customer {
    let counting: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mut change = db.db.change(&TestClock::default(), &counting, coplan_store::Invalidation::Everything).await.unwrap();
    let id: PersonId = change.id();
    let mikko = Person {
        id,
        side: Side::Supplier,
        name: "Mikko Kallio".to_owned(),
        email: "mikko@northline.example".to_owned(),
        phone: None,
        language: Language::Fi,
        time_zone: "Europe/Helsinki".to_owned(),
    };
    person::insert(&mut change, &System::for_tests(), &mikko).await.unwrap();
    person::insert_staff(&mut change, &System::for_tests(), id, StaffRole::Manager, "Key account manager", &[Language::Fi], "")
        .await
        .unwrap();
    let ends_at = change.now() + SignedDuration::from_hours(1);
    let device = device::NewDevice {
        id: change.id(),
        secret_hash: "secret".to_owned(),
        label: "Firefox".to_owned(),
        proved_at: Some(change.now()),
        ends_at,
        browser: None,
    };
    let let_in = System::for_tests().let_in(&change, id);
    device::insert(&mut change, &let_in, &device).await.unwrap();
    let now = change.now();
    let actor = access::authenticate(&mut change, "secret", now).await.unwrap().unwrap();
    let company = Customer {
        id: change.id(),
        number: "1001".to_owned(),
        name: "Lakeside Mills".to_owned(),
        business_id: None,
        vat_id: None,
        code_policy: CodePolicy::NewDevice,
        created_at: change.now(),
        version: 1,
        ended_at: None,
    };
    let write = CustomerCreation::prove(&mut change, &actor).await.unwrap();
    customer::insert(&mut change, &write, &company, id).await.unwrap();
    change.commit(drop).await.unwrap();
    company
}

async fn refused(db: &TestDb, sql: &'static str, customer: &Customer) -> bool {
    let mut conn = db.db.read().await.unwrap();
    sqlx::query(sql).bind(customer.id.to_string()).execute(&mut *conn).await.is_err()
}

on_both_databases! {
    async fn the_first_change_point_cannot_be_removed(db: TestDb) {
        let lakeside = customer_of_mikko(&db).await;
        assert!(refused(&db, "delete from responsibility where matter_id = $1", &lakeside).await);
    }

    async fn the_first_change_point_cannot_be_moved_later(db: TestDb) {
        let lakeside = customer_of_mikko(&db).await;
        assert!(refused(&db, "update responsibility set since = since + 1 where matter_id = $1", &lakeside).await);
    }

    async fn a_customer_cannot_point_at_nobody(db: TestDb) {
        let lakeside = customer_of_mikko(&db).await;
        assert!(refused(&db, "update customer set responsible_since = responsible_since + 1 where id = $1", &lakeside).await);
    }

    async fn two_people_cannot_have_it_from_the_same_moment(db: TestDb) {
        let lakeside = customer_of_mikko(&db).await;
        let again = "insert into responsibility (matter_id, since, customer_id, staff_id, set_by)
                     select matter_id, since, customer_id, staff_id, set_by from responsibility where matter_id = $1";
        assert!(refused(&db, again, &lakeside).await);
    }

    async fn a_change_point_that_is_in_nobodys_way_can_be_touched(db: TestDb) {
        let lakeside = customer_of_mikko(&db).await;
        let later = "insert into responsibility (matter_id, since, customer_id, staff_id, set_by)
                     select matter_id, since + 1, customer_id, staff_id, set_by from responsibility where matter_id = $1";
        assert!(!refused(&db, later, &lakeside).await);
    }
}
