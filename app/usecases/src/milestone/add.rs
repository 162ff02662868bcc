//! Adding a milestone with its first promised day.

use super::form::{MilestoneForm, ReadMilestone};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, far_day},
    idempotency,
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    milestone,
};

/// Adds a milestone; added before with the same form, it is there already. Sent again with other words or for another
/// day, that is another milestone.
pub async fn add(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &MilestoneForm,
) -> Result<ProjectId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, known) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    let ReadMilestone { name, promised_on: day } = read?;
    if let Some(problem) = far_day(day, portal.today(actor)).filter(|_| !form.confirmed) {
        return Err(Error::Invalid(vec![FieldProblem { field: "promised_on", problem }]));
    }
    for id in idempotency::ids::<MilestoneId>(form.id.0, &[name.as_str(), &day.to_string()]) {
        if milestone::insert(&mut change, &write, id, name.as_str(), day).await? {
            let object = (ObjectKind::Milestone, id.0);
            record(&mut change, &write, EventKind::MilestoneAdded, object, name.as_str(), audience(&known)).await?;
            portal.commit(change).await?;
            return Ok(project);
        }
        let kept = milestone::find_added(&mut change, write.plan(), id).await?;
        let kept = kept.filter(|kept| kept.project == project).ok_or(Error::NotFound)?;
        if kept.name == name.as_str() && kept.first_promised_on == day {
            return Ok(project);
        }
    }
    Err(Error::NotFound)
}
