//! The supplier's customers in one table: found, narrowed, sorted and counted from the one row that each has.

mod trend;

pub use trend::{CustomerTrend, list_trends};

use crate::{
    Conn, Result, StoreError,
    access::Staff,
    bulk_insert::Value,
    engine::Statement,
    on_duty::covered,
    page::{self, NotAKey, Page, Turn, key_parts},
    row::Columns,
    summary,
    visible::within,
};
use coplan_domain::{
    id::{CustomerId, PersonId},
    money::Money,
    plan::Light,
    portfolio::{PortfolioShow, PortfolioSort},
    text::folded,
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;
use std::{fmt, str::FromStr};

/// What is asked of the table.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Words that must each stand in the name or the number.
    pub words: Vec<String>,
    /// Only the customers of this staff person, and of those that it stands in for on the day.
    pub responsible: Option<PersonId>,
    /// Which customers.
    pub show: PortfolioShow,
    /// The day for who stands in, and before which a promise is overdue.
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

/// Where a customer is in the table: what it is sorted by, then its name, then its id. Written as the three with `~` between
/// them, for addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioKey {
    value: String,
    name_key: String,
    customer: CustomerId,
}

impl fmt::Display for PortfolioKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}~{}", self.value, self.name_key, self.customer)
    }
}

impl FromStr for PortfolioKey {
    type Err = NotAKey;
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let [value, name_key, customer] = key_parts(text)?;
        let customer = customer.parse().map_err(|_| NotAKey)?;
        Ok(Self { value: value.to_owned(), name_key: name_key.to_owned(), customer })
    }
}

/// As many customers as `size`, from where the page begins.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn list(
    conn: &mut Conn,
    reader: &Staff,
    asked: &Asked,
    turn: &Turn<PortfolioKey>,
    size: usize,
) -> Result<Page<PortfolioRow, PortfolioKey>> {
    let row = |row: &AnyRow| Ok((read(reader, row)?, read_key(row)?));
    page::read(conn, turn, size, |turn| statement(reader, asked, turn, size), row).await
}

fn statement(reader: &Staff, asked: &Asked, turn: &Turn<PortfolioKey>, size: usize) -> Statement {
    // Reckoned with, the column leaves the index to the order.
    let mut narrowed = Narrowed::new(reader, asked, "s.ended + 0");
    let order = Order::new(reader, asked, turn.is_backwards());
    if let Some(key) = turn.key() {
        narrowed.behind(&order, key);
    }
    let (sorted, limit) = (order.sql(), page::one_more(size));
    // The page is cut before anything is joined to it, so the index alone is read from where the page begins.
    narrowed.statement(|condition| {
        format!(
            "select s.customer_id, c.number, c.name, p.name as responsible, s.lights, s.waiting, s.waiting_since,
               s.next_promise, s.open_sum, s.open_currency, s.open_currencies, s.last_visit_at, s.name_key,
               cast({value} as text) as value
             from (select * from customer_summary s {condition} order by {sorted} limit {limit}) s
             join customer c on c.id = s.customer_id
             join person p on p.id = s.responsible_id
             order by {sorted}",
            value = order.value.unwrap_or("''"),
        )
    })
}

fn read_key(row: &AnyRow) -> Result<PortfolioKey> {
    Ok(PortfolioKey { value: row.text("value")?, name_key: row.text("name_key")?, customer: row.parse("customer_id")? })
}

/// How many customers there are altogether of those that are asked for.
pub async fn count(conn: &mut Conn, reader: &Staff, asked: &Asked) -> Result<i64> {
    Narrowed::new(reader, asked, "s.ended").count(conn).await
}

/// How many of them stand before this place.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn count_before(conn: &mut Conn, reader: &Staff, asked: &Asked, key: &PortfolioKey) -> Result<i64> {
    let mut narrowed = Narrowed::new(reader, asked, "s.ended + 0");
    narrowed.behind(&Order::new(reader, asked, true), key);
    narrowed.count(conn).await
}

/// The conditions, and the values that stand in them from `$1` on.
struct Narrowed {
    conditions: Vec<String>,
    given: Vec<Value>,
}

impl Narrowed {
    /// To what is asked for; `ended` is how the column is read.
    fn new(reader: &Staff, asked: &Asked, ended: &str) -> Self {
        let ended = format!("{ended} = {}", i64::from(asked.show == PortfolioShow::Ended));
        let mut narrowed = Self { conditions: vec![ended], given: Vec::new() };
        if reader.is_narrowed() {
            narrowed.conditions.push(within(reader, "s.customer_id"));
        }
        for word in &asked.words {
            let place = narrowed.place(Value::text(format!("%{}%", escaped(&folded(word)))));
            narrowed.conditions.push(format!("s.search like {place} escape '!'"));
        }
        if let Some(responsible) = asked.responsible {
            let (who, day) = (narrowed.place(Value::text(responsible)), narrowed.place(Value::text(asked.today)));
            narrowed.conditions.push(format!("s.responsible_id in ({} select staff_id from covered)", covered(&who, &day)));
        }
        match asked.show {
            PortfolioShow::All | PortfolioShow::Ended => {}
            PortfolioShow::Waiting => narrowed.conditions.push("s.waiting > 0".to_owned()),
            PortfolioShow::Alarming => {
                narrowed.conditions.push(format!("s.light_rank >= {}", summary::rank(Light::AtRisk)));
            }
            PortfolioShow::Overdue => {
                let place = narrowed.place(Value::text(asked.today));
                narrowed.conditions.push(format!("s.next_promise < {place}"));
            }
        }
        narrowed
    }

    /// Where the value stands.
    fn place(&mut self, value: Value) -> String {
        self.given.push(value);
        format!("${}", self.given.len())
    }

    /// To what comes behind this place in this order.
    fn behind(&mut self, order: &Order, key: &PortfolioKey) {
        let (name, id) = (self.place(Value::text(&key.name_key)), self.place(Value::text(key.customer)));
        let names = format!("(s.name_key, s.customer_id) {} ({name}, {id})", order.names.behind());
        let Some(column) = order.value else { return self.conditions.push(names) };
        let value = self.place(order.typed(&key.value));
        let behind = order.values.behind();
        // The first of these alone says where in the index to begin.
        self.conditions.push(format!("{column} {behind}= {value} and ({column} {behind} {value} or {names})"));
    }

    fn statement(self, sql: impl FnOnce(String) -> String) -> Statement {
        let condition = format!("where {}", self.conditions.join(" and "));
        self.given.into_iter().fold(Statement::new(sql(condition)), Statement::bind)
    }

    async fn count(self, conn: &mut Conn) -> Result<i64> {
        let statement = self.statement(|condition| format!("select count(*) as n from customer_summary s {condition}"));
        statement.fetch(conn).await?.first().ok_or(sqlx::Error::RowNotFound)?.int("n")
    }
}

/// What stands for any text in a pattern, as itself.
fn escaped(word: &str) -> String {
    word.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

impl Direction {
    fn turned(self, turned: bool) -> Self {
        match (self, turned) {
            (Self::Up, true) | (Self::Down, false) => Self::Down,
            (Self::Down, true) | (Self::Up, false) => Self::Up,
        }
    }

    fn sql(self) -> &'static str {
        match self {
            Self::Up => "asc",
            Self::Down => "desc",
        }
    }

    /// How what is behind compares to what is before.
    fn behind(self) -> &'static str {
        match self {
            Self::Up => ">",
            Self::Down => "<",
        }
    }
}

/// What the table is sorted by: a value where there is one, then names. Each is read off one index, forwards or backwards
/// (`migrations/0025_summary.sql`).
struct Order {
    sort: PortfolioSort,
    value: Option<&'static str>,
    values: Direction,
    names: Direction,
}

impl Order {
    /// Whoever sees no sums is not told them by an order either.
    fn new(reader: &Staff, asked: &Asked, backwards: bool) -> Self {
        let sort = if asked.sort == PortfolioSort::Open && !reader.sees_sums() { PortfolioSort::Name } else { asked.sort };
        let (value, values) = match sort {
            PortfolioSort::Name => (None, Direction::Up),
            PortfolioSort::Light => (Some("s.light_rank"), Direction::Down),
            PortfolioSort::Waiting => (Some("coalesce(s.waiting_since, 9223372036854775807)"), Direction::Up),
            PortfolioSort::Promise => (Some("coalesce(s.next_promise, '9999-12-31')"), Direction::Up),
            PortfolioSort::Open => (Some("s.open_scaled"), Direction::Down),
            PortfolioSort::Visit => (Some("coalesce(s.last_visit_at, 0)"), Direction::Down),
        };
        let turned = asked.reversed != backwards;
        Self { sort, value, values: values.turned(turned), names: Direction::Up.turned(turned) }
    }

    /// The value of a place as the column has it; one that is no number begins nowhere in particular.
    fn typed(&self, value: &str) -> Value {
        match self.sort {
            PortfolioSort::Promise | PortfolioSort::Name => Value::text(value),
            _ => Value::from(value.parse::<i64>().unwrap_or_default()),
        }
    }

    fn sql(&self) -> String {
        let names = self.names.sql();
        let names = format!("s.name_key {names}, s.customer_id {names}");
        self.value.map_or_else(|| names.clone(), |value| format!("{value} {}, {names}", self.values.sql()))
    }
}

fn read(reader: &Staff, row: &AnyRow) -> Result<PortfolioRow> {
    let lights = row.text("lights")?;
    let lights = lights.split(',').filter(|word| !word.is_empty()).map(str::parse);
    let currency = row.text("open_currency")?;
    let open = match currency.as_str() {
        "" => None,
        _ if !reader.sees_sums() => None,
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
        other_currencies: if reader.sees_sums() { (row.int("open_currencies")? - 1).max(0) } else { 0 },
        last_visit_at: row.maybe_time("last_visit_at")?,
    })
}
