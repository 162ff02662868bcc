//! Addresses of what a task asks of its customer, and of the answer.

use coplan_domain::id::{CustomerId, ProjectId, TaskId};

routes! {
    /// Sets what it asks.
    ask(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/request" for staff;
    /// Answers it; the supplier's people write down what they were told.
    answer(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/answer";
    /// Undoes one's own answer.
    undo(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/answer/undo";
}
