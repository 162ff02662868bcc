//! Moving the first day of a project that the customer has never seen: nothing of it was promised yet, so all days move
//! with it and none is told as moved.

use super::copy::Original;
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem, confirm, day, far_day, form},
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
};
use coplan_store::{
    access::{Actor, hold},
    milestone, project, task,
};
use jiff::{ToSpan, civil::Date};

form! {
    /// When a project begins.
    ReadStartDay {
        /// Its first day.
        starts_on: Date = day("project-first-day").hint("project-first-day-hint"),
    }

    /// The first day as it was typed.
    plain StartDayForm {} + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

/// The form as it is drawn: the first day as it is.
///
/// # Errors
/// [`Error::NotFound`] for members.
pub async fn suggest_start_day(portal: &Portal, actor: &Actor, place: (CustomerId, ProjectId)) -> Result<StartDayForm, Error> {
    let first = Original::find(portal, actor, place).await?.first();
    Ok(StartDayForm { starts_on: first.map(|day| day.to_string()).unwrap_or_default(), ..StartDayForm::default() })
}

/// Moves all days of the project that are still ahead of it. Moved there before, nothing changes.
///
/// # Errors
/// [`Error`]; `Invalid` also where the customer has seen the project: then each date is moved by itself, with a reason.
pub async fn move_start_day(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ProjectId),
    form: &StartDayForm,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, found) = held.project_write(&mut change, id).await?;
    let starts_on = form.parse()?.starts_on;
    let wrong = |problem| Err(Error::Invalid(vec![FieldProblem { field: "starts_on", problem }]));
    if found.shared_at.is_some() || project::was_shared(&mut change, write.plan(), id).await? {
        return wrong(Problem::Promised);
    }
    if let Some(problem) = far_day(starts_on, portal.today(actor)).filter(|_| !form.confirmed) {
        return wrong(problem);
    }
    let milestones = milestone::list_of_project(&mut change, write.plan(), id).await?;
    let tasks = task::list_of_project(&mut change, write.plan(), id).await?;
    let original = Original { about: String::new(), milestones, tasks };
    let Some(first) = original.first().filter(|first| *first != starts_on) else { return Ok(()) };
    let by = (starts_on - first).get_days().days();
    for milestone in original.milestones.iter().filter(|milestone| milestone.reached_on.is_none()) {
        for promise in &milestone.promises {
            milestone::update_unseen_promise(&mut change, &write, milestone.id, promise, promise.day.saturating_add(by)).await?;
        }
    }
    for task in &original.tasks {
        if let Some(due_on) = task.due_on {
            task::update_due(&mut change, &write, task.id, due_on.saturating_add(by)).await?;
        }
    }
    let object = (ObjectKind::Project, id.0);
    record(&mut change, &write, EventKind::ProjectChanged, object, &found.name, Audience::Internal).await?;
    Ok(portal.commit(change).await?)
}
