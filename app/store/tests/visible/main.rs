//! Whatever stands under a customer, each reader is shown, told and mailed exactly what it may know of.
//!
//! The rule is written once more, plainly, about plain values; the database is filled with the same values, and every way
//! to read it has to agree.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

#[path = "../fixtures/mod.rs"]
mod fixtures;
mod planted;
mod rule;

use coplan_domain::{person::Side, plan::Stage, system::Rng, thread::Ball};
use coplan_store::{
    Conn, Engine, Turn,
    access::{self, Access, Staff},
    event, invoice, message, milestone,
    plan::{self, Most},
    project, task,
    testing::{TestChance, TestDb, fresh},
    thread,
};
use fixtures::{begin, staff};
use jiff::civil::date;
use planted::{Planted, plant};
use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError, TestRunner},
};
use rule::{Ground, Object, Reader, ground};
use std::{collections::BTreeSet, fmt::Debug, sync::Arc};

/// Fails where what was read is not what the rule says.
fn agree<T: Debug + PartialEq>(what: &str, reader: Reader, read: T, expected: T) -> Result<(), TestCaseError> {
    prop_assert_eq!(read, expected, "{} for {:?}", what, reader);
    Ok(())
}

/// Those of the list at whose place the rule holds.
fn those<T: Copy + Ord>(ids: &[T], holds: impl Fn(usize) -> bool) -> BTreeSet<T> {
    ids.iter().enumerate().filter(|(place, _)| holds(*place)).map(|(_, id)| *id).collect()
}

/// Holds everything that this reader can be shown against the rule.
async fn check(
    conn: &mut Conn,
    ground: &Ground,
    planted: &Planted,
    reader: Reader,
    access: &Access,
) -> Result<(), TestCaseError> {
    let sees = |object| ground.sees(reader, object);

    let shown = plan::find(conn, access, date(2026, 11, 16), Most { threads: 50, lines: 5 }).await.unwrap();
    let projects = those(&planted.projects, |place| sees(Object::Project(place)));
    agree("projects", reader, shown.projects.iter().map(|one| one.project.id).collect(), projects)?;
    let milestones = those(&planted.milestones, |place| sees(Object::Milestone(place)) && !ground.milestones[place].1);
    agree("milestones", reader, shown.milestones.iter().map(|one| one.id).collect(), milestones)?;
    let mine =
        |place: usize| sees(Object::Task(place)) && !ground.tasks[place].removed && ground.tasks[place].side == reader.side;
    let waiting = those(&planted.tasks, mine);
    agree("waiting tasks", reader, shown.waiting.iter().map(|(task, _)| task.id).collect(), waiting)?;
    let threads = those(&planted.threads, |place| sees(Object::Thread(place)));
    let lines = shown.threads.unwrap_or_default();
    agree("threads of the plan", reader, lines.iter().map(|line| line.thread.id).collect(), threads.clone())?;

    for (place, id) in planted.projects.iter().enumerate() {
        let found = project::find(conn, access.plan, *id).await.unwrap().is_some();
        agree("a project", reader, found, sees(Object::Project(place)))?;
        let tasks = task::list_of_project(conn, access.plan, *id).await.unwrap();
        let here = |place: usize| {
            let task = &ground.tasks[place];
            sees(Object::Task(place)) && !task.removed && planted.projects[ground.project_of(task.project)] == *id
        };
        agree("tasks", reader, tasks.iter().map(|task| task.id).collect(), those(&planted.tasks, here))?;
        let told = tasks.iter().all(|task| task.why.is_empty() != (reader.is_staff() || task.stage == Stage::Onstage));
        agree("why", reader, told, true)?;
    }
    for (place, id) in planted.milestones.iter().enumerate() {
        let found = milestone::find(conn, access.plan, *id).await.unwrap().is_some();
        agree("a milestone", reader, found, sees(Object::Milestone(place)) && !ground.milestones[place].1)?;
    }
    for (place, id) in planted.tasks.iter().enumerate() {
        let found = task::find(conn, access.plan, *id).await.unwrap().is_some();
        agree("a task", reader, found, sees(Object::Task(place)) && !ground.tasks[place].removed)?;
    }
    if let Some(money) = access.money {
        let invoices = invoice::list_dated(conn, money, (None, None), 1_000).await.unwrap();
        agree("invoices", reader, invoices.len(), planted.invoices.len())?;
    }
    check_threads(conn, ground, planted, reader, access).await?;

    let mut told = Vec::new();
    let mut turn = Turn::First;
    loop {
        let page = event::list(conn, access, event::EventFilter::default(), &turn, 3).await.unwrap();
        told.extend(page.rows.into_iter().map(|news| news.event.id));
        let Some(key) = page.after else { break };
        turn = Turn::After(key);
    }
    let mut expected = planted.events.clone();
    let known = those(&planted.events, |place| ground.is_told(reader, &ground.events[place]));
    expected.retain(|id| known.contains(id));
    expected.reverse();
    agree("history", reader, told, expected)
}

/// The same for discussions, and for the mails about them.
async fn check_threads(
    conn: &mut Conn,
    ground: &Ground,
    planted: &Planted,
    reader: Reader,
    access: &Access,
) -> Result<(), TestCaseError> {
    let Some(scope) = access.discussion else { return agree("discussions", reader, reader.discussion, false) };
    let sees = |object| ground.sees(reader, object);
    let all: Vec<_> = (0..planted.threads.len()).filter(|place| sees(Object::Thread(*place))).collect();
    let ids = |places: &[usize]| places.iter().map(|place| planted.threads[*place]).collect::<Vec<_>>();

    let mut listed = Vec::new();
    let mut turn = Turn::First;
    loop {
        let page = thread::list(conn, scope, access.money, &turn, 2).await.unwrap();
        listed.extend(page.rows.into_iter().map(|line| line.thread.id));
        let Some(key) = page.after else { break };
        turn = Turn::After(key);
    }
    agree("threads", reader, listed, ids(&all))?;
    for ball in Ball::ALL {
        let waiting = thread::list_waiting(conn, scope, access.money, *ball, 50).await.unwrap();
        let with: Vec<_> = all.iter().copied().filter(|place| Ball::ALL[ground.threads[*place].ball] == *ball).collect();
        agree("waiting threads", reader, waiting.iter().map(|(thread, _)| thread.id).collect(), ids(&with))?;
    }
    for about in ground.abouts() {
        let is_part = |place: usize| match (ground.about(place), about) {
            (one, other) if one == other => true,
            (Object::Milestone(milestone), Object::Project(project)) => {
                ground.project_of(ground.milestones[milestone].0) == project
            }
            (Object::Task(task), Object::Project(project)) => ground.project_of(ground.tasks[task].project) == project,
            (Object::Line(line), Object::Invoice(invoice)) => line == invoice,
            _ => false,
        };
        let here: Vec<_> = all.iter().copied().filter(|place| is_part(*place)).collect();
        let listed = thread::list_about(conn, scope, access.money, planted.named(about).1, 50).await.unwrap();
        agree("threads about an object", reader, listed.iter().map(|line| line.thread.id).collect(), ids(&here))?;
        let there = match about {
            Object::Milestone(place) => !ground.milestones[place].1,
            Object::Task(place) => !ground.tasks[place].removed,
            _ => true,
        };
        let subject = thread::find_subject(conn, scope, access.money, planted.about(about).unwrap()).await.unwrap();
        agree("the object of a new thread", reader, subject.is_some(), there && sees(about))?;
    }
    for (place, id) in planted.threads.iter().enumerate() {
        let is_seen = sees(Object::Thread(place));
        let found = thread::find(conn, scope, access.money, *id).await.unwrap();
        agree("a thread", reader, found.is_some(), is_seen)?;
        let said = message::list(conn, scope, access.money, *id, None, 10).await.unwrap();
        agree("messages", reader, said.len(), usize::from(is_seen))?;
        let mailed = message::find(conn, scope, access.money, planted.messages[place].into()).await.unwrap();
        agree("what a mail tells", reader, mailed.is_some(), is_seen)?;
    }
    Ok(())
}

async fn claim(db: &TestDb, rng: &Arc<dyn Rng>, mikko: &Staff, ground: &Ground) -> Result<(), TestCaseError> {
    let planted = plant(db, rng, mikko, ground).await;
    let mut conn = db.db.read().await.unwrap();
    let recipients = access::list_recipients(&mut conn, planted.customer).await.unwrap();
    // Of one name, they come in the order in which they were planted.
    for ([money, discussion, people], recipient) in ground.members.iter().copied().zip(&recipients) {
        let reader = Reader { side: Side::Customer, money, discussion, people };
        check(&mut conn, ground, &planted, reader, &recipient.access).await?;
    }
    let by = mikko.entered().person();
    let access = access::find_staff_recipient(&mut conn, planted.customer, by).await.unwrap().unwrap().access;
    let reader = Reader { side: Side::Supplier, money: true, discussion: true, people: true };
    check(&mut conn, ground, &planted, reader, &access).await?;

    let waiting = thread::list_waiting_for_staff(&mut conn, mikko, date(2026, 11, 16), 100_000).await.unwrap();
    let here = waiting.iter().filter(|waiting| waiting.thread.customer == planted.customer).map(|waiting| waiting.thread.id);
    let ours = |place: usize| Ball::ALL[ground.threads[place].ball] == Ball::Supplier;
    agree("what waits for the supplier", reader, here.collect(), those(&planted.threads, ours))
}

fn holds_on(engine: Engine) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let Some(db) = runtime.block_on(fresh(engine)) else { return };
    let rng: Arc<dyn Rng> = Arc::new(TestChance::default());
    let mikko = runtime.block_on(async {
        let mut change = begin(&db, &rng).await;
        let mikko = staff(&mut change, "Mikko").await;
        change.commit(drop).await.unwrap();
        mikko
    });
    let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&ground(), |ground| runtime.block_on(claim(&db, &rng, &mikko, &ground)));
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn each_reader_is_told_what_it_may_know_and_nothing_else_on_sqlite() {
    holds_on(Engine::Sqlite);
}

#[test]
fn each_reader_is_told_what_it_may_know_and_nothing_else_on_postgres() {
    holds_on(Engine::Postgres);
}
