//! Who a task is on: one of the side that does it.

use crate::{
    Error, Portal,
    form::{FieldProblem, Problem},
    portal::access_to,
};
use coplan_domain::id::CustomerId;
use coplan_store::{
    Change, StoreError,
    access::{Actor, InternalScope},
    task::{self, Candidate, TaskWords},
};

/// Whom a task of this customer can be on; for the supplier's people.
///
/// # Errors
/// [`Error::NotFound`] for members.
pub async fn list_candidates(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<Vec<Candidate>, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    Ok(task::list_candidates(&mut conn, access.internal.ok_or(Error::NotFound)?).await?)
}

/// What is wrong with who a task is on from now on; nothing where it is on nobody.
pub(super) async fn find_problem(
    change: &mut Change,
    scope: InternalScope,
    words: &TaskWords,
) -> Result<Option<FieldProblem>, StoreError> {
    let Some(owner) = words.owner else { return Ok(None) };
    let found = task::list_candidates(change, scope).await?.into_iter().filter(|one| one.person == owner).map(|one| one.side);
    let sides = found.collect::<Vec<_>>();
    let problem = match sides.as_slice() {
        [] => Some(Problem::NotOneOf),
        sides => (!sides.contains(&words.side)).then_some(Problem::OtherSide),
    };
    Ok(problem.map(|problem| FieldProblem { field: "owner", problem }))
}
