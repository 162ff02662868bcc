//! Claims about whose turn it is, and since when.

use crate::fixtures::ground;
use coplan_domain::{event::EventKind, thread::Ball};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    thread::{PassBallForm, pass_ball},
};

on_both_databases! {
    async fn opening_gives_the_ball_to_the_other_side(db: TestDb) {
        let g = ground(db).await;
        let by_member = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let by_staff = g.open(&g.world.mikko, g.plan(), "Who decides?").await;
        assert_eq!(g.ball(by_member).await, (Ball::Supplier, g.now()));
        assert_eq!(g.ball(by_staff).await, (Ball::Customer, g.now()));
    }

    async fn replying_passes_the_ball_and_its_age_begins(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.pass_minutes(60);
        g.reply(&g.world.mikko, thread, "The 5th or the 12th.").await;
        let answered = g.now();
        g.pass_minutes(60);
        assert_eq!(g.ball(thread).await, (Ball::Customer, answered));
        g.reply(&g.world.ben, thread, "The 12th.").await;
        assert_eq!(g.ball(thread).await, (Ball::Supplier, g.now()));
    }

    async fn writing_twice_does_not_make_a_wait_younger(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let asked = g.now();
        g.pass_minutes(60);
        g.reply(&g.world.anna, thread, "We ask again.").await;
        assert_eq!(g.ball(thread).await, (Ball::Supplier, asked));
    }

    async fn either_side_corrects_whose_turn_it_is(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "For your information").await;
        for (actor, ball) in [(&g.world.mikko, Ball::Nobody), (&g.world.ben, Ball::Supplier), (&g.world.anna, Ball::Customer)] {
            g.pass_minutes(1);
            let form = PassBallForm { ball, version: g.show(actor, thread).await.state.version };
            pass_ball(&g.world.portal, actor, g.world.lakeside, thread, form).await.unwrap();
            assert_eq!(g.ball(thread).await, (ball, g.now()));
        }
        let passed = g.news(&g.world.mikko).await.into_iter().filter(|(kind, _)| *kind == EventKind::BallPassed).count();
        assert_eq!(passed, 2);
    }

    async fn the_ball_is_passed_once_by_two_clicks_at_once(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let form = PassBallForm { ball: Ball::Nobody, version: g.show(&g.world.mikko, thread).await.state.version };
        let press = || pass_ball(&g.world.portal, &g.world.mikko, g.world.lakeside, thread, form);
        let (one, other) = tokio::join!(press(), press());
        one.unwrap();
        other.unwrap();
        let passed = g.news(&g.world.anna).await.into_iter().filter(|(kind, _)| *kind == EventKind::BallPassed).count();
        assert_eq!(passed, 1);
    }

    async fn passing_the_ball_to_whoever_has_it_changes_nothing(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let before = g.show(&g.world.anna, thread).await.state;
        g.pass_minutes(5);
        let form = PassBallForm { ball: Ball::Supplier, version: before.version - 1 };
        pass_ball(&g.world.portal, &g.world.anna, g.world.lakeside, thread, form).await.unwrap();
        assert_eq!(g.show(&g.world.anna, thread).await.state, before);
        assert!(!g.news(&g.world.mikko).await.iter().any(|(kind, _)| *kind == EventKind::BallPassed));
    }

    async fn passing_the_ball_after_an_unread_reply_shows_what_holds_now(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let read = g.show(&g.world.anna, thread).await.state.version;
        g.reply(&g.world.mikko, thread, "The 12th.").await;
        let form = PassBallForm { ball: Ball::Nobody, version: read };
        let refused = pass_ball(&g.world.portal, &g.world.anna, g.world.lakeside, thread, form).await;
        let now = g.show(&g.world.anna, thread).await.state;
        assert!(matches!(refused, Err(Error::Stale(theirs)) if *theirs == now));
        assert_eq!(now.ball, Ball::Customer);
    }
}
