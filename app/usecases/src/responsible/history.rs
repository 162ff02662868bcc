//! Who has had a customer, or one of its projects, and when.

use super::{ResponsibleView, find, matter_of};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    person::StaffPerson,
};
use coplan_store::{access::Actor, person, project, responsibility};
use jiff::Timestamp;
use std::sync::Arc;

/// Who had it from when until when; the last one has it still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Who.
    pub staff: PersonId,
    /// The name.
    pub name: String,
    /// From when.
    pub from: Timestamp,
    /// Until when; none for the one who has it.
    pub until: Option<Timestamp>,
}

/// Who has had the customer, or one of its projects; a project without its own people has no history of its own.
#[derive(Debug, Clone)]
pub struct ResponsibleHistory {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What the matter is called: the customer's name, or the project's.
    pub matter: String,
    /// Who has it now.
    pub now: ResponsibleView,
    /// Everybody who had it, oldest first, without gaps.
    pub held: Vec<Assignment>,
    /// For the supplier's people who may hand it over.
    pub hand_over: Option<HandOverChoice>,
}

/// What the form for handing over needs.
#[derive(Debug, Clone)]
pub struct HandOverChoice {
    /// Who is responsible now, whoever stands in.
    pub from: PersonId,
    /// Everybody who could have it, by name.
    pub colleagues: Vec<StaffPerson>,
}

/// Shows who has had the customer, or one of its projects.
pub async fn history(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: Option<ProjectId>,
) -> Result<ResponsibleHistory, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let matter = matter_of(&mut conn, &access, project).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let points = responsibility::list(&mut conn, access.plan, matter.id).await?;
    let ends = points.iter().skip(1).map(|point| Some(point.since)).chain([None]).collect::<Vec<_>>();
    let held = points.into_iter().zip(ends);
    let held = held.map(|(point, until)| Assignment { staff: point.staff, name: point.name, from: point.since, until }).collect();
    let shown = find(portal, &mut conn, &access, matter.id, portal.moment(actor)).await?;
    let hand_over = match actor.staff().filter(|staff| staff.keeps_plans()) {
        None => None,
        Some(staff) => {
            let from = responsibility::find_at(&mut conn, access.plan, matter.id, now).await?.ok_or(Error::NotFound)?;
            Some(HandOverChoice { from, colleagues: person::list_staff(&mut conn, staff).await? })
        }
    };
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    let matter = match project {
        Some(project) => project::find(&mut conn, access.plan, project).await?.ok_or(Error::NotFound)?.name,
        None => layout.name.clone(),
    };
    Ok(ResponsibleHistory { layout, matter, now: shown, held, hand_over })
}
