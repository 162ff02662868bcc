//! Sending requests, and saying how far they are.

use crate::{
    Change, Result,
    access::{CustomerWrite, ServiceRequestAnswer, ServiceRequestWrite, WriteProof},
};
use coplan_domain::{
    id::{PersonId, RequestKindId, ServiceRequestId, ServiceRequestStepId},
    person::Side,
    service_request::ServiceRequestState,
};
use jiff::{Timestamp, civil::Date};

/// A request to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewServiceRequest {
    /// Of which kind.
    pub kind: RequestKindId,
    /// What is wanted.
    pub what: String,
    /// Why.
    pub why: String,
    /// By when.
    pub wanted_on: Option<Date>,
    /// To whom it goes; none for whoever has the customer.
    pub staff: Option<PersonId>,
    /// By when a first answer is promised.
    pub reply_due_at: Option<Timestamp>,
}

/// What happens to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStep {
    /// Made when the form was drawn.
    pub id: ServiceRequestStepId,
    /// How far it is from then on.
    pub state: ServiceRequestState,
    /// What is said to it.
    pub words: String,
}

/// Keeps a request; false where this id was kept before.
pub async fn insert(
    change: &mut Change,
    write: &ServiceRequestWrite,
    id: ServiceRequestId,
    new: &NewServiceRequest,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into service_request (id, customer_id, kind_id, what, why, wanted_on, state, state_since, staff_id, reply_due_at,
           asked_by, asked_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $8, 1) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(new.kind.to_string())
    .bind(new.what.as_str())
    .bind(new.why.as_str())
    .bind(new.wanted_on.map(|day| day.to_string()))
    .bind(ServiceRequestState::Received.as_str())
    .bind(now)
    .bind(new.staff.map(|staff| staff.to_string()))
    .bind(new.reply_due_at.map(Timestamp::as_millisecond))
    .bind(write.person().to_string())
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    let step = NewStep { id: change.id(), state: ServiceRequestState::Received, words: String::new() };
    insert_step(change, write, Side::Customer, id, &step).await
}

/// Says for the supplier how far a request is and who works on it; the first time that answers it. False where it is another
/// version by now, or over.
pub async fn answer(
    change: &mut Change,
    write: &ServiceRequestAnswer,
    version: i64,
    step: &NewStep,
    staff: Option<PersonId>,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update service_request set state = $3, state_since = $4, answered_at = coalesce(answered_at, $4), staff_id = $5,
           version = version + 1
         where id = $1 and version = $2 and state not in ('confirmed', 'declined', 'withdrawn')",
    )
    .bind(write.request().to_string())
    .bind(version)
    .bind(step.state.as_str())
    .bind(now)
    .bind(staff.map(|staff| staff.to_string()))
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    insert_step(change, write, Side::Supplier, write.request(), step).await
}

/// Says for the customer how far a request is. Where it begins anew, with what is promised of the next first answer. False where
/// it is another version by now.
pub async fn reply(
    change: &mut Change,
    write: &ServiceRequestWrite,
    (id, version): (ServiceRequestId, i64),
    step: &NewStep,
    anew: Option<Option<Timestamp>>,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update service_request set state = $4, state_since = $5, version = version + 1,
           reply_due_at = case when $6 = 1 then $7 else reply_due_at end, answered_at = case when $6 = 1 then null else answered_at end
         where id = $1 and customer_id = $2 and version = $3",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .bind(step.state.as_str())
    .bind(now)
    .bind(i64::from(anew.is_some()))
    .bind(anew.flatten().map(Timestamp::as_millisecond))
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    insert_step(change, write, Side::Customer, id, step).await
}

async fn insert_step(
    change: &mut Change,
    write: &impl CustomerWrite,
    side: Side,
    request: ServiceRequestId,
    step: &NewStep,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into service_request_step (id, service_request_id, state, words, side, person_id, happened_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing",
    )
    .bind(step.id.to_string())
    .bind(request.to_string())
    .bind(step.state.as_str())
    .bind(step.words.as_str())
    .bind(side.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
