//! Service packages, which each customer has, how much it used, and what it said to another one.

use crate::{
    Change, Conn, Result,
    access::{ApprovalWrite, CustomerWrite, MoneyScope, MoneyWrite, OfferWrite, Staff, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
};
use coplan_domain::{
    id::{PackageId, ThreadId},
    money::Money,
    package::Package,
};
use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;
use sqlx::any::AnyRow;

const COLUMNS: &str = "p.id, p.service, p.name, p.unit, p.included, p.currency, p.price, p.beyond";

fn read(row: &AnyRow) -> Result<Package> {
    Ok(Package {
        id: row.parse("id")?,
        service: row.text("service")?,
        name: row.text("name")?,
        unit: row.text("unit")?,
        included: row.parse("included")?,
        price: Money::from_minor(row.int("price")?, row.parse("currency")?),
        beyond: row.parse("beyond")?,
    })
}

/// A package beside what a customer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedPackage {
    /// The package.
    pub package: Package,
    /// Whether the customer has it.
    pub is_current: bool,
}

/// How much was used in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// Of which service.
    pub service: String,
    /// The first day of the month.
    pub month: Date,
    /// How much.
    pub volume: Decimal,
}

/// What a customer said to a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageAnswer {
    /// To which.
    pub package: PackageId,
    /// The discussion in which it asked for it.
    pub thread: Option<ThreadId>,
    /// Why it does not want it.
    pub reason: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// All packages that are offered, by service and price.
pub async fn list_all(conn: &mut Conn, _reader: &Staff) -> Result<Vec<Package>> {
    let sql = format!("select {COLUMNS} from service_package p where p.ended_at is null order by p.service, p.price, p.id");
    Statement::new(sql).fetch(conn).await?.iter().map(read).collect()
}

/// The packages of the services that a customer has, by service and price; with what it has of those that ended.
pub async fn list_offered(conn: &mut Conn, scope: MoneyScope) -> Result<Vec<OfferedPackage>> {
    let sql = format!(
        "select {COLUMNS}, cast(case when h.package_id = p.id then 1 else 0 end as bigint) as is_current
         from customer_package h join service_package p on p.service = h.service
         where h.customer_id = $1 and (p.ended_at is null or p.id = h.package_id) order by p.service, p.price, p.id"
    );
    let rows = Statement::new(sql).bind(Value::text(scope.customer())).fetch(conn).await?;
    rows.iter().map(|row| Ok(OfferedPackage { package: read(row)?, is_current: row.int("is_current")? == 1 })).collect()
}

/// How much a customer used since a month, the oldest first.
pub async fn list_usage(conn: &mut Conn, scope: MoneyScope, since: Date) -> Result<Vec<Usage>> {
    let sql = "select service, month, volume from service_usage where customer_id = $1 and month >= $2 order by service, month";
    let rows = Statement::new(sql).bind(Value::text(scope.customer())).bind(Value::text(since)).fetch(conn).await?;
    let read =
        |row: &AnyRow| Ok(Usage { service: row.text("service")?, month: row.parse("month")?, volume: row.parse("volume")? });
    rows.iter().map(read).collect()
}

/// What a customer said to packages.
pub async fn list_answers(conn: &mut Conn, scope: MoneyScope) -> Result<Vec<PackageAnswer>> {
    let sql = "select package_id, thread_id, reason, answered_at from package_answer where customer_id = $1";
    let rows = Statement::new(sql).bind(Value::text(scope.customer())).fetch(conn).await?;
    let read = |row: &AnyRow| {
        Ok(PackageAnswer {
            package: row.parse("package_id")?,
            thread: row.maybe("thread_id")?,
            reason: row.maybe_text("reason")?,
            at: row.time("answered_at")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Offers a package; one with this id is there already.
pub async fn insert(change: &mut Change, write: &OfferWrite, package: &Package) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into service_package (id, service, name, unit, included, currency, price, beyond, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing",
    )
    .bind(package.id.to_string())
    .bind(package.service.as_str())
    .bind(package.name.as_str())
    .bind(package.unit.as_str())
    .bind(package.included.to_string())
    .bind(package.price.currency().code())
    .bind(package.price.minor())
    .bind(package.beyond.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Offers a package no more; whoever has it keeps it.
pub async fn end(change: &mut Change, write: &OfferWrite, id: PackageId) -> Result<()> {
    let now = change.now().as_millisecond();
    let ended = sqlx::query("update service_package set ended_at = $1 where id = $2 and ended_at is null");
    ended.bind(now).bind(id.to_string()).execute(write.on(change)?).await?;
    Ok(())
}

/// Says that a customer has a package from now on; false where there is none that is offered. What it said to packages of
/// the service is forgotten: it was said beside another one.
pub async fn choose(change: &mut Change, write: &MoneyWrite, id: PackageId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let customer = write.customer().to_string();
    let done = sqlx::query(
        "insert into customer_package (customer_id, service, package_id, chosen_by, chosen_at)
         select $1, p.service, p.id, $2, $3 from service_package p where p.id = $4 and p.ended_at is null
         on conflict (customer_id, service)
           do update set package_id = excluded.package_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at",
    )
    .bind(customer.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .bind(id.to_string())
    .execute(write.on(change)?)
    .await?;
    let forgotten = sqlx::query(
        "delete from package_answer where customer_id = $1 and package_id in
           (select q.id from service_package q where q.service in (select p.service from service_package p where p.id = $2))",
    );
    forgotten.bind(customer).bind(id.to_string()).execute(write.on(change)?).await?;
    Ok(done.rows_affected() == 1)
}

/// Says how much a customer used of a service in a month; nothing takes the month away.
pub async fn update_usage(
    change: &mut Change,
    write: &MoneyWrite,
    service: &str,
    (month, volume): (Date, Option<Decimal>),
) -> Result<()> {
    let (customer, month) = (write.customer().to_string(), month.to_string());
    match volume {
        None => {
            let gone = sqlx::query("delete from service_usage where customer_id = $1 and service = $2 and month = $3");
            gone.bind(customer).bind(service).bind(month).execute(write.on(change)?).await?;
        }
        Some(volume) => {
            let now = change.now().as_millisecond();
            sqlx::query(
                "insert into service_usage (customer_id, service, month, volume, recorded_by, recorded_at)
                 values ($1, $2, $3, $4, $5, $6) on conflict (customer_id, service, month)
                   do update set volume = excluded.volume, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at",
            )
            .bind(customer)
            .bind(service)
            .bind(month)
            .bind(volume.to_string())
            .bind(write.person().to_string())
            .bind(now)
            .execute(write.on(change)?)
            .await?;
        }
    }
    Ok(())
}

/// Takes a month of a service away that was said since a moment.
pub async fn remove_usage(
    change: &mut Change,
    write: &MoneyWrite,
    since: Timestamp,
    (service, month): (&str, Date),
) -> Result<bool> {
    let gone = sqlx::query(
        "delete from service_usage where customer_id = $1 and service = $2 and month = $3 and recorded_at >= $4 and recorded_by = $5",
    );
    let gone = gone.bind(write.customer().to_string()).bind(service).bind(month.to_string()).bind(since.as_millisecond());
    let done = gone.bind(write.person().to_string()).execute(write.on(change)?).await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps what a customer said to a package: the discussion in which it asks for it, or why it does not want it.
pub async fn answer(
    change: &mut Change,
    write: &ApprovalWrite,
    id: PackageId,
    (thread, reason): (Option<ThreadId>, Option<&str>),
) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into package_answer (customer_id, package_id, thread_id, reason, answered_by, answered_at)
         select $1, p.id, $2, $3, $4, $5 from service_package p where p.id = $6
         on conflict (customer_id, package_id)
           do update set thread_id = excluded.thread_id, reason = excluded.reason, answered_by = excluded.answered_by,
             answered_at = excluded.answered_at",
    )
    .bind(write.customer().to_string())
    .bind(thread.map(|thread| thread.to_string()))
    .bind(reason)
    .bind(write.person().to_string())
    .bind(now)
    .bind(id.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
