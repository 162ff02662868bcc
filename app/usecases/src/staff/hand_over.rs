//! Handing over all that a colleague has, at once.

use super::{Needed, admin};
use crate::{
    InternalError, Portal,
    form::{FieldProblem, Problem},
    portal::lock,
    responsible::{matter_of, pass},
};
use coplan_domain::id::PersonId;
use coplan_store::{StoreError, absence, access::Actor, person, staff};
use std::collections::BTreeMap;

/// Why nothing is handed over.
#[derive(Debug, thiserror::Error)]
pub enum HandOverAllError {
    /// Only for admins, or not there.
    #[error("not found")]
    NotFound,
    /// Nobody is chosen who could have it.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for HandOverAllError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// An admin hands the customers and projects that a colleague has over to another from this moment on, and lets that
/// one stand in wherever the colleague would. What somebody else hands over meanwhile is left. Done before, nothing
/// changes.
///
/// Whoever gets it cannot stand in for itself; those days stay as they are, for somebody else to be chosen.
///
/// # Errors
/// [`HandOverAllError`].
pub async fn hand_over_all(portal: &Portal, actor: &Actor, from: PersonId, to: &str) -> Result<(), HandOverAllError> {
    let admin = admin(actor).ok_or(HandOverAllError::NotFound)?;
    let mut change = portal.change().await?;
    let nobody = || HandOverAllError::Invalid(vec![FieldProblem { field: "to", problem: Problem::NotOneOf }]);
    let known = Needed::read(portal, &mut change, actor, admin, from).await?;
    // In the order of their ids, so that two at once wait for each other and never both for ever.
    let mut held = known.matters.iter().map(|matter| (matter.customer, None)).collect::<BTreeMap<_, _>>();
    for (customer, access) in &mut held {
        *access = lock(&mut change, actor, *customer).await?;
    }
    let to = to.parse::<PersonId>().ok();
    let admins = staff::hold_with_admins(&mut change, to.into_iter().chain([from])).await?;
    let still = admins.contains(&actor.person());
    staff::find(&mut change, admin, from).await?.filter(|_| still).ok_or(HandOverAllError::NotFound)?;
    let to = to.filter(|to| *to != from).ok_or_else(nobody)?;
    let heir = person::find_staff(&mut change, to).await?.ok_or_else(nobody)?;
    let today = portal.today(actor);
    for matter in Needed::read(portal, &mut change, actor, admin, from).await?.matters {
        let Some(Some(access)) = held.get(&matter.customer) else { continue };
        let project = matter.project.map(|(id, _)| id);
        let Some(found) = matter_of(&mut change, access, project).await? else { continue };
        pass(&mut change, admin, matter.customer, &found, &heir).await?;
    }
    absence::update_stand_in(&mut change, admin, from, to, today).await?;
    portal.commit(change).await?;
    Ok(())
}
