//! Invoices in short: a customer's list, the last one, what is open, and what is here already.

use super::{DUE, PAID, WAY, approval::DECISION};
use crate::{
    Conn, Result,
    access::{Billing, MoneyScope},
    bulk_insert::Value,
    engine::Statement,
    page::{self, NotAKey, Page, Turn, key_parts},
    row::Columns,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, PersonId},
    invoice::{InvoiceKind, check},
    money::{Currency, Money},
    question::ApprovalDecision,
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;
use std::{fmt, str::FromStr};

/// An invoice in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceBrief {
    /// Which.
    pub id: InvoiceId,
    /// BT-1.
    pub number: String,
    /// BT-3.
    pub kind: InvoiceKind,
    /// BT-2.
    pub issued_on: Date,
    /// BT-9.
    pub due_on: Option<Date>,
    /// What it asks for; negative where it gives back.
    pub owed: Money,
    /// What is to be paid of it: nothing of what only informs or was replaced.
    pub due: Money,
    /// What of it is still open; negative where the supplier still has to give back.
    pub open: Money,
    /// What somebody of the customer decided of it last.
    pub decision: Option<ApprovalDecision>,
}

/// From which day and to which, both included; none where it is open there.
pub type Dated = (Option<Date>, Option<Date>);

/// Days are compared as they are written, which begins with the year 0.
const FIRST: Date = jiff::civil::date(0, 1, 1);

fn brief(row: &AnyRow) -> Result<InvoiceBrief> {
    let currency: Currency = row.parse("currency")?;
    let (owed, due) = (row.int("payable_sum")?.saturating_mul(row.int("way")?), row.int("due")?);
    Ok(InvoiceBrief {
        id: row.parse("id")?,
        number: row.text("number")?,
        kind: InvoiceKind::from_code(&row.text("kind")?, row.int("sign")? < 0),
        issued_on: row.parse("issued_on")?,
        due_on: row.maybe("due_on")?,
        owed: Money::from_minor(owed, currency),
        due: Money::from_minor(due, currency),
        open: Money::from_minor(due.saturating_sub(row.int("paid")?), currency),
        decision: row.maybe("decision")?,
    })
}

/// Where an invoice is in a customer's list. Written as its three parts with `~` between them, for addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvoiceKey {
    issued_on: Date,
    brought_in_at: i64,
    id: InvoiceId,
}

impl fmt::Display for InvoiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}~{}", self.issued_on, self.brought_in_at, self.id)
    }
}

impl FromStr for InvoiceKey {
    type Err = NotAKey;
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let [day, moment, id] = key_parts(text)?;
        let issued_on = day.parse().map_err(|_| NotAKey)?;
        Ok(Self { issued_on, brought_in_at: moment.parse().map_err(|_| NotAKey)?, id: id.parse().map_err(|_| NotAKey)? })
    }
}

fn read_key(row: &AnyRow) -> Result<InvoiceKey> {
    Ok(InvoiceKey { issued_on: row.parse("issued_on")?, brought_in_at: row.int("brought_in_at")?, id: row.parse("id")? })
}

/// The customer's invoices of these days with what they come to; `rest` goes on from `$4`.
fn ask_dated(scope: MoneyScope, (from, to): Dated, rest: &str) -> Statement {
    let sql = format!(
        "select i.id, i.number, i.kind, i.sign, i.issued_on, i.brought_in_at, i.due_on, i.currency, i.payable_sum, {WAY} as way,
           {DUE} as due, {PAID} as paid, {DECISION}
         from invoice i where i.customer_id = $1 and i.issued_on >= $2 and i.issued_on <= $3 {rest}"
    );
    let (from, to) = (from.unwrap_or(FIRST), to.unwrap_or(Date::MAX));
    Statement::new(sql).bind(Value::text(scope.customer())).bind(Value::text(from)).bind(Value::text(to))
}

/// The customer's invoices of these days, newest first, as many as `size`, from where the page begins.
pub async fn list(
    conn: &mut Conn,
    scope: MoneyScope,
    days: Dated,
    turn: &Turn<InvoiceKey>,
    size: usize,
) -> Result<Page<InvoiceBrief, InvoiceKey>> {
    let ask = |turn: &Turn<InvoiceKey>| {
        let (behind, way) = turn.newest_first();
        let order = format!("order by i.issued_on {way}, i.brought_in_at {way}, i.id {way} limit $4 + 0");
        let more = Value::from(page::one_more(size));
        match turn.key() {
            None => ask_dated(scope, days, &order).bind(more),
            Some(InvoiceKey { issued_on, brought_in_at, id }) => {
                ask_dated(scope, days, &format!("and (i.issued_on, i.brought_in_at, i.id) {behind} ($5, $6, $7) {order}"))
                    .bind(more)
                    .bind(Value::text(issued_on))
                    .bind((*brought_in_at).into())
                    .bind(Value::text(id))
            }
        }
    };
    page::read(conn, turn, size, ask, |row| Ok((brief(row)?, read_key(row)?))).await
}

/// The customer's invoices of these days, oldest first, at most so many.
pub async fn list_dated(conn: &mut Conn, scope: MoneyScope, days: Dated, limit: i64) -> Result<Vec<InvoiceBrief>> {
    let rest = "order by i.issued_on, i.brought_in_at, i.id limit $4 + 0";
    ask_dated(scope, days, rest).bind(limit.into()).fetch(conn).await?.iter().map(brief).collect()
}

/// What the largest lines of an invoice come to; negative where it gives back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineSums {
    /// Net by name, the largest first.
    pub lines: Vec<(String, Money)>,
    /// BT-110.
    pub vat: Money,
    /// What was paid before (BT-113), as it lowers the sum.
    pub prepaid: Money,
    /// BT-114.
    pub rounding: Money,
    /// BT-115.
    pub owed: Money,
    /// Whether every sum of it agreed to the cent when it was imported, by the rules that hold now.
    pub agrees: bool,
}

/// For the customer's newest invoice, and what its largest lines come to by their names, at most so many.
pub(crate) fn ask_last(scope: MoneyScope, lines: i64) -> Statement {
    let columns = "i.id, i.number, i.kind, i.sign, i.issued_on, i.due_on, i.currency, i.payable_sum, i.tax_sum,
        i.prepaid_sum, i.rounding_sum, i.agrees_by";
    let sql = format!(
        "select {columns}, i.way, i.due, {PAID} as paid, {DECISION}, l.name, cast(coalesce(sum(l.net), 0) as bigint) as net
         from (select {columns}, {WAY} as way, {DUE} as due from invoice i where i.customer_id = $1
               order by i.issued_on desc, i.brought_in_at desc, i.id desc limit 1) i
         left join invoice_line l on l.invoice_id = i.id
         group by {columns}, i.way, i.due, l.name order by net desc, l.name limit $2 + 0"
    );
    Statement::new(sql).bind(Value::text(scope.customer())).bind(lines.into())
}

/// None where there is no invoice; no sums where it has no lines.
pub(crate) fn read_last(rows: &[AnyRow]) -> Result<Option<(InvoiceBrief, Option<LineSums>)>> {
    let Some(first) = rows.first() else { return Ok(None) };
    let (currency, way) = (first.parse("currency")?, first.int("way")?);
    let money = |minor: i64| Money::from_minor(minor.saturating_mul(way), currency);
    let named = rows.iter().map(|row| Ok(row.maybe_text("name")?.zip(Some(money(row.int("net")?)))));
    let lines = named.filter_map(Result::transpose).collect::<Result<Vec<_>>>()?;
    let (vat, rounding, owed) =
        (money(first.int("tax_sum")?), money(first.int("rounding_sum")?), money(first.int("payable_sum")?));
    let prepaid = money(first.int("prepaid_sum")?.saturating_neg());
    let agrees = first.maybe_int("agrees_by")? == Some(check::RULES);
    let sums = (!lines.is_empty()).then_some(LineSums { lines, vat, prepaid, rounding, owed, agrees });
    Ok(Some((brief(first)?, sums)))
}

/// What is open in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenSum {
    /// How much; negative in the customer's favour.
    pub sum: Money,
    /// How much of it should have been paid by now.
    pub late: Money,
    /// The earliest day by which some of it is to be paid.
    pub next_due: Option<Date>,
    /// Whether any invoice is open, even where the sum is nothing because what is to be paid and to be given back cancel
    /// out.
    pub any_open: bool,
}

/// What is open on a day, by currency; the currency of the newest invoice first.
pub async fn list_open_sums(conn: &mut Conn, scope: MoneyScope, today: Date) -> Result<Vec<OpenSum>> {
    read_open_sums(&ask_open_sums(scope, today).fetch(conn).await?)
}

pub(crate) fn ask_open_sums(scope: MoneyScope, today: Date) -> Statement {
    let sql = format!(
        "select o.currency, max(o.issued_on) as newest, cast(coalesce(sum(o.open), 0) as bigint) as open,
           cast(coalesce(sum(case when o.open > 0 and o.due_on < $2 then o.open end), 0) as bigint) as late,
           min(case when o.open > 0 then o.due_on end) as next_due,
           count(case when o.open <> 0 then 1 end) as unsettled
         from (select i.currency, i.issued_on, i.due_on,
             {DUE} - {PAID} as open
           from invoice i where i.customer_id = $1) o
         group by o.currency order by newest desc, o.currency"
    );
    Statement::new(sql).bind(Value::text(scope.customer())).bind(Value::text(today))
}

pub(crate) fn read_open_sums(rows: &[AnyRow]) -> Result<Vec<OpenSum>> {
    let one = |row: &AnyRow| {
        let currency = row.parse("currency")?;
        let (sum, late) = (Money::from_minor(row.int("open")?, currency), Money::from_minor(row.int("late")?, currency));
        Ok(OpenSum { sum, late, next_due: row.maybe("next_due")?, any_open: row.int("unsettled")? > 0 })
    };
    rows.iter().map(one).collect()
}

/// Whose invoice this is, where this person brought it in.
pub async fn find_customer(conn: &mut Conn, by: Billing, id: InvoiceId) -> Result<Option<CustomerId>> {
    let row = sqlx::query("select customer_id from invoice where id = $1 and brought_in_by = $2")
        .bind(id.to_string())
        .bind(by.by().map(|id: PersonId| id.to_string()))
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.parse("customer_id")).transpose()
}

/// An invoice that somebody imported recently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentInvoice {
    /// Which.
    pub id: InvoiceId,
    /// BT-1.
    pub number: String,
    /// BT-3.
    pub kind: InvoiceKind,
    /// Whose.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
}

/// What this person imported since then, newest first, at most so many.
pub async fn list_recent(conn: &mut Conn, by: Billing, since: Timestamp, limit: i64) -> Result<Vec<RecentInvoice>> {
    let rows = sqlx::query(
        "select i.id, i.number, i.kind, i.sign, i.customer_id, c.name as customer_name
         from invoice i join customer c on c.id = i.customer_id
         where i.brought_in_by = $1 and i.brought_in_at > $2 order by i.brought_in_at desc, i.id desc limit $3 + 0",
    )
    .bind(by.by().map(|id| id.to_string()))
    .bind(since.as_millisecond())
    .bind(limit)
    .fetch_all(conn)
    .await?;
    let one = |row: &AnyRow| {
        Ok(RecentInvoice {
            id: row.parse("id")?,
            number: row.text("number")?,
            kind: InvoiceKind::from_code(&row.text("kind")?, row.int("sign")? < 0),
            customer: row.parse("customer_id")?,
            customer_name: row.text("customer_name")?,
        })
    };
    rows.iter().map(one).collect()
}
