//! The address of a staff person's day.

use coplan_domain::{
    id::{CustomerId, ProjectId, TaskId},
    plan::TaskState,
};
use serde::Deserialize;

routes! {
    /// The reader's day, at all customers.
    show() = "/today" for staff;
}

/// Which task was done by the press before, so that the page can offer to undo it. What it does not know is as if it were
/// not there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DoneQuery {
    customer: String,
    project: String,
    task: String,
    was: String,
}

impl DoneQuery {
    /// Of which customer and project, which task, and how far it was before.
    #[must_use]
    pub fn read(&self) -> Option<(CustomerId, ProjectId, TaskId, TaskState)> {
        let ids = (self.customer.parse().ok()?, self.project.parse().ok()?, self.task.parse().ok()?);
        Some((ids.0, ids.1, ids.2, self.was.parse().ok()?))
    }

    /// What an address says behind its question mark.
    #[must_use]
    pub fn written(customer: CustomerId, project: ProjectId, task: TaskId, was: TaskState) -> String {
        format!("customer={customer}&project={project}&task={task}&was={was}")
    }
}
