//! One row per customer for the supplier's table, written in the transaction of every change under it, so that
//! ten thousand customers are read as quickly as ten.

use crate::{
    Conn, Result,
    invoice::{DUE, PAID},
    name_order,
    row::Columns,
};
use coplan_domain::{
    id::CustomerId,
    money::{Currency, Money},
    plan::Light,
    text::folded,
};
use sqlx::{AssertSqlSafe, any::AnyRow};
use std::cmp::Reverse;

/// What a row means. To be raised with each change of that, and of what names are sorted or looked for by: rows of an older
/// version are written anew, after a migration, at the start, and with the next change of their customer.
const VERSION: i64 = 5;

/// Writes the customer's row anew and raises its revision.
pub(crate) async fn refresh(conn: &mut Conn, customer: CustomerId) -> Result<()> {
    write(conn, &customer.to_string(), 1).await
}

/// Whether there is a row of an older version.
pub(crate) async fn has_old(conn: &mut Conn) -> Result<bool> {
    let row = sqlx::query("select customer_id from customer_summary where version < $1 limit 1").bind(VERSION);
    Ok(row.fetch_optional(conn).await?.is_some())
}

/// Writes rows of an older version anew, at most so many, and says how many. What readers are shown elsewhere stays as
/// it is.
pub(crate) async fn refresh_old(conn: &mut Conn, limit: i64) -> Result<usize> {
    let rows = sqlx::query("select customer_id from customer_summary where version < $1 order by customer_id limit $2 + 0")
        .bind(VERSION)
        .bind(limit)
        .fetch_all(&mut *conn)
        .await?;
    for row in &rows {
        write(conn, &row.text("customer_id")?, 0).await?;
    }
    Ok(rows.len())
}

/// Writes the row of a customer whose revision is raised by so much.
///
/// Raising the revision comes first: it locks the customer's row, so of two changes at once the second one sees
/// what the first one wrote.
async fn write(conn: &mut Conn, id: &str, raised: i64) -> Result<()> {
    let row = sqlx::query("update customer set revision = revision + $2 where id = $1 returning number, name, ended_at")
        .bind(id)
        .bind(raised)
        .fetch_optional(&mut *conn)
        .await?;
    // A customer that was imported by mistake may be gone.
    let Some(row) = row else { return Ok(()) };
    let (number, name, ended) = (row.text("number")?, row.text("name")?, row.maybe_time("ended_at")?.is_some());
    let derived = Derived::derive(conn, id).await?;
    let number_search = folded(&number);
    sqlx::query(
        "insert into customer_summary (customer_id, search, name_key, responsible_id, light_rank, lights, waiting,
           waiting_since, next_promise, open_sum, open_currency, open_currencies, last_visit_at, ended, open_scaled,
           number_search, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         on conflict (customer_id) do update set search = $2, name_key = $3, responsible_id = $4, light_rank = $5,
           lights = $6, waiting = $7, waiting_since = $8, next_promise = $9, open_sum = $10, open_currency = $11,
           open_currencies = $12, last_visit_at = $13, ended = $14, open_scaled = $15, number_search = $16, version = $17",
    )
    .bind(id)
    .bind(format!("{} {number_search}", folded(&name)))
    .bind(name_order::key(&name))
    .bind(derived.responsible)
    .bind(derived.light_rank)
    .bind(derived.lights)
    .bind(derived.waiting)
    .bind(derived.waiting_since)
    .bind(derived.next_promise)
    .bind(derived.open_sum)
    .bind(derived.open_currency)
    .bind(derived.open_currencies)
    .bind(find_last_visit(conn, id).await?)
    .bind(i64::from(ended))
    .bind(derived.open_scaled)
    .bind(number_search.as_str())
    .bind(VERSION)
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether the customer's row says what its projects, threads, tasks and invoices say now.
pub(crate) async fn is_current(conn: &mut Conn, customer: CustomerId) -> Result<bool> {
    let id = customer.to_string();
    let row = sqlx::query(
        "select responsible_id, light_rank, lights, waiting, waiting_since, next_promise, open_sum, open_scaled,
           open_currency, open_currencies from customer_summary where customer_id = $1",
    );
    let Some(row) = row.bind(id.as_str()).fetch_optional(&mut *conn).await? else { return Ok(false) };
    Ok(Derived::read(&row)? == Derived::derive(conn, &id).await?)
}

/// What a row takes from elsewhere than the customer's own row and its people's visits.
#[derive(PartialEq)]
struct Derived {
    responsible: String,
    light_rank: i64,
    lights: String,
    waiting: i64,
    waiting_since: Option<i64>,
    next_promise: Option<String>,
    open_sum: i64,
    open_scaled: i64,
    open_currency: String,
    open_currencies: i64,
}

impl Derived {
    async fn derive(conn: &mut Conn, id: &str) -> Result<Self> {
        let lights = list_lights(conn, id).await?;
        let (waiting, waiting_since) = find_waiting(conn, id).await?;
        let open = list_open_sums(conn, id).await?;
        let most = open.first();
        Ok(Self {
            responsible: find_responsible(conn, id).await?,
            light_rank: lights.iter().map(|light| rank(*light)).max().unwrap_or(0),
            lights: lights.iter().map(|light| light.as_str()).collect::<Vec<_>>().join(","),
            waiting,
            waiting_since,
            next_promise: find_next_promise(conn, id).await?,
            open_sum: most.map_or(0, |sum| sum.minor()),
            open_scaled: most.map_or(0, |sum| sum.thousandths()),
            open_currency: most.map_or_else(String::new, |sum| sum.currency().code().to_owned()),
            open_currencies: i64::try_from(open.len()).unwrap_or(i64::MAX),
        })
    }

    fn read(row: &AnyRow) -> Result<Self> {
        Ok(Self {
            responsible: row.text("responsible_id")?,
            light_rank: row.int("light_rank")?,
            lights: row.text("lights")?,
            waiting: row.int("waiting")?,
            waiting_since: row.maybe_int("waiting_since")?,
            next_promise: row.maybe_text("next_promise")?,
            open_sum: row.int("open_sum")?,
            open_scaled: row.int("open_scaled")?,
            open_currency: row.text("open_currency")?,
            open_currencies: row.int("open_currencies")?,
        })
    }
}

/// How alarming a light is; the supplier's table sorts by it.
pub(crate) fn rank(light: Light) -> i64 {
    match light {
        Light::Done => 0,
        Light::OnTrack => 1,
        Light::AtRisk => 2,
        Light::Late => 3,
    }
}

/// How many things wait for the supplier, and since when: threads with the ball there and its tasks that are not done,
/// as its people find them on the plan, tasks from meetings, feedback that it has not answered, new ideas, moments that were bad, what was refused, and once for all goals on which it has something to do. That the day of a goal has
/// passed, no change tells; it is found on the plan alone.
async fn find_waiting(conn: &mut Conn, id: &str) -> Result<(i64, Option<i64>)> {
    let row = sqlx::query(
        "select count(*) as n, min(w.since) as since from (
           select h.ball_since as since from thread h
           where h.customer_id = $1 and h.ball = 'supplier' and h.resolved_at is null
           union all
           select t.state_since as since from project p join task t on t.project_id = p.id
           where p.customer_id = $1 and p.ended_at is null
             and t.side = 'supplier' and t.state <> 'done' and t.removed_at is null
           union all
           select f.ball_since as since from feedback f where f.customer_id = $1 and f.ball = 'supplier'
           union all
           select ia.given_at as since from idea ia where ia.customer_id = $1 and ia.state = 'new'
           union all
           select mo.rated_at as since from moment mo
           where mo.customer_id = $1 and mo.rating = 'bad' and (mo.answered_at is null or mo.answered_at < mo.rated_at)
           union all
           select o.written_at as since from meeting a join outcome o on o.meeting_id = a.id
           where a.customer_id = $1 and a.cancelled_at is null
             and o.kind = 'task' and o.side = 'supplier' and o.done_at is null
           union all
           select d.decided_at as since from project p join acceptance a on a.project_id = p.id
           join acceptance_verdict d on d.acceptance_id = a.id and d.version = a.version
           where p.customer_id = $1 and p.ended_at is null and d.decision = 'refused'
           union all
           select min(g.since) as since from (
             select v.proposed_at as since from goal b join goal_terms v on v.goal_id = b.id and v.revision = b.revision
             where b.customer_id = $1 and b.ended_at is null and not exists (
               select 1 from goal_approval a where a.goal_id = b.id and a.revision = b.revision and a.side = 'supplier')
             union all
             select r.recorded_at as since from goal b join goal_reading r on r.goal_id = b.id
             where b.customer_id = $1 and b.ended_at is null and r.side = 'customer' and r.answered_at is null
             union all
             select b.off_since as since from goal b
             where b.customer_id = $1 and b.ended_at is null and b.off_since is not null
           ) g having count(*) > 0
         ) w",
    )
    .bind(id)
    .fetch_one(conn)
    .await?;
    Ok((row.int("n")?, row.maybe_int("since")?))
}

/// The present light of each project that goes on.
async fn list_lights(conn: &mut Conn, id: &str) -> Result<Vec<Light>> {
    let rows = sqlx::query(
        "select r.light from project p join status_report r on r.project_id = p.id
         where p.customer_id = $1 and p.ended_at is null
           and r.id = (select l.id from status_report l where l.project_id = p.id order by l.reported_at desc, l.id desc limit 1)
         order by p.created_at, p.id",
    )
    .bind(id)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| row.parse("light")).collect()
}

/// What is open in each currency in which anything is, the most first. Units of different currencies are compared as if
/// they were worth the same: no rates are known here.
async fn list_open_sums(conn: &mut Conn, id: &str) -> Result<Vec<Money>> {
    let sql = format!(
        "select o.currency, cast(coalesce(sum(o.open), 0) as bigint) as open
         from (select i.currency, {DUE} - {PAID} as open
           from invoice i where i.customer_id = $1) o
         group by o.currency",
    );
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(id).fetch_all(conn).await?;
    let sum = |row: &AnyRow| Ok(Money::from_minor(row.int("open")?, row.parse::<Currency>("currency")?));
    let mut sums = rows.iter().map(sum).collect::<Result<Vec<_>>>()?;
    sums.retain(|sum| !sum.is_zero());
    sums.sort_by_key(|sum| (Reverse(sum.thousandths()), sum.currency().code()));
    Ok(sums)
}

async fn find_responsible(conn: &mut Conn, id: &str) -> Result<String> {
    sqlx::query("select staff_id from responsibility where matter_id = $1 order by since desc limit 1")
        .bind(id)
        .fetch_one(conn)
        .await?
        .text("staff_id")
}

async fn find_next_promise(conn: &mut Conn, id: &str) -> Result<Option<String>> {
    sqlx::query(
        "select min(s.promised_on) as next from project p
         join milestone m on m.project_id = p.id and m.reached_on is null and m.removed_at is null
         join promise s on s.milestone_id = m.id
           and s.promised_at = (select max(l.promised_at) from promise l where l.milestone_id = m.id)
         where p.customer_id = $1 and p.ended_at is null",
    )
    .bind(id)
    .fetch_one(conn)
    .await?
    .maybe_text("next")
}

async fn find_last_visit(conn: &mut Conn, id: &str) -> Result<Option<i64>> {
    let row: AnyRow = sqlx::query(
        "select max(v.seen_at) as last from visit v join person p on p.id = v.person_id
         where v.customer_id = $1 and p.kind = 'member'",
    )
    .bind(id)
    .fetch_one(conn)
    .await?;
    row.maybe_int("last")
}
