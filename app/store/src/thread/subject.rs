//! What threads are about: projects, milestones, invoices and their lines, as they are called now.

use crate::{
    Conn, Result,
    access::{DiscussionScope, MoneyScope},
    row::Columns,
};
use coplan_domain::{
    person::Side,
    thread::{About, AboutKind, Subject},
};
use sqlx::any::AnyRow;

/// From the columns of a thread.
pub(super) fn read(row: &AnyRow) -> Result<Subject> {
    let about = About { kind: row.parse("about_kind")?, id: row.parse("about_id")? };
    let (name, part_of) = match about.kind {
        AboutKind::Plan => ("customer_name", None),
        AboutKind::Project => ("project_name", None),
        AboutKind::Milestone => ("milestone_name", Some("project_name")),
        AboutKind::Invoice => ("invoice_number", None),
        AboutKind::InvoiceLine => ("line_name", Some("invoice_number")),
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
    })
}

const PLAN: &str = "select c.name, cast(null as text) as part_of, cast(null as text) as project_id,
     cast(null as text) as invoice_id, c.created_at as shared_at from customer c where c.id = $1 and c.id = $2";
const PROJECT: &str = "select p.name, cast(null as text) as part_of, p.id as project_id, cast(null as text) as invoice_id,
     p.shared_at from project p where p.customer_id = $1 and p.id = $2";
const MILESTONE: &str = "select m.name, p.name as part_of, p.id as project_id, cast(null as text) as invoice_id, p.shared_at
     from milestone m join project p on p.id = m.project_id
     where p.customer_id = $1 and m.id = $2 and m.removed_at is null";
const INVOICE: &str = "select i.number as name, cast(null as text) as part_of, cast(null as text) as project_id,
     i.id as invoice_id, i.brought_in_at as shared_at from invoice i where i.customer_id = $1 and i.id = $2";
const LINE: &str = "select l.name, i.number as part_of, cast(null as text) as project_id, i.id as invoice_id,
     i.brought_in_at as shared_at from invoice_line l join invoice i on i.id = l.invoice_id
     where i.customer_id = $1 and l.id = $2";

/// The object that a thread is to be about, where the reader may know of it.
pub async fn find_subject(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    about: About,
) -> Result<Option<Subject>> {
    if about.kind.is_money() && money.is_none_or(|money| money.customer() != scope.customer()) {
        return Ok(None);
    }
    let sql = match about.kind {
        AboutKind::Plan => PLAN,
        AboutKind::Project => PROJECT,
        AboutKind::Milestone => MILESTONE,
        AboutKind::Invoice => INVOICE,
        AboutKind::InvoiceLine => LINE,
    };
    let row = sqlx::query(sql).bind(scope.customer().to_string()).bind(about.id.to_string()).fetch_optional(conn).await?;
    let Some(row) = row else { return Ok(None) };
    let shared = row.maybe_int("shared_at")?.is_some();
    let subject = Subject {
        about,
        name: row.text("name")?,
        part_of: row.maybe_text("part_of")?,
        project: row.maybe("project_id")?,
        invoice: row.maybe("invoice_id")?,
        shared,
        inside: !shared,
    };
    Ok((subject.shared || scope.side() == Side::Supplier).then_some(subject))
}
