//! Members of a customer and what each may see.

use crate::{
    Affected, Change, Conn, Result,
    access::{AccountAdmin, CustomerWrite, MemberAdmin, PeopleScope, Staff, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    name_order,
    person::read_person,
    row::Columns,
    visible::within,
};
use coplan_domain::{
    id::{CustomerId, MembershipId, PersonId},
    person::{Membership, Person, Scope},
};
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

const COLUMNS: &str = "select m.id as membership_id, m.title, m.version, s.scope,
       p.id, p.kind, p.name, p.email, p.phone, p.language, p.time_zone
     from membership m join person p on p.id = m.person_id
     left join membership_scope s on s.membership_id = m.id
     where m.customer_id = $1 and m.ended_at is null";

fn gather(rows: &[AnyRow]) -> Result<Vec<Membership>> {
    let mut found: Vec<Membership> = Vec::new();
    let mut places: BTreeMap<MembershipId, usize> = BTreeMap::new();
    for row in rows {
        let id = row.parse("membership_id")?;
        let place = *places.entry(id).or_insert(found.len());
        if place == found.len() {
            let (title, version) = (row.text("title")?, row.int("version")?);
            found.push(Membership { id, person: read_person(row)?, title, scopes: Vec::new(), version });
        }
        found[place].scopes.extend(row.maybe::<Scope>("scope")?);
    }
    Ok(found)
}

/// The customer's members, by name.
pub async fn list(conn: &mut Conn, scope: PeopleScope) -> Result<Vec<Membership>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} order by p.id, s.scope"));
    let mut members = gather(&sqlx::query(sql).bind(scope.customer().to_string()).fetch_all(conn).await?)?;
    name_order::sort(&mut members, |member| &member.person.name);
    Ok(members)
}

/// Another member, as far as members may know each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fellow {
    /// Its name.
    pub name: String,
    /// What it is called at work.
    pub title: String,
}

/// The customer's members but the reader, by name; their names and titles, and nothing else of them.
pub(crate) fn ask_fellows(scope: PeopleScope) -> Statement {
    Statement::new(
        "select p.name, m.title from membership m join person p on p.id = m.person_id
         where m.customer_id = $1 and m.ended_at is null and p.id <> $2 order by p.id",
    )
    .bind(Value::text(scope.customer()))
    .bind(Value::text(scope.person()))
}

pub(crate) fn read_fellows(rows: &[AnyRow]) -> Result<Vec<Fellow>> {
    let fellow = |row: &AnyRow| Ok(Fellow { name: row.text("name")?, title: row.text("title")? });
    let mut fellows = rows.iter().map(fellow).collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut fellows, |fellow| &fellow.name);
    Ok(fellows)
}

/// One member of the customer.
pub async fn find(conn: &mut Conn, scope: PeopleScope, id: MembershipId) -> Result<Option<Membership>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} and m.id = $2 order by s.scope"));
    let rows = sqlx::query(sql).bind(scope.customer().to_string()).bind(id.to_string()).fetch_all(conn).await?;
    Ok(gather(&rows)?.pop())
}

/// Whose membership of the customer it is. For locking that one before the customer.
pub(crate) async fn find_person(conn: &mut Conn, customer: CustomerId, id: MembershipId) -> Result<Option<PersonId>> {
    let row = sqlx::query("select person_id from membership where id = $1 and customer_id = $2 and ended_at is null")
        .bind(id.to_string())
        .bind(customer.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.parse("person_id")).transpose()
}

/// What a person is in the customer.
pub async fn find_of_person(conn: &mut Conn, scope: PeopleScope, person: PersonId) -> Result<Option<Membership>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} and p.id = $2 order by s.scope"));
    let rows = sqlx::query(sql).bind(scope.customer().to_string()).bind(person.to_string()).fetch_all(conn).await?;
    Ok(gather(&rows)?.pop())
}

/// Whether a person came to be known by becoming a member of this customer, with the name that was given then.
pub async fn is_known_by(conn: &mut Conn, scope: PeopleScope, id: MembershipId) -> Result<bool> {
    let found = sqlx::query(
        "select m.id from membership m join person p on p.id = m.person_id and p.created_at = m.created_at
         where m.id = $1 and m.customer_id = $2",
    )
    .bind(id.to_string())
    .bind(scope.customer().to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// Makes a person a member; one whose membership had ended becomes one again. None where it is one already.
pub async fn insert(
    change: &mut Change,
    write: &AccountAdmin,
    person: PersonId,
    title: &str,
    scopes: &[Scope],
) -> Result<Option<MembershipId>> {
    let (id, now) = (change.id::<MembershipId>(), change.now());
    let row = sqlx::query(
        "insert into membership (id, customer_id, person_id, title, created_at, version) values ($1, $2, $3, $4, $5, 1)
         on conflict (customer_id, person_id) do update set title = $4, ended_at = null, version = membership.version + 1
           where membership.ended_at is not null
         returning id",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(person.to_string())
    .bind(title)
    .bind(now.as_millisecond())
    .fetch_optional(write.on(change)?)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let id = row.parse("id")?;
    write_scopes(write.on(change)?, id, scopes).await?;
    Ok(Some(id))
}

async fn write_scopes(conn: &mut Conn, id: MembershipId, scopes: &[Scope]) -> Result<()> {
    sqlx::query("delete from membership_scope where membership_id = $1").bind(id.to_string()).execute(&mut *conn).await?;
    for scope in scopes {
        sqlx::query("insert into membership_scope (membership_id, scope) values ($1, $2)")
            .bind(id.to_string())
            .bind(scope.as_str())
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Changes a member's title and scopes; false where somebody else did since this version.
pub async fn update(change: &mut Change, write: &MemberAdmin, title: &str, scopes: &[Scope], version: i64) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update membership set title = $1, version = version + 1
         where id = $2 and customer_id = $3 and version = $4 and ended_at is null",
    )
    .bind(title)
    .bind(write.membership().to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 1 {
        write_scopes(write.on(change)?, write.membership(), scopes).await?;
        // Whoever looks as this member begins anew, where it still may.
        sqlx::query("update preview set ended_at = $1 where membership_id = $2 and ended_at is null and ends_at > $1")
            .bind(now.as_millisecond())
            .bind(write.membership().to_string())
            .execute(write.on(change)?)
            .await?;
    }
    Ok(done.rows_affected() == 1)
}

/// Whether a member sees sums at any customer, and one of the supplier's people does not.
pub(crate) async fn sees_more(conn: &mut Conn, staff: &Staff, member: PersonId) -> Result<bool> {
    if staff.sees_sums() {
        return Ok(false);
    }
    let found = sqlx::query(
        "select m.id from membership m join membership_scope o on o.membership_id = m.id
         where m.person_id = $1 and m.ended_at is null and o.scope = 'money' limit 1",
    );
    Ok(found.bind(member.to_string()).fetch_optional(conn).await?.is_some())
}

/// Changes who a member is, in all its customers: a form for it that is open at another one is stale from now on.
///
/// # Errors
/// [`crate::StoreError::is_taken`] where the address belongs to somebody.
pub async fn update_person(change: &mut Change, write: &MemberAdmin, person: &Person) -> Result<()> {
    sqlx::query(
        "update person set name = $1, email = $2, language = $3, version = version + 1
         where id = $4 and id = (select person_id from membership where id = $5 and customer_id = $6 and ended_at is null)",
    )
    .bind(person.name.as_str())
    .bind(person.email.as_str())
    .bind(person.language.as_str())
    .bind(write.member().to_string())
    .bind(write.membership().to_string())
    .bind(write.customer().to_string())
    .execute(write.on_affecting(change, [Affected::Everything])?)
    .await?;
    sqlx::query("update membership set version = version + 1 where person_id = $1 and id <> $2")
        .bind(write.member().to_string())
        .bind(write.membership().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Whether a staff person sees every customer that a person is a member of.
pub async fn reaches_all(conn: &mut Conn, staff: &Staff, person: PersonId) -> Result<bool> {
    let within = within(staff, "m.customer_id");
    let sql = format!("select m.id from membership m where m.person_id = $1 and m.ended_at is null and not ({within}) limit 1");
    let beyond = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(person.to_string()).fetch_optional(conn).await?;
    Ok(beyond.is_none())
}

/// Ends a membership; false where it is over already or the customer's is another.
pub async fn remove(change: &mut Change, write: &MemberAdmin) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update membership set ended_at = $1, version = version + 1 where id = $2 and customer_id = $3 and ended_at is null",
    )
    .bind(now.as_millisecond())
    .bind(write.membership().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
