//! Reports that come by a rhythm: drafted once what they tell is over, waiting for who has the customer until they are published.

use crate::fixtures::id;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error, System, customer,
    feedback::{RoomItem, RoomKind},
    plan::{self, WaitingItem},
    report::{self, DraftReportForm, RhythmForm},
    testing::{World, world},
    today,
};
use jiff::SignedDuration;

fn form(rhythm: &str, day: &str) -> RhythmForm {
    RhythmForm { rhythm: rhythm.to_owned(), day: day.to_owned() }
}

async fn set(world: &World, by: &Actor, form: &RhythmForm) -> Result<(), Error> {
    report::set_rhythm(&world.portal, by, world.lakeside, form).await
}

async fn work(world: &World) {
    report::draft_due(&world.portal, &System::for_tests()).await.unwrap();
}

/// The spans of the customer's reports, each with the day by which it is to be published.
async fn reports(world: &World, by: &Actor) -> Vec<(String, Option<String>)> {
    let list = report::list(&world.portal, by, world.lakeside).await.unwrap();
    list.reports.iter().map(|it| (it.span.to_string(), it.due_on.map(|day| day.to_string()))).collect()
}

/// The drafts that wait on the day of one of the supplier's people.
async fn wait(world: &World, by: &Actor) -> Vec<RoomItem> {
    let view = today::show(&world.portal, by).await.unwrap();
    view.map(|view| view.rooms).unwrap_or_default().into_iter().filter(|item| item.kind == RoomKind::ReportDraft).collect()
}

/// The tests begin within November 2026.
fn to_december(world: &World) {
    while !world.portal.today(&world.mikko).to_string().starts_with("2026-12") {
        world.clock.pass(SignedDuration::from_hours(24));
    }
}

on_both_databases! {
    async fn what_is_over_is_drafted_once_and_waits_until_it_is_published(db: TestDb) {
        let world = world(db).await;
        work(&world).await;
        for _ in 0..2 {
            set(&world, &world.mikko, &form("month", "5")).await.unwrap();
        }
        work(&world).await;
        assert!(reports(&world, &world.mikko).await.is_empty(), "October was over before");
        to_december(&world);
        for _ in 0..2 {
            work(&world).await;
        }
        let due = ("2026-11".to_owned(), Some("2026-12-05".to_owned()));
        assert_eq!(reports(&world, &world.mikko).await, [due]);
        assert!(reports(&world, &world.anna).await.is_empty(), "a draft is the supplier's");
        let waiting = wait(&world, &world.mikko).await;
        assert_eq!((waiting.len(), waiting[0].title.as_str(), waiting[0].due_on.unwrap().to_string().as_str()), (1, "2026-11", "2026-12-05"));
        assert!(wait(&world, &world.saara).await.is_empty(), "she has another customer");
        let view = plan::show(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        assert!(view.waiting.iter().any(|item| matches!(item, WaitingItem::Room(item) if item.kind == RoomKind::ReportDraft)));

        let drafted = report::list(&world.portal, &world.mikko, world.lakeside).await.unwrap().reports[0].clone();
        assert_eq!(drafted.by, "Mikko Kallio");
        report::publish(&world.portal, &world.mikko, world.lakeside, drafted.id, drafted.version).await.unwrap();
        assert!(wait(&world, &world.mikko).await.is_empty());
        assert_eq!(reports(&world, &world.anna).await.len(), 1);
    }

    async fn a_draft_that_was_removed_does_not_come_again_and_one_that_was_begun_gets_its_day(db: TestDb) {
        let world = world(db).await;
        set(&world, &world.mikko, &form("month", "12")).await.unwrap();
        let own = DraftReportForm { period: "month".to_owned(), day: world.portal.today(&world.mikko).to_string(), words: "So far.".to_owned(), ..DraftReportForm::blank(id(&world.portal).await) };
        let begun = report::draft(&world.portal, &world.mikko, world.lakeside, &own).await.unwrap();
        assert!(wait(&world, &world.mikko).await.is_empty(), "nobody waits for it");
        to_december(&world);
        work(&world).await;
        let waiting = wait(&world, &world.mikko).await;
        assert_eq!((waiting.len(), waiting[0].id), (1, begun.0), "the one that was begun");
        let view = report::show(&world.portal, &world.mikko, world.lakeside, begun).await.unwrap();
        assert_eq!((view.report.words.as_str(), view.report.due_on.unwrap().to_string().as_str()), ("So far.", "2026-12-12"));
        report::remove(&world.portal, &world.mikko, world.lakeside, begun).await.unwrap();
        work(&world).await;
        assert!(wait(&world, &world.mikko).await.is_empty() && reports(&world, &world.mikko).await.is_empty());
    }

    async fn only_who_has_the_customer_sets_its_rhythm_and_it_ends(db: TestDb) {
        let world = world(db).await;
        let monthly = form("month", "5");
        assert!(matches!(set(&world, &world.petra, &monthly).await, Err(Error::NotResponsible)));
        for by in [&world.anna, &world.carla] {
            assert!(matches!(set(&world, by, &monthly).await, Err(Error::NotFound)));
        }
        for (wrong, field) in [(form("month", "29"), "day"), (form("month", "soon"), "day"), (form("week", "5"), "rhythm"), (form("", "5"), "rhythm")] {
            let refused = set(&world, &world.mikko, &wrong).await;
            assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].field == field), "{field}");
        }
        set(&world, &world.mikko, &monthly).await.unwrap();
        let known = |by: Actor| { let world = &world; async move { report::list(&world.portal, &by, world.lakeside).await.unwrap().rhythm } };
        assert!(known(world.mikko.clone()).await.is_some() && known(world.anna.clone()).await.is_none());
        set(&world, &world.mikko, &form("never", "5")).await.unwrap();
        to_december(&world);
        work(&world).await;
        assert!(known(world.mikko.clone()).await.is_none() && reports(&world, &world.mikko).await.is_empty());
    }

    async fn a_customer_that_has_ended_gets_no_report(db: TestDb) {
        let world = world(db).await;
        set(&world, &world.mikko, &form("month", "5")).await.unwrap();
        customer::end(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        to_december(&world);
        work(&world).await;
        assert!(wait(&world, &world.mikko).await.is_empty());
    }
}
