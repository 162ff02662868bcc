//! For whom a staff person acts: itself, and whoever it stands in for on a day, also through a chain of stand-ins.

use crate::{Conn, Result, access::Staff, bulk_insert::Value, engine::Statement};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// The people covered by the one at `staff` on the day at `day`, both of them places as `$1`, as `covered (staff_id)`.
/// `union` without `all` ends where stand-ins lead in a circle.
pub(crate) fn covered(staff: &str, day: &str) -> String {
    format!(
        "with recursive covered (staff_id) as (
           select cast({staff} as text)
           union
           select a.staff_id from absence a join covered on a.stand_in_id = covered.staff_id
           where a.first_day <= {day} and a.last_day >= {day}
         )"
    )
}

/// What the people covered have, as `mine (matter_id, customer_id, staff_id)`; it goes behind [`covered`]. The newest point of a
/// matter holds by its order: a clock that is behind must not bring back whoever had it before.
///
/// Found from the people covered, and before anything is joined to it: SQLite would else read what everybody has, once for
/// each row beside it.
pub(crate) const MINE: &str = "mine (matter_id, customer_id, staff_id) as materialized (
       select h.matter_id, h.customer_id, h.staff_id
       from covered cross join responsibility h
       where h.staff_id = covered.staff_id and h.since = (select max(k.since) from responsibility k where k.matter_id = h.matter_id)
     )";

/// The rows of a statement whose `$1` is the staff person, `$2` the day, `$3` the limit. It goes behind those [`covered`].
pub(crate) async fn list(conn: &mut Conn, sql: &str, staff: &Staff, today: Date, limit: i64) -> Result<Vec<AnyRow>> {
    statement(sql, staff, today, limit).fetch(conn).await
}

/// The same before its rows are asked for, so that it can name more as `$4` and so on.
pub(crate) fn statement(sql: &str, staff: &Staff, today: Date, limit: i64) -> Statement {
    Statement::new(format!("{} {sql}", covered("$1", "$2")))
        .bind(Value::text(staff.entered().person()))
        .bind(Value::text(today))
        .bind(limit.into())
}
