//! What was invoiced month by month, and what is open by how long it has been due.

use super::{DUE, PAID};
use crate::{Conn, Result, access::MoneyScope, row::Columns};
use coplan_domain::money::{Currency, Money};
use jiff::{ToSpan, civil::Date};

/// A month and what its documents come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSum {
    /// The first day of the month.
    pub first: Date,
    /// What is to be paid of them; negative where more is given back.
    pub sum: Money,
    /// How many there are.
    pub documents: i64,
}

/// What is open, by how long it has been due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenByAge {
    /// Not due yet, or on no day.
    pub not_due: Money,
    /// Due for up to 30 days.
    pub late_month: Money,
    /// For 31 to 60.
    pub late_two_months: Money,
    /// For longer.
    pub late_longer: Money,
}

/// The months since this one in which something was invoiced in this currency, the oldest first.
pub async fn list_months(conn: &mut Conn, scope: MoneyScope, currency: Currency, since: Date) -> Result<Vec<MonthSum>> {
    let sql = format!(
        "select min(m.issued_on) as earliest, cast(sum(m.due) as bigint) as due, count(*) as documents
         from (select i.issued_on, {DUE} as due from invoice i
               where i.customer_id = $1 and i.currency = $2 and i.issued_on >= $3) m
         group by substr(m.issued_on, 1, 7) order by 1"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(scope.customer().to_string()).bind(currency.code());
    let rows = rows.bind(since.first_of_month().to_string()).fetch_all(conn).await?;
    let read = rows.iter().map(|row| {
        let first = row.parse::<Date>("earliest")?.first_of_month();
        Ok(MonthSum { first, sum: Money::from_minor(row.int("due")?, currency), documents: row.int("documents")? })
    });
    read.collect()
}

/// What is open in this currency on a day, by its age; what is to be given back lowers nothing.
pub async fn find_open_by_age(conn: &mut Conn, scope: MoneyScope, currency: Currency, today: Date) -> Result<OpenByAge> {
    let sum = |when: &str, name: &str| format!("cast(coalesce(sum(case when {when} then o.open end), 0) as bigint) as {name}");
    let sums = [
        sum("o.due_on is null or o.due_on >= $3", "not_due"),
        sum("o.due_on < $3 and o.due_on >= $4", "late_month"),
        sum("o.due_on < $4 and o.due_on >= $5", "late_two_months"),
        sum("o.due_on < $5", "late_longer"),
    ];
    let sql = format!(
        "select {} from (select i.due_on, {DUE} - {PAID} as open
           from invoice i where i.customer_id = $1 and i.currency = $2) o where o.open > 0",
        sums.join(", ")
    );
    let ago = |days: i64| today.saturating_sub(days.days()).to_string();
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(scope.customer().to_string()).bind(currency.code());
    let row = row.bind(today.to_string()).bind(ago(30)).bind(ago(60)).fetch_one(conn).await?;
    let money = |name: &'static str| Ok::<_, crate::StoreError>(Money::from_minor(row.int(name)?, currency));
    Ok(OpenByAge {
        not_due: money("not_due")?,
        late_month: money("late_month")?,
        late_two_months: money("late_two_months")?,
        late_longer: money("late_longer")?,
    })
}
