//! When a person was last at a customer's plan: what is new is counted from the visit before.

use crate::{Change, Conn, Result, access::PlanScope, row::Columns};
use coplan_domain::person::Side;
use jiff::{SignedDuration, Timestamp};

/// How long somebody must be away for the next look to be a new visit.
pub const AWAY: SignedDuration = SignedDuration::from_mins(30);

/// A person's visits to one plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// When the visit before this one ended; what happened since is new.
    pub previous_at: Timestamp,
    /// When it was last seen in this one.
    pub seen_at: Timestamp,
}

/// The reader's visits.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn find(conn: &mut Conn, scope: PlanScope) -> Result<Option<Visit>> {
    let row = sqlx::query("select previous_at, seen_at from visit where person_id = $1 and customer_id = $2")
        .bind(scope.person().to_string())
        .bind(scope.customer().to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| Ok(Visit { previous_at: row.time("previous_at")?, seen_at: row.time("seen_at")? })).transpose()
}

/// Notes that the reader was here: a new visit after half an hour away, else the same one.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn update(change: &mut Change, scope: PlanScope, at: Timestamp) -> Result<()> {
    sqlx::query(
        "insert into visit (person_id, customer_id, previous_at, began_at, seen_at) values ($1, $2, 0, $3, $3)
         on conflict (person_id, customer_id) do update set
           previous_at = case when visit.seen_at < $4 then visit.seen_at else visit.previous_at end,
           began_at = case when visit.seen_at < $4 then $3 else visit.began_at end,
           seen_at = $3",
    )
    .bind(scope.person().to_string())
    .bind(scope.customer().to_string())
    .bind(at.as_millisecond())
    .bind((at - AWAY).as_millisecond())
    .execute(&mut **change)
    .await?;
    // The supplier's table tells of the customer's visits.
    if scope.side() == Side::Customer {
        change.touch(scope.customer());
    }
    Ok(())
}
