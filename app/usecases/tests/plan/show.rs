//! The plan page: what is new, and who may see it at all.

use crate::fixtures::{milestone, project, seen_milestone, task};
use coplan_domain::{event::EventKind, person::Language, plan::TaskState};
use coplan_store::{access, access::System, on_both_databases, visit};
use coplan_usecases::{
    Error,
    milestone::{self as milestones, PromiseForm},
    plan::{self, NewsDetail, NewsItem},
    project as projects, task as tasks,
    testing::{World, world},
};
use jiff::{SignedDuration, civil::date};

async fn news(w: &World, reader: &access::Actor) -> Vec<NewsItem> {
    plan::show(&w.portal, reader, w.lakeside).await.unwrap().news.clone()
}

async fn visit(w: &World, reader: &access::Actor) {
    let seen = plan::show(&w.portal, reader, w.lakeside).await.unwrap();
    plan::note_visit(&w.portal, reader, &seen);
    plan::keep_visits(&w.portal, &System::for_tests()).await.unwrap();
}

fn told(news: &[NewsItem]) -> Vec<(EventKind, &str)> {
    news.iter().map(|item| (item.kind, item.label.as_str())).collect()
}

on_both_databases! {
    async fn the_plan_is_there_for_its_members_and_for_staff_only(db: TestDb) {
        let w = world(db).await;
        for reader in [&w.anna, &w.ben, &w.mikko, &w.saara, &w.petra, &w.olli] {
            assert_eq!(plan::show(&w.portal, reader, w.lakeside).await.unwrap().frame.name, "Lakeside Mills");
        }
        assert!(matches!(plan::show(&w.portal, &w.carla, w.lakeside).await, Err(Error::NotFound)));
        let may = async |reader| plan::show(&w.portal, reader, w.lakeside).await.unwrap().internal.as_ref().map(|i| i.may_edit);
        assert_eq!([may(&w.anna).await, may(&w.petra).await, may(&w.mikko).await], [None, Some(false), Some(true)]);
    }

    async fn what_is_new_is_what_others_did_since_the_visit_before(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let theirs = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        visit(&w, &w.anna).await;
        let first = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        assert!(first.news.is_empty() && first.last_visit.is_none(), "all is new on a first visit, so nothing is told");
        w.clock.pass(SignedDuration::from_hours(20));
        let hall = milestone(&w, network, "Hall 3", "2026-12-04").await;
        tasks::set_state(&w.portal, &w.anna, w.lakeside, theirs, Some(TaskState::Open), TaskState::Done).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(1));
        let before_noting = news(&w, &w.anna).await;
        visit(&w, &w.anna).await;
        let after_noting = news(&w, &w.anna).await;
        for seen in [&before_noting, &after_noting] {
            assert_eq!(told(seen), [(EventKind::MilestoneAdded, "Hall 3")]);
        }
        let item = &after_noting[0];
        assert_eq!((item.object_id, item.who.as_deref()), (hall.0, Some("Mikko Kallio")));
        assert_eq!(item.project, Some((network, "New network".to_owned())));
    }

    async fn a_date_that_moved_says_on_the_plan_from_when_to_when_and_why(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-12-04").await;
        visit(&w, &w.anna).await;
        w.clock.pass(SignedDuration::from_hours(20));
        let (promised_on, reason) = ("2026-12-11".to_owned(), "Snow.".to_owned());
        let later = PromiseForm { promised_on, reason, ..PromiseForm::of(&seen_milestone(&w, network, hall).await) };
        milestones::move_promise(&w.portal, &w.mikko, w.lakeside, hall, &later).await.unwrap();
        let moved = NewsDetail::Moved { from: date(2026, 12, 4), to: date(2026, 12, 11), reason: (Language::En, "Snow.".to_owned()) };
        assert_eq!(news(&w, &w.anna).await[0].detail, Some(moved));
    }

    async fn of_more_news_than_are_told_it_is_said_that_there_are_more(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        visit(&w, &w.anna).await;
        w.clock.pass(SignedDuration::from_hours(20));
        for number in 1..=31 {
            milestone(&w, network, &format!("Hall {number}"), "2026-12-04").await;
            let view = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
            assert_eq!((view.news.len(), view.more_news), (number.min(30), number > 30));
        }
    }

    async fn members_are_not_told_of_what_they_may_not_see(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for reader in [&w.anna, &w.saara] {
            visit(&w, reader).await;
        }
        w.clock.pass(SignedDuration::from_hours(20));
        let secret = project(&w, "Planted project", false).await;
        milestone(&w, secret, "Planted milestone", "2026-12-04").await;
        task(&w, secret, "Planted chore", "customer", "onstage").await;
        let hidden = task(&w, network, "Planted task", "supplier", "backstage").await;
        assert!(news(&w, &w.anna).await.is_empty());
        assert_eq!(news(&w, &w.saara).await.len(), 4);
        projects::share(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        tasks::share(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        assert_eq!(news(&w, &w.anna).await.len(), 2);
        projects::unshare(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        tasks::unshare(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        assert!(news(&w, &w.anna).await.is_empty(), "taken from view, it is not told again");
    }

    async fn being_here_is_noted_at_most_every_five_minutes(db: TestDb) {
        let w = world(db).await;
        let noted = async || {
            let mut conn = w.portal.db.read().await.unwrap();
            let access = access::find(&mut conn, &w.anna, w.lakeside).await.unwrap().unwrap();
            let seen_at = visit::find(&mut conn, access.plan).await.unwrap().map(|visit| visit.seen_at);
            (seen_at, access.state())
        };
        let (never, state) = noted().await;
        assert_eq!(never, None);
        visit(&w, &w.anna).await;
        let first = noted().await;
        assert_eq!(first, (Some(w.portal.clock.now()), state), "being here makes nobody's plan stale");
        w.clock.pass(SignedDuration::from_mins(4));
        visit(&w, &w.anna).await;
        assert_eq!(noted().await, first);
        w.clock.pass(SignedDuration::from_mins(1));
        visit(&w, &w.anna).await;
        assert_eq!(noted().await, (Some(w.portal.clock.now()), state));
    }
}
