//! Requests on the lists of the supplier's people: those that wait for one of them, and the open ones of all customers.

use super::{given, owner, read_promise};
use crate::{
    Conn, Result,
    access::Staff,
    on_duty::{self, MINE},
    request_kind::read_name,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ServiceRequestId},
    person::Language,
    service_request::{KindName, ReplyPromise, ServiceRequestState},
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// A request in a list of the supplier's people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRequest {
    /// Which.
    pub id: ServiceRequestId,
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// What its kind is called.
    pub called: KindName,
    /// What is wanted.
    pub what: String,
    /// The language that it is written in.
    pub language: Language,
    /// How far it is.
    pub state: ServiceRequestState,
    /// Since when.
    pub since: Timestamp,
    /// By when it is wanted.
    pub wanted_on: Option<Date>,
    /// What was promised of the first answer.
    pub reply: ReplyPromise,
    /// Who works on it.
    pub owner: Option<(PersonId, String)>,
}

/// Requests of customers with whom work goes on.
const FROM: &str = "service_request sr join request_kind rk on rk.id = sr.kind_id
     join customer c on c.id = sr.customer_id and c.ended_at is null join person h on h.id = sr.asked_by";

const COLUMNS: &str =
    "sr.id, sr.customer_id, c.name as customer_name, rk.standard, rk.name as kind_name, sr.what, h.language, sr.state,
     sr.state_since, sr.wanted_on, sr.reply_due_at, sr.answered_at, ow.id as owner_id, ow.name as owner_name";

/// That the supplier moves next.
const TO_DO: &str = "sr.state in ('received', 'in_progress')";

fn read(row: &AnyRow) -> Result<WaitingRequest> {
    Ok(WaitingRequest {
        id: row.parse("id")?,
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        called: read_name(row)?,
        what: row.text("what")?,
        language: row.parse("language")?,
        state: row.parse("state")?,
        since: row.time("state_since")?,
        wanted_on: row.maybe("wanted_on")?,
        reply: read_promise(row)?,
        owner: row.maybe("owner_id")?.zip(row.maybe_text("owner_name")?),
    })
}

/// What waits for a staff person or for whom it stands in on a day: requests that were given to these in person, and those of
/// the customers that they have that were given to nobody else; the longest wait first.
pub async fn list_for_staff(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<WaitingRequest>> {
    let (sight, given) = (Sight::from(staff).service_request(), given());
    let sql = format!(
        ", {MINE}
         select w.* from (
           select {COLUMNS} from covered cross join {FROM} join person ow on ow.id = {given}
           where sr.staff_id = covered.staff_id and {TO_DO} and {sight}
           union all
           select {COLUMNS} from mine cross join {FROM} join person ow on ow.id = mine.staff_id
           where sr.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and {TO_DO} and {sight} and {given} is null
         ) w order by w.state_since, w.id limit $3 + 0"
    );
    on_duty::list(conn, &sql, staff, today, limit).await?.iter().map(read).collect()
}

/// The requests of all customers that are not over, the longest wait first.
pub async fn list_open(conn: &mut Conn, staff: &Staff, limit: i64) -> Result<Vec<WaitingRequest>> {
    let sight = Sight::from(staff);
    let statement = sight.ask(format!(
        "select {COLUMNS} from {FROM} left join person ow on ow.id = {}
         where sr.state in ('received', 'in_progress', 'waiting', 'done') and {} order by sr.asked_at, sr.id limit $1 + 0",
        owner(),
        sight.service_request()
    ));
    statement.bind(limit.into()).fetch(conn).await?.iter().map(read).collect()
}
