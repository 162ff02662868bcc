//! People to be told by mail, each with the proofs of what it may be told.

use super::{Access, access_of_member, access_of_staff, state};
use crate::{Conn, Result, name_order, person::read_person, row::Columns, visible::reaches};
use coplan_domain::{
    id::{CustomerId, PersonId},
    person::{Person, Scope},
};

/// Somebody to be told by mail, with the proofs of what it may be told.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// Who.
    pub person: Person,
    /// What it may know of the customer.
    pub access: Access,
}

/// The members of a customer, each with its own proofs, by name. For mails.
pub async fn list_recipients(conn: &mut Conn, customer: CustomerId) -> Result<Vec<Recipient>> {
    list_members(conn, customer, None).await
}

/// Whoever is to be told, a member of the customer or one of the supplier's people; none where it may know nothing of the
/// customer any more. For mails.
pub async fn find_recipient(conn: &mut Conn, customer: CustomerId, person: PersonId) -> Result<Option<Recipient>> {
    match list_members(conn, customer, Some(person)).await?.pop() {
        None => find_staff_recipient(conn, customer, person).await,
        member => Ok(member),
    }
}

async fn list_members(conn: &mut Conn, customer: CustomerId, only: Option<PersonId>) -> Result<Vec<Recipient>> {
    let rows = sqlx::query(
        "select c.revision, e.value as era, s.scope, p.id, p.kind, p.name, p.email, p.phone, p.language, p.time_zone
         from membership m
         join customer c on c.id = m.customer_id
         join person p on p.id = m.person_id
         join membership_scope s on s.membership_id = m.id, era e
         where m.customer_id = $1 and m.ended_at is null and c.ended_at is null and p.ended_at is null
           and ($2 = '' or p.id = $2)
         order by p.id",
    )
    .bind(customer.to_string())
    .bind(only.map_or_else(String::new, |person| person.to_string()))
    .fetch_all(conn)
    .await?;
    let mut found = Vec::new();
    for rows in rows.chunk_by(|a, b| a.text("id").ok() == b.text("id").ok()) {
        let person = read_person(&rows[0])?;
        let scopes = rows.iter().map(|row| row.parse("scope")).collect::<Result<Vec<Scope>>>()?;
        if let Some(access) = access_of_member(person.id, customer, state(&rows[0])?, &scopes) {
            found.push(Recipient { person, access });
        }
    }
    name_order::sort(&mut found, |recipient| &recipient.person.name);
    Ok(found)
}

/// One of the supplier's people who has not left, with its proofs for a customer. For mails.
pub async fn find_staff_recipient(conn: &mut Conn, customer: CustomerId, staff: PersonId) -> Result<Option<Recipient>> {
    let sql = format!(
        "select c.revision, e.value as era, p.id, p.kind, p.name, p.email, p.phone, p.language, p.time_zone, s.sums_hidden_at
         from person p join staff s on s.person_id = p.id, customer c, era e
         where p.id = $1 and p.ended_at is null and c.id = $2 and c.ended_at is null
           and {}",
        reaches("p.id", "c.id")
    );
    let row =
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(staff.to_string()).bind(customer.to_string()).fetch_optional(conn).await?;
    let Some(row) = row else { return Ok(None) };
    let sees_sums = row.maybe_int("sums_hidden_at")?.is_none();
    let access = access_of_staff(staff, sees_sums, customer, state(&row)?);
    Ok(Some(Recipient { person: read_person(&row)?, access }))
}
