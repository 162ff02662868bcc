//! The promised dates of a staff person's day, each with the light that its project shows.

use super::{Place, read_place};
use crate::{
    Conn, Result,
    access::Staff,
    bulk_insert::Value,
    on_duty::{self, MINE},
    overdue::{COLUMNS, HELD, PROJECTS},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{id::MilestoneId, plan::Light};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// A milestone that is not reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuePromise {
    /// Where it is.
    pub place: Place,
    /// Which.
    pub milestone: MilestoneId,
    /// What will be so.
    pub name: String,
    /// The day that holds.
    pub day: Date,
    /// What was last reported of its project; none where nothing was.
    pub light: Option<Light>,
}

/// Those promised up to a day in the matters that this staff person has, or stands in for today; the oldest day first.
pub async fn list_promises(conn: &mut Conn, staff: &Staff, today: Date, until: Date, limit: i64) -> Result<Vec<DuePromise>> {
    let sql = format!(
        ", {MINE}
         select {COLUMNS}, m.id as milestone_id, m.name as name, s.promised_on as day, r.light
         {PROJECTS}
         join milestone m on m.project_id = p.id and m.reached_on is null and m.removed_at is null
         join promise s on s.milestone_id = m.id and s.promised_on <= $4
           and s.promised_at = (select max(l.promised_at) from promise l where l.milestone_id = m.id)
         left join status_report r on r.id = (select l.id from status_report l where l.project_id = p.id
           order by l.reported_at desc, l.id desc limit 1)
         where {HELD} and {}
         order by s.promised_on, m.id limit $3 + 0",
        Sight::from(staff).project()
    );
    let statement = on_duty::statement(&sql, staff, today, limit).bind(Value::text(until));
    statement.fetch(conn).await?.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<DuePromise> {
    Ok(DuePromise {
        place: read_place(row)?,
        milestone: row.parse("milestone_id")?,
        name: row.text("name")?,
        day: row.parse("day")?,
        light: row.maybe("light")?,
    })
}
