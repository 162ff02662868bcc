//! Handing over all that a colleague has, at once.

use super::{Needed, admin};
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem},
    responsible::{matter_of, pass},
};
use coplan_domain::id::PersonId;
use coplan_store::{
    absence,
    access::{Actor, Admin, hold},
    person::{self, InCharge},
    staff,
};
use std::collections::BTreeMap;

/// An admin hands the customers and projects that a colleague has over to another from this moment on, and lets that
/// one stand in wherever the colleague would. What somebody else hands over meanwhile is left. Done before, nothing
/// changes.
///
/// Whoever gets it cannot stand in for itself; those days stay as they are, for somebody else to be chosen.
pub async fn hand_over_all(portal: &Portal, actor: &Actor, from: PersonId, to: &str) -> Result<(), Error> {
    let reader = admin(actor).ok_or(Error::NotFound)?;
    let mut change = portal.change().await?;
    let nobody = || Error::Invalid(vec![FieldProblem { field: "to", problem: Problem::NotOneOf }]);
    let known = Needed::read(portal, &mut change, actor, reader, from).await?;
    // In the order of their ids, so that two at once wait for each other and never both for ever.
    let mut held = known.matters.iter().map(|matter| (matter.customer, None)).collect::<BTreeMap<_, _>>();
    for (customer, held) in &mut held {
        *held = Some(hold(&mut change, actor, *customer).await?);
    }
    let to = to.parse::<PersonId>().ok();
    let admin = Admin::prove(&mut change, actor, to.into_iter().chain([from])).await?;
    staff::find(&mut change, admin.staff(), from).await?.ok_or(Error::NotFound)?;
    let to = to.filter(|to| *to != from).ok_or_else(nobody)?;
    let heir = person::find_in_charge(&mut change, to, InCharge::InsteadOf(from)).await?.ok_or_else(nobody)?;
    let today = portal.today(actor);
    for matter in Needed::read(portal, &mut change, actor, admin.staff(), from).await?.matters {
        let Some(Some(held)) = held.get(&matter.customer) else { continue };
        let project = matter.project.map(|(id, _)| id);
        let Some(found) = matter_of(&mut change, held.access.plan, project).await? else { continue };
        pass(&mut change, &held.account_admin()?, &found, &heir).await?;
    }
    absence::update_stand_in(&mut change, &admin, from, to, today).await?;
    portal.commit(change).await?;
    Ok(())
}
