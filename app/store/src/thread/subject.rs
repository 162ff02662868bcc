//! What threads are about: projects, milestones, tasks, reports, requests, invoices and their lines, as they are called now.

use crate::{
    Conn, Result,
    access::{Access, DiscussionScope, MoneyScope},
    bulk_insert::Value,
    row::Columns,
    visible::{Sight, place},
};
use coplan_domain::thread::{About, AboutKind, Subject};
use sqlx::any::AnyRow;

/// From the columns of a thread.
pub(super) fn read(row: &AnyRow) -> Result<Subject> {
    let about = About { kind: row.parse("about_kind")?, id: row.parse("about_id")? };
    let (name, part_of) = match about.kind {
        AboutKind::Plan => ("customer_name", None),
        AboutKind::Project => ("project_name", None),
        AboutKind::Milestone => ("milestone_name", Some("project_name")),
        AboutKind::Task => ("task_name", Some("project_name")),
        AboutKind::Invoice => ("invoice_number", None),
        AboutKind::InvoiceLine => ("line_name", Some("invoice_number")),
        AboutKind::Report => ("report_span", None),
        AboutKind::ServiceRequest => ("request_what", None),
    };
    let project = row.maybe("project_id")?;
    Ok(Subject {
        about,
        name: row.text(name)?,
        part_of: part_of.map(|column| row.text(column)).transpose()?,
        project,
        invoice: row.maybe("invoice_id")?,
        shared: project.is_none() || row.maybe_int("shared_at")?.is_some(),
        inside: row.maybe_int("inside_since")?.is_some(),
        money: row.maybe_int("money_since")?.is_some(),
    })
}

/// The object that a thread is to be about, where the reader may know of it.
pub async fn find_subject(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    about: About,
) -> Result<Option<Subject>> {
    find(conn, &Sight::from((scope, money)), about).await
}

/// The object that feedback is to be about, where the reader may know of it.
pub async fn find_seen(conn: &mut Conn, access: &Access, about: About) -> Result<Option<Subject>> {
    find(conn, &Sight::from(access), about).await
}

async fn find(conn: &mut Conn, sight: &Sight, about: About) -> Result<Option<Subject>> {
    // A milestone or a task that was taken away has its discussions, and gets no new ones.
    let statement = sight.ask(format!(
        "select a.kind as about_kind, a.id as about_id, c.name as customer_name, p.id as project_id, p.name as project_name,
           case when k.id is null or k.stage = 'onstage' or k.shared_at is not null then p.shared_at end as shared_at,
           m.name as milestone_name, k.name as task_name, i.id as invoice_id, i.number as invoice_number, l.name as line_name, rp.span as report_span, sr.what as request_what,
           cast(null as bigint) as inside_since, cast(null as bigint) as money_since
         from customer c cross join (select cast($2 as text) as kind, cast($3 as text) as id) a {}
         where c.id = $1 and m.removed_at is null and k.removed_at is null and {}",
        place("a.kind", "a.id"),
        sight.object("a.kind", "a.id")
    ));
    let rows = statement.bind(Value::text(about.kind)).bind(Value::text(about.id)).fetch(conn).await?;
    let subject = rows.first().map(read).transpose()?;
    Ok(subject.map(|subject| Subject { inside: !subject.shared, ..subject }))
}

/// The most objects of one kind that are named.
const MOST: i64 = 300;

/// What a thread can be about, with its name and what it is a part of: the plan, projects with their milestones and tasks,
/// reports, requests, invoices; of what the reader may know of, the newest first.
pub async fn list_subjects(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
) -> Result<Vec<(About, String, Option<String>)>> {
    let sight = Sight::from((scope, money));
    let mut all = vec![(About { kind: AboutKind::Plan, id: scope.customer().0 }, String::new(), None)];
    let kinds = [
        (AboutKind::Project, format!("p.id, p.name, cast(null as text) as part_of from project p where {}", sight.project())),
        (
            AboutKind::Milestone,
            format!(
                "m.id, m.name, p.name as part_of from milestone m join project p on p.id = m.project_id
                 where m.removed_at is null and {}",
                sight.project()
            ),
        ),
        (
            AboutKind::Task,
            format!(
                "k.id, k.name, p.name as part_of from task k join project p on p.id = k.project_id
                 where k.removed_at is null and {}",
                sight.task()
            ),
        ),
    ];
    let reports = (
        AboutKind::Report,
        format!(
            "rp.id, rp.span as name, cast(null as text) as part_of from report rp where {} and rp.published_at is not null",
            sight.report()
        ),
    );
    let requests = (
        AboutKind::ServiceRequest,
        format!(
            "sr.id, sr.what as name, cast(null as text) as part_of from service_request sr where {}",
            sight.service_request()
        ),
    );
    let invoices = money.map(|_| {
        (
            AboutKind::Invoice,
            format!("i.id, i.number as name, cast(null as text) as part_of from invoice i where {}", sight.invoice()),
        )
    });
    for (kind, from) in kinds.into_iter().chain([reports, requests]).chain(invoices) {
        let statement = sight.ask(format!("select {from} order by 1 desc limit $2 + 0")).bind(MOST.into());
        for row in statement.fetch(conn).await? {
            all.push((About { kind, id: row.parse("id")? }, row.text("name")?, row.maybe_text("part_of")?));
        }
    }
    Ok(all)
}
