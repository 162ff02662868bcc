//! What is kept of the past stands as of its own moments, however much of it there is.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    customer::Customer,
    id::{CustomerId, PersonId, ThreadId},
    person::{CodePolicy, Language, Person, Scope, Side, StaffRole},
    system::Rng,
    thread::{About, AboutKind, Ball},
};
use coplan_store::{
    Change, Invalidation, access,
    access::System,
    access::{Actor, Staff},
    bulk_load::{self, Past, PastMember, PastMessage, PastThread},
    customer, device, membership, message, on_both_databases, person,
    testing::{TestChance, TestClock},
    thread, visit,
};
use jiff::Timestamp;
use std::sync::Arc;

const NOW: i64 = 1_794_826_800_000;
const DAY: i64 = 86_400_000;
/// More than one statement takes.
const MESSAGES: i64 = 250;

fn ago(days: i64) -> Timestamp {
    Timestamp::from_millisecond(NOW - days * DAY).unwrap()
}

fn somebody(change: &Change, side: Side, name: &str) -> Person {
    Person {
        id: change.id(),
        side,
        name: name.to_owned(),
        email: format!("{}@example.com", name.to_lowercase()),
        phone: None,
        language: Language::Fi,
        time_zone: "Europe/Helsinki".to_owned(),
    }
}

async fn mikko(change: &mut Change) -> Staff {
    let one = somebody(change, Side::Supplier, "Mikko");
    person::insert(change, &System::for_tests(), &one).await.unwrap();
    person::insert_staff(change, &System::for_tests(), one.id, StaffRole::Manager, "Key account manager", &[Language::Fi], "")
        .await
        .unwrap();
    let device = device::NewDevice {
        id: change.id(),
        secret_hash: "secret".to_owned(),
        label: String::new(),
        proved_at: Some(ago(0)),
        ends_at: ago(-1),
        browser: None,
    };
    let let_in = System::for_tests().let_in(change, one.id);
    device::insert(change, &let_in, &device).await.unwrap();
    match access::authenticate(change, "secret", ago(0)).await.unwrap() {
        Some(Actor::Staff(staff)) => staff,
        other => panic!("Mikko is staff, not {other:?}"),
    }
}

/// A customer of a year with one member, who asked Mikko something every day.
fn year(change: &Change, mikko: PersonId) -> (Past, CustomerId, ThreadId) {
    let (customer, thread) = (change.id::<CustomerId>(), change.id::<ThreadId>());
    let company = Customer {
        id: customer,
        number: "1001".to_owned(),
        name: "Lakeside Mills".to_owned(),
        business_id: Some("1234567-1".to_owned()),
        vat_id: None,
        code_policy: CodePolicy::NewDevice,
        created_at: ago(365),
        version: 1,
        ended_at: None,
    };
    let anna = somebody(change, Side::Customer, "Anna");
    let member = PastMember {
        id: change.id(),
        customer,
        person: anna.clone(),
        title: "Plant manager",
        scopes: &[Scope::Plan, Scope::Discussion],
        since: ago(364),
    };
    let messages = (0..MESSAGES).map(|day| PastMessage {
        id: change.id(),
        thread,
        author: anna.id,
        text: format!("message {day}"),
        at: ago(300 - day),
    });
    let thread_row = PastThread {
        id: thread,
        customer,
        about: About { kind: AboutKind::Plan, id: customer.0 },
        project: None,
        title: "How is it going?".to_owned(),
        by: anna.id,
        at: ago(300),
        last_message_at: ago(300 - MESSAGES + 1),
        last_side: Side::Customer,
        resolution: None,
        version: MESSAGES,
    };
    let past = Past {
        customers: vec![(company, mikko)],
        members: vec![member],
        threads: vec![thread_row],
        messages: messages.collect(),
        visits: vec![(mikko, customer, ago(9))],
        ..Past::default()
    };
    (past, customer, thread)
}

on_both_databases! {
    async fn the_past_is_kept_whole_and_as_of_its_own_moments(db: TestDb) {
        let rng: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mut change = db.db.change(&TestClock::at(NOW), &rng, Invalidation::Everything).await.unwrap();
        let mikko = mikko(&mut change).await;
        let (past, id, talk) = year(&change, mikko.entered().person());
        bulk_load::insert(&mut change, &System::for_tests(), &db.files, mikko.entered().person(), &past).await.unwrap();
        change.commit(|_| ()).await.unwrap();
        let mut conn = db.db.read().await.unwrap();
        let access = access::find(&mut conn, &Actor::Staff(mikko), id).await.unwrap().unwrap();
        assert_eq!(customer::find(&mut conn, access.plan).await.unwrap(), past.customers[0].0);
        let members = membership::list(&mut conn, access.people.unwrap()).await.unwrap();
        assert_eq!((members.len(), &members[0].person), (1, &past.members[0].person));
        assert_eq!(visit::find(&mut conn, access.plan).await.unwrap().unwrap().seen_at, ago(9));
        let scope = access.discussion.unwrap();
        let kept = thread::find(&mut conn, scope, None, talk).await.unwrap().unwrap();
        assert_eq!((kept.ball, kept.ball_since, kept.opened_at), (Ball::Supplier, ago(51), ago(300)));
        let said = message::list(&mut conn, scope, None, talk, None, 1000).await.unwrap();
        let said: Vec<_> = said.into_iter().map(|one| (one.text, one.sent_at)).collect();
        assert_eq!(said, past.messages.iter().map(|one| (one.text.clone(), one.at)).collect::<Vec<_>>());
    }

    async fn a_number_that_is_taken_keeps_nothing_of_the_past(db: TestDb) {
        let rng: Arc<dyn Rng> = Arc::new(TestChance::default());
        let mut change = db.db.change(&TestClock::at(NOW), &rng, Invalidation::Everything).await.unwrap();
        let mikko = mikko(&mut change).await;
        let (past, ..) = year(&change, mikko.entered().person());
        bulk_load::insert(&mut change, &System::for_tests(), &db.files, mikko.entered().person(), &past).await.unwrap();
        change.commit(|_| ()).await.unwrap();
        let before = coplan_store::testing::dump(&db.db).await;
        let mut change = db.db.change(&TestClock::at(NOW), &rng, Invalidation::Everything).await.unwrap();
        let (past, ..) = year(&change, mikko.entered().person());
        assert!(bulk_load::insert(&mut change, &System::for_tests(), &db.files, mikko.entered().person(), &past).await.unwrap_err().is_taken());
        drop(change);
        assert_eq!(coplan_store::testing::dump(&db.db).await, before);
    }
}
