//! Undoing what one answered, and the last day to choose.

use crate::{
    fixtures::{id, page, seen_milestone, task},
    request::{Ground, ground, told, weekends},
};
use coplan_domain::{
    event::EventKind,
    plan::TaskState,
    request::UNDO,
    thread::{About, AboutKind},
};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    form::Problem,
    milestone::{self as milestones, PromiseForm},
    request::{self, AnswerForm, RequestForm},
    testing::world,
    thread::{self, OpenForm},
};
use jiff::{SignedDuration, Timestamp};

const SOON: SignedDuration = SignedDuration::from_secs(1);

impl Ground {
    async fn undo(&self, by: &Actor) -> Result<(), Error<()>> {
        request::undo(&self.w.portal, by, self.w.lakeside, self.weekend).await.map(drop)
    }

    /// The days that were promised for the milestone, the first first.
    async fn promised(&self) -> Vec<String> {
        let seen = seen_milestone(&self.w, self.network, self.hall3).await;
        seen.promises.iter().map(|promise| promise.day.to_string()).collect()
    }

    /// Until when the actor may undo its answer, by the project's page and by what the plan asks.
    async fn undo_until(&self, by: &Actor) -> Option<Timestamp> {
        let given = request::find_given(&self.w.portal, by, self.w.lakeside, self.weekend).await.unwrap();
        let seen = page(&self.w, by, self.network).await.tasks.remove(0);
        assert_eq!(given.as_ref().map(|given| given.until), seen.undo_until);
        seen.undo_until
    }
}

on_both_databases! {
    async fn what_was_answered_is_undone_with_all_that_it_did(db: TestDb) {
        let g = ground(world(db).await).await;
        let about = About { kind: AboutKind::Task, id: g.weekend.0 };
        let (title, text) = ("Which weekend?".to_owned(), "Or none?".to_owned());
        let form = OpenForm { thread: id(&g.w.portal).await, message: id(&g.w.portal).await, about, title, text };
        let discussed = thread::open(&g.w.portal, &g.w.ben, g.w.lakeside, &form).await.unwrap();
        g.answer(&g.w.anna, "2", "").await.unwrap();
        assert_eq!(g.undo_until(&g.w.anna).await, Some(g.w.portal.clock.now() + UNDO));
        g.w.clock.pass(SOON);
        for other in [&g.w.ben, &g.w.mikko] {
            assert!(g.undo_until(other).await.is_none());
            assert!(matches!(g.undo(other).await, Err(Error::NotFound)), "only whoever answered");
        }
        assert!(matches!(g.undo(&g.w.carla).await, Err(Error::NotFound)), "of another customer");
        let mut events = g.w.portal.listen();
        g.undo(&g.w.anna).await.unwrap();
        g.undo(&g.w.anna).await.unwrap();
        let kinds = [events.recv().await.unwrap().kind, events.recv().await.unwrap().kind, events.recv().await.unwrap().kind];
        assert_eq!(kinds, [EventKind::TaskAnswerUndone, EventKind::PromiseMoved, EventKind::ThreadReopened]);
        assert_eq!(events.len(), 0, "undone twice is told once");
        assert_eq!(g.state().await, TaskState::Open);
        assert_eq!(g.promised().await, ["2026-12-10", "2026-12-18", "2026-12-10"]);
        assert!(page(&g.w, &g.w.anna, g.network).await.tasks[0].answer.is_none());
        let open = thread::show(&g.w.portal, &g.w.anna, g.w.lakeside, discussed, None).await.unwrap();
        assert!(open.state.resolution.is_none(), "what it ended goes on");
        assert_eq!(open.past_outcomes.len(), 1, "and tells what had come of it");
        g.answer(&g.w.ben, "1", "").await.unwrap();
        assert_eq!(g.promised().await.len(), 3, "another choice leaves the day");
    }

    async fn an_answer_stays_once_it_is_old_or_the_promise_has_moved_on(db: TestDb) {
        let g = ground(world(db).await).await;
        g.answer(&g.w.anna, "2", "").await.unwrap();
        let day = PromiseForm { promised_on: "2026-12-21".to_owned(), reason: "The lift".to_owned(), confirmed: false, version: 2, was: String::new() };
        milestones::move_promise(&g.w.portal, &g.w.mikko, g.w.lakeside, g.hall3, &day).await.unwrap();
        g.undo(&g.w.anna).await.unwrap();
        assert_eq!(g.promised().await.last().unwrap(), "2026-12-21", "what was promised since stays");
        g.answer(&g.w.anna, "1", "").await.unwrap();
        g.w.clock.pass(UNDO);
        assert!(g.undo_until(&g.w.anna).await.is_none());
        assert!(matches!(g.undo(&g.w.anna).await, Err(Error::Stale(_))));
        assert_eq!(g.state().await, TaskState::Done);
    }

    async fn undoing_promises_no_day_that_was_given_up(db: TestDb) {
        let g = ground(world(db).await).await;
        let promise = async |day: &str, version: i64| {
            let (promised_on, reason, was) = (day.to_owned(), "The crew".to_owned(), String::new());
            let form = PromiseForm { promised_on, reason, confirmed: false, version, was };
            milestones::move_promise(&g.w.portal, &g.w.mikko, g.w.lakeside, g.hall3, &form).await.unwrap();
        };
        g.answer(&g.w.anna, "2", "").await.unwrap();
        promise("2026-12-21", 2).await;
        promise("2026-12-18", 3).await;
        g.undo(&g.w.anna).await.unwrap();
        assert_eq!(g.promised().await.last().unwrap(), "2026-12-18", "the supplier promised it once more by itself");

        let other = task(&g.w, g.network, "Choose another", "customer", "onstage").await;
        let later = RequestForm { day2: "2026-12-22".to_owned(), ..weekends(g.hall3, 0) };
        request::ask(&g.w.portal, &g.w.mikko, g.w.lakeside, other, &later).await.unwrap();
        promise("2026-12-14", 4).await;
        g.answer(&g.w.anna, "2", "").await.unwrap();
        let asked = page(&g.w, &g.w.anna, g.network).await.tasks.into_iter().find(|task| task.id == other).unwrap();
        let form = AnswerForm { choice: "2".to_owned(), ..AnswerForm::of(&asked.request.unwrap(), "") };
        request::answer(&g.w.portal, &g.w.anna, g.w.lakeside, other, &form).await.unwrap();
        g.undo(&g.w.anna).await.unwrap();
        assert_eq!(g.promised().await.last().unwrap(), "2026-12-22", "the later choice stands");
        request::undo(&g.w.portal, &g.w.anna, g.w.lakeside, other).await.unwrap();
        assert_eq!(g.promised().await.last().unwrap(), "2026-12-14", "not the day of what was undone before");
    }

    async fn until_the_last_day_the_customer_chooses_and_changes_its_choice(db: TestDb) {
        let g = ground(world(db).await).await;
        let until = |day: &str| RequestForm { open_until: day.to_owned(), ..weekends(g.hall3, 1) };
        assert_eq!(told(g.ask(&g.w.mikko, &until("soon")).await), [("open_until", Problem::NotADate)]);
        assert_eq!(told(g.ask(&g.w.mikko, &until("2026-11-15")).await), [("open_until", Problem::InPast)]);
        g.ask(&g.w.mikko, &until("2026-11-18")).await.unwrap();
        g.answer(&g.w.anna, "2", "").await.unwrap();
        g.w.clock.pass(SignedDuration::from_hours(24 * 2));
        assert_eq!(g.undo_until(&g.w.anna).await.unwrap().to_string(), "2026-11-18T22:00:00Z", "the end of that day in Helsinki");
        g.undo(&g.w.anna).await.unwrap();
        g.w.clock.pass(SignedDuration::from_hours(24));
        assert_eq!(told(g.answer(&g.w.anna, "2", "").await), [("choice", Problem::ChoiceOver)]);
        g.answer(&g.w.mikko, "2", "She called.").await.unwrap();
        assert_eq!(g.state().await, TaskState::Done, "the supplier writes down what it is told");
    }
}
