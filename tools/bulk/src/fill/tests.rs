//! What the benchmark counts on.

use super::*;
use coplan_demo::find_or_add_staff;
use coplan_domain::invoice::check::Verdict;
use coplan_store::{Turn, on_both_databases, testing::TestDb};
use coplan_usecases::{
    Settings, System, customer, invoice,
    plan::{self, PlanView},
    thread,
};
use std::{collections::BTreeSet, sync::Arc};

/// Three full plans and two others, which share ten messages.
const SIZE: Size = Size { customers: 5, messages: 130 };

pub async fn begin(db: &TestDb) -> (DemoBuilder, Colleagues) {
    let settings = Settings {
        supplier: "Northline".to_owned(),
        public_url: "http://127.0.0.1:3000".to_owned(),
        second_factor_required: false,
        admin_second_factor_required: false,
        secret_key: coplan_usecases::seal::SecretKey::new(&coplan_usecases::system::SystemRng),
        reply_domain: None,
        mail_authserv: None,
        scanner: None,
        working_time: coplan_domain::working_time::WorkingTime::default(),
        demo: true,
    };
    let builder = DemoBuilder::new(db.db.clone(), db.files.clone(), settings, System::for_tests());
    let colleagues = find_or_add_staff(&builder, "correct horse battery").await.unwrap();
    (builder, colleagues)
}

async fn seen(builder: &DemoBuilder, by: &Colleagues, id: CustomerId) -> Arc<PlanView> {
    plan::show(&builder.portal, &by.mikko, id).await.unwrap()
}

async fn messages(builder: &DemoBuilder, by: &Colleagues, id: CustomerId) -> i64 {
    let list = thread::list(&builder.portal, &by.mikko, id, &Turn::First).await.unwrap();
    assert!(list.after.is_none());
    list.threads.iter().map(|thread| thread.messages).sum()
}

async fn at(builder: &DemoBuilder, index: usize) -> CustomerId {
    let mut conn = builder.portal.db.read().await.unwrap();
    find_customer(&mut conn, &who::at(SIZE, index).email).await.unwrap().unwrap()
}

#[test]
fn the_messages_add_up_and_full_plans_come_first() {
    for (customers, messages, full) in
        [(100, 4_000, 100), (100_000, 1_000_000, 12_000), (5, 130, 3), (10, 1_007, 10), (10, 7, 0), (1, 0, 0)]
    {
        let size = Size { customers, messages };
        let shares: Vec<_> = (0..customers).map(|index| size.messages_at(index)).collect();
        assert_eq!((size.full(), shares.iter().sum::<usize>()), (full, messages), "{size:?}");
        assert!(shares[..full].iter().all(|share| *share >= FULL), "{size:?}");
        let others = &shares[full..];
        assert!(others.iter().max().zip(others.iter().min()).is_none_or(|(most, least)| most - least <= 1), "{size:?}");
    }
}

on_both_databases! {
    async fn a_full_plan_has_what_the_benchmark_counts_on(db: TestDb) {
        let (builder, by) = begin(&db).await;
        let full = fill(&builder, &by, SIZE).await.unwrap();
        assert_eq!(full.len(), 3);
        for id in full {
            let plan = seen(&builder, &by, id).await;
            assert_eq!(plan.projects.len(), 3);
            assert!(plan.projects.iter().all(|project| project.status.as_ref().is_some_and(|status| !status.reason.is_empty())));
            let milestones: Vec<_> = plan.projects.iter().flat_map(|project| &project.milestones).collect();
            assert_eq!(milestones.len(), 12);
            let moved: Vec<_> = milestones.iter().filter(|one| !one.moved_from().is_empty()).collect();
            assert!(moved.len() >= 3 && moved.iter().all(|one| one.promises.iter().skip(1).all(|it| !it.reason.is_empty())));
            let reached = milestones.iter().filter(|one| one.reached_on.is_some_and(|day| day <= plan.today)).count();
            assert!((3..12).contains(&reached), "{reached} of twelve are reached");
            assert_eq!(messages(&builder, &by, id).await, 40);
            assert_eq!((plan.discussion.as_ref().unwrap().threads.len(), plan.frame.responsible.person), (5, by.mikko.person()));
            let people = customer::show_for_staff(&builder.portal, &by.mikko, id).await.unwrap().unwrap().members;
            assert_eq!(people.len(), 1);
            let scopes: BTreeSet<_> = people[0].membership.scopes.iter().collect();
            assert_eq!(scopes, Scope::ALL.iter().collect());
        }
    }

    async fn the_sums_of_bulk_invoices_hold_and_the_first_ten_are_paid(db: TestDb) {
        let (builder, by) = begin(&db).await;
        let full = fill(&builder, &by, SIZE).await.unwrap();
        for id in full {
            let list = invoice::list(&builder.portal, &by.mikko, id, &invoice::InvoicesAsked::default()).await.unwrap();
            assert_eq!(list.invoices.len(), 12);
            let mut paid = 0;
            for brief in list.invoices {
                let view = invoice::show(&builder.portal, &by.mikko, id, brief.id).await.unwrap();
                assert_eq!(view.overall, Verdict::Agrees, "{:?}", view.findings);
                assert!(view.invoice.lines.len() >= 2 && view.owed.minor() > 0);
                paid += usize::from(view.open.minor() == 0);
            }
            assert_eq!(paid, 10);
        }
    }

    async fn the_other_customers_have_a_project_and_share_what_is_left_of_the_messages(db: TestDb) {
        let (builder, by) = begin(&db).await;
        fill(&builder, &by, SIZE).await.unwrap();
        for index in [3, 4] {
            let id = at(&builder, index).await;
            let plan = seen(&builder, &by, id).await;
            assert_eq!((plan.projects.len(), plan.discussion.as_ref().unwrap().threads.len()), (1, 1));
            assert_eq!(messages(&builder, &by, id).await, 5);
        }
    }

    async fn filling_again_adds_nothing_and_other_numbers_are_refused(db: TestDb) {
        let (builder, by) = begin(&db).await;
        let full = fill(&builder, &by, SIZE).await.unwrap();
        let before = coplan_store::testing::dump(&db.db).await;
        assert_eq!(fill(&builder, &by, SIZE).await, Ok(full));
        assert!(fill(&builder, &by, Size { messages: 200, ..SIZE }).await.is_err(), "the others have no full plans");
        assert!(fill(&builder, &by, Size { customers: 6, ..SIZE }).await.is_err(), "there is no sixth one");
        assert!(coplan_store::testing::dump(&db.db).await == before, "nothing was written");
    }

    async fn nothing_of_the_past_is_still_to_come(db: TestDb) {
        let (builder, by) = begin(&db).await;
        let first = fill(&builder, &by, SIZE).await.unwrap()[0];
        let (plan, now) = (seen(&builder, &by, first).await, builder.portal.clock.now());
        let list = thread::list(&builder.portal, &by.mikko, first, &Turn::First).await.unwrap();
        assert!(list.threads.iter().all(|thread| thread.state.ball_since <= now));
        for project in &plan.projects {
            assert!(project.status.as_ref().is_some_and(|status| status.reported_at <= now));
            for milestone in &project.milestones {
                let told: Vec<_> = milestone.promises.iter().map(|promise| promise.promised_at).collect();
                assert!(told.is_sorted() && told.iter().all(|at| *at <= now), "{told:?}");
            }
        }
    }

    async fn the_first_link_leads_to_the_first_full_plan(db: TestDb) {
        let (builder, _) = begin(&db).await;
        let settings = (*builder.portal.settings).clone();
        let mut demo = Demo::open(db.db.clone(), db.files.clone(), settings, System::for_tests()).await.unwrap();
        add_to(&mut demo, SIZE).await.unwrap();
        let (_, keys) = demo.keys().await.unwrap();
        let member = who::at(SIZE, 0);
        assert_eq!((keys.links.len(), keys.plans.len()), (4, 3));
        assert_eq!((keys.links[0].email.as_ref(), keys.links[0].customer.as_ref()), (member.email.as_str(), member.company.as_str()));
        assert_eq!(keys.plans[0], format!("/c/{}", at(&builder, 0).await));
    }
}
