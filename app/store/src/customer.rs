//! Customer companies, and what only the supplier's people know of them.

use crate::{
    Affected, Change, Conn, Result,
    access::{AccountAdmin, Billing, CustomerCreation, CustomerWrite, InternalScope, PlanScope, Staff, WriteProof},
    name_order, responsibility,
    row::Columns,
    visible::within,
};
use coplan_domain::{
    business_id::{Stated, canonical},
    customer::Customer,
    id::{CustomerId, PersonId},
    person::CodePolicy,
    text::{folded, search},
};
use jiff::Timestamp;

/// The customer.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read or the customer was removed by other means.
pub async fn find(conn: &mut Conn, scope: PlanScope) -> Result<Customer> {
    let row = sqlx::query(
        "select id, number, name, business_id, vat_id, code_policy, created_at, ended_at, version from customer where id = $1",
    )
    .bind(scope.customer().to_string())
    .fetch_one(conn)
    .await?;
    read(&row)
}

fn read(row: &sqlx::any::AnyRow) -> Result<Customer> {
    Ok(Customer {
        id: row.parse("id")?,
        number: row.text("number")?,
        name: row.text("name")?,
        business_id: row.maybe_text("business_id")?,
        vat_id: row.maybe_text("vat_id")?,
        code_policy: row.parse("code_policy")?,
        created_at: row.time("created_at")?,
        ended_at: row.maybe_time("ended_at")?,
        version: row.int("version")?,
    })
}

/// All customers, ended ones too. For telling which of them a table speaks of.
pub async fn list(conn: &mut Conn, reader: &Staff) -> Result<Vec<Customer>> {
    let sql = format!(
        "select id, number, name, business_id, vat_id, code_policy, created_at, ended_at, version from customer
         where {} order by id",
        within(reader, "customer.id")
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(conn).await?.iter().map(read).collect()
}

/// How many spellings an identifier is looked for in at most: with its scheme, without, and as a Finnish one.
const SPELLINGS: usize = 3;

/// Customers known by what an invoice states, however either is spelt. For finding whose an invoice is.
pub async fn list_by_identifier(conn: &mut Conn, reader: Billing, stated: &Stated<'_>) -> Result<Vec<Customer>> {
    // Customers were typed without a scheme and are kept under one spelling, eight digits as Finnish ones; so that one is
    // looked for too, and what was typed decides.
    let mut keys = stated.keys();
    keys.push(canonical(stated.text));
    keys.resize(SPELLINGS, String::new());
    let sql = format!(
        "select id, number, name, business_id, vat_id, code_policy, created_at, ended_at, version from customer
         where (business_key in ($1, $2, $3) or vat_key in ($1, $2, $3)) and ended_at is null and {} order by id",
        reader.within("customer.id")
    );
    let rows = keys.into_iter().fold(sqlx::query(sqlx::AssertSqlSafe(sql)), sqlx::query::Query::bind).fetch_all(conn).await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    found.retain(|one| [&one.business_id, &one.vat_id].into_iter().flatten().any(|typed| stated.is_of(typed)));
    name_order::sort(&mut found, |one| &one.name);
    Ok(found)
}

/// Whether another customer that goes on is known by this identifier, in any spelling.
pub async fn is_known_by(conn: &mut Conn, _reader: &Staff, but: CustomerId, identifier: &str) -> Result<bool> {
    let Some(key) = key(Some(identifier)) else { return Ok(false) };
    let found = sqlx::query(
        "select id from customer where (business_key = $1 or vat_key = $1) and id <> $2 and ended_at is null limit 1",
    )
    .bind(key)
    .bind(but.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// Customers with this number or with these words in their name, at most so many, by name. For saying whose an
/// invoice is.
pub async fn list_by_words(conn: &mut Conn, reader: Billing, words: &str, limit: i64) -> Result<Vec<Customer>> {
    let words = folded(&search(words));
    let pattern = words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    // The number stands behind the name; a part of it is nobody's name.
    let sql = format!(
        "select c.id, c.number, c.name, c.business_id, c.vat_id, c.code_policy, c.created_at, c.ended_at, c.version
         from (select y.*, substr(y.search, 1, length(y.search) - length(y.number_search) - 1) as name_search
               from customer_summary y) s
         join customer c on c.id = s.customer_id
         where (s.number_search = $1 or s.name_search like $2 escape '\\') and c.ended_at is null and {}
         order by case when s.number_search = $1 then 0 when s.name_search = $1 then 1 else 2 end, s.name_key, c.id limit $3 + 0",
        reader.within("c.id")
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(words).bind(format!("%{pattern}%")).bind(limit).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// The customer that an invoice is for.
pub async fn find_billed(conn: &mut Conn, reader: Billing, id: CustomerId) -> Result<Option<Customer>> {
    let sql = format!(
        "select id, number, name, business_id, vat_id, code_policy, created_at, ended_at, version from customer
         where id = $1 and {}",
        reader.within("customer.id")
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The one spelling that invoices find the customer by; none where there is nothing to go by.
pub(crate) fn key(identifier: Option<&str>) -> Option<String> {
    identifier.map(canonical).filter(|key| !key.is_empty())
}

/// Keeps a new customer together with who has it: without that the database refuses it.
///
/// # Errors
/// [`crate::StoreError::is_taken`] where the number is another customer's.
pub async fn insert(change: &mut Change, write: &CustomerCreation, customer: &Customer, responsible: PersonId) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "insert into customer (id, number, name, business_id, vat_id, code_policy, created_at, responsible_since, version,
           revision, business_key, vat_key)
         values ($1, $2, $3, $4, $5, $6, $7, $7, 1, 1, $8, $9)",
    )
    .bind(customer.id.to_string())
    .bind(customer.number.as_str())
    .bind(customer.name.as_str())
    .bind(customer.business_id.clone())
    .bind(customer.vat_id.clone())
    .bind(customer.code_policy.as_str())
    .bind(now.as_millisecond())
    .bind(key(customer.business_id.as_deref()))
    .bind(key(customer.vat_id.as_deref()))
    .execute(write.on_affecting(change, [Affected::Customer(customer.id)])?)
    .await?;
    responsibility::insert_by(write.on(change)?, write.person(), customer.id, customer.id.0, responsible, now).await?;
    Ok(())
}

/// Locks the customer until the change is over: what lies under it is changed by one at a time.
pub(crate) async fn lock(change: &mut Change, id: CustomerId) -> Result<()> {
    sqlx::query("update customer set revision = revision where id = $1").bind(id.to_string()).execute(&mut **change).await?;
    Ok(())
}

/// Changes a customer's details; false where somebody else did since this version.
///
/// # Errors
/// [`crate::StoreError::is_taken`] where the number is another customer's.
pub async fn update(change: &mut Change, write: &AccountAdmin, customer: &Customer) -> Result<bool> {
    let done = sqlx::query(
        "update customer set number = $1, name = $2, business_id = $3, vat_id = $4, code_policy = $5, version = version + 1,
           business_key = $8, vat_key = $9
         where id = $6 and version = $7",
    )
    .bind(customer.number.as_str())
    .bind(customer.name.as_str())
    .bind(customer.business_id.clone())
    .bind(customer.vat_id.clone())
    .bind(customer.code_policy.as_str())
    .bind(write.customer().to_string())
    .bind(customer.version)
    .bind(key(customer.business_id.as_deref()))
    .bind(key(customer.vat_id.as_deref()))
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends a customer from a moment on, or lets it go on.
pub async fn update_ended(change: &mut Change, write: &AccountAdmin, ended_at: Option<Timestamp>) -> Result<()> {
    sqlx::query("update customer set ended_at = $1 where id = $2")
        .bind(ended_at.map(Timestamp::as_millisecond))
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// What only the supplier's people know of a customer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerInternal {
    /// The segment it is served in.
    pub segment: String,
    /// What colleagues should know.
    pub about: String,
    /// For edits that must not overwrite each other; 0 where nothing was written yet.
    pub version: i64,
}

/// What only the supplier's people know; empty where nothing was written yet.
pub async fn find_internal(conn: &mut Conn, scope: InternalScope) -> Result<CustomerInternal> {
    let row = sqlx::query("select segment, about, version from customer_internal where customer_id = $1")
        .bind(scope.customer().to_string())
        .fetch_optional(conn)
        .await?;
    row.map_or_else(
        || Ok(CustomerInternal::default()),
        |row| Ok(CustomerInternal { segment: row.text("segment")?, about: row.text("about")?, version: row.int("version")? }),
    )
}

/// Keeps what only the supplier's people know; false where somebody else did since this version.
pub async fn update_internal(change: &mut Change, write: &AccountAdmin, internal: &CustomerInternal) -> Result<bool> {
    let done = sqlx::query(
        "insert into customer_internal (customer_id, segment, about, version) values ($1, $2, $3, 1)
         on conflict (customer_id) do update set segment = $2, about = $3, version = customer_internal.version + 1
           where customer_internal.version = $4",
    )
    .bind(write.customer().to_string())
    .bind(internal.segment.as_str())
    .bind(internal.about.as_str())
    .bind(internal.version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The code policies of the customers that a person belongs to.
pub async fn list_code_policies(conn: &mut Conn, person: PersonId) -> Result<Vec<CodePolicy>> {
    let rows = sqlx::query(
        "select c.code_policy from membership m join customer c on c.id = m.customer_id
         where m.person_id = $1 and m.ended_at is null and c.ended_at is null",
    )
    .bind(person.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| row.parse("code_policy")).collect()
}
