//! The address of reporting a project's status.

use coplan_domain::id::{CustomerId, ProjectId};

routes! {
    /// Reports it.
    report(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/status" for staff;
}
