//! Who has a matter, as change points: each holds until the next, and the last one now, so no gap and no overlap can be
//! written.

use crate::{
    Change, Conn, Result,
    access::{AccountAdmin, CustomerWrite, PlanScope, Staff, WriteProof},
    name_order,
    person::read_staff,
    row::Columns,
};
use coplan_domain::{
    customer::ResponsibilityPoint,
    id::{CustomerId, PersonId, ProjectId},
    person::StaffPerson,
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// From now on this staff person has the matter (the customer itself, or one of its projects).
pub async fn insert(change: &mut Change, write: &AccountAdmin, matter: ulid::Ulid, staff: PersonId) -> Result<()> {
    let row = sqlx::query("select max(since) as newest from responsibility where matter_id = $1")
        .bind(matter.to_string())
        .fetch_one(&mut **change)
        .await?;
    let newest = row.maybe_time("newest")?;
    // Two in one moment are one.
    let now = change.now_behind(newest.filter(|newest| *newest > change.now()));
    insert_by(write.on(change)?, write.person(), write.customer(), matter, staff, now).await?;
    Ok(())
}

/// The same within a right that was shown already.
pub(crate) async fn insert_by(
    conn: &mut Conn,
    by: PersonId,
    customer: CustomerId,
    matter: ulid::Ulid,
    staff: PersonId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query(
        "insert into responsibility (matter_id, since, customer_id, staff_id, set_by) values ($1, $2, $3, $4, $5)
         on conflict (matter_id, since) do update set staff_id = $4, set_by = $5",
    )
    .bind(matter.to_string())
    .bind(now.as_millisecond())
    .bind(customer.to_string())
    .bind(staff.to_string())
    .bind(by.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// Who has had the matter, oldest first.
pub async fn list(conn: &mut Conn, scope: PlanScope, matter: ulid::Ulid) -> Result<Vec<ResponsibilityPoint>> {
    let rows = sqlx::query(
        "select r.since, r.staff_id, p.name from responsibility r join person p on p.id = r.staff_id
         where r.customer_id = $1 and r.matter_id = $2 order by r.since",
    )
    .bind(scope.customer().to_string())
    .bind(matter.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<ResponsibilityPoint> {
    Ok(ResponsibilityPoint { since: row.time("since")?, staff: row.parse("staff_id")?, name: row.text("name")? })
}

/// Who has the matter now; the customer's own person where the matter has none of its own. The newest point holds by its
/// order: a clock that is behind must not undo a handover, or leave a matter without anybody.
pub async fn find(conn: &mut Conn, scope: PlanScope, matter: ulid::Ulid) -> Result<Option<PersonId>> {
    let row = sqlx::query(
        "select coalesce(
             (select r.staff_id from responsibility r
              where r.matter_id = $2 and r.customer_id = c.id order by r.since desc limit 1),
             (select r.staff_id from responsibility r
              where r.matter_id = c.id order by r.since desc limit 1)) as staff_id
         from customer c where c.id = $1",
    )
    .bind(scope.customer().to_string())
    .bind(matter.to_string())
    .fetch_optional(conn)
    .await?;
    row.and_then(|row| row.maybe("staff_id").transpose()).transpose()
}

/// A matter that a staff person has at present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// The project with its name; none where the whole relationship is meant.
    pub project: Option<(ProjectId, String)>,
}

/// The matters that go on and that this staff person has at present, by name.
pub async fn list_matters(conn: &mut Conn, _reader: &Staff, staff: PersonId) -> Result<Vec<Matter>> {
    let rows = sqlx::query(
        "select c.id, c.name, p.id as project_id, p.name as project from responsibility r
         join customer c on c.id = r.customer_id
         left join project p on p.id = r.matter_id
         where r.staff_id = $1 and c.ended_at is null and (p.id is null or p.ended_at is null)
           and r.since = (select max(l.since) from responsibility l where l.matter_id = r.matter_id)
         order by c.id, p.id",
    )
    .bind(staff.to_string())
    .fetch_all(conn)
    .await?;
    let matter = |row: &AnyRow| {
        let project = row.maybe("project_id")?.zip(row.maybe_text("project")?);
        Ok(Matter { customer: row.parse("id")?, customer_name: row.text("name")?, project })
    };
    let mut matters = rows.iter().map(matter).collect::<Result<Vec<_>>>()?;
    let project = |matter: &Matter| matter.project.as_ref().map_or_else(String::new, |(_, name)| name.clone());
    matters.sort_by(|one, other| {
        name_order::compare(&one.customer_name, &other.customer_name)
            .then(one.customer.cmp(&other.customer))
            .then_with(|| name_order::compare(&project(one), &project(other)))
    });
    Ok(matters)
}

/// The projects of a customer that go on and that this staff person has, each in particular.
pub async fn list_projects(conn: &mut Conn, scope: PlanScope, staff: PersonId) -> Result<Vec<ProjectId>> {
    let rows = sqlx::query(
        "select p.id from project p where p.customer_id = $1 and p.ended_at is null
           and (select r.staff_id from responsibility r where r.matter_id = p.id order by r.since desc limit 1) = $2
         order by p.id",
    )
    .bind(scope.customer().to_string())
    .bind(staff.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// Who has the customers that a member belongs to, each once. For telling them of the member's devices.
pub async fn list_contacts(conn: &mut Conn, member: PersonId) -> Result<Vec<PersonId>> {
    let rows = sqlx::query(
        "select distinct r.staff_id from membership m
         join customer c on c.id = m.customer_id
         join responsibility r on r.matter_id = c.id
         where m.person_id = $1 and m.ended_at is null and c.ended_at is null
           and r.since = (select max(l.since) from responsibility l where l.matter_id = c.id)
         order by r.staff_id",
    )
    .bind(member.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| row.parse("staff_id")).collect()
}

/// These two of the supplier's people, also one who has left: whoever has a matter is shown until it is handed over.
pub async fn list_staff(conn: &mut Conn, _scope: PlanScope, staff: [PersonId; 2]) -> Result<Vec<StaffPerson>> {
    let rows = sqlx::query(
        "select p.id, p.kind, p.name, p.email, p.phone, p.language, p.time_zone, s.role, s.title, s.speaks
         from person p join staff s on s.person_id = p.id where p.id in ($1, $2)",
    )
    .bind(staff[0].to_string())
    .bind(staff[1].to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_staff).collect()
}
