//! Customers of whom nobody has looked at the plan for long.

use crate::{
    Conn, Result, access::Staff, bulk_insert::Value, engine::Statement, on_duty::covered, row::Columns, visible::within,
};
use coplan_domain::id::{CustomerId, PersonId};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// A customer whose members have not been here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// Which customer.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// When one of its members was last here.
    pub last_visit_at: Option<Timestamp>,
    /// Who is responsible for it, and the name.
    pub responsible: (PersonId, String),
}

/// Those with members, known since before a moment and not seen since then, that this staff person has or stands in for
/// today; the longest silence first.
pub async fn list_silent(conn: &mut Conn, staff: &Staff, today: Date, since: Timestamp, limit: i64) -> Result<Vec<Silent>> {
    // Reckoned with, the column that says who has ended leaves the index to the person's own customers.
    let sql = format!(
        "{} select c.id as customer_id, c.name, s.last_visit_at, w.id as responsible_id, w.name as holder
         from covered cross join customer_summary s
         join customer c on c.id = s.customer_id and c.created_at < $3
         join person w on w.id = covered.staff_id
         where s.responsible_id = covered.staff_id and s.ended + 0 = 0 and coalesce(s.last_visit_at, 0) < $3
           and exists (select 1 from membership m where m.customer_id = c.id and m.ended_at is null) and {}
         order by coalesce(s.last_visit_at, 0), c.id limit $4 + 0",
        covered("$1", "$2"),
        within(staff, "c.id")
    );
    let statement = Statement::new(sql)
        .bind(Value::text(staff.entered().person()))
        .bind(Value::text(today))
        .bind(Value::time(since))
        .bind(limit.into());
    let read = |row: &AnyRow| {
        Ok(Silent {
            customer: row.parse("customer_id")?,
            name: row.text("name")?,
            last_visit_at: row.maybe_time("last_visit_at")?,
            responsible: (row.parse("responsible_id")?, row.text("holder")?),
        })
    };
    statement.fetch(conn).await?.iter().map(read).collect()
}
