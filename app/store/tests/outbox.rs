//! Promised work is done by one worker at a time, and what became of it is kept for whoever has it.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{job::Priority, mail::WhyUndelivered, system::Rng};
use coplan_store::{
    Change, Db, Engine, Invalidation,
    access::System,
    on_both_databases,
    outbox::{self, Job, NewJob},
    testing::{TestChance, TestClock, TestDb, dump},
};
use jiff::SignedDuration;
use std::{sync::Arc, time::Duration};

const LEASE: SignedDuration = SignedDuration::from_mins(2);
const WEEKS: SignedDuration = SignedDuration::from_hours(24 * 21);
const AT_ONCE: SignedDuration = SignedDuration::ZERO;

/// Work that is due at once.
fn job(kind: &str) -> NewJob<'_> {
    NewJob { kind, payload: "{}", priority: Priority::Interactive, recipient: None, after: AT_ONCE }
}

/// A database with a clock of its own.
struct Office {
    db: TestDb,
    clock: TestClock,
    rng: Arc<dyn Rng>,
}

impl Office {
    fn new(db: TestDb) -> Self {
        Self { db, clock: TestClock::default(), rng: Arc::new(TestChance::default()) }
    }

    async fn change(&self) -> Change {
        self.db.db.change(&self.clock, &self.rng, Invalidation::Touched).await.unwrap()
    }

    async fn enqueue(&self, kinds: &[&str]) {
        self.enqueue_with(Priority::Interactive, kinds).await;
    }

    async fn enqueue_with(&self, priority: Priority, kinds: &[&str]) {
        let mut change = self.change().await;
        for kind in kinds {
            change.enqueue(&NewJob { priority, ..job(kind) }).await.unwrap();
        }
        change.commit(drop).await.unwrap();
    }

    async fn claim(&self) -> Option<Job> {
        let mut change = self.change().await;
        let job = outbox::claim(&mut change, &System::for_tests(), LEASE).await.unwrap();
        change.commit(drop).await.unwrap();
        job
    }

    async fn done(&self, job: &Job) -> bool {
        let mut change = self.change().await;
        let ours = outbox::update_done(&mut change, &System::for_tests(), job).await.unwrap();
        change.commit(drop).await.unwrap();
        ours
    }

    async fn failed(&self, job: &Job, why: WhyUndelivered, pause: Option<SignedDuration>) -> bool {
        let mut change = self.change().await;
        let ours = outbox::update_failed(&mut change, &System::for_tests(), job, (why, None), pause).await.unwrap();
        change.commit(drop).await.unwrap();
        ours
    }

    /// The kinds of what is kept once everything this old is forgotten.
    async fn kept_after(&self, age: SignedDuration) -> Vec<&'static str> {
        let mut change = self.change().await;
        outbox::remove_old(&mut change, &System::for_tests(), age).await.unwrap();
        change.commit(drop).await.unwrap();
        let kept = dump(&self.db.db).await;
        let is_kept = |kind: &str| kept.iter().any(|line| line.starts_with("outbox") && line.contains(kind));
        ["done", "given up", "waiting"].into_iter().filter(|kind| is_kept(kind)).collect()
    }
}

on_both_databases! {
    async fn a_claimed_job_is_nobody_elses_until_its_lease_ends(db: TestDb) {
        let office = Office::new(db);
        office.enqueue(&["first"]).await;
        let first = office.claim().await.unwrap();
        assert_eq!((first.kind.as_str(), first.payload.as_str(), first.tries), ("first", "{}", 1));
        office.clock.pass(LEASE - SignedDuration::from_secs(1));
        assert!(office.claim().await.is_none());
        office.clock.pass(SignedDuration::from_secs(1));
        let again = office.claim().await.unwrap();
        assert_eq!((again.id, again.tries), (first.id, 2));
    }

    async fn whoever_is_slower_gets_the_next_job(db: TestDb) {
        let office = Arc::new(Office::new(db));
        office.enqueue(&["first", "second"]).await;
        let mut quicker = office.change().await;
        assert_eq!(outbox::claim(&mut quicker, &System::for_tests(), LEASE).await.unwrap().unwrap().kind, "first");
        let slower = tokio::spawn({
            let office = Arc::clone(&office);
            async move { office.claim().await }
        });
        // Long enough for the slower one to have found the same job, and to wait for the quicker one's end.
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(!slower.is_finished(), "both claim at once");
        quicker.commit(drop).await.unwrap();
        assert_eq!(slower.await.unwrap().unwrap().kind, "second");
        assert!(office.claim().await.is_none());
    }

    async fn jobs_are_claimed_in_the_order_in_which_they_are_due(db: TestDb) {
        let office = Office::new(db);
        let mut change = office.change().await;
        change.enqueue(&NewJob { after: SignedDuration::from_mins(1), ..job("later") }).await.unwrap();
        change.commit(drop).await.unwrap();
        office.enqueue(&["first", "second"]).await;
        for kind in ["first", "second"] {
            assert_eq!(office.claim().await.unwrap().kind, kind);
        }
        assert!(office.claim().await.is_none(), "it is not due yet");
        office.clock.pass(SignedDuration::from_mins(1));
        assert_eq!(office.claim().await.unwrap().kind, "later");
    }

    async fn what_somebody_waits_for_at_a_screen_comes_before_what_tells_many(db: TestDb) {
        let office = Office::new(db);
        office.enqueue_with(Priority::News, &["message_mail_to", "message_mail"]).await;
        office.clock.pass(SignedDuration::from_mins(1));
        office.enqueue(&["code_mail"]).await;
        for kind in ["code_mail", "message_mail_to", "message_mail"] {
            assert_eq!(office.claim().await.unwrap().kind, kind);
        }
    }

    async fn what_is_done_is_not_claimed_again(db: TestDb) {
        let office = Office::new(db);
        office.enqueue(&["first"]).await;
        let job = office.claim().await.unwrap();
        assert!(office.done(&job).await);
        office.clock.pass(SignedDuration::from_hours(24));
        assert!(office.claim().await.is_none());
        assert!(!office.done(&job).await, "once is enough");
    }

    async fn what_failed_is_tried_again_after_its_pause(db: TestDb) {
        let office = Office::new(db);
        office.enqueue(&["first"]).await;
        let job = office.claim().await.unwrap();
        assert!(office.failed(&job, WhyUndelivered::NotTaken, Some(SignedDuration::from_secs(30))).await);
        office.clock.pass(SignedDuration::from_secs(29));
        assert!(office.claim().await.is_none());
        office.clock.pass(SignedDuration::from_secs(1));
        assert_eq!(office.claim().await.unwrap().tries, 2);
    }

    async fn what_is_given_up_is_not_claimed_again(db: TestDb) {
        let office = Office::new(db);
        office.enqueue(&["first"]).await;
        let job = office.claim().await.unwrap();
        assert!(office.failed(&job, WhyUndelivered::Refused, None).await);
        office.clock.pass(SignedDuration::from_hours(24));
        assert!(office.claim().await.is_none());
        assert!(!office.done(&job).await && !office.failed(&job, WhyUndelivered::Refused, Some(AT_ONCE)).await);
    }

    async fn whoever_has_lost_the_job_keeps_nothing_of_it(db: TestDb) {
        let office = Office::new(db);
        office.enqueue(&["first"]).await;
        let lost = office.claim().await.unwrap();
        office.clock.pass(LEASE);
        let held = office.claim().await.unwrap();
        let before = dump(&office.db.db).await;
        assert!(!office.done(&lost).await);
        assert!(!office.failed(&lost, WhyUndelivered::Refused, None).await);
        assert_eq!(dump(&office.db.db).await, before);
        assert!(office.done(&held).await);
    }

    async fn whoever_outlasts_its_lease_and_still_has_the_job_keeps_what_became_of_it(db: TestDb) {
        let office = Office::new(db);
        office.enqueue(&["first"]).await;
        let job = office.claim().await.unwrap();
        office.clock.pass(LEASE * 2);
        assert!(office.done(&job).await);
        assert!(office.claim().await.is_none());
    }

    async fn what_is_done_or_settled_is_forgotten_after_its_time_and_nothing_else(db: TestDb) {
        let office = Office::new(db);
        office.enqueue(&["done", "given up", "waiting"]).await;
        let done = office.claim().await.unwrap();
        assert!(office.done(&done).await);
        let given_up = office.claim().await.unwrap();
        assert!(office.failed(&given_up, WhyUndelivered::Refused, None).await);
        let week = SignedDuration::from_hours(24 * 7);
        assert_eq!(office.kept_after(week).await, ["done", "given up", "waiting"]);
        office.clock.pass(week);
        assert_eq!(office.kept_after(week).await, ["done", "given up", "waiting"], "not a moment early");
        office.clock.pass(SignedDuration::from_millis(1));
        assert_eq!(office.kept_after(week).await, ["waiting"]);
    }

    async fn what_a_clock_that_was_ahead_has_put_off_or_leased_is_not_left_for_weeks(db: TestDb) {
        let office = Office::new(db);
        office.clock.pass(WEEKS);
        office.enqueue(&["leased", "put off"]).await;
        office.claim().await.unwrap();
        office.clock.pass(-WEEKS);
        let kinds = [office.claim().await.unwrap().kind, office.claim().await.unwrap().kind];
        assert_eq!(kinds, ["leased", "put off"]);
        assert!(office.claim().await.is_none());
    }

    async fn two_processes_whose_clocks_differ_do_no_job_twice(db: TestDb) {
        if db.db.engine() == Engine::Sqlite {
            return;
        }
        let serving = Db::open(&db.url, 2).await.unwrap();
        let office = Office::new(db);
        office.enqueue(&["first"]).await;
        let claim = async || {
            let mut change = serving.change(&office.clock, &office.rng, Invalidation::Touched).await.unwrap();
            let job = outbox::claim(&mut change, &System::for_tests(), LEASE).await.unwrap();
            change.commit(drop).await.unwrap();
            job
        };
        assert!(claim().await.is_some());
        office.clock.pass(SignedDuration::from_mins(3));
        assert!(claim().await.is_none());
        serving.close().await;
    }
}
