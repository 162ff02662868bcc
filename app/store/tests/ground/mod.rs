//! Some people and customers for the claims about tables and invoices.

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

/// A key account manager of this name who is in.
pub async fn staff(change: &mut Change, name: &str) -> Staff {
    let id: PersonId = change.id();
    let one = Person {
        id,
        side: Side::Supplier,
        name: name.to_owned(),
        email: format!("{}@northline.example", name.to_lowercase()),
        phone: None,
        language: Language::Fi,
        time_zone: "Europe/Helsinki".to_owned(),
    };
    person::insert(change, &one).await.unwrap();
    person::insert_staff(change, id, StaffRole::Manager, "Key account manager", &[Language::Fi], "").await.unwrap();
    let device = device::NewDevice {
        id: change.id(),
        person: id,
        link: None,
        secret_hash: name.to_owned(),
        label: "Firefox".to_owned(),
        proved_at: Some(change.now()),
        ends_at: change.now() + SignedDuration::from_hours(1),
        browser: None,
    };
    device::insert(change, &device).await.unwrap();
    let now = change.now();
    match access::enter(change, name, now).await.unwrap().unwrap() {
        Actor::Staff(staff) => staff,
        Actor::Member(_) => unreachable!("staff was kept"),
    }
}

/// A customer in the hands of this person.
pub async fn company(change: &mut Change, by: &Staff, number: &str, name: &str) -> CustomerId {
    let company = Customer {
        id: change.id(),
        number: number.to_owned(),
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
