//! The supplier's customers in one table: found, narrowed, sorted and counted from the one row that each has.

use crate::{Conn, Result, StoreError, access::Staff, row::Columns, summary};
use coplan_domain::{
    id::{CustomerId, PersonId},
    money::Money,
    plan::Light,
    portfolio::{PortfolioShow, PortfolioSort},
    text::folded,
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// What is asked of the table.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Words that must each stand in the name or the number.
    pub words: Vec<String>,
    /// Only the customers of this staff person.
    pub responsible: Option<PersonId>,
    /// Which customers.
    pub show: PortfolioShow,
    /// The day before which a promise is overdue.
    pub today: Date,
    /// What comes first.
    pub sort: PortfolioSort,
    /// Whether the whole order is turned around.
    pub reversed: bool,
}

/// A customer in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioRow {
    /// Which customer.
    pub customer: CustomerId,
    /// The supplier's number for it.
    pub number: String,
    /// Its name.
    pub name: String,
    /// The name of who has it.
    pub responsible: String,
    /// The lights of the projects that go on.
    pub lights: Vec<Light>,
    /// How many things wait for the supplier: threads with the ball there, and its tasks that are not done.
    pub waiting: i64,
    /// Since when the oldest of them waits.
    pub waiting_since: Option<Timestamp>,
    /// The next day that was promised and is not reached.
    pub next_promise: Option<Date>,
    /// What is open in the currency with the most of it, negative in the customer's favour; none where nothing is open.
    pub open: Option<Money>,
    /// In how many other currencies something is open.
    pub other_currencies: i64,
    /// When one of its members was last here.
    pub last_visit_at: Option<Timestamp>,
}

/// As many customers as `limit`, after the first `skipped`.
pub async fn list(conn: &mut Conn, _reader: &Staff, asked: &Asked, limit: i64, skipped: i64) -> Result<Vec<PortfolioRow>> {
    // Reckoned with, the column leaves the index to the order.
    let (condition, given) = narrowed(asked, "s.ended + 0");
    let order = order(asked);
    // The page is cut before anything is joined to it, so the index alone is read up to where the page begins.
    let sql = format!(
        "select s.customer_id, c.number, c.name, p.name as responsible, s.lights, s.waiting, s.waiting_since,
           s.next_promise, s.open_sum, s.open_currency, s.open_currencies, s.last_visit_at
         from (select * from customer_summary s {condition} order by {order} limit {limit} offset {skipped}) s
         join customer c on c.id = s.customer_id
         join person p on p.id = s.responsible_id
         order by {order}"
    );
    let query = given.into_iter().fold(sqlx::query(sqlx::AssertSqlSafe(sql)), sqlx::query::Query::bind);
    query.fetch_all(conn).await?.iter().map(read).collect()
}

/// How many customers there are altogether of those that are asked for.
pub async fn count(conn: &mut Conn, _reader: &Staff, asked: &Asked) -> Result<i64> {
    let (condition, given) = narrowed(asked, "s.ended");
    let sql = format!("select count(*) as n from customer_summary s {condition}");
    let query = given.into_iter().fold(sqlx::query(sqlx::AssertSqlSafe(sql)), sqlx::query::Query::bind);
    query.fetch_one(conn).await?.int("n")
}

/// The condition, and the values that stand in it from `$1` on; `ended` is how the column is read.
fn narrowed(asked: &Asked, ended: &str) -> (String, Vec<String>) {
    let mut conditions = vec![format!("{ended} = {}", i64::from(asked.show == PortfolioShow::Ended))];
    let mut given = Vec::new();
    let mut lock = |before: &str, value: String, behind: &str| {
        given.push(value);
        conditions.push(format!("{before} ${}{behind}", given.len()));
    };
    for word in &asked.words {
        lock("s.search like", format!("%{}%", escaped(&folded(word))), " escape '!'");
    }
    if let Some(responsible) = asked.responsible {
        lock("s.responsible_id =", responsible.to_string(), "");
    }
    match asked.show {
        PortfolioShow::All | PortfolioShow::Ended => {}
        PortfolioShow::Waiting => conditions.push("s.waiting > 0".to_owned()),
        PortfolioShow::Alarming => conditions.push(format!("s.light_rank >= {}", summary::rank(Light::AtRisk))),
        PortfolioShow::Overdue => lock("s.next_promise <", asked.today.to_string(), ""),
    }
    (format!("where {}", conditions.join(" and ")), given)
}

/// What stands for any text in a pattern, as itself.
fn escaped(word: &str) -> String {
    word.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

/// Each is read off one index, forwards or backwards (`migrations/0005_history.sql` and `0015_open_sums.sql`).
fn order(asked: &Asked) -> String {
    let (up, down) = if asked.reversed { ("desc", "asc") } else { ("asc", "desc") };
    let first = match asked.sort {
        PortfolioSort::Name => return format!("s.name_key {up}, s.customer_id {up}"),
        PortfolioSort::Light => format!("s.light_rank {down}"),
        PortfolioSort::Waiting => format!("coalesce(s.waiting_since, 9223372036854775807) {up}"),
        PortfolioSort::Promise => format!("coalesce(s.next_promise, '9999-12-31') {up}"),
        PortfolioSort::Open => format!("s.open_scaled {down}"),
        PortfolioSort::Visit => format!("coalesce(s.last_visit_at, 0) {down}"),
    };
    format!("{first}, s.name_key {up}, s.customer_id {up}")
}

fn read(row: &AnyRow) -> Result<PortfolioRow> {
    let lights = row.text("lights")?;
    let lights = lights.split(',').filter(|word| !word.is_empty()).map(str::parse);
    let currency = row.text("open_currency")?;
    let open = match currency.as_str() {
        "" => None,
        code => {
            let currency = code.parse().map_err(|_| StoreError::Corrupt { column: "open_currency" })?;
            Some(Money::from_minor(row.int("open_sum")?, currency))
        }
    };
    Ok(PortfolioRow {
        customer: row.parse("customer_id")?,
        number: row.text("number")?,
        name: row.text("name")?,
        responsible: row.text("responsible")?,
        lights: lights.collect::<Result<_, _>>().map_err(|_| StoreError::Corrupt { column: "lights" })?,
        waiting: row.int("waiting")?,
        waiting_since: row.maybe_time("waiting_since")?,
        next_promise: row.maybe("next_promise")?,
        open,
        other_currencies: (row.int("open_currencies")? - 1).max(0),
        last_visit_at: row.maybe_time("last_visit_at")?,
    })
}
