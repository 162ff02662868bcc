//! All that changed: to each reader what it may know, page by page.

use crate::fixtures::{id, milestone, project, seen_milestone, task};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::CustomerId,
    person::Language,
    plan::{Light, TaskState},
};
use coplan_store::{Turn, access::Actor, event::EventKey, on_both_databases};
use coplan_usecases::{
    Error,
    milestone::{self as milestones, PromiseForm},
    plan::{self, Changes, EventFilter, NewsDetail},
    project as projects,
    status_report::{self, StatusForm},
    task as tasks,
    testing::{World, world},
};
use jiff::{SignedDuration, civil::date};

async fn page(w: &World, reader: &Actor, turn: Turn<EventKey>) -> Changes {
    plan::changes(&w.portal, reader, w.lakeside, EventFilter::default(), &turn).await.unwrap()
}

/// What a reader reads of these kinds, newest first.
async fn told(w: &World, reader: &Actor, kinds: &[EventKind]) -> Vec<(EventKind, String)> {
    let items = page(w, reader, Turn::First).await.items.into_iter();
    items.filter(|item| kinds.contains(&item.kind)).map(|item| (item.kind, item.label)).collect()
}

on_both_databases! {
    async fn all_that_changed_is_told_newest_first_and_ones_own_too(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let theirs = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        w.clock.pass(SignedDuration::from_mins(1));
        tasks::set_state(&w.portal, &w.anna, w.lakeside, theirs, Some(TaskState::Open), TaskState::Done).await.unwrap();
        let kinds = [EventKind::ProjectShared, EventKind::TaskAdded, EventKind::TaskDone];
        for reader in [&w.anna, &w.mikko, &w.petra] {
            let told = told(&w, reader, &kinds).await;
            assert_eq!(told.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [kinds[2], kinds[1], kinds[0]]);
        }
        let done = page(&w, &w.anna, Turn::First).await.items.remove(0);
        assert_eq!(done.who.as_deref(), Some("Anna Aho"));
    }

    async fn members_are_not_told_of_what_they_may_not_see(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let secret = project(&w, "Planted project", false).await;
        milestone(&w, secret, "Planted milestone", "2026-12-04").await;
        task(&w, secret, "Planted chore", "customer", "onstage").await;
        let hidden = task(&w, network, "Planted task", "supplier", "backstage").await;
        let planted = async |reader| {
            let items = page(&w, reader, Turn::First).await.items;
            items.iter().filter(|item| item.label.starts_with("Planted")).count()
        };
        assert_eq!((planted(&w.anna).await, planted(&w.ben).await, planted(&w.saara).await), (0, 0, 4));
        projects::share(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        tasks::share(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        assert_eq!(planted(&w.anna).await, 2);
        projects::unshare(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        tasks::unshare(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        assert_eq!(planted(&w.anna).await, 0, "taken from view, it is not told again");
    }

    async fn pages_follow_each_other_whatever_changes_meanwhile(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for number in 1..=60 {
            milestone(&w, network, &format!("Hall {number}"), "2026-12-04").await;
        }
        let first = page(&w, &w.anna, Turn::First).await;
        assert_eq!((first.items.len(), first.before, first.items[0].label.as_str()), (50, None, "Hall 60"));
        w.clock.pass(SignedDuration::from_mins(1));
        milestone(&w, network, "Hall 61", "2026-12-04").await;
        let second = page(&w, &w.anna, Turn::After(first.after.unwrap())).await;
        assert_eq!((second.items[0].label.as_str(), second.after), ("Hall 10", None));
        let back = page(&w, &w.anna, Turn::Before(second.before.unwrap())).await;
        assert_eq!((back.items[0].label.as_str(), back.items[49].label.as_str()), ("Hall 60", "Hall 11"));
        assert!(back.before.is_some(), "what came meanwhile is before it");
        assert_eq!(page(&w, &w.anna, Turn::First).await.items[0].label, "Hall 61");
        let oldest = "0~00000000000000000000000000".parse().unwrap();
        let beyond = page(&w, &w.anna, Turn::After(oldest)).await;
        assert_eq!(beyond.items[0].label, "Hall 61", "behind the oldest is the newest page");
    }

    async fn nobody_reads_what_changed_at_another_customer(db: TestDb) {
        let w = world(db).await;
        let unknown: CustomerId = w.portal.change().await.unwrap().id();
        for (reader, customer) in [(&w.carla, w.lakeside), (&w.anna, w.harbour), (&w.olli, unknown)] {
            let refused = plan::changes(&w.portal, reader, customer, EventFilter::default(), &Turn::First).await;
            assert!(matches!(refused, Err(Error::NotFound)));
        }
    }

    async fn a_change_says_what_it_was_before_and_why(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-12-04").await;
        w.clock.pass(SignedDuration::from_mins(1));
        let drawn = seen_milestone(&w, network, hall).await;
        let (promised_on, reason) = ("2026-12-11".to_owned(), "The switches come late".to_owned());
        let later = PromiseForm { promised_on, reason, ..PromiseForm::of(&drawn) };
        milestones::move_promise(&w.portal, &w.mikko, w.lakeside, hall, &later).await.unwrap();
        let mut seen = String::new();
        for (light, reason) in [("at_risk", "A switch is missing"), ("late", "And another")] {
            let form = StatusForm { id: id(&w.portal).await, seen, light: light.to_owned(), reason: reason.to_owned() };
            status_report::report(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
            seen = form.id.to_string();
            w.clock.pass(SignedDuration::from_mins(1));
        }
        let filtered = async |filter| {
            let changes = plan::changes(&w.portal, &w.anna, w.lakeside, filter, &Turn::First).await.unwrap();
            changes.items.into_iter().map(|item| (item.kind, item.detail)).collect::<Vec<_>>()
        };
        let dates = filtered(EventFilter { about: Some(ObjectKind::Milestone), project: Some(network) }).await;
        let reason = (Language::En, "The switches come late".to_owned());
        let moved = NewsDetail::Moved { from: date(2026, 12, 4), to: date(2026, 12, 11), reason };
        assert_eq!(dates, [(EventKind::PromiseMoved, Some(moved.clone())), (EventKind::MilestoneAdded, None)]);
        let status = filtered(EventFilter { about: Some(ObjectKind::Project), project: None }).await;
        let reported = |from, to, why: &str| Some(NewsDetail::Reported { from, to, reason: (Language::En, why.to_owned()) });
        assert_eq!(status[0].1, reported(Some(Light::AtRisk), Light::Late, "And another"));
        assert_eq!(status[1].1, reported(None, Light::AtRisk, "A switch is missing"));
        let other = project(&w, "Another", true).await;
        assert_eq!(filtered(EventFilter { about: Some(ObjectKind::Milestone), project: Some(other) }).await, []);
    }
}
