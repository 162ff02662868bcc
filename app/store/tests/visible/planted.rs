//! The same values in the database.

use crate::{
    fixtures::{begin, company},
    rule::{Ground, Object},
};
use coplan_domain::{
    event::Audience,
    id::{CustomerId, EventId, MilestoneId, ProjectId, TaskId, ThreadId},
    system::Rng,
    thread::{About, AboutKind, Ball},
};
use coplan_store::{
    Conn,
    access::Staff,
    testing::{TestDb, plant_invoice},
};
use std::sync::Arc;
use ulid::Ulid;

/// The same in the database.
pub struct Planted {
    pub customer: CustomerId,
    pub projects: Vec<ProjectId>,
    pub milestones: Vec<MilestoneId>,
    pub tasks: Vec<TaskId>,
    pub invoices: Vec<(Ulid, Ulid)>,
    pub threads: Vec<ThreadId>,
    pub messages: Vec<Ulid>,
    pub events: Vec<EventId>,
}

impl Planted {
    pub fn named(&self, object: Object) -> (&'static str, Ulid) {
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

    pub fn about(&self, object: Object) -> Option<About> {
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
pub async fn plant(db: &TestDb, rng: &Arc<dyn Rng>, mikko: &Staff, ground: &Ground) -> Planted {
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
