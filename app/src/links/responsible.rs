//! Addresses of who is responsible, and who was when.

use coplan_domain::id::{CustomerId, ProjectId};

routes! {
    /// For a customer; members read it too.
    of_customer(customer: CustomerId) = "/c/{customer}/responsible";
    /// For a project; members read it too.
    of_project(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/responsible";
}

/// For a project where one is given, else for the customer.
#[must_use]
pub fn of(customer: CustomerId, project: Option<ProjectId>) -> String {
    project.map_or_else(|| of_customer(customer), |project| of_project(customer, project))
}
