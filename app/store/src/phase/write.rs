//! Adding phases, changing them, and what one side proposes and the other decides.

use crate::{
    Change, Result,
    access::{CustomerWrite, PlanWrite, ProcessWrite, WriteProof},
    bulk_insert::{Value, bind},
};
use coplan_domain::{
    id::{PhaseId, PhaseProposalId},
    person::Side,
    process::{PhaseTerms, ProposalDecision},
};

/// What a phase says, in the order of its columns.
fn values(terms: &PhaseTerms) -> [Value; 9] {
    [
        Value::text(&terms.name),
        Value::text(&terms.goal),
        Value::maybe(terms.owner),
        Value::text(&terms.missing),
        Value::text(&terms.supplier_part),
        Value::maybe(terms.staff),
        Value::text(terms.relief),
        Value::maybe(terms.relieved_on),
        Value::text(&terms.effect),
    ]
}

const COLUMNS: &str = "name, goal, owner_id, missing, supplier_part, staff_id, relief, relieved_on, effect";

/// Keeps a new phase behind the others, as both sides take it or as its side proposes it; false where this id was kept
/// before.
pub async fn insert(change: &mut Change, write: &ProcessWrite, id: PhaseId, terms: &PhaseTerms, is_agreed: bool) -> Result<bool> {
    let now = change.now().as_millisecond();
    let sql = format!(
        "insert into phase (id, customer_id, place, voice, version, changed_by, changed_at, agreed_at, {COLUMNS})
         select $1, c.id, (select coalesce(max(x.place), 0) + 1 from phase x where x.customer_id = c.id), $3, 1, $4, $5,
           cast($6 as bigint), $7, $8, $9, $10, $11, $12, $13, $14, $15
         from customer c where c.id = $2 on conflict (id) do nothing"
    );
    let query = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id.to_string())
        .bind(write.customer().to_string())
        .bind(write.side().as_str())
        .bind(write.person().to_string())
        .bind(now)
        .bind(is_agreed.then_some(now));
    let done = values(terms).into_iter().fold(query, bind).execute(write.on(change)?).await?;
    Ok(done.rows_affected() == 1)
}

/// How a phase is from now on.
#[derive(Debug, Clone, Copy)]
pub struct Settled<'a> {
    /// What it says.
    pub terms: &'a PhaseTerms,
    /// Whose words these are.
    pub voice: Side,
}

/// Changes what a phase says, which both sides take so; false where it has another version by now.
pub async fn update(change: &mut Change, write: &ProcessWrite, id: PhaseId, version: i64, to: Settled<'_>) -> Result<bool> {
    let now = change.now().as_millisecond();
    let query = sqlx::query(
        "update phase set voice = $4, version = version + 1, changed_by = $5, changed_at = $6, agreed_at = coalesce(agreed_at, $6),
           name = $7, goal = $8, owner_id = $9, missing = $10, supplier_part = $11, staff_id = $12, relief = $13,
           relieved_on = $14, effect = $15
         where id = $1 and customer_id = $2 and version = $3 and removed_at is null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .bind(to.voice.as_str())
    .bind(write.person().to_string())
    .bind(now);
    let done = values(to.terms).into_iter().fold(query, bind).execute(write.on(change)?).await?;
    Ok(done.rows_affected() == 1)
}

/// Counts a change of a phase; false where it has another version by now.
async fn count(change: &mut Change, write: &ProcessWrite, id: PhaseId, version: i64) -> Result<bool> {
    let done = sqlx::query(
        "update phase set version = version + 1 where id = $1 and customer_id = $2 and version = $3 and removed_at is null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Withdraws what the writer's side proposes of a phase.
pub async fn withdraw(change: &mut Change, write: &ProcessWrite, id: PhaseId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update phase_proposal set decision = $4, decided_by = $3, decided_at = $5
         where phase_id = $1 and side = $2 and decision is null
           and exists (select 1 from phase f where f.id = $1 and f.customer_id = $6)",
    )
    .bind(id.to_string())
    .bind(write.side().as_str())
    .bind(write.person().to_string())
    .bind(ProposalDecision::Withdrawn.as_str())
    .bind(now)
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Keeps what the writer's side proposes of a phase, in the place of what it proposed before; false where the phase has
/// another version by now. `base` is what it says today.
pub async fn propose(
    change: &mut Change,
    write: &ProcessWrite,
    (id, version): (PhaseId, i64),
    terms: &PhaseTerms,
    base: &str,
) -> Result<bool> {
    if !count(change, write, id, version).await? {
        return Ok(false);
    }
    withdraw(change, write, id).await?;
    let (now, proposal) = (change.now().as_millisecond(), change.id::<PhaseProposalId>());
    let sql = format!(
        "insert into phase_proposal (id, phase_id, base, side, proposed_by, proposed_at, {COLUMNS})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
    );
    let query = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(proposal.to_string())
        .bind(id.to_string())
        .bind(base)
        .bind(write.side().as_str())
        .bind(write.person().to_string())
        .bind(now);
    values(terms).into_iter().fold(query, bind).execute(write.on(change)?).await?;
    Ok(true)
}

/// Decides on a proposal of the other side; false where it is not open.
pub async fn decide(
    change: &mut Change,
    write: &ProcessWrite,
    (id, proposal): (PhaseId, PhaseProposalId),
    decision: ProposalDecision,
    reason: &str,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update phase_proposal set decision = $4, reason = $5, decided_by = $6, decided_at = $7
         where id = $1 and phase_id = $2 and side <> $3 and decision is null
           and exists (select 1 from phase f where f.id = $2 and f.customer_id = $8)",
    )
    .bind(proposal.to_string())
    .bind(id.to_string())
    .bind(write.side().as_str())
    .bind(decision.as_str())
    .bind(reason)
    .bind(write.person().to_string())
    .bind(now)
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets two phases change places.
pub async fn swap(change: &mut Change, write: &ProcessWrite, one: (PhaseId, i64), other: (PhaseId, i64)) -> Result<()> {
    for (id, place) in [(one.0, other.1), (other.0, one.1)] {
        sqlx::query("update phase set place = $3 where id = $1 and customer_id = $2")
            .bind(id.to_string())
            .bind(write.customer().to_string())
            .bind(place)
            .execute(write.on(change)?)
            .await?;
    }
    Ok(())
}

/// Removes a phase in which no concern waits; false where one does, or it was removed before.
pub async fn remove(change: &mut Change, write: &PlanWrite, id: PhaseId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update phase set removed_at = $3 where id = $1 and customer_id = $2 and removed_at is null
           and not exists (select 1 from concern k where k.phase_id = phase.id and k.waits <> 'nobody')",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
