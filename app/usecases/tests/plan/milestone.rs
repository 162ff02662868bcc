//! Milestones and their promises.

use crate::fixtures::{id, milestone, page, project, seen_milestone};
use coplan_domain::{event::EventKind, id::MilestoneId};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    milestone::{self as deeds, MilestoneForm, PromiseForm, ReachForm, RenameForm},
    plan,
    testing::{World, world},
};
use jiff::civil::date;

fn promise(version: i64, promised_on: &str, reason: &str) -> PromiseForm {
    PromiseForm { version, was: String::new(), promised_on: promised_on.to_owned(), reason: reason.to_owned(), confirmed: false }
}

fn reached(version: i64, reached_on: &str) -> ReachForm {
    ReachForm { version, was: String::new(), reached_on: reached_on.to_owned() }
}

/// Which deed this actor may do with the milestone of Lakeside Mills, seen under this customer.
async fn every_deed(w: &World, actor: &Actor, of_lakeside: bool, id: MilestoneId) -> Vec<&'static str> {
    let customer = if of_lakeside { w.lakeside } else { w.harbour };
    let rename = RenameForm { version: 1, was: String::new(), name: "Mine".to_owned() };
    let mut done = Vec::new();
    let mut note = |name, may: bool| {
        if may {
            done.push(name);
        }
    };
    note("rename", deeds::rename(&w.portal, actor, customer, id, &rename).await.is_ok());
    note("promise", deeds::move_promise(&w.portal, actor, customer, id, &promise(1, "2027-01-01", "So.")).await.is_ok());
    note("reach", deeds::reach(&w.portal, actor, customer, id, &reached(1, "2026-11-01")).await.is_ok());
    note("not_reached", deeds::not_reached(&w.portal, actor, customer, id, &reached(1, "")).await.is_ok());
    note("remove", deeds::remove(&w.portal, actor, customer, id).await.is_ok());
    done
}

on_both_databases! {
    async fn a_day_far_from_today_is_asked_about_once(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for (day, told) in [("2019-03-01", Problem::LongAgo), ("2126-12-04", Problem::FarAway)] {
            let promised_on = day.to_owned();
            let form = MilestoneForm { id: id(&w.portal).await, name: day.to_owned(), promised_on, confirmed: false };
            let refused = deeds::add(&w.portal, &w.mikko, w.lakeside, network, &form).await;
            let told = [FieldProblem { field: "promised_on", problem: told }];
            assert!(matches!(refused, Err(Error::Invalid(problems)) if problems == told), "{day}");
            deeds::add(&w.portal, &w.mikko, w.lakeside, network, &MilestoneForm { confirmed: true, ..form }).await.unwrap();
        }
        let near = milestone(&w, network, "Hall 3 is online", "2026-12-04").await;
        let far = promise(1, "2126-12-04", "The parts are late.");
        let refused = deeds::move_promise(&w.portal, &w.mikko, w.lakeside, near, &far).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].problem == Problem::FarAway));
        deeds::move_promise(&w.portal, &w.mikko, w.lakeside, near, &PromiseForm { confirmed: true, ..far }).await.unwrap();
    }

    async fn every_promised_date_stays_readable_with_its_reason(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        // The clock stands still in this test: the order holds all the same.
        deeds::move_promise(&w.portal, &w.mikko, w.lakeside, hall, &promise(1, "2026-12-04", "The switches come late.")).await.unwrap();
        deeds::move_promise(&w.portal, &w.mikko, w.lakeside, hall, &promise(2, "2026-11-30", "They came after all.")).await.unwrap();
        let seen = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().projects[0].next().cloned().unwrap();
        assert_eq!(seen.promised_on(), Some(date(2026, 11, 30)));
        let days = seen.moved_from().iter().map(|p| p.day).collect::<Vec<_>>();
        assert_eq!(days, [date(2026, 11, 27), date(2026, 12, 4)]);
        assert_eq!(seen.promises[1].reason, "The switches come late.");
    }

    async fn the_next_promise_is_the_earliest_not_reached(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let first = milestone(&w, network, "Hall 1", "2026-11-10").await;
        milestone(&w, network, "Hall 3", "2026-12-04").await;
        milestone(&w, network, "Hall 2", "2026-11-20").await;
        deeds::reach(&w.portal, &w.mikko, w.lakeside, first, &reached(1, "2026-11-12")).await.unwrap();
        let card = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().projects[0].clone();
        assert_eq!(card.next().unwrap().name, "Hall 2");
        assert_eq!(card.milestones.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["Hall 1", "Hall 2", "Hall 3"]);
    }

    async fn another_date_needs_its_reason_and_must_be_another(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        let moved = async |form: PromiseForm| match deeds::move_promise(&w.portal, &w.mikko, w.lakeside, hall, &form).await {
            Err(Error::Invalid(told)) => told.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(moved(promise(1, "soon", " ")).await, [("promised_on", Problem::NotADate), ("reason", Problem::Empty)]);
        assert_eq!(moved(promise(1, "2026-11-27", "Again.")).await, [("promised_on", Problem::SameDay)]);
        deeds::reach(&w.portal, &w.mikko, w.lakeside, hall, &reached(1, "2026-11-16")).await.unwrap();
        assert_eq!(moved(promise(2, "2026-12-24", "Later.")).await, [("promised_on", Problem::Reached)]);
        assert_eq!(seen_milestone(&w, network, hall).await.promises.len(), 1);
    }

    async fn of_two_new_dates_at_once_the_second_sees_the_first(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        let mikko = promise(1, "2026-12-04", "The switches come late.");
        deeds::move_promise(&w.portal, &w.mikko, w.lakeside, hall, &mikko).await.unwrap();
        let olli = deeds::move_promise(&w.portal, &w.olli, w.lakeside, hall, &promise(1, "2026-12-04", "Snow.")).await;
        let Err(Error::Stale(theirs)) = olli else { panic!("the second is told") };
        assert_eq!(theirs.promises.last().unwrap().reason, "The switches come late.");
        deeds::move_promise(&w.portal, &w.mikko, w.lakeside, hall, &mikko).await.unwrap();
        assert_eq!(seen_milestone(&w, network, hall).await.promises.len(), 2, "a second click moves nothing");
        let rename = RenameForm { version: 1, was: String::new(), name: "Hall three".to_owned() };
        assert!(matches!(deeds::rename(&w.portal, &w.olli, w.lakeside, hall, &rename).await, Err(Error::Stale(_))));
        let reach = deeds::reach(&w.portal, &w.olli, w.lakeside, hall, &reached(1, "2026-11-16")).await;
        assert!(matches!(reach, Err(Error::Stale(_))));
    }

    async fn the_same_form_for_another_day_is_another_milestone(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let first = MilestoneForm { id: id(&w.portal).await, name: "Hall 3".to_owned(), promised_on: "2026-12-04".to_owned(), confirmed: false };
        let other = MilestoneForm { promised_on: "2026-12-11".to_owned(), ..first.clone() };
        for form in [&first, &other, &other, &first] {
            deeds::add(&w.portal, &w.mikko, w.lakeside, network, form).await.unwrap();
        }
        let days = page(&w, &w.anna, network).await.milestones.into_iter().map(|m| m.promised_on()).collect::<Vec<_>>();
        assert_eq!(days, [Some(date(2026, 12, 4)), Some(date(2026, 12, 11))]);
    }

    async fn a_name_and_a_day_of_a_milestone_do_not_stand_in_each_others_way(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        let drawn = seen_milestone(&w, network, hall).await;
        let rename = RenameForm { name: "Hall three".to_owned(), ..RenameForm::of(&drawn) };
        let (promised_on, reason) = ("2026-12-04".to_owned(), "Snow.".to_owned());
        let later = PromiseForm { promised_on, reason, ..PromiseForm::of(&drawn) };
        let reach = ReachForm { reached_on: "2026-11-16".to_owned(), ..ReachForm::of(&drawn) };
        deeds::rename(&w.portal, &w.mikko, w.lakeside, hall, &rename).await.unwrap();
        deeds::move_promise(&w.portal, &w.olli, w.lakeside, hall, &later).await.unwrap();
        deeds::reach(&w.portal, &w.saara, w.lakeside, hall, &reach).await.unwrap();
        let seen = seen_milestone(&w, network, hall).await;
        assert_eq!((seen.name.as_str(), seen.promised_on()), ("Hall three", Some(date(2026, 12, 4))));
        assert_eq!(seen.reached_on, Some(date(2026, 11, 16)));
        deeds::rename(&w.portal, &w.olli, w.lakeside, hall, &RenameForm::of(&drawn)).await.unwrap();
        assert_eq!(seen_milestone(&w, network, hall).await.name, "Hall three", "a name left as it was takes none back");
        let earlier = ReachForm { reached_on: "2026-11-14".to_owned(), ..ReachForm::of(&seen) };
        deeds::reach(&w.portal, &w.olli, w.lakeside, hall, &earlier).await.unwrap();
        let not_reached = deeds::not_reached(&w.portal, &w.mikko, w.lakeside, hall, &ReachForm::of(&seen)).await;
        assert!(matches!(not_reached, Err(Error::Stale(_))), "somebody said meanwhile that it was another day");
    }

    async fn a_milestone_is_renamed_reached_and_not_reached(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        let rename = RenameForm { version: 1, was: String::new(), name: "Hall 3 on the new network".to_owned() };
        deeds::rename(&w.portal, &w.mikko, w.lakeside, hall, &rename).await.unwrap();
        deeds::reach(&w.portal, &w.mikko, w.lakeside, hall, &reached(2, "2026-11-15")).await.unwrap();
        deeds::reach(&w.portal, &w.mikko, w.lakeside, hall, &reached(2, "2026-11-15")).await.unwrap();
        let seen = seen_milestone(&w, network, hall).await;
        assert_eq!((seen.name.as_str(), seen.reached_on, seen.version), ("Hall 3 on the new network", Some(date(2026, 11, 15)), 3));
        deeds::not_reached(&w.portal, &w.mikko, w.lakeside, hall, &reached(3, "")).await.unwrap();
        assert_eq!(seen_milestone(&w, network, hall).await.reached_on, None);
    }

    async fn nothing_is_reached_in_the_future(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        let told = deeds::reach(&w.portal, &w.mikko, w.lakeside, hall, &reached(1, "2026-11-17")).await;
        let Err(Error::Invalid(told)) = told else { panic!("refused") };
        assert_eq!(told[0].problem, Problem::InFuture);
        deeds::reach(&w.portal, &w.mikko, w.lakeside, hall, &reached(1, "2026-11-16")).await.unwrap();
    }

    async fn adding_twice_with_one_form_makes_one_milestone(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let form = MilestoneForm { id: id(&w.portal).await, name: "Hall 3".to_owned(), promised_on: "2026-11-27".to_owned(), confirmed: false };
        for _ in 0..2 {
            deeds::add(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
        }
        let seen = page(&w, &w.anna, network).await.milestones;
        assert_eq!((seen.len(), seen[0].promises.len()), (1, 1));
        for (actor, customer) in [(&w.saara, w.harbour), (&w.anna, w.lakeside), (&w.carla, w.harbour)] {
            assert!(matches!(deeds::add(&w.portal, actor, customer, network, &form).await, Err(Error::NotFound)));
        }
        let petra = deeds::add(&w.portal, &w.petra, w.lakeside, network, &form).await;
        assert!(matches!(petra, Err(Error::NotResponsible)));
    }

    async fn nobody_else_changes_a_milestone(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        for (actor, of_lakeside) in [(&w.anna, true), (&w.carla, true), (&w.carla, false), (&w.petra, true), (&w.saara, false)] {
            assert!(every_deed(&w, actor, of_lakeside, hall).await.is_empty(), "{}", actor.entered().name());
        }
        let seen = seen_milestone(&w, network, hall).await;
        assert_eq!((seen.name.as_str(), seen.version), ("Hall 3", 1));
        assert!(!every_deed(&w, &w.olli, true, hall).await.is_empty());
    }

    async fn a_removed_milestone_is_gone_and_removing_it_again_is_fine(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-11-27").await;
        let mut told = w.portal.listen();
        deeds::remove(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
        deeds::remove(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!(told.recv().await.unwrap().kind, EventKind::MilestoneRemoved);
        assert!(page(&w, &w.anna, network).await.milestones.is_empty());
        let unknown = deeds::remove(&w.portal, &w.mikko, w.lakeside, id(&w.portal).await).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
    }
}
