//! People of both sides, and what staff sign in with.

use crate::{Change, Conn, Result, StoreError, access::Staff, row::Columns};
use coplan_domain::{
    id::{CustomerId, PersonId},
    person::{Language, Person, Side, StaffPerson, StaffRole},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

const STAFF: &str = "select p.id, p.kind, p.name, p.email, p.phone, p.language, p.time_zone, s.role, s.title, s.speaks
     from person p join staff s on s.person_id = p.id where p.ended_at is null";

pub(crate) fn read_person(row: &AnyRow) -> Result<Person> {
    Ok(Person {
        id: row.parse("id")?,
        side: if row.text("kind")? == "staff" { Side::Supplier } else { Side::Customer },
        name: row.text("name")?,
        email: row.text("email")?,
        phone: row.maybe_text("phone")?,
        language: row.parse("language")?,
        time_zone: row.text("time_zone")?,
    })
}

pub(crate) fn read_staff(row: &AnyRow) -> Result<StaffPerson> {
    let speaks = row.text("speaks")?;
    let speaks = speaks.split(',').filter(|word| !word.is_empty()).map(str::parse).collect::<std::result::Result<_, _>>();
    Ok(StaffPerson {
        person: read_person(row)?,
        role: row.parse("role")?,
        title: row.text("title")?,
        speaks: speaks.map_err(|_| StoreError::Corrupt { column: "speaks" })?,
    })
}

/// A person who has not left, by address. For signing in and for asking for a new link.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn find_by_email(conn: &mut Conn, email: &str) -> Result<Option<Person>> {
    let row =
        sqlx::query("select id, kind, name, email, phone, language, time_zone from person where email = $1 and ended_at is null")
            .bind(email)
            .fetch_optional(conn)
            .await?;
    row.as_ref().map(read_person).transpose()
}

/// A person who has not left. For mails and for the person's own page.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn find(conn: &mut Conn, id: PersonId) -> Result<Option<Person>> {
    let row =
        sqlx::query("select id, kind, name, email, phone, language, time_zone from person where id = $1 and ended_at is null")
            .bind(id.to_string())
            .fetch_optional(conn)
            .await?;
    row.as_ref().map(read_person).transpose()
}

/// One of the supplier's people.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn find_staff(conn: &mut Conn, id: PersonId) -> Result<Option<StaffPerson>> {
    let row =
        sqlx::query(sqlx::AssertSqlSafe(format!("{STAFF} and p.id = $1"))).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read_staff).transpose()
}

/// All the supplier's people, by name. For their colleagues.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn list_staff(conn: &mut Conn, _reader: &Staff) -> Result<Vec<StaffPerson>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{STAFF} order by p.name, p.id"))).fetch_all(conn).await?;
    rows.iter().map(read_staff).collect()
}

/// Whether any staff is there at all; the first start says how to add the first.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn has_staff(conn: &mut Conn) -> Result<bool> {
    Ok(sqlx::query("select person_id from staff limit 1").fetch_optional(conn).await?.is_some())
}

/// The customers where a person is a member, by name.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn list_customers(conn: &mut Conn, id: PersonId) -> Result<Vec<(CustomerId, String)>> {
    let rows = sqlx::query(
        "select c.id, c.name from membership m
         join customer c on c.id = m.customer_id
         join membership_scope s on s.membership_id = m.id and s.scope = 'plan'
         where m.person_id = $1 and m.ended_at is null and c.ended_at is null order by c.name, c.id",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((row.parse("id")?, row.text("name")?))).collect()
}

/// Keeps a new person.
///
/// # Errors
/// [`StoreError::is_taken`] where the address belongs to somebody.
pub async fn insert(change: &mut Change, person: &Person) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "insert into person (id, kind, name, email, phone, language, time_zone, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
    )
    .bind(person.id.to_string())
    .bind(if person.side == Side::Supplier { "staff" } else { "member" })
    .bind(person.name.as_str())
    .bind(person.email.as_str())
    .bind(person.phone.clone())
    .bind(person.language.as_str())
    .bind(person.time_zone.as_str())
    .bind(now.as_millisecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Makes a person one of the supplier's people.
///
/// # Errors
/// [`StoreError`] where it cannot be written.
pub async fn insert_staff(
    change: &mut Change,
    id: PersonId,
    role: StaffRole,
    title: &str,
    speaks: &[Language],
    password_hash: &str,
) -> Result<()> {
    let speaks = speaks.iter().map(|language| language.as_str()).collect::<Vec<_>>().join(",");
    sqlx::query(
        "insert into staff (person_id, role, title, speaks, password_hash, totp_last_step) values ($1, $2, $3, $4, $5, 0)",
    )
    .bind(id.to_string())
    .bind(role.as_str())
    .bind(title)
    .bind(speaks)
    .bind(password_hash)
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Sets the language a person reads.
///
/// # Errors
/// [`StoreError`] where it cannot be written.
pub async fn update_language(change: &mut Change, id: PersonId, language: Language) -> Result<()> {
    sqlx::query("update person set language = $1 where id = $2")
        .bind(language.as_str())
        .bind(id.to_string())
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// What a staff person signs in with.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Whose.
    pub person: PersonId,
    /// The argon2id hash of the password, in PHC form.
    pub password_hash: String,
    /// The secret of the second factor, base32.
    pub totp_secret: Option<String>,
    /// Since when the second factor is asked for; none while it is being set up.
    pub totp_since: Option<Timestamp>,
    /// The last time step whose code was accepted.
    pub totp_last_step: i64,
}

/// What the staff person signs in with.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn find_credentials(conn: &mut Conn, id: PersonId) -> Result<Option<Credentials>> {
    let row = sqlx::query(
        "select s.person_id, s.password_hash, s.totp_secret, s.totp_since, s.totp_last_step
         from staff s join person p on p.id = s.person_id where s.person_id = $1 and p.ended_at is null",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        Ok(Credentials {
            person: row.parse("person_id")?,
            password_hash: row.text("password_hash")?,
            totp_secret: row.maybe_text("totp_secret")?,
            totp_since: row.maybe_time("totp_since")?,
            totp_last_step: row.int("totp_last_step")?,
        })
    })
    .transpose()
}

/// Keeps a new password hash.
///
/// # Errors
/// [`StoreError`] where it cannot be written.
pub async fn update_password(change: &mut Change, id: PersonId, password_hash: &str) -> Result<()> {
    sqlx::query("update staff set password_hash = $1 where person_id = $2")
        .bind(password_hash)
        .bind(id.to_string())
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Keeps the second factor: its secret, and since when it is asked for.
///
/// # Errors
/// [`StoreError`] where it cannot be written.
pub async fn update_totp(change: &mut Change, id: PersonId, secret: Option<&str>, since: Option<Timestamp>) -> Result<()> {
    sqlx::query("update staff set totp_secret = $1, totp_since = $2, totp_last_step = 0 where person_id = $3")
        .bind(secret)
        .bind(since.map(Timestamp::as_millisecond))
        .bind(id.to_string())
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Uses up a time step of the second factor; false where it or a later one was used before.
///
/// # Errors
/// [`StoreError`] where it cannot be written.
pub async fn use_totp_step(change: &mut Change, id: PersonId, step: i64) -> Result<bool> {
    let done = sqlx::query("update staff set totp_last_step = $1 where person_id = $2 and totp_last_step < $1")
        .bind(step)
        .bind(id.to_string())
        .execute(&mut **change)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts new recovery codes, as hashes, in the place of all earlier ones.
///
/// # Errors
/// [`StoreError`] where they cannot be written.
pub async fn replace_recovery_codes(change: &mut Change, id: PersonId, hashes: &[String]) -> Result<()> {
    sqlx::query("delete from recovery_code where person_id = $1").bind(id.to_string()).execute(&mut **change).await?;
    for hash in hashes {
        sqlx::query("insert into recovery_code (person_id, code_hash) values ($1, $2)")
            .bind(id.to_string())
            .bind(hash.as_str())
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

/// Uses up a recovery code; false where it is not one or was used before.
///
/// # Errors
/// [`StoreError`] where it cannot be written.
pub async fn use_recovery_code(change: &mut Change, id: PersonId, hash: &str) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query("update recovery_code set used_at = $1 where person_id = $2 and code_hash = $3 and used_at is null")
        .bind(now.as_millisecond())
        .bind(id.to_string())
        .bind(hash)
        .execute(&mut **change)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Recovery codes that are left.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn count_recovery_codes(conn: &mut Conn, id: PersonId) -> Result<i64> {
    let row = sqlx::query("select count(*) as n from recovery_code where person_id = $1 and used_at is null")
        .bind(id.to_string())
        .fetch_one(conn)
        .await?;
    row.int("n")
}
