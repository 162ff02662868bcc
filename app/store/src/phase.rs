//! The phases of a customer's own process, with what either side proposes of them.

mod write;

pub use write::{Settled, decide, insert, propose, remove, swap, update, withdraw};

use crate::{Conn, Result, access::PlanScope, bulk_insert::Value, engine::Statement, row::Columns, visible::Sight};
use coplan_domain::{
    id::PhaseId,
    person::Language,
    process::{Declined, Phase, PhasePeople, PhaseProposal, PhaseTerms},
};
use sqlx::any::AnyRow;

/// The most phases that are read.
const MOST: i64 = 60;

/// What a row `t` says, and the names of whom it speaks.
const TERMS: &str = "t.name, t.goal, t.owner_id, o.name as owner_name, t.missing, t.supplier_part, t.staff_id,
       w.name as staff_name, t.relief, t.relieved_on, t.effect";

/// From a row `t` to whom it speaks of.
const PEOPLE: &str = "left join person o on o.id = t.owner_id left join person w on w.id = t.staff_id";

/// A statement that selects phases.
fn phases(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select t.id, t.place, t.version, t.voice, t.agreed_at, h.language, {TERMS}
         from phase ph join phase t on t.id = ph.id join person h on h.id = t.changed_by {PEOPLE}
         where {} {rest} order by t.place, t.id limit {MOST} + 0",
        sight.phase()
    ))
}

/// A statement that selects the last proposal of each side for such phases, where it is open or was declined.
fn proposals(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select t.id, t.phase_id, t.base, t.side, h.name as by_name, h.language, t.proposed_at, t.reason,
           d.name as decided_by, t.decided_at, {TERMS}
         from phase ph join phase_proposal t on t.phase_id = ph.id join person h on h.id = t.proposed_by
         left join person d on d.id = t.decided_by {PEOPLE}
         where {} {rest} and (t.decision is null or t.decision = 'declined')
           and t.id = (select z.id from phase_proposal z where z.phase_id = t.phase_id and z.side = t.side
             order by z.proposed_at desc, z.id desc limit 1)
         order by t.proposed_at, t.id",
        sight.phase()
    ))
}

fn read_terms(row: &AnyRow) -> Result<(PhaseTerms, PhasePeople)> {
    let terms = PhaseTerms {
        name: row.text("name")?,
        goal: row.text("goal")?,
        owner: row.maybe("owner_id")?,
        missing: row.text("missing")?,
        supplier_part: row.text("supplier_part")?,
        staff: row.maybe("staff_id")?,
        relief: row.parse("relief")?,
        relieved_on: row.maybe("relieved_on")?,
        effect: row.text("effect")?,
    };
    Ok((terms, PhasePeople { owner: row.maybe_text("owner_name")?, staff: row.maybe_text("staff_name")? }))
}

fn read(row: &AnyRow) -> Result<Phase> {
    let (terms, people) = read_terms(row)?;
    Ok(Phase {
        id: row.parse("id")?,
        place: row.int("place")?,
        version: row.int("version")?,
        terms,
        people,
        voice: row.parse("voice")?,
        language: row.parse("language")?,
        is_agreed: row.maybe_time("agreed_at")?.is_some(),
        proposals: Vec::new(),
    })
}

fn read_proposal(row: &AnyRow) -> Result<PhaseProposal> {
    let (terms, people) = read_terms(row)?;
    let declined = match (row.maybe_text("decided_by")?, row.maybe_time("decided_at")?) {
        (Some(by), Some(at)) => Some(Declined { reason: row.maybe_text("reason")?.unwrap_or_default(), by, at }),
        _ => None,
    };
    Ok(PhaseProposal {
        id: row.parse("id")?,
        terms,
        people,
        base: row.text("base")?,
        side: row.parse("side")?,
        by: row.text("by_name")?,
        language: row.parse("language")?,
        at: row.time("proposed_at")?,
        declined,
    })
}

/// Puts to each phase what is proposed of it.
fn gather(found: &[AnyRow], proposed: &[AnyRow]) -> Result<Vec<Phase>> {
    let mut found = found.iter().map(read).collect::<Result<Vec<_>>>()?;
    for row in proposed {
        let id: PhaseId = row.parse("phase_id")?;
        if let Some(phase) = found.iter_mut().find(|phase| phase.id == id) {
            phase.proposals.push(read_proposal(row)?);
        }
    }
    Ok(found)
}

/// The phases of a customer's process in their order.
pub async fn list(conn: &mut Conn, scope: PlanScope) -> Result<Vec<Phase>> {
    let found = phases(scope, "").fetch(conn).await?;
    gather(&found, &proposals(scope, "").fetch(conn).await?)
}

/// One of them.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: PhaseId) -> Result<Option<Phase>> {
    let found = phases(scope, "and ph.id = $2").bind(Value::text(id)).fetch(conn).await?;
    let proposed = proposals(scope, "and ph.id = $2").bind(Value::text(id)).fetch(conn).await?;
    Ok(gather(&found, &proposed)?.pop())
}

/// The language that most of the customer's people read; none where it has nobody.
pub async fn find_language(conn: &mut Conn, scope: PlanScope) -> Result<Option<Language>> {
    let statement = Statement::new(
        "select p.language, count(*) as people from membership m join person p on p.id = m.person_id
         where m.customer_id = $1 and m.ended_at is null group by p.language order by count(*) desc, p.language limit 1",
    );
    let rows = statement.bind(Value::text(scope.customer())).fetch(conn).await?;
    rows.first().map(|row| row.parse("language")).transpose()
}

/// The reader's own name.
pub async fn find_own_name(conn: &mut Conn, scope: PlanScope) -> Result<Option<String>> {
    let statement = Statement::new("select p.name from person p where p.id = $1");
    let rows = statement.bind(Value::text(scope.person())).fetch(conn).await?;
    rows.first().map(|row| row.text("name")).transpose()
}
