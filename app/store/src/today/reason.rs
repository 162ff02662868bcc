//! Why a customer's light is alarming.

use crate::{Conn, Result, access::Staff, bulk_insert::Value, engine::Statement, row::Columns};
use coplan_domain::{
    id::{CustomerId, ProjectId},
    person::Language,
    plan::Light,
};
use sqlx::any::AnyRow;

/// What was last reported of a project that is at risk or late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Of which customer.
    pub customer: CustomerId,
    /// Which project, and its name.
    pub project: (ProjectId, String),
    /// How it is going.
    pub light: Light,
    /// Why.
    pub reason: String,
    /// The language of who says so.
    pub language: Language,
}

/// The most alarming of each of these customers, the latest where there are several.
pub async fn list_reasons(conn: &mut Conn, _reader: &Staff, customers: &[CustomerId]) -> Result<Vec<Reason>> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    let places = (1..=customers.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "select p.customer_id, p.id, p.name, r.light, r.reason, n.language from project p
         join status_report r on r.id = (select l.id from status_report l where l.project_id = p.id
           order by l.reported_at desc, l.id desc limit 1)
         join person n on n.id = r.reported_by
         where p.customer_id in ({places}) and p.ended_at is null and r.light in ('late', 'at_risk')
         order by case r.light when 'late' then 0 else 1 end, r.reported_at desc, r.id desc"
    );
    let statement = customers.iter().map(Value::text).fold(Statement::new(sql), Statement::bind);
    let read = |row: &AnyRow| -> Result<Reason> {
        Ok(Reason {
            customer: row.parse("customer_id")?,
            project: (row.parse("id")?, row.text("name")?),
            light: row.parse("light")?,
            reason: row.text("reason")?,
            language: row.parse("language")?,
        })
    };
    let mut found: Vec<Reason> = Vec::new();
    for row in statement.fetch(conn).await? {
        let reason = read(&row)?;
        if !found.iter().any(|known| known.customer == reason.customer) {
            found.push(reason);
        }
    }
    Ok(found)
}
