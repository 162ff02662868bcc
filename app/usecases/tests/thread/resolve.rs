//! Claims about how threads end and begin again.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{event::EventKind, id::ThreadId, thread::Ball};
use coplan_store::{Turn, access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    plan::{self, EventFilter, NewsDetail},
    thread::{self, PassBallForm, ResolveForm, ThreadState, pass_ball, reopen},
};
use jiff::Timestamp;

async fn resolve(g: &Fixtures, actor: &Actor, thread: ThreadId, outcome: &str, version: i64) -> Result<(), Error<ThreadState>> {
    let form = ResolveForm { outcome: outcome.to_owned(), version };
    thread::resolve(&g.world.portal, actor, g.world.lakeside, thread, &form).await
}

/// What had come of a thread before it was opened again: when, by whom, and what.
async fn past(g: &Fixtures, thread: ThreadId) -> Vec<(Timestamp, String, String)> {
    let past = g.show(&g.world.anna, thread).await.past_outcomes;
    past.into_iter().map(|it| (it.at, it.by, it.outcome)).collect()
}

async fn version(g: &Fixtures, thread: ThreadId) -> i64 {
    g.show(&g.world.mikko, thread).await.state.version
}

on_both_databases! {
    async fn resolving_asks_for_the_outcome(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let refused = resolve(&g, &g.world.mikko, thread, " ", version(&g, thread).await).await.unwrap_err();
        let Error::Invalid(problems) = refused else { panic!("{refused}") };
        assert_eq!(problems, [FieldProblem { field: "outcome", problem: Problem::Empty }]);
        assert_eq!(g.show(&g.world.mikko, thread).await.state.resolution, None);
    }

    async fn either_side_resolves_and_nobody_has_the_ball(db: TestDb) {
        let g = ground(db).await;
        for (actor, name) in [(&g.world.mikko, "Mikko Kallio"), (&g.world.ben, "Ben Berg")] {
            let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
            resolve(&g, actor, thread, "The 12th", version(&g, thread).await).await.unwrap();
            let state = g.show(&g.world.anna, thread).await.state;
            let resolution = state.resolution.unwrap();
            assert_eq!((state.ball, resolution.by.as_str(), resolution.outcome.as_str()), (Ball::Nobody, name, "The 12th"));
            assert_eq!(resolution.at, g.now());
        }
    }

    async fn open_threads_stand_before_resolved_ones_and_the_longest_wait_on_top(db: TestDb) {
        let g = ground(db).await;
        for title in ["first", "second", "third", "fourth"] {
            let thread = g.open(&g.world.anna, g.plan(), title).await;
            g.pass_minutes(5);
            if matches!(title, "first" | "third") {
                resolve(&g, &g.world.mikko, thread, "Done", version(&g, thread).await).await.unwrap();
            }
        }
        assert_eq!(g.titles(&g.world.anna).await, ["second", "fourth", "third", "first"]);
    }

    async fn resolving_twice_alike_resolves_once(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let read = version(&g, thread).await;
        resolve(&g, &g.world.anna, thread, "The 12th", read).await.unwrap();
        let first = g.show(&g.world.anna, thread).await.state;
        g.pass_minutes(1);
        resolve(&g, &g.world.anna, thread, "The 12th", read).await.unwrap();
        assert_eq!(g.show(&g.world.anna, thread).await.state, first);
        let told = g.news(&g.world.mikko).await.into_iter().filter(|(kind, _)| *kind == EventKind::ThreadResolved).count();
        assert_eq!(told, 1);
    }

    async fn resolving_otherwise_at_the_same_time_shows_the_first_outcome(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let read = version(&g, thread).await;
        resolve(&g, &g.world.anna, thread, "The 12th", read).await.unwrap();
        let refused = resolve(&g, &g.world.mikko, thread, "The 5th", read).await.unwrap_err();
        let Error::Stale(theirs) = refused else { panic!("{refused}") };
        assert_eq!(theirs.resolution.map(|r| r.outcome), Some("The 12th".to_owned()));
    }

    async fn resolving_after_an_unread_reply_is_stale(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let read = version(&g, thread).await;
        g.reply(&g.world.anna, thread, "And which hall?").await;
        let refused = resolve(&g, &g.world.mikko, thread, "The 12th", read).await;
        assert!(matches!(refused, Err(Error::Stale(theirs)) if theirs.resolution.is_none()));
    }

    async fn a_reply_in_a_resolved_thread_opens_it_again(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        resolve(&g, &g.world.mikko, thread, "The 12th", version(&g, thread).await).await.unwrap();
        g.pass_minutes(5);
        g.reply(&g.world.anna, thread, "Not any more.").await;
        let state = g.show(&g.world.anna, thread).await.state;
        assert_eq!((state.ball, state.ball_since, state.resolution), (Ball::Supplier, g.now(), None));
        let told = g.news(&g.world.mikko).await.into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        assert!(told.contains(&EventKind::ThreadReopened) && told.contains(&EventKind::Replied));
    }

    async fn either_side_reopens_and_the_supplier_moves(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        for actor in [&g.world.anna, &g.world.mikko] {
            resolve(&g, &g.world.mikko, thread, "The 12th", version(&g, thread).await).await.unwrap();
            g.pass_minutes(5);
            reopen(&g.world.portal, actor, g.world.lakeside, thread, version(&g, thread).await).await.unwrap();
            let state = g.show(&g.world.anna, thread).await.state;
            assert_eq!((state.ball, state.ball_since, state.resolution), (Ball::Supplier, g.now(), None));
        }
    }

    async fn what_had_come_of_it_stays_readable_after_it_is_opened_again(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.pass_minutes(5);
        let first = (g.now(), "Mikko Kallio".to_owned(), "The 12th".to_owned());
        resolve(&g, &g.world.mikko, thread, "The 12th", version(&g, thread).await).await.unwrap();
        g.pass_minutes(5);
        reopen(&g.world.portal, &g.world.anna, g.world.lakeside, thread, version(&g, thread).await).await.unwrap();
        let second = (g.now(), "Ben Berg".to_owned(), "The 5th".to_owned());
        resolve(&g, &g.world.ben, thread, "The 5th", version(&g, thread).await).await.unwrap();
        assert_eq!(past(&g, thread).await, std::slice::from_ref(&first), "what holds is told above");
        g.pass_minutes(5);
        g.reply(&g.world.anna, thread, "Not any more.").await;
        assert_eq!(past(&g, thread).await, [first, second]);
        g.reply(&g.world.anna, thread, "And which hall?").await;
        assert_eq!(past(&g, thread).await.len(), 2, "a message in an open thread adds none");
    }

    async fn all_that_changed_tells_what_came_of_each_resolving(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        for outcome in ["The 12th", "The 5th"] {
            g.pass_minutes(5);
            resolve(&g, &g.world.mikko, thread, outcome, version(&g, thread).await).await.unwrap();
            g.pass_minutes(5);
            if outcome == "The 12th" {
                reopen(&g.world.portal, &g.world.anna, g.world.lakeside, thread, version(&g, thread).await).await.unwrap();
            }
        }
        let line = g.open(&g.world.mikko, g.line(), "Why six hours?").await;
        resolve(&g, &g.world.mikko, line, "A discount of 120 euros", version(&g, line).await).await.unwrap();
        let told = async |actor| {
            let changes = plan::changes(&g.world.portal, actor, g.world.lakeside, EventFilter::default(), &Turn::First).await.unwrap();
            let outcome = |detail| if let NewsDetail::Outcome((_, outcome)) = detail { Some(outcome) } else { None };
            changes.items.into_iter().filter_map(|item| item.detail).filter_map(outcome).collect::<Vec<_>>()
        };
        assert_eq!(told(&g.world.anna).await, ["A discount of 120 euros", "The 5th", "The 12th"]);
        assert_eq!(told(&g.world.ben).await, ["The 5th", "The 12th"], "without sums");
    }

    async fn a_page_of_earlier_messages_tells_what_came_of_it_there(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.pass_minutes(5);
        resolve(&g, &g.world.mikko, thread, "The 12th", version(&g, thread).await).await.unwrap();
        for count in 0..100 {
            g.pass_minutes(5);
            g.reply(&g.world.mikko, thread, &format!("More of it, {count}")).await;
        }
        resolve(&g, &g.world.mikko, thread, "The 5th", version(&g, thread).await).await.unwrap();
        reopen(&g.world.portal, &g.world.anna, g.world.lakeside, thread, version(&g, thread).await).await.unwrap();
        let outcomes = |view: &thread::ThreadView| view.past_outcomes.iter().map(|it| it.outcome.clone()).collect::<Vec<_>>();
        let last = g.show(&g.world.anna, thread).await;
        assert_eq!(outcomes(&last), ["The 5th"]);
        let earlier = thread::show(&g.world.portal, &g.world.anna, g.world.lakeside, thread, last.earlier).await.unwrap();
        assert_eq!(outcomes(&earlier), ["The 12th"]);
    }

    async fn reopening_an_open_thread_changes_nothing(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let before = g.show(&g.world.anna, thread).await;
        reopen(&g.world.portal, &g.world.anna, g.world.lakeside, thread, before.state.version).await.unwrap();
        assert_eq!(g.show(&g.world.anna, thread).await, before);
    }

    async fn reopening_what_was_resolved_anew_is_stale(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        resolve(&g, &g.world.mikko, thread, "The 5th", version(&g, thread).await).await.unwrap();
        let read = version(&g, thread).await;
        g.reply(&g.world.anna, thread, "No.").await;
        resolve(&g, &g.world.mikko, thread, "The 12th", version(&g, thread).await).await.unwrap();
        let refused = reopen(&g.world.portal, &g.world.anna, g.world.lakeside, thread, read).await.unwrap_err();
        let Error::Stale(theirs) = refused else { panic!("{refused}") };
        assert_eq!(theirs.resolution.map(|r| r.outcome), Some("The 12th".to_owned()));
    }

    async fn the_ball_of_a_resolved_thread_cannot_be_passed(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        resolve(&g, &g.world.mikko, thread, "The 5th", version(&g, thread).await).await.unwrap();
        for ball in [Ball::Supplier, Ball::Nobody] {
            let form = PassBallForm { ball, version: version(&g, thread).await };
            let refused = pass_ball(&g.world.portal, &g.world.anna, g.world.lakeside, thread, form).await;
            assert!(matches!(refused, Err(Error::Stale(_))), "{ball}");
        }
    }
}
