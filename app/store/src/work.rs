//! Work that was recorded. Members are given what was approved and is shown to them, without what they do not see anyway.

mod assign;
mod matter;
mod write;

pub use assign::{WorkAdjustment, assign, find_shown, list_adjustments, set_adjustment, unassign_all, update_shown};
pub use matter::{NamedMatter, find_matter, list_matters_of_project, list_own_matters, list_recent_matters};
pub use write::{WorkWords, approve, insert, remove, send_back, update_words};

use crate::{
    Conn, Result, StoreError,
    access::{MoneyScope, Staff},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{InvoiceId, PersonId, ProjectId, TaskId, WorkEntryId},
    work::{Charge, Matter, WorkEntry, WorkTime},
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// An entry of work with the names that the reader may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkRow {
    /// The entry.
    pub entry: WorkEntry,
    /// The customer's name.
    pub customer_name: String,
    /// The project's name; none for members where they do not see the project.
    pub project_name: Option<String>,
    /// The task's name, where there is one that the reader sees.
    pub task_name: Option<String>,
    /// Who did it; none for members who are not shown names.
    pub who: Option<String>,
    /// The invoice that it is on, with its number.
    pub invoice: Option<(InvoiceId, String)>,
}

/// A statement that selects work that the reader may see.
fn entries(sight: &Sight, rest: &str) -> Statement {
    sight.ask(format!(
        "select w.id, p.customer_id, c.name as customer_name, w.project_id, w.task_id, w.person_id, w.day, w.minutes, w.words,
           w.charge, w.approved_at, w.line_id, w.version, i.id as invoice_id, i.number as invoice_number, {}
         from work_entry w
         join project p on p.id = w.project_id
         join customer c on c.id = p.customer_id
         join person h on h.id = w.person_id
         left join task k on k.id = w.task_id and k.removed_at is null
         left join invoice_line l on l.id = w.line_id
         left join invoice i on i.id = l.invoice_id
         where {} {rest}",
        sight.work_details(),
        sight.work()
    ))
}

fn read(row: &AnyRow) -> Result<WorkRow> {
    let matter = Matter { customer: row.parse("customer_id")?, project: row.parse("project_id")?, task: row.maybe("task_id")? };
    let invoice = match row.maybe("invoice_id")? {
        Some(id) => Some((id, row.text("invoice_number")?)),
        None => None,
    };
    let entry = WorkEntry {
        id: row.parse("id")?,
        matter,
        person: row.parse("person_id")?,
        day: row.parse("day")?,
        time: WorkTime::new(row.int("minutes")?).map_err(|_| StoreError::Corrupt { column: "minutes" })?,
        words: row.text("words")?,
        charge: row.parse("charge")?,
        approved: row.maybe_time("approved_at")?.is_some(),
        line: row.maybe("line_id")?,
        version: row.int("version")?,
    };
    Ok(WorkRow {
        entry,
        customer_name: row.text("customer_name")?,
        project_name: row.maybe_text("project_name")?,
        task_name: row.maybe_text("task_name")?,
        who: row.maybe_text("who")?,
        invoice,
    })
}

async fn list(conn: &mut Conn, statement: Statement) -> Result<Vec<WorkRow>> {
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// One entry that the reader may see.
pub async fn find(conn: &mut Conn, scope: MoneyScope, id: WorkEntryId) -> Result<Option<WorkRow>> {
    let statement = entries(&Sight::from(scope), "and w.id = $2").bind(Value::text(id));
    Ok(list(conn, statement).await?.into_iter().next())
}

/// A customer's work that is on no invoice, the newest day first; at most `limit` entries.
pub async fn list_uninvoiced(conn: &mut Conn, scope: MoneyScope, limit: i64) -> Result<Vec<WorkRow>> {
    let rest = "and w.line_id is null order by w.day desc, w.id desc limit $2 + 0";
    list(conn, entries(&Sight::from(scope), rest).bind(Value::Int(Some(limit)))).await
}

/// Approved work that is on no invoice, of days up to one, the oldest day first; at most `limit` entries.
pub async fn list_assignable(conn: &mut Conn, scope: MoneyScope, until: Date, limit: i64) -> Result<Vec<WorkRow>> {
    let rest = "and w.line_id is null and w.approved_at is not null and w.day <= $2 order by w.day, w.id limit $3 + 0";
    list(conn, entries(&Sight::from(scope), rest).bind(Value::text(until)).bind(Value::Int(Some(limit)))).await
}

/// The work behind the lines of an invoice, the oldest day first.
pub async fn list_of_invoice(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<Vec<WorkRow>> {
    list(conn, entries(&Sight::from(scope), "and l.invoice_id = $2 order by w.day, w.id").bind(Value::text(id))).await
}

/// What tells an entry of a project from the others of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownWork {
    /// Who did it.
    pub person: PersonId,
    /// For which task.
    pub task: Option<TaskId>,
    /// The day.
    pub day: Date,
    /// How long it took.
    pub minutes: i64,
    /// What was done.
    pub words: String,
}

/// All that was recorded of a project.
pub async fn list_known(conn: &mut Conn, scope: MoneyScope, project: ProjectId) -> Result<Vec<KnownWork>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select w.person_id, w.task_id, w.day, w.minutes, w.words
         from work_entry w join project p on p.id = w.project_id join customer c on c.id = p.customer_id
         where {} and p.id = $2",
        sight.work()
    ));
    let read = |row: &AnyRow| {
        Ok(KnownWork {
            person: row.parse("person_id")?,
            task: row.maybe("task_id")?,
            day: row.parse("day")?,
            minutes: row.int("minutes")?,
            words: row.text("words")?,
        })
    };
    statement.bind(Value::text(project)).fetch(conn).await?.iter().map(read).collect()
}

/// How many minutes the reader sees of the work for each task of a project.
pub async fn list_minutes_of_tasks(conn: &mut Conn, scope: MoneyScope, project: ProjectId) -> Result<Vec<(TaskId, i64)>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select k.id, cast(sum(w.minutes) as bigint) as minutes
         from work_entry w join project p on p.id = w.project_id join customer c on c.id = p.customer_id
         join task k on k.id = w.task_id and k.removed_at is null
         where {} and {} and p.id = $2 group by k.id",
        sight.work(),
        sight.task()
    ));
    let rows = statement.bind(Value::text(project)).fetch(conn).await?;
    rows.iter().map(|row| Ok((row.parse("id")?, row.int("minutes")?))).collect()
}

/// How many minutes of charged work the reader sees that are on no invoice.
pub async fn count_uninvoiced_minutes(conn: &mut Conn, scope: MoneyScope) -> Result<i64> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select cast(coalesce(sum(w.minutes), 0) as bigint) as minutes
         from work_entry w join project p on p.id = w.project_id join customer c on c.id = p.customer_id
         where {} and w.line_id is null and w.charge = '{}'",
        sight.work(),
        Charge::Charged
    ));
    statement.fetch(conn).await?.first().map_or(Ok(0), |row| row.int("minutes"))
}

/// What a staff person did since a day, at all customers, the newest first; at most `limit` entries.
pub async fn list_own(conn: &mut Conn, staff: &Staff, since: Date, limit: i64) -> Result<Vec<WorkRow>> {
    let rest = "and w.person_id = $1 and w.day >= $2 order by w.day desc, w.recorded_at desc, w.id desc limit $3 + 0";
    let statement = entries(&Sight::from(staff), rest).bind(Value::text(staff.entered().person()));
    list(conn, statement.bind(Value::text(since)).bind(Value::Int(Some(limit)))).await
}
