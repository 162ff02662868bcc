//! What happened before today, kept as of its own moments: whole customers at once, for filling a database.
//!
//! Every other function keeps what is done now and takes the moment from the [`Change`]. Here each thing brings its
//! own, nothing is asked that a use case asks, and nobody is told.

use crate::{
    Affected, Change, Conn, Result,
    access::{System, WriteProof},
    bulk_insert::{Value, insert as insert_rows},
    customer,
    files::{Files, StoredFile},
    invoice::{NewInvoice, insert_all},
};
use bytes::Bytes;
use coplan_domain::{
    customer::Customer,
    event::Event,
    id::{CustomerId, InvoiceId, MembershipId, MessageId, PaymentId, PersonId, ProjectId, StatusReportId, ThreadId},
    invoice::Invoice,
    person::{Person, Scope, Side},
    plan::{Light, Milestone, Project},
    thread::{About, Ball},
};
use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeMap;

/// How many files are written at once.
const FILES_AT_ONCE: usize = 16;

/// What happened to some customers. All of it hangs on `customers`.
#[derive(Debug, Default)]
pub struct Past {
    /// The customers, each with who has had it from its first moment on.
    pub customers: Vec<(Customer, PersonId)>,
    /// Their people.
    pub members: Vec<PastMember>,
    /// Their projects, with the moment each began.
    pub projects: Vec<(Project, Timestamp)>,
    /// How the projects went.
    pub reports: Vec<PastReport>,
    /// The milestones, with who promised them.
    pub milestones: Vec<(Milestone, PersonId)>,
    /// What was billed.
    pub invoices: Vec<PastInvoice>,
    /// What was paid.
    pub payments: Vec<PastPayment>,
    /// The discussions, each with all that was said in it.
    pub threads: Vec<PastThread>,
    /// What was said in them.
    pub messages: Vec<PastMessage>,
    /// When a member was last at its plan.
    pub visits: Vec<(PersonId, CustomerId, Timestamp)>,
    /// What history tells of all this.
    pub events: Vec<Event>,
}

/// A member of one customer.
#[derive(Debug, Clone)]
pub struct PastMember {
    /// Its membership.
    pub id: MembershipId,
    /// Of which customer.
    pub customer: CustomerId,
    /// Who.
    pub person: Person,
    /// What it is called at work.
    pub title: &'static str,
    /// What it may see.
    pub scopes: &'static [Scope],
    /// Since when.
    pub since: Timestamp,
}

/// A light with its reason.
#[derive(Debug, Clone)]
pub struct PastReport {
    /// Which report.
    pub id: StatusReportId,
    /// Of which project.
    pub project: ProjectId,
    /// How it went.
    pub light: Light,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// An invoice with its file, brought in at the console of the machine.
#[derive(Debug, Clone)]
pub struct PastInvoice {
    /// Which.
    pub id: InvoiceId,
    /// Whose.
    pub customer: CustomerId,
    /// What was read.
    pub invoice: Invoice,
    /// What the file was called.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// When it was brought in.
    pub at: Timestamp,
}

/// A payment.
#[derive(Debug, Clone, Copy)]
pub struct PastPayment {
    /// Which.
    pub id: PaymentId,
    /// Of which invoice.
    pub invoice: InvoiceId,
    /// Minor units of the invoice's currency.
    pub amount: i64,
    /// The day it was paid.
    pub paid_on: Date,
    /// Who recorded it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// A thread as it stands after all that was said in it.
#[derive(Debug, Clone)]
pub struct PastThread {
    /// Which.
    pub id: ThreadId,
    /// Of which customer.
    pub customer: CustomerId,
    /// What it is about.
    pub about: About,
    /// The project it is about or stands in.
    pub project: Option<ProjectId>,
    /// The question in one line.
    pub title: String,
    /// Who opened it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// When something was last said.
    pub last_message_at: Timestamp,
    /// Which side spoke last.
    pub last_side: Side,
    /// When it was resolved, by whom, and what came of it.
    pub resolution: Option<(Timestamp, PersonId, String)>,
    /// How often it was written to.
    pub version: i64,
}

/// A message.
#[derive(Debug, Clone)]
pub struct PastMessage {
    /// Which.
    pub id: MessageId,
    /// In which thread.
    pub thread: ThreadId,
    /// Who.
    pub author: PersonId,
    /// What was said, in small Markdown.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// Keeps all of it, the rows of each kind in their order; who has the customers was set by `by`.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written; `is_taken` where a number or an address is there already.
pub async fn insert(change: &mut Change, system: &System, files: &Files, by: PersonId, past: &Past) -> Result<()> {
    let customers = past.customers.iter().map(|(customer, _)| Affected::Customer(customer.id));
    insert_customers(system.on_affecting(change, customers)?, by, past).await?;
    insert_members(change, past).await?;
    insert_plans(change, past).await?;
    insert_money(change, system, files, past).await?;
    insert_talk(change, past).await?;
    insert_traces(change, past).await?;
    Ok(())
}

async fn insert_customers(conn: &mut Conn, by: PersonId, past: &Past) -> Result<()> {
    let columns = [
        "id",
        "number",
        "name",
        "business_id",
        "vat_id",
        "business_key",
        "vat_key",
        "code_policy",
        "created_at",
        "ended_at",
        "responsible_since",
        "version",
        "revision",
    ];
    let rows = past.customers.iter().map(|(one, _)| {
        [
            Value::text(one.id),
            Value::text(&one.number),
            Value::text(&one.name),
            Value::maybe(one.business_id.as_ref()),
            Value::maybe(one.vat_id.as_ref()),
            Value::maybe(customer::key(one.business_id.as_deref())),
            Value::maybe(customer::key(one.vat_id.as_deref())),
            Value::text(one.code_policy),
            Value::time(one.created_at),
            Value::maybe_time(one.ended_at),
            Value::time(one.created_at),
            one.version.into(),
            1.into(),
        ]
    });
    insert_rows(&mut *conn, "customer", columns, rows.collect()).await?;
    let columns = ["matter_id", "since", "customer_id", "staff_id", "set_by"];
    let rows = past.customers.iter().map(|(one, staff)| {
        [Value::text(one.id), Value::time(one.created_at), Value::text(one.id), Value::text(staff), Value::text(by)]
    });
    insert_rows(&mut *conn, "responsibility", columns, rows.collect()).await
}

async fn insert_members(change: &mut Change, past: &Past) -> Result<()> {
    let columns = ["id", "kind", "name", "email", "phone", "language", "time_zone", "created_at", "version"];
    let rows = past.members.iter().map(|PastMember { person, since, .. }| {
        [
            Value::text(person.id),
            Value::text("member"),
            Value::text(&person.name),
            Value::text(&person.email),
            Value::maybe(person.phone.as_ref()),
            Value::text(person.language),
            Value::text(&person.time_zone),
            Value::time(*since),
            1.into(),
        ]
    });
    insert_rows(change, "person", columns, rows.collect()).await?;
    let columns = ["id", "customer_id", "person_id", "title", "created_at", "version"];
    let rows = past.members.iter().map(|one| {
        let (id, customer, person) = (Value::text(one.id), Value::text(one.customer), Value::text(one.person.id));
        [id, customer, person, Value::text(one.title), Value::time(one.since), 1.into()]
    });
    insert_rows(change, "membership", columns, rows.collect()).await?;
    let rows = past.members.iter().flat_map(|one| one.scopes.iter().map(|scope| [Value::text(one.id), Value::text(scope)]));
    insert_rows(change, "membership_scope", ["membership_id", "scope"], rows.collect()).await
}

async fn insert_plans(change: &mut Change, past: &Past) -> Result<()> {
    let columns = ["id", "customer_id", "name", "about", "created_at", "shared_at", "ended_at", "version"];
    let rows = past.projects.iter().map(|(one, began)| {
        [
            Value::text(one.id),
            Value::text(one.customer),
            Value::text(&one.name),
            Value::text(&one.about),
            Value::time(*began),
            Value::maybe_time(one.shared_at),
            Value::maybe_time(one.ended_at),
            one.version.into(),
        ]
    });
    insert_rows(change, "project", columns, rows.collect()).await?;
    let columns = ["id", "project_id", "light", "reason", "reported_by", "reported_at"];
    let rows = past.reports.iter().map(|one| {
        let (id, project, light) = (Value::text(one.id), Value::text(one.project), Value::text(one.light));
        [id, project, light, Value::text(&one.reason), Value::text(one.by), Value::time(one.at)]
    });
    insert_rows(change, "status_report", columns, rows.collect()).await?;
    let columns = ["id", "project_id", "name", "reached_on", "version"];
    let rows = past.milestones.iter().map(|(one, _)| {
        let (id, project, name) = (Value::text(one.id), Value::text(one.project), Value::text(&one.name));
        [id, project, name, Value::maybe(one.reached_on), one.version.into()]
    });
    insert_rows(change, "milestone", columns, rows.collect()).await?;
    let columns = ["milestone_id", "promised_at", "promised_on", "reason", "promised_by"];
    let rows = past.milestones.iter().flat_map(|(one, by)| {
        one.promises.iter().map(move |promise| {
            let (id, at, day) = (Value::text(one.id), Value::time(promise.promised_at), Value::text(promise.day));
            [id, at, day, Value::text(&promise.reason), Value::text(by)]
        })
    });
    insert_rows(change, "promise", columns, rows.collect()).await
}

async fn insert_money(change: &mut Change, system: &System, files: &Files, past: &Past) -> Result<()> {
    let put = past.invoices.iter().map(|one| files.put_bytes(Bytes::copy_from_slice(&one.bytes)));
    let stored: Vec<StoredFile> = stream::iter(put).buffered(FILES_AT_ONCE).try_collect().await?;
    let invoices: Vec<_> = past
        .invoices
        .iter()
        .zip(&stored)
        .map(|(PastInvoice { id, customer, invoice, file_name, at, .. }, file)| {
            (NewInvoice { id: *id, customer: *customer, invoice, file_name, file, is_another: false }, *at)
        })
        .collect();
    insert_all(change, system, &invoices).await?;
    let columns = ["id", "invoice_id", "amount", "paid_on", "recorded_by", "recorded_at"];
    let rows = past.payments.iter().map(|one| {
        let (id, invoice) = (Value::text(one.id), Value::text(one.invoice));
        [id, invoice, one.amount.into(), Value::text(one.paid_on), Value::text(one.by), Value::time(one.at)]
    });
    insert_rows(change, "payment", columns, rows.collect()).await
}

async fn insert_talk(change: &mut Change, past: &Past) -> Result<()> {
    let columns = [
        "id",
        "customer_id",
        "about_kind",
        "about_id",
        "title",
        "opened_by",
        "opened_at",
        "ball",
        "ball_since",
        "last_message_at",
        "inside_since",
        "messages",
        "last_message_id",
        "resolved_at",
        "resolved_by",
        "outcome",
        "version",
    ];
    let mut said: BTreeMap<ThreadId, (i64, Option<(Timestamp, MessageId)>)> = BTreeMap::new();
    for one in &past.messages {
        let (count, newest) = said.entry(one.thread).or_default();
        *count += 1;
        *newest = (*newest).max(Some((one.at, one.id)));
    }
    let shown: BTreeMap<ProjectId, Timestamp> =
        past.projects.iter().filter_map(|(project, _)| Some((project.id, project.shared_at?))).collect();
    let rows = past.threads.iter().map(|one| {
        let (count, newest) = said.get(&one.id).copied().unwrap_or_default();
        let resolved = one.resolution.as_ref();
        let inside = one.project.is_some_and(|project| shown.get(&project).is_none_or(|since| one.at < *since));
        [
            Value::text(one.id),
            Value::text(one.customer),
            Value::text(one.about.kind),
            Value::text(one.about.id),
            Value::text(&one.title),
            Value::text(one.by),
            Value::time(one.at),
            Value::text(resolved.map_or(Ball::after(one.last_side, inside), |_| Ball::Nobody)),
            Value::time(resolved.map_or(one.last_message_at, |(at, ..)| *at)),
            Value::time(one.last_message_at),
            Value::maybe_time(inside.then_some(one.at)),
            count.into(),
            Value::maybe(newest.map(|(_, id)| id)),
            Value::maybe_time(resolved.map(|(at, ..)| *at)),
            Value::maybe(resolved.map(|(_, by, _)| by)),
            Value::maybe(resolved.map(|(.., outcome)| outcome)),
            one.version.into(),
        ]
    });
    insert_rows(change, "thread", columns, rows.collect()).await?;
    let columns = ["id", "thread_id", "author_id", "text", "sent_at"];
    let rows = past.messages.iter().map(|one| {
        let (id, thread, author) = (Value::text(one.id), Value::text(one.thread), Value::text(one.author));
        [id, thread, author, Value::text(&one.text), Value::time(one.at)]
    });
    insert_rows(change, "message", columns, rows.collect()).await
}

async fn insert_traces(change: &mut Change, past: &Past) -> Result<()> {
    let columns = ["person_id", "customer_id", "previous_at", "began_at", "seen_at"];
    let rows = past
        .visits
        .iter()
        .map(|(person, customer, at)| [Value::text(person), Value::text(customer), 0.into(), Value::time(*at), Value::time(*at)]);
    insert_rows(change, "visit", columns, rows.collect()).await?;
    let columns = ["id", "customer_id", "actor_id", "kind", "object_kind", "object_id", "label", "audience", "at"];
    let rows = past.events.iter().map(|one| {
        [
            Value::text(one.id),
            Value::text(one.customer),
            Value::maybe(one.actor),
            Value::text(one.kind),
            Value::text(one.object_kind),
            Value::text(one.object),
            Value::text(&one.label),
            Value::text(one.audience.as_str()),
            Value::time(one.at),
        ]
    });
    insert_rows(change, "event", columns, rows.collect()).await
}
