//! When a person was last at a customer's plan: what is new is counted from the visit before.

use crate::{
    Change, Conn, Result,
    access::{PlanScope, System, WriteProof},
    access_log,
    bulk_insert::{self, Value},
    row::Columns,
};
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
pub async fn find(conn: &mut Conn, scope: PlanScope) -> Result<Option<Visit>> {
    let row = sqlx::query("select previous_at, seen_at from visit where person_id = $1 and customer_id = $2")
        .bind(scope.person().to_string())
        .bind(scope.customer().to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| Ok(Visit { previous_at: row.time("previous_at")?, seen_at: row.time("seen_at")? })).transpose()
}

/// Notes that these readers were here: a new visit after half an hour away, else the same one. Each reader of a plan
/// comes once.
///
/// No plan becomes stale by it: each shows its own reader's visits only, and knows by itself when the next one begins.
pub async fn update(change: &mut Change, system: &System, visits: &[(PlanScope, Timestamp)]) -> Result<()> {
    // In one order, so that two processes that note the same visits wait instead of locking each other out.
    let mut visits = visits.to_vec();
    visits.sort_by_key(|(scope, _)| (scope.customer(), scope.person()));
    let columns = ["person_id", "customer_id", "previous_at", "began_at", "seen_at"];
    let rows = visits.iter().map(|(scope, at)| {
        let at = Value::time(*at);
        [Value::text(scope.person()), Value::text(scope.customer()), 0.into(), at.clone(), at]
    });
    let again = format!(
        "on conflict (person_id, customer_id) do update set
           previous_at = case when visit.seen_at < excluded.seen_at - {away} then visit.seen_at else visit.previous_at end,
           began_at = case when visit.seen_at < excluded.seen_at - {away} then excluded.seen_at else visit.began_at end,
           seen_at = excluded.seen_at",
        away = AWAY.as_millis()
    );
    bulk_insert::insert_or(system.on(change)?, "visit", columns, rows.collect(), &again).await?;
    access_log::insert_looks(change, system, &visits).await?;
    // The supplier's table tells of the customer's visits.
    for (scope, at) in visits.into_iter().filter(|(scope, _)| scope.side() == Side::Customer) {
        sqlx::query("update customer_summary set last_visit_at = $1 where customer_id = $2 and coalesce(last_visit_at, 0) < $1")
            .bind(at.as_millisecond())
            .bind(scope.customer().to_string())
            .execute(system.on(change)?)
            .await?;
    }
    Ok(())
}
