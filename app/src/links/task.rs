//! Addresses of tasks; everybody reads them on the [project's page](super::project::tasks).

use coplan_domain::id::{CustomerId, ProjectId, TaskId};

routes! {
    /// Adds one.
    add(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/tasks/new" for staff;
    /// Changes it.
    change(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}" for staff;
    /// Says how far it is; members too.
    set_state(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/state";
    /// Puts one's own name on it; members too.
    take(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/take";
    /// Takes the name off again; members too.
    give_back(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/give-back";
    /// Shows an internal one to the customer.
    share(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/share" for staff;
    /// Hides it from the customer.
    unshare(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/unshare" for staff;
    /// Removes it.
    remove(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/remove" for staff;
    /// Restores a removed one.
    restore(customer: CustomerId, project: ProjectId, task: TaskId)
        = "/c/{customer}/projects/{project}/tasks/{task}/bring-back" for staff;
}
