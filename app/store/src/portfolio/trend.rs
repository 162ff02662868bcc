//! How customers were lately: what was last reported of their projects, and how they were some time ago.

use crate::{Conn, Result, access::Staff, bulk_insert::Value, engine::Statement, row::Columns, visible::within};
use coplan_domain::{id::CustomerId, plan::Light, portfolio::Trend};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// How many reports are told of each customer.
const MARKS: i64 = 6;

/// How a customer was lately.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomerTrend {
    /// What was last reported of the projects that go on, the oldest first.
    pub marks: Vec<(Light, Timestamp)>,
    /// The most alarming of them then against now; none where nothing was reported by then.
    pub trend: Option<Trend>,
}

/// Those of the customers that the reader sees. `since` is then.
pub async fn list_trends(
    conn: &mut Conn,
    reader: &Staff,
    customers: &[CustomerId],
    since: Timestamp,
) -> Result<BTreeMap<CustomerId, CustomerTrend>> {
    let mut found: BTreeMap<CustomerId, CustomerTrend> = BTreeMap::new();
    if customers.is_empty() {
        return Ok(found);
    }
    let places = (2..=customers.len() + 1).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
    let projects = format!("p.customer_id in ({places}) and p.ended_at is null and {}", within(reader, "p.customer_id"));
    let of = |sql: String, first: Value| customers.iter().map(Value::text).fold(Statement::new(sql).bind(first), Statement::bind);
    let sql = format!(
        "select customer_id, light, reported_at from (
           select p.customer_id, r.light, r.reported_at, r.id,
             row_number() over (partition by p.customer_id order by r.reported_at desc, r.id desc) as place
           from project p join status_report r on r.project_id = p.id where {projects}) q
         where q.place <= $1 order by reported_at, id"
    );
    for row in &of(sql, MARKS.into()).fetch(&mut *conn).await? {
        found.entry(row.parse("customer_id")?).or_default().marks.push((row.parse("light")?, row.time("reported_at")?));
    }
    // Each project as it was then and as it is now; one that nothing was said of then counts only now.
    let sql = format!(
        "select p.customer_id, b.light as before, n.light as now from project p
         join status_report n on n.id = (select l.id from status_report l where l.project_id = p.id
           order by l.reported_at desc, l.id desc limit 1)
         left join status_report b on b.id = (select l.id from status_report l where l.project_id = p.id and l.reported_at <= $1
           order by l.reported_at desc, l.id desc limit 1)
         where {projects}"
    );
    let mut worst: BTreeMap<CustomerId, (Option<Light>, Option<Light>)> = BTreeMap::new();
    for row in &of(sql, Value::time(since)).fetch(conn).await? {
        let (before, now) = worst.entry(row.parse("customer_id")?).or_default();
        *before = (*before).max(row.maybe("before")?);
        *now = (*now).max(row.maybe("now")?);
    }
    for (customer, (before, now)) in worst {
        found.entry(customer).or_default().trend = before.zip(now).map(|(before, now)| Trend::between(before, now));
    }
    Ok(found)
}
