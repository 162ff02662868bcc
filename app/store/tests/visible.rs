//! Whatever stands under a customer, each reader is shown, told and mailed exactly what it may know of.
//!
//! The rule is written here once more, plainly, about plain values; the database is filled with the same values, and
//! every way to read it has to agree.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod fixtures;

use coplan_domain::{
    event::Audience,
    id::{CustomerId, EventId, MilestoneId, ProjectId, TaskId, ThreadId},
    person::{Scope, Side},
    system::Rng,
    thread::{About, AboutKind, Ball},
};
use coplan_store::{
    Conn, Engine, Turn,
    access::{self, Access, Staff},
    event, invoice, message, milestone,
    plan::{self, Most},
    project, task,
    testing::{TestChance, TestDb, fresh, plant_invoice},
    thread,
};
use fixtures::{MS, begin, company, staff};
use jiff::{Timestamp, civil::date};
use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError, TestRunner},
};
use std::{collections::BTreeSet, fmt::Debug, sync::Arc};
use ulid::Ulid;

/// What stands under a customer. Places in the lists are taken round, so that every number names something.
#[derive(Debug, Clone)]
struct Ground {
    /// Whether each project is shared.
    projects: Vec<bool>,
    /// Of which project each milestone is, and whether it was taken away.
    milestones: Vec<(usize, bool)>,
    tasks: Vec<TaskOf>,
    /// How many invoices there are, with a line each.
    invoices: usize,
    threads: Vec<ThreadOf>,
    events: Vec<EventOf>,
    /// What each member may see besides the plan: sums, discussions, people.
    members: Vec<[bool; 3]>,
}

#[derive(Debug, Clone)]
struct TaskOf {
    project: usize,
    side: Side,
    onstage: bool,
    shared: bool,
    removed: bool,
}

#[derive(Debug, Clone)]
struct ThreadOf {
    about: usize,
    inside: bool,
    ball: usize,
}

#[derive(Debug, Clone)]
struct EventOf {
    /// An object, a thread, or what is not there any more.
    object: usize,
    audience: usize,
    taken_back: Option<bool>,
}

/// An object by its place among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Object {
    Plan,
    Person,
    Project(usize),
    Milestone(usize),
    Task(usize),
    Invoice(usize),
    Line(usize),
    Thread(usize),
    GoneThread,
    GoneInvoice,
}

fn ground() -> impl Strategy<Value = Ground> {
    let task = (0..9_usize, any::<bool>(), any::<bool>(), any::<bool>(), prop::bool::weighted(0.2)).prop_map(
        |(project, ours, onstage, shared, removed)| {
            let side = if ours { Side::Supplier } else { Side::Customer };
            TaskOf { project, side, onstage, shared: shared && !onstage, removed }
        },
    );
    let thread =
        (0..99_usize, prop::bool::weighted(0.3), 0..3_usize).prop_map(|(about, inside, ball)| ThreadOf { about, inside, ball });
    let event = (0..99_usize, 0..Audience::ALL.len(), prop::option::weighted(0.2, any::<bool>()))
        .prop_map(|(object, audience, taken_back)| EventOf { object, audience, taken_back });
    let list = |most: usize| 0..=most;
    (
        prop::collection::vec(any::<bool>(), 1..4),
        prop::collection::vec((0..9_usize, prop::bool::weighted(0.2)), list(3)),
        prop::collection::vec(task, list(5)),
        0..3_usize,
        prop::collection::vec(thread, list(7)),
        prop::collection::vec(event, list(12)),
        prop::collection::vec(any::<[bool; 3]>(), 1..4),
    )
        .prop_map(|(projects, milestones, tasks, invoices, threads, events, members)| Ground {
            projects,
            milestones,
            tasks,
            invoices,
            threads,
            events,
            members,
        })
}

/// Who reads, in plain values.
#[derive(Debug, Clone, Copy)]
struct Reader {
    side: Side,
    money: bool,
    discussion: bool,
    people: bool,
}

impl Reader {
    fn is_staff(self) -> bool {
        self.side == Side::Supplier
    }
}

impl Ground {
    fn project_of(&self, place: usize) -> usize {
        place % self.projects.len()
    }

    /// What threads can be about.
    fn abouts(&self) -> Vec<Object> {
        let mut all = vec![Object::Plan];
        all.extend((0..self.projects.len()).map(Object::Project));
        all.extend((0..self.milestones.len()).map(Object::Milestone));
        all.extend((0..self.invoices).flat_map(|place| [Object::Invoice(place), Object::Line(place)]));
        all
    }

    fn about(&self, thread: usize) -> Object {
        let abouts = self.abouts();
        abouts[self.threads[thread].about % abouts.len()]
    }

    fn object(&self, event: &EventOf) -> Object {
        if event.taken_back.is_some() {
            return Object::GoneInvoice;
        }
        let mut all = vec![Object::Plan, Object::Person, Object::GoneThread, Object::GoneInvoice];
        all.extend(self.abouts().into_iter().filter(|about| !matches!(about, Object::Line(_))));
        all.extend((0..self.tasks.len()).map(Object::Task));
        all.extend((0..self.threads.len()).map(Object::Thread));
        all[event.object % all.len()]
    }

    /// The rule.
    fn sees(&self, reader: Reader, object: Object) -> bool {
        match object {
            Object::Plan => true,
            Object::Person => reader.people,
            Object::Project(place) => reader.is_staff() || self.projects[place],
            Object::Milestone(place) => self.sees(reader, Object::Project(self.project_of(self.milestones[place].0))),
            Object::Task(place) => {
                let task = &self.tasks[place];
                let shown = reader.is_staff() || task.onstage || task.shared;
                shown && self.sees(reader, Object::Project(self.project_of(task.project)))
            }
            Object::Invoice(_) | Object::Line(_) => reader.money,
            Object::Thread(place) => {
                let outside = reader.is_staff() || !self.threads[place].inside;
                reader.discussion && outside && self.sees(reader, self.about(place))
            }
            Object::GoneThread | Object::GoneInvoice => false,
        }
    }

    fn is_told(&self, reader: Reader, event: &EventOf) -> bool {
        let is_among = match Audience::ALL[event.audience] {
            Audience::Scope(Scope::Plan) => true,
            Audience::Scope(Scope::Money) => reader.money,
            Audience::Scope(Scope::Discussion) => reader.discussion,
            Audience::Scope(Scope::People) => reader.people,
            Audience::Scope(Scope::Meetings) | Audience::Internal => reader.is_staff(),
            Audience::MoneyDiscussion => reader.money && reader.discussion,
        };
        let in_own_words = event.taken_back.is_some_and(|for_staff| for_staff == reader.is_staff());
        is_among && (in_own_words || self.sees(reader, self.object(event)))
    }
}

/// The same in the database.
struct Planted {
    customer: CustomerId,
    projects: Vec<ProjectId>,
    milestones: Vec<MilestoneId>,
    tasks: Vec<TaskId>,
    invoices: Vec<(Ulid, Ulid)>,
    threads: Vec<ThreadId>,
    messages: Vec<Ulid>,
    events: Vec<EventId>,
}

impl Planted {
    fn named(&self, object: Object) -> (&'static str, Ulid) {
        match object {
            Object::Plan => ("plan", self.customer.0),
            Object::Person => ("person", Ulid::from_parts(1, 1)),
            Object::Project(place) => ("project", self.projects[place].0),
            Object::Milestone(place) => ("milestone", self.milestones[place].0),
            Object::Task(place) => ("task", self.tasks[place].0),
            Object::Invoice(place) => ("invoice", self.invoices[place].0),
            Object::Line(place) => ("invoice_line", self.invoices[place].1),
            Object::Thread(place) => ("thread", self.threads[place].0),
            Object::GoneThread => ("thread", Ulid::from_parts(1, 2)),
            Object::GoneInvoice => ("invoice", Ulid::from_parts(1, 3)),
        }
    }

    fn about(&self, object: Object) -> Option<About> {
        let (kind, id) = self.named(object);
        kind.parse::<AboutKind>().ok().map(|kind| About { kind, id })
    }
}

async fn run(conn: &mut Conn, sql: String) {
    sqlx::query(sqlx::AssertSqlSafe(sql)).execute(conn).await.unwrap();
}

fn null_or(value: Option<i64>) -> String {
    value.map_or_else(|| "null".to_owned(), |value| value.to_string())
}

/// Plants it for a new customer of this staff person.
async fn plant(db: &TestDb, rng: &Arc<dyn Rng>, mikko: &Staff, ground: &Ground) -> Planted {
    let mut change = begin(db, rng).await;
    let number: Ulid = change.id();
    let customer = company(&mut change, mikko, &number.to_string(), "Mill").await;
    let by = mikko.entered().person();
    let mut planted = Planted {
        customer,
        projects: ground.projects.iter().map(|_| change.id()).collect(),
        milestones: ground.milestones.iter().map(|_| change.id()).collect(),
        tasks: ground.tasks.iter().map(|_| change.id()).collect(),
        invoices: Vec::new(),
        threads: ground.threads.iter().map(|_| change.id()).collect(),
        messages: ground.threads.iter().map(|_| change.id()).collect(),
        events: ground.events.iter().map(|_| change.id()).collect(),
    };
    for (id, shared) in planted.projects.iter().zip(&ground.projects) {
        let shared = null_or(shared.then_some(1));
        run(&mut change, format!("insert into project (id, customer_id, name, about, created_at, shared_at, version) values ('{id}', '{customer}', 'p', '', 1, {shared}, 1)")).await;
    }
    for (id, (project, removed)) in planted.milestones.iter().zip(&ground.milestones) {
        let (project, removed) = (planted.projects[ground.project_of(*project)], null_or(removed.then_some(1)));
        run(&mut change, format!("insert into milestone (id, project_id, name, removed_at, version) values ('{id}', '{project}', 'm', {removed}, 1)")).await;
        run(&mut change, format!("insert into promise (milestone_id, promised_at, promised_on, reason, promised_by) values ('{id}', 1, '2026-12-04', '', '{by}')")).await;
    }
    for (id, task) in planted.tasks.iter().zip(&ground.tasks) {
        let (project, stage) =
            (planted.projects[ground.project_of(task.project)], if task.onstage { "onstage" } else { "backstage" });
        let (shared, removed) = (null_or(task.shared.then_some(1)), null_or(task.removed.then_some(1)));
        let side = task.side;
        run(&mut change, format!("insert into task (id, project_id, name, why, side, stage, shared_at, state, state_since, removed_at, version) values ('{id}', '{project}', 't', 'why', '{side}', '{stage}', {shared}, 'open', 1, {removed}, 1)")).await;
    }
    for _ in 0..ground.invoices {
        let number: Ulid = change.id();
        let (invoice, line) = plant_invoice(&mut change, customer, &number.to_string(), "l").await;
        planted.invoices.push((invoice.0, line.0));
    }
    for (place, thread) in ground.threads.iter().enumerate() {
        let (id, message) = (planted.threads[place], planted.messages[place]);
        let (kind, about) = planted.named(ground.about(place));
        let (ball, inside) = (Ball::ALL[thread.ball], null_or(thread.inside.then_some(1)));
        run(&mut change, format!("insert into thread (id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since, last_message_at, inside_since, messages, last_message_id, version) values ('{id}', '{customer}', '{kind}', '{about}', 'q', '{by}', 1, '{ball}', {place}, 1, {inside}, 1, '{message}', 1)")).await;
        run(
            &mut change,
            format!("insert into message (id, thread_id, author_id, text, sent_at) values ('{message}', '{id}', '{by}', 'x', 1)"),
        )
        .await;
    }
    for (place, event) in ground.events.iter().enumerate() {
        let (kind, object) = planted.named(ground.object(event));
        let kind = if kind == "plan" { "customer" } else { kind };
        let told = match event.taken_back {
            None => "customer_changed",
            Some(true) => "invoice_taken_back",
            Some(false) => "invoice_not_yours",
        };
        let (id, audience) = (planted.events[place], Audience::ALL[event.audience].as_str());
        run(&mut change, format!("insert into event (id, customer_id, kind, object_kind, object_id, label, audience, at) values ('{id}', '{customer}', '{told}', '{kind}', '{object}', '', '{audience}', {place})")).await;
    }
    for [money, discussion, people] in &ground.members {
        let (person, membership): (Ulid, Ulid) = (change.id(), change.id());
        run(&mut change, format!("insert into person (id, kind, name, email, language, time_zone, created_at, version) values ('{person}', 'member', 'a', '{person}', 'fi', 'UTC', 1, 1)")).await;
        run(&mut change, format!("insert into membership (id, customer_id, person_id, title, created_at, version) values ('{membership}', '{customer}', '{person}', '', 1, 1)")).await;
        let scopes = [("plan", true), ("money", *money), ("discussion", *discussion), ("people", *people)];
        for (scope, _) in scopes.iter().filter(|(_, held)| *held) {
            run(&mut change, format!("insert into membership_scope (membership_id, scope) values ('{membership}', '{scope}')"))
                .await;
        }
    }
    change.commit(drop).await.unwrap();
    planted
}

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
    let now = Timestamp::from_millisecond(MS).unwrap();

    let shown = plan::find(conn, access, (now, date(2026, 11, 16)), Most { threads: 50, lines: 5 }).await.unwrap();
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
        let told = tasks
            .iter()
            .all(|task| task.why.is_empty() != (reader.is_staff() || task.stage == coplan_domain::plan::Stage::Onstage));
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
        let invoices = invoice::list(conn, money).await.unwrap();
        agree("invoices", reader, invoices.len(), planted.invoices.len())?;
    }
    check_threads(conn, ground, planted, reader, access).await?;

    let mut told = Vec::new();
    let mut turn = Turn::First;
    loop {
        let page = event::list(conn, access, &turn, 3).await.unwrap();
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
        agree("waiting threads", reader, waiting.iter().map(|thread| thread.id).collect(), ids(&with))?;
    }
    for about in ground.abouts() {
        let is_part = |place: usize| match (ground.about(place), about) {
            (one, other) if one == other => true,
            (Object::Milestone(milestone), Object::Project(project)) => {
                ground.project_of(ground.milestones[milestone].0) == project
            }
            (Object::Line(line), Object::Invoice(invoice)) => line == invoice,
            _ => false,
        };
        let here: Vec<_> = all.iter().copied().filter(|place| is_part(*place)).collect();
        let listed = thread::list_about(conn, scope, access.money, planted.named(about).1, 50).await.unwrap();
        agree("threads about an object", reader, listed.iter().map(|line| line.thread.id).collect(), ids(&here))?;
        let there = !matches!(about, Object::Milestone(place) if ground.milestones[place].1);
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

    let now = Timestamp::from_millisecond(MS).unwrap();
    let waiting = thread::list_waiting_for_staff(&mut conn, mikko, now, date(2026, 11, 16), 100_000).await.unwrap();
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
