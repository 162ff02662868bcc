//! The supplier's people as their admins keep them.

use crate::{
    Change, Conn, Result,
    access::{AddsStaff, Admin, Staff, WriteProof},
    name_order,
    person::{STAFF_COLUMNS, read_staff},
    row::Columns,
};
use coplan_domain::{
    id::PersonId,
    person::{Language, StaffPerson, StaffRole},
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// One of the supplier's people as an admin sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffEntry {
    /// The person.
    pub staff: StaffPerson,
    /// Whether signing in asks for a second factor.
    pub second_factor: bool,
    /// When one of its devices was last here.
    pub last_seen_at: Option<Timestamp>,
    /// Whether it sees sums.
    pub sums: bool,
    /// The numbers of customers and the segments that it is narrowed to; none where it sees all.
    pub reach: Vec<String>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

fn read(row: &sqlx::any::AnyRow) -> Result<StaffEntry> {
    Ok(StaffEntry {
        staff: read_staff(row)?,
        second_factor: row.maybe_int("totp_since")?.is_some(),
        last_seen_at: row.maybe_time("last_seen_at")?,
        sums: row.maybe_int("sums_hidden_at")?.is_none(),
        reach: Vec::new(),
        version: row.int("version")?,
    })
}

fn sql(end: &str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!(
        "select {STAFF_COLUMNS}, s.totp_since, s.sums_hidden_at, p.version,
           (select max(d.seen_at) from device d where d.person_id = p.id) as last_seen_at
         from person p join staff s on s.person_id = p.id where p.ended_at is null {end}"
    ))
}

/// All the supplier's people, by name.
pub async fn list(conn: &mut Conn, _reader: &Staff) -> Result<Vec<StaffEntry>> {
    let rows = sqlx::query(sql("order by p.id")).fetch_all(&mut *conn).await?;
    let mut staff = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    let mut reach = list_reach(conn).await?;
    for entry in &mut staff {
        entry.reach = reach.remove(&entry.staff.person.id).unwrap_or_default();
    }
    name_order::sort(&mut staff, |entry| &entry.staff.person.name);
    Ok(staff)
}

/// One of the supplier's people.
pub async fn find(conn: &mut Conn, _reader: &Staff, id: PersonId) -> Result<Option<StaffEntry>> {
    let row = sqlx::query(sql("and p.id = $1")).bind(id.to_string()).fetch_optional(&mut *conn).await?;
    let Some(mut entry) = row.as_ref().map(read).transpose()? else { return Ok(None) };
    entry.reach = list_reach(conn).await?.remove(&id).unwrap_or_default();
    Ok(Some(entry))
}

/// To what the supplier's people are narrowed, each word in its order.
async fn list_reach(conn: &mut Conn) -> Result<BTreeMap<PersonId, Vec<String>>> {
    let rows = sqlx::query("select person_id, word from staff_reach order by person_id, word").fetch_all(conn).await?;
    let mut found: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    for row in &rows {
        found.entry(row.parse("person_id")?).or_default().push(row.text("word")?);
    }
    Ok(found)
}

/// Those of these words that are no customer's number and no segment.
pub async fn list_unknown_reach(conn: &mut Conn, _reader: &Staff, words: &[String]) -> Result<Vec<String>> {
    let mut unknown = Vec::new();
    for word in words {
        let found = sqlx::query(
            "select id from customer where number = $1
             union all select customer_id from customer_internal where segment = $1 limit 1",
        );
        if found.bind(word.as_str()).fetch_optional(&mut *conn).await?.is_none() {
            unknown.push(word.clone());
        }
    }
    Ok(unknown)
}

/// Sets whether a colleague sees sums and which customers it sees, with the right to add or change it.
pub async fn update_rights(
    change: &mut Change,
    write: &impl AddsStaff,
    id: PersonId,
    sums: bool,
    reach: &[String],
) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "update staff set sums_hidden_at = case when $1 = 1 then null else coalesce(sums_hidden_at, $2) end where person_id = $3",
    )
    .bind(i64::from(sums))
    .bind(now.as_millisecond())
    .bind(id.to_string())
    .execute(write.on(change)?)
    .await?;
    // What was seen as a member with other rights does not come back with them.
    sqlx::query("update preview set ended_at = $1 where staff_id = $2 and ended_at is null and ends_at > $1")
        .bind(now.as_millisecond())
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    sqlx::query("delete from staff_reach where person_id = $1").bind(id.to_string()).execute(write.on(change)?).await?;
    for word in reach {
        sqlx::query("insert into staff_reach (person_id, word) values ($1, $2) on conflict do nothing")
            .bind(id.to_string())
            .bind(word.as_str())
            .execute(write.on(change)?)
            .await?;
    }
    Ok(())
}

/// The admins, in a fixed order. For their mails.
pub async fn list_admins(conn: &mut Conn) -> Result<Vec<PersonId>> {
    let rows = sqlx::query(
        "select s.person_id from staff s join person p on p.id = s.person_id
         where s.role = 'admin' and p.ended_at is null order by s.person_id",
    )
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| row.parse("person_id")).collect()
}

/// Locks some of the supplier's people until the change is over: none of them leaves, is handed anything or signs in
/// meanwhile.
pub async fn lock(change: &mut Change, write: &impl WriteProof, staff: impl IntoIterator<Item = PersonId>) -> Result<()> {
    write.on(change)?;
    lock_rows(change, staff).await
}

/// The same, for proving a right.
pub(crate) async fn lock_rows(change: &mut Change, staff: impl IntoIterator<Item = PersonId>) -> Result<()> {
    // One after the other and always in the same order, so that two changes at once do not lock each other out.
    for id in staff.into_iter().collect::<BTreeSet<_>>() {
        sqlx::query("update staff set role = role where person_id = $1").bind(id.to_string()).execute(&mut **change).await?;
    }
    Ok(())
}

/// What an admin changes of a colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffChange {
    /// First and last name.
    pub name: String,
    /// What it signs in with.
    pub email: String,
    /// What it may do.
    pub role: StaffRole,
    /// What it is called at work.
    pub title: String,
    /// The languages it speaks.
    pub speaks: Vec<Language>,
    /// Where a call reaches it.
    pub phone: Option<String>,
    /// Whether it sees sums.
    pub sums: bool,
    /// What it is narrowed to; none where it sees all customers.
    pub reach: Vec<String>,
}

/// Changes a colleague; false where somebody else did since this version.
///
/// # Errors
/// [`crate::StoreError::is_taken`] where the address belongs to somebody.
pub async fn update(change: &mut Change, write: &Admin, id: PersonId, to: &StaffChange, version: i64) -> Result<bool> {
    if !write.holds(id) {
        return Ok(false);
    }
    let done = sqlx::query(
        "update person set name = $1, email = $2, phone = $3, version = version + 1
         where id = $4 and version = $5 and ended_at is null and kind = 'staff'",
    )
    .bind(to.name.as_str())
    .bind(to.email.as_str())
    .bind(to.phone.clone())
    .bind(id.to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    sqlx::query("update staff set role = $1, title = $2, speaks = $3 where person_id = $4")
        .bind(to.role.as_str())
        .bind(to.title.as_str())
        .bind(to.speaks.iter().map(|language| language.as_str()).collect::<Vec<_>>().join(","))
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    update_rights(change, write, id, to.sums, &to.reach).await?;
    Ok(true)
}

/// Ends a colleague's time here; false where it is over already or never was.
pub async fn remove(change: &mut Change, write: &Admin, id: PersonId) -> Result<bool> {
    if !write.holds(id) {
        return Ok(false);
    }
    let now = change.now();
    let done = sqlx::query(
        "update person set ended_at = $1, version = version + 1 where id = $2 and kind = 'staff' and ended_at is null",
    )
    .bind(now.as_millisecond())
    .bind(id.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
