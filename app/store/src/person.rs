//! People of both sides.

use crate::{
    Affected, Change, Conn, Result, StoreError,
    access::{AddsPeople, AddsStaff, OwnAccount, Staff, WriteProof},
    name_order,
    row::Columns,
    visible::reaches,
};
use coplan_domain::{
    id::{CustomerId, PersonId},
    person::{Language, Person, Side, StaffPerson, StaffRole},
};
use sqlx::any::AnyRow;

pub(crate) const STAFF_COLUMNS: &str =
    "p.id, p.kind, p.name, p.email, p.phone, p.language, p.time_zone, s.role, s.title, s.speaks";

fn staff_sql(end: &str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!(
        "select {STAFF_COLUMNS} from person p join staff s on s.person_id = p.id where p.ended_at is null {end}"
    ))
}

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
pub async fn find_by_email(conn: &mut Conn, email: &str) -> Result<Option<Person>> {
    let row =
        sqlx::query("select id, kind, name, email, phone, language, time_zone from person where email = $1 and ended_at is null")
            .bind(email)
            .fetch_optional(conn)
            .await?;
    row.as_ref().map(read_person).transpose()
}

/// A person who has not left. For mails and for the person's own page.
pub async fn find(conn: &mut Conn, id: PersonId) -> Result<Option<Person>> {
    let row =
        sqlx::query("select id, kind, name, email, phone, language, time_zone from person where id = $1 and ended_at is null")
            .bind(id.to_string())
            .fetch_optional(conn)
            .await?;
    row.as_ref().map(read_person).transpose()
}

/// A person as its own page shows and changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The person.
    pub person: Person,
    /// Whether others are told which discussion it has open.
    pub is_seen: bool,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

/// A person who has not left, for its own page.
pub async fn find_own(conn: &mut Conn, id: PersonId) -> Result<Option<Own>> {
    let sql = "select id, kind, name, email, phone, language, time_zone, is_seen, version from person where id = $1 and ended_at is null";
    let row = sqlx::query(sql).bind(id.to_string()).fetch_optional(conn).await?;
    row.map(|row| Ok(Own { person: read_person(&row)?, is_seen: row.int("is_seen")? != 0, version: row.int("version")? }))
        .transpose()
}

/// One of the supplier's people.
pub async fn find_staff(conn: &mut Conn, id: PersonId) -> Result<Option<StaffPerson>> {
    let row = sqlx::query(staff_sql("and p.id = $1")).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read_staff).transpose()
}

/// All the supplier's people, by name. For their colleagues.
pub async fn list_staff(conn: &mut Conn, _reader: &Staff) -> Result<Vec<StaffPerson>> {
    by_name(&sqlx::query(staff_sql("order by p.id")).fetch_all(conn).await?)
}

/// What one of the supplier's people is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InCharge {
    /// Whatever comes, a customer that is only now made among it.
    Anything,
    /// Something of this customer.
    Customer(CustomerId),
    /// Whatever this colleague has.
    InsteadOf(PersonId),
}

impl InCharge {
    /// The condition that the person `p`, who is `s` among the supplier's people, can act there: directors only read, and
    /// nobody answers for what it does not see. `$1` is the id that [`InCharge::id`] gives.
    pub(crate) fn condition(self) -> String {
        let sees = match self {
            Self::Anything => "$1 = '' and not exists (select 1 from staff_reach r where r.person_id = p.id)".to_owned(),
            Self::Customer(_) => reaches("p.id", "$1"),
            Self::InsteadOf(_) => "(not exists (select 1 from staff_reach r where r.person_id = p.id)
                or (exists (select 1 from staff_reach r where r.person_id = $1)
                    and not exists (select 1 from staff_reach w where w.person_id = $1
                      and not exists (select 1 from staff_reach r where r.person_id = p.id and r.word = w.word))))"
                .to_owned(),
        };
        format!("s.role <> 'director' and {sees}")
    }

    fn id(self) -> String {
        match self {
            Self::Anything => String::new(),
            Self::Customer(id) => id.to_string(),
            Self::InsteadOf(id) => id.to_string(),
        }
    }
}

/// Of the supplier's people those who can act there, by name. For their colleagues.
pub async fn list_in_charge(conn: &mut Conn, _reader: &Staff, of: InCharge) -> Result<Vec<StaffPerson>> {
    by_name(&sqlx::query(staff_sql(&format!("and {} order by p.id", of.condition()))).bind(of.id()).fetch_all(conn).await?)
}

fn by_name(rows: &[AnyRow]) -> Result<Vec<StaffPerson>> {
    let mut staff = rows.iter().map(read_staff).collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut staff, |one| &one.person.name);
    Ok(staff)
}

/// One of the supplier's people who can act there; none for others.
pub async fn find_in_charge(conn: &mut Conn, id: PersonId, of: InCharge) -> Result<Option<StaffPerson>> {
    let row = sqlx::query(staff_sql(&format!("and {} and p.id = $2", of.condition())));
    let row = row.bind(of.id()).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read_staff).transpose()
}

/// Whether any staff is there at all; the first start says how to add the first.
pub async fn has_staff(conn: &mut Conn) -> Result<bool> {
    Ok(sqlx::query("select person_id from staff limit 1").fetch_optional(conn).await?.is_some())
}

/// The address of one of the supplier's people, of now or of once, that is not of this domain. For telling a demo
/// from an installation.
pub async fn find_staff_beyond(conn: &mut Conn, domain: &str) -> Result<Option<String>> {
    let sql = "select p.email from staff s join person p on p.id = s.person_id where p.email not like $1 order by p.id limit 1";
    Ok(sqlx::query_scalar(sql).bind(format!("%@{domain}")).fetch_optional(conn).await?)
}

/// The customers where a person is a member, by name.
pub async fn list_customers(conn: &mut Conn, id: PersonId) -> Result<Vec<(CustomerId, String)>> {
    let rows = sqlx::query(
        "select c.id, c.name from membership m
         join customer c on c.id = m.customer_id
         join membership_scope s on s.membership_id = m.id and s.scope = 'plan'
         where m.person_id = $1 and m.ended_at is null and c.ended_at is null order by c.id",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let mut customers = rows.iter().map(|row| Ok((row.parse("id")?, row.text("name")?))).collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut customers, |(_, name): &(CustomerId, String)| name);
    Ok(customers)
}

/// Whether a member has its place at a customer with whom the co-operation has ended.
pub async fn is_of_ended_customer(conn: &mut Conn, id: PersonId) -> Result<bool> {
    let found = sqlx::query(
        "select c.id from membership m join customer c on c.id = m.customer_id
         where m.person_id = $1 and m.ended_at is null and c.ended_at is not null limit 1",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// Keeps a new person.
///
/// # Errors
/// [`StoreError::is_taken`] where the address belongs to somebody.
pub async fn insert(change: &mut Change, write: &impl AddsPeople, person: &Person) -> Result<()> {
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
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Makes a person one of the supplier's people.
pub async fn insert_staff(
    change: &mut Change,
    write: &impl AddsStaff,
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
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Locks a person until the change is over: its ways in are changed by one at a time.
pub(crate) async fn lock(change: &mut Change, id: PersonId) -> Result<()> {
    sqlx::query("update person set version = version where id = $1").bind(id.to_string()).execute(&mut **change).await?;
    Ok(())
}

/// What a person chooses for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnSettings<'a> {
    /// The language it wants to read.
    pub language: Language,
    /// The time zone it lives in.
    pub time_zone: &'a str,
    /// Where a call reaches it.
    pub phone: Option<&'a str>,
    /// Whether others are told which discussion it has open.
    pub is_seen: bool,
}

/// Sets what a person chooses for itself; a form of its keepers that is open is stale from now on.
pub async fn update_settings(change: &mut Change, write: &OwnAccount, new: OwnSettings<'_>) -> Result<()> {
    let sql = "update person set language = $1, time_zone = $2, phone = $3, is_seen = $4, version = version + 1 where id = $5";
    sqlx::query(sql)
        .bind(new.language.as_str())
        .bind(new.time_zone)
        .bind(new.phone)
        .bind(i64::from(new.is_seen))
        .bind(write.person().to_string())
        .execute(write.on_affecting(change, [Affected::Everything])?)
        .await?;
    sqlx::query("update membership set version = version + 1 where person_id = $1")
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
