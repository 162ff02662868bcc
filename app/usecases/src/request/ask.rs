//! Setting what a task asks of its customer, in place of what it asked; nothing withdraws it.

use super::RequestForm;
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem},
    merge,
    portal::access_to,
    record::record,
    task::audience_of,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId, TaskId},
    money::Currency,
    person::Side,
    plan::{Milestone, TaskState},
    request::{AnswerRequest, is_over},
};
use coplan_store::{
    access::{AccessError, Actor, hold},
    invoice, milestone, request, task,
};

/// What the form needs to be drawn.
#[derive(Debug, Clone)]
pub struct RequestEdit {
    /// What the task asks now.
    pub request: Option<AnswerRequest>,
    /// In what the customer pays.
    pub currency: Currency,
}

/// What the form needs to be drawn.
///
/// # Errors
/// [`Error::NotFound`] for members.
pub async fn edit(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<RequestEdit, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let money = access.money.filter(|_| access.internal.is_some()).ok_or(Error::NotFound)?;
    let request = request::find(&mut conn, access.plan, Some(money), id).await?;
    Ok(RequestEdit { request, currency: invoice::find_currency(&mut conn, money).await? })
}

/// Sets what a task asks, together with what others have changed since. The same again changes nothing.
///
/// # Errors
/// [`Error`]; `Stale` with what it asks now.
pub async fn ask(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
    form: &RequestForm,
) -> Result<ProjectId, Error<Option<AnswerRequest>>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let money = held.access.money.filter(|_| held.access.internal.is_some()).ok_or(AccessError::NotFound)?;
    let task = task::find(&mut change, held.access.plan, id).await?.ok_or(AccessError::NotFound)?;
    let (write, project) = held.project_write(&mut change, task.project).await?;
    let milestones = milestone::list_of_project(&mut change, write.plan(), project.id).await?;
    let milestones = open(&milestones);
    let currency = invoice::find_currency(&mut change, money).await?;
    let asked = form.read_for(&milestones, currency)?;
    if is_over(asked.open_until, portal.today(actor)) && !asked.is_nothing() {
        return Err(Error::Invalid(vec![FieldProblem { field: "open_until", problem: Problem::InPast }]));
    }
    let first = RequestForm::ROWS[0].choice;
    if task.state == TaskState::Done {
        return Err(Error::Invalid(vec![FieldProblem { field: first, problem: Problem::AlreadyDone }]));
    }
    if task.side != Side::Customer {
        return Err(Error::Invalid(vec![FieldProblem { field: first, problem: Problem::AsksCustomer }]));
    }
    let kept = request::find(&mut change, write.plan(), Some(money), id).await?;
    let theirs = RequestForm::of(kept.as_ref());
    let merged = merge::merged(form, &theirs).ok_or_else(|| Error::stale(kept.clone()))?;
    if !merge::differ(&merged, &theirs) {
        return Ok(project.id);
    }
    let asked = merged.read_for(&milestones, currency).map_err(|_| Error::stale(kept.clone()))?;
    if !request::update(&mut change, &write, id, theirs.version, &asked).await? {
        return Err(Error::stale(kept));
    }
    let audience = audience_of(&project, task.is_seen_by_customer());
    let kind = if asked.is_nothing() { EventKind::TaskChanged } else { EventKind::TaskAsked };
    record(&mut change, &write, kind, (ObjectKind::Task, id.0), &task.name, audience).await?;
    portal.commit(change).await?;
    Ok(project.id)
}

/// Those for which another day can be promised.
fn open(milestones: &[Milestone]) -> Vec<MilestoneId> {
    milestones.iter().filter(|milestone| milestone.reached_on.is_none()).map(|milestone| milestone.id).collect()
}
