//! Goals: proposed by either side, agreed to by both in one revision, measured by one side and confirmed by the other.

use crate::fixtures::id;
use coplan_domain::{
    event::EventKind,
    goal::{GoalOutcome, GoalState},
    id::{GoalId, ReadingId},
    person::{Scope, Side},
};
use coplan_store::{Turn, access, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    form::{FieldProblem, Problem},
    goal::{self, ChangeGoalForm, DisputeForm, EndGoalForm, GoalView, ImportReadingsForm, ProposeForm, ReadingForm},
    plan::{self, EventFilter, WaitingItem},
    testing::{World, world},
    waiting,
};
use jiff::{SignedDuration, ToSpan, civil::Date};
use proptest::{prelude::*, test_runner::TestRng};

async fn form(world: &World) -> ProposeForm {
    let text = |text: &str| text.to_owned();
    ProposeForm {
        title: text("No shift waits"),
        why: text("The line stands still meanwhile"),
        measure: text("Waiting time per shift"),
        unit: text("min"),
        measured_by: text("The shift leader"),
        baseline: text("14"),
        target: text("4"),
        direction: text("down"),
        due_on: today(world).saturating_add(100.days()).to_string(),
        ..ProposeForm::blank(id(&world.portal).await)
    }
}

fn today(world: &World) -> Date {
    coplan_usecases::day_in(world.portal.clock.now(), "Europe/Helsinki")
}

async fn proposed(world: &World, by: &Actor) -> GoalId {
    goal::propose(&world.portal, by, world.lakeside, &form(world).await).await.unwrap()
}

async fn agreed(world: &World) -> GoalId {
    let id = proposed(world, &world.mikko).await;
    goal::approve(&world.portal, &world.anna, world.lakeside, id, 1).await.unwrap();
    id
}

async fn seen(world: &World, reader: &Actor, id: GoalId) -> GoalView {
    goal::show(&world.portal, reader, world.lakeside, id).await.unwrap()
}

async fn measure(world: &World, by: &Actor, goal: GoalId, value: &str) -> Result<ReadingId, Error> {
    let day = today(world).to_string();
    let form = ReadingForm { day, value: value.to_owned(), ..ReadingForm::blank(id(&world.portal).await) };
    goal::record(&world.portal, by, world.lakeside, goal, &form).await.map(|()| form.id)
}

/// How many goals wait for the reader's side, by the line on its plan.
async fn waits(world: &World, reader: &Actor) -> usize {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let lines = view.waiting.iter().filter_map(|item| match item {
        WaitingItem::Goals(goals) => Some(goals.count),
        WaitingItem::Task(_) | WaitingItem::Thread(_) | WaitingItem::Question(_) | WaitingItem::Room(_) => None,
    });
    let lines = lines.collect::<Vec<_>>();
    assert!(lines.len() < 2, "one line for all goals");
    lines.first().copied().unwrap_or_default()
}

on_both_databases! {
    async fn goals_that_go_on_come_before_those_that_ended_however_many_those_are(db: TestDb) {
        let world = world(db).await;
        let going_on = agreed(&world).await;
        let end = EndGoalForm { outcome: GoalOutcome::Reached.to_string(), reason: String::new() };
        let mut ended = Vec::new();
        for _ in 0..2 {
            world.clock.pass(SignedDuration::from_mins(1));
            let id = agreed(&world).await;
            goal::end(&world.portal, &world.anna, world.lakeside, id, &end).await.unwrap();
            ended.insert(0, id);
        }
        let mut conn = world.portal.db.read().await.unwrap();
        let scope = access::find(&mut conn, &world.anna, world.lakeside).await.unwrap().unwrap().goals.unwrap();
        let listed = coplan_store::goal::list(&mut conn, scope, 2).await.unwrap();
        assert_eq!(listed.iter().map(|goal| goal.id).collect::<Vec<_>>(), [going_on, ended[0]]);
    }

    async fn a_goal_goes_from_a_proposal_to_its_end(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside, mikko, anna) = (&world.portal, world.lakeside, &world.mikko, &world.anna);
        let rooms = async || plan::show(portal, anna, lakeside).await.unwrap().frame.has_room(Scope::Goals);
        assert!(!rooms().await, "an empty room is not in the way");
        let id = proposed(&world, mikko).await;
        assert!(rooms().await);
        assert_eq!(seen(&world, anna, id).await.goal.state(), GoalState::Proposed);
        assert_eq!((waits(&world, mikko).await, waits(&world, anna).await), (0, 1));
        for _ in 0..2 {
            goal::approve(portal, anna, lakeside, id, 1).await.unwrap();
        }
        let view = seen(&world, anna, id).await;
        assert_eq!((view.goal.state(), waits(&world, anna).await), (GoalState::Agreed, 0));
        let by: Vec<_> = view.approvals.iter().map(|it| (it.side, it.by.as_str(), it.revision)).collect();
        assert_eq!(by, [(Side::Customer, "Anna Aho", 1), (Side::Supplier, "Mikko Kallio", 1)]);
        let given_up = EndGoalForm { outcome: "given_up".to_owned(), reason: String::new() };
        let empty = vec![FieldProblem { field: "reason", problem: Problem::Empty }];
        assert!(matches!(goal::end(portal, anna, lakeside, id, &given_up).await, Err(Error::Invalid(problems)) if problems == empty));
        let reached = EndGoalForm { outcome: "reached".to_owned(), reason: String::new() };
        for _ in 0..2 {
            goal::end(portal, anna, lakeside, id, &reached).await.unwrap();
        }
        assert_eq!(seen(&world, mikko, id).await.goal.state(), GoalState::Ended(GoalOutcome::Reached));
        assert!(matches!(measure(&world, anna, id, "3").await, Err(Error::NotFound)), "nothing is measured of what ended");
        goal::resume(portal, mikko, lakeside, id).await.unwrap();
        assert_eq!(seen(&world, anna, id).await.goal.state(), GoalState::Agreed);
        let told = plan::changes(portal, anna, lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let kinds: Vec<_> = told.iter().map(|item| item.kind).filter(|kind| kind.as_str().starts_with("goal")).collect();
        assert_eq!(kinds, [EventKind::GoalResumed, EventKind::GoalReached, EventKind::GoalAgreed, EventKind::GoalProposed]);
    }

    async fn a_reading_counts_unless_the_other_side_disputes_it(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside, mikko, anna) = (&world.portal, world.lakeside, &world.mikko, &world.anna);
        let id = agreed(&world).await;
        world.clock.pass(SignedDuration::from_hours(24 * 20));
        let bad = measure(&world, mikko, id, "13,9").await.unwrap();
        let found = seen(&world, anna, id).await.goal;
        assert!(found.is_off(today(&world)), "13.9 where 12 is expected");
        assert_eq!((waits(&world, mikko).await, waits(&world, anna).await), (1, 1));
        let staffs = waiting::show(portal, mikko).await.unwrap().unwrap().goals;
        assert_eq!(staffs.iter().map(|it| (it.id, it.is_off)).collect::<Vec<_>>(), [(id, true)]);
        assert!(waiting::show(portal, &world.saara).await.unwrap().unwrap().goals.is_empty(), "another has the customer");
        assert!(matches!(goal::confirm(portal, mikko, lakeside, id, bad).await, Err(Error::NotFound)), "its own");
        let words = DisputeForm { words: "That was the test call".to_owned() };
        for _ in 0..2 {
            goal::dispute(portal, anna, lakeside, (id, bad), &words).await.unwrap();
        }
        let found = seen(&world, anna, id).await.goal;
        assert!(!found.is_off(today(&world)) && found.last.is_none(), "what is disputed does not count");
        assert_eq!((waits(&world, mikko).await, waits(&world, anna).await), (0, 0));
        goal::remove_reading(portal, mikko, lakeside, id, bad).await.unwrap();
        let good = measure(&world, anna, id, "11").await.unwrap();
        assert_eq!((waits(&world, mikko).await, waits(&world, anna).await), (1, 0));
        assert!(matches!(goal::remove_reading(portal, mikko, lakeside, id, good).await, Err(Error::NotFound)));
        goal::confirm(portal, mikko, lakeside, id, good).await.unwrap();
        goal::remove_reading(portal, anna, lakeside, id, good).await.unwrap();
        assert_eq!(seen(&world, mikko, id).await.readings.len(), 1, "what was confirmed stays");
        world.clock.pass(SignedDuration::from_hours(24 * 90));
        let (mikko, anna) = (&world.mikko, &world.anna);
        assert!(seen(&world, anna, id).await.goal.is_off(today(&world)), "its day has passed");
        assert_eq!((waits(&world, mikko).await, waits(&world, anna).await), (1, 1));
    }

    async fn only_who_holds_the_scope_reads_or_writes(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let id = agreed(&world).await;
        let reading = measure(&world, &world.mikko, id, "13").await.unwrap();
        let new = form(&world).await;
        let terms = seen(&world, &world.mikko, id).await.goal;
        let change = ChangeGoalForm { target: "5".to_owned(), ..ChangeGoalForm::of(&terms) };
        let end = EndGoalForm { outcome: "reached".to_owned(), reason: String::new() };
        let words = DisputeForm { words: "No".to_owned() };
        for other in [&world.ben, &world.carla] {
            assert!(matches!(goal::list(portal, other, lakeside).await, Err(Error::NotFound)));
            assert!(matches!(goal::show(portal, other, lakeside, id).await, Err(Error::NotFound)));
            assert!(matches!(goal::propose(portal, other, lakeside, &new).await, Err(Error::NotFound)));
            assert!(matches!(goal::change(portal, other, lakeside, id, &change).await, Err(Error::NotFound)));
            assert!(matches!(goal::approve(portal, other, lakeside, id, 1).await, Err(Error::NotFound)));
            assert!(matches!(goal::end(portal, other, lakeside, id, &end).await, Err(Error::NotFound)));
            assert!(matches!(measure(&world, other, id, "1").await, Err(Error::NotFound)));
            assert!(matches!(goal::confirm(portal, other, lakeside, id, reading).await, Err(Error::NotFound)));
            assert!(matches!(goal::dispute(portal, other, lakeside, (id, reading), &words).await, Err(Error::NotFound)));
            assert_eq!(waits(&world, &world.ben).await, 0);
        }
        assert!(matches!(goal::show(portal, &world.carla, world.harbour, id).await, Err(Error::NotFound)));
        assert!(matches!(goal::approve(portal, &world.carla, world.harbour, id, 1).await, Err(Error::NotFound)));
        assert!(matches!(goal::change(portal, &world.petra, lakeside, id, &change).await, Err(Error::NotResponsible)));
        assert!(matches!(measure(&world, &world.petra, id, "1").await, Err(Error::NotResponsible)));
    }

    async fn sent_twice_is_kept_once_and_what_cannot_be_is_told(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside, anna) = (&world.portal, world.lakeside, &world.anna);
        let new = form(&world).await;
        let first = goal::propose(portal, anna, lakeside, &new).await.unwrap();
        assert_eq!(goal::propose(portal, anna, lakeside, &new).await.unwrap(), first);
        let other = ProposeForm { title: "Another effect".to_owned(), ..new.clone() };
        assert_ne!(goal::propose(portal, anna, lakeside, &other).await.unwrap(), first);
        let against = ProposeForm { target: "20".to_owned(), ..new.clone() };
        let told = vec![FieldProblem { field: "target", problem: Problem::OtherDirection }];
        assert!(matches!(goal::propose(portal, anna, lakeside, &against).await, Err(Error::Invalid(problems)) if problems == told));
        let form = ReadingForm { day: "2026-11-01".to_owned(), value: "9".to_owned(), ..ReadingForm::blank(id(portal).await) };
        for _ in 0..2 {
            goal::record(portal, anna, lakeside, first, &form).await.unwrap();
        }
        assert_eq!(seen(&world, anna, first).await.readings.len(), 1);
        let rows = ImportReadingsForm { rows: "2026-10-01;12,5\n2026-10-08;11;Two new leaders".to_owned() };
        for expected in [2, 0] {
            assert_eq!(goal::import(portal, anna, lakeside, first, &rows).await.unwrap(), expected, "the same rows are there already");
        }
        assert!(matches!(goal::import(portal, &world.ben, lakeside, first, &rows).await, Err(Error::NotFound)));
        let wrong = ImportReadingsForm { rows: "2026-10-01;12\n2026-10-02;many".to_owned() };
        let told = vec![FieldProblem { field: "rows", problem: Problem::NotARow { row: 2 } }];
        assert!(matches!(goal::import(portal, anna, lakeside, first, &wrong).await, Err(Error::Invalid(problems)) if problems == told));
        assert_eq!(seen(&world, anna, first).await.readings.len(), 3, "all rows are taken, or none");
        let ahead = ReadingForm { day: today(&world).saturating_add(1.days()).to_string(), ..form };
        let told = vec![FieldProblem { field: "day", problem: Problem::InFuture }];
        assert!(matches!(goal::record(portal, anna, lakeside, first, &ahead).await, Err(Error::Invalid(problems)) if problems == told));
    }

    async fn an_approval_belongs_to_one_exact_revision(db: TestDb) {
        // Whatever the two sides do in whatever order: who agreed to a revision agreed to the words that it has for ever.
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let mut rng = TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha);
        let id = proposed(&world, &world.mikko).await;
        let mut written = vec![seen(&world, &world.mikko, id).await.goal.now.terms];
        let mut approved = vec![(1, Side::Supplier)];
        for step in 0..60_u32 {
            let (by, side) = if rng.next_u32().is_multiple_of(2) { (&world.mikko, Side::Supplier) } else { (&world.anna, Side::Customer) };
            let now = i64::try_from(written.len()).unwrap();
            if rng.next_u32().is_multiple_of(3) {
                let found = seen(&world, by, id).await.goal;
                let title = format!("Effect {step}");
                let form = ChangeGoalForm { title, ..ChangeGoalForm::of(&found) };
                goal::change(portal, by, lakeside, id, &form).await.unwrap();
                written.push(seen(&world, by, id).await.goal.now.terms);
                approved.push((now + 1, side));
            } else {
                let revision = i64::from(rng.next_u32() % 4) + now - 2;
                let done = goal::approve(portal, by, lakeside, id, revision).await;
                assert_eq!(done.is_ok(), revision == now, "only what is the latest is agreed to");
                if revision == now && !approved.contains(&(now, side)) {
                    approved.push((now, side));
                }
            }
        }
        let view = seen(&world, &world.anna, id).await;
        let mut kept: Vec<_> = view.approvals.iter().map(|it| (it.revision, it.side)).collect();
        let by_revision = |(revision, side): &(i64, Side)| (*revision, side.as_str());
        kept.sort_by_key(by_revision);
        approved.sort_by_key(by_revision);
        assert_eq!(kept, approved);
        let words: Vec<_> = view.revisions.iter().rev().map(|it| it.terms.clone()).collect();
        assert_eq!(words, written, "no revision was ever written over");
        let both = Side::ALL.iter().all(|side| approved.contains(&(i64::try_from(written.len()).unwrap(), *side)));
        assert_eq!(view.goal.state() == GoalState::Agreed, both);
    }
}
