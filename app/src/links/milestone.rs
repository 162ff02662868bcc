//! Addresses of milestones as staff keeps them; everybody reads them on the [project's page](super::project::milestones).

use coplan_domain::id::{CustomerId, MilestoneId, ProjectId};

routes! {
    /// Adds one.
    add(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/milestones/new" for staff;
    /// The page where it is kept.
    show(customer: CustomerId, project: ProjectId, milestone: MilestoneId)
        = "/c/{customer}/projects/{project}/milestones/{milestone}" for staff;
    /// Gives it another name.
    rename(customer: CustomerId, project: ProjectId, milestone: MilestoneId)
        = "/c/{customer}/projects/{project}/milestones/{milestone}/rename" for staff;
    /// Promises another day.
    promise(customer: CustomerId, project: ProjectId, milestone: MilestoneId)
        = "/c/{customer}/projects/{project}/milestones/{milestone}/promise" for staff;
    /// Says that it is reached.
    reach(customer: CustomerId, project: ProjectId, milestone: MilestoneId)
        = "/c/{customer}/projects/{project}/milestones/{milestone}/reach" for staff;
    /// Says that it is not.
    not_reached(customer: CustomerId, project: ProjectId, milestone: MilestoneId)
        = "/c/{customer}/projects/{project}/milestones/{milestone}/not-reached" for staff;
    /// Removes it.
    remove(customer: CustomerId, project: ProjectId, milestone: MilestoneId)
        = "/c/{customer}/projects/{project}/milestones/{milestone}/remove" for staff;
    /// Restores a removed one.
    restore(customer: CustomerId, project: ProjectId, milestone: MilestoneId)
        = "/c/{customer}/projects/{project}/milestones/{milestone}/bring-back" for staff;
}
