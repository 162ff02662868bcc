//! What stands at the head of a customer's plan, read in one journey: its name, who has it, and when its reader was here.

use crate::{Conn, Result, access::PlanScope, bulk_insert::Value, engine::Statement, row::Columns, visit::Visit};
use coplan_domain::id::PersonId;
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// What stands at the head of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanHead {
    /// The customer's name.
    pub name: String,
    /// When working with the customer ended; none while it goes on.
    pub ended_at: Option<Timestamp>,
    /// Whether the reader is a member of other customers as well.
    pub several: bool,
    /// Which rooms have something in them for the reader.
    pub filled: Vec<Room>,
    /// Who has the customer.
    pub responsible: PersonId,
    /// The reader's visits; none before the first.
    pub visit: Option<Visit>,
}

/// A room beside the plan that members find once there is something for them in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Meetings, once one was shared with the customer.
    Meetings,
    /// Goals.
    Goals,
    /// What the customer is or was asked about itself.
    Knowledge,
    /// The customer's own process, once a phase was written down.
    Process,
    /// What the reader has said of the work, and surveys that it was sent.
    Feedback,
    /// Needs and ideas, and how both sides judge their work together.
    Ideas,
    /// Reports, once one was published, and the agreement.
    Reports,
}

/// Each room with the column that counts what is in it.
const ROOMS: [(Room, &str); 7] = [
    (Room::Meetings, "meetings"),
    (Room::Goals, "goals"),
    (Room::Knowledge, "questions"),
    (Room::Process, "phases"),
    (Room::Feedback, "feedback"),
    (Room::Ideas, "ideas"),
    (Room::Reports, "reports"),
];

/// The head of the plan.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read or the customer was removed by other means.
pub async fn find(conn: &mut Conn, scope: PlanScope) -> Result<PlanHead> {
    read(&ask(scope).fetch(conn).await?)
}

pub(crate) fn ask(scope: PlanScope) -> Statement {
    Statement::new(
        "select c.name, c.ended_at, v.previous_at, v.seen_at,
           (select r.staff_id from responsibility r
            where r.matter_id = c.id order by r.since desc limit 1) as responsible,
           (select count(*) from membership m join customer o on o.id = m.customer_id
            join membership_scope s on s.membership_id = m.id and s.scope = 'plan'
            where m.person_id = $2 and m.ended_at is null and o.ended_at is null) as companies,
           (select count(*) from meeting g where g.customer_id = c.id and g.shared_at is not null) as meetings,
           (select count(*) from goal b where b.customer_id = c.id) as goals,
           (select count(*) from question q where q.customer_id = c.id and q.withdrawn_at is null) as questions,
           (select count(*) from phase ph where ph.customer_id = c.id and ph.removed_at is null) as phases,
           (select count(*) from idea ia where ia.customer_id = c.id) 
             + (select count(*) from assessment az where az.customer_id = c.id) as ideas,
           (select count(*) from report rp where rp.customer_id = c.id and rp.published_at is not null)
             + (select count(*) from agreement_version v where v.customer_id = c.id) as reports,
           (select count(*) from feedback f where f.customer_id = c.id and f.given_by = $2)
             + (select count(*) from survey s join survey_recipient r on r.survey_id = s.id and r.person_id = $2
                where s.customer_id = c.id) as feedback
         from customer c left join visit v on v.customer_id = c.id and v.person_id = $2
         where c.id = $1",
    )
    .bind(Value::text(scope.customer()))
    .bind(Value::text(scope.person()))
}

pub(crate) fn read(rows: &[AnyRow]) -> Result<PlanHead> {
    let row = rows.first().ok_or(sqlx::Error::RowNotFound)?;
    let (previous_at, seen_at) = (row.maybe_time("previous_at")?, row.maybe_time("seen_at")?);
    let visit = previous_at.zip(seen_at).map(|(previous_at, seen_at)| Visit { previous_at, seen_at });
    let (name, ended_at) = (row.text("name")?, row.maybe_time("ended_at")?);
    let several = row.int("companies")? > 1;
    let mut filled = Vec::new();
    for (room, column) in ROOMS {
        if row.int(column)? > 0 {
            filled.push(room);
        }
    }
    Ok(PlanHead { name, ended_at, several, filled, responsible: row.parse("responsible")?, visit })
}
