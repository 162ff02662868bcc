//! Addresses of projects.

use coplan_domain::id::{CustomerId, MilestoneId, PlanTemplateId, ProjectId, ProjectTemplateId, TaskId};

routes! {
    /// Starts one.
    start(customer: CustomerId) = "/c/{customer}/projects/new" for staff;
    /// The project.
    show(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}";
    /// Changes its words, and what it is.
    change(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/edit" for staff;
    /// Copies it, for the same customer or another one.
    copy(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/copy" for staff;
    /// Keeps it as a template.
    save_template(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/template" for staff;
    /// Moves its first day.
    start_day(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/first-day" for staff;
    /// Begins one from a template.
    start_from(customer: CustomerId, template: ProjectTemplateId) = "/c/{customer}/projects/from/{template}" for staff;
    /// Keeps all that go on as the template of a plan.
    save_plan_template(customer: CustomerId) = "/c/{customer}/template" for staff;
    /// Begins all of such a template.
    start_plan_from(customer: CustomerId, template: PlanTemplateId) = "/c/{customer}/from/{template}" for staff;
    /// Offers the template of a plan no more.
    remove_plan_template(template: PlanTemplateId) = "/staff/templates/plans/{template}/remove" for staff;
    /// All templates.
    templates() = "/staff/templates" for staff;
    /// Offers a template no more.
    remove_template(template: ProjectTemplateId) = "/staff/templates/{template}/remove" for staff;
    /// Adds many tasks or dates at once.
    lines(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/lines" for staff;
    /// Says how much work it may take.
    budget(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/budget" for staff;
    /// Shows it to the customer.
    share(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/share" for staff;
    /// Hides it from the customer.
    unshare(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/unshare" for staff;
    /// Ends it.
    end(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/end" for staff;
    /// Lets an ended one go on.
    resume(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/resume" for staff;
}

/// The milestones on its page.
#[must_use]
pub fn milestones(customer: CustomerId, project: ProjectId) -> String {
    format!("{}#h-milestones", show(customer, project))
}

/// One of them there.
#[must_use]
pub fn milestone(customer: CustomerId, project: ProjectId, milestone: MilestoneId) -> String {
    format!("{}#milestone-{milestone}", show(customer, project))
}

/// The tasks on its page.
#[must_use]
pub fn tasks(customer: CustomerId, project: ProjectId) -> String {
    format!("{}#h-tasks", show(customer, project))
}

/// One of them there.
#[must_use]
pub fn task(customer: CustomerId, project: ProjectId, task: TaskId) -> String {
    format!("{}#task-{task}", show(customer, project))
}
