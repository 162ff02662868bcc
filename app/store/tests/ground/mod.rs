//! Somebody and some customers for the claims about invoices.

use coplan_domain::{
    chance::Chance,
    customer::Customer,
    id::{CustomerId, PersonId},
    person::{CodePolicy, Language, Person, Side, StaffRole},
};
use coplan_store::{
    Change, Reach, access,
    access::{Actor, Staff},
    customer, device, person,
    testing::{TestClock, TestDb},
};
use jiff::SignedDuration;
use std::sync::Arc;

pub const MS: i64 = 1_794_826_800_000;

/// A change at the same moment each time.
pub async fn begin(db: &TestDb, chance: &Arc<dyn Chance>) -> Change {
    db.db.change(&TestClock::at(MS), chance, Reach::Everything).await.unwrap()
}

/// A key account manager who is in.
pub async fn mikko(change: &mut Change) -> Staff {
    let id: PersonId = change.id();
    let mikko = Person {
        id,
        side: Side::Supplier,
        name: "Mikko".to_owned(),
        email: "mikko@northline.example".to_owned(),
        phone: None,
        language: Language::Fi,
        time_zone: "Europe/Helsinki".to_owned(),
    };
    person::insert(change, &mikko).await.unwrap();
    person::insert_staff(change, id, StaffRole::Manager, "Key account manager", &[Language::Fi], "").await.unwrap();
    let device = device::NewDevice {
        id: change.id(),
        person: id,
        link: None,
        secret_hash: "mikko".to_owned(),
        label: "Firefox".to_owned(),
        proved_at: Some(change.now()),
        ends_at: change.now() + SignedDuration::from_hours(1),
        browser: None,
    };
    device::insert(change, &device).await.unwrap();
    let now = change.now();
    match access::enter(change, "mikko", now).await.unwrap().unwrap() {
        Actor::Staff(staff) => staff,
        Actor::Member(_) => unreachable!("staff was kept"),
    }
}

/// A customer in the hands of this person.
pub async fn company(change: &mut Change, by: &Staff, name: &str) -> CustomerId {
    let company = Customer {
        id: change.id(),
        number: name.to_owned(),
        name: name.to_owned(),
        business_id: None,
        vat_id: None,
        code_policy: CodePolicy::NewDevice,
        created_at: change.now(),
        ended_at: None,
        version: 1,
    };
    customer::insert(change, by, &company, by.entered().person()).await.unwrap();
    company.id
}
