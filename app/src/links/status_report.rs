//! Addresses of reporting the status of projects.

use coplan_domain::id::{CustomerId, ProjectId};

routes! {
    /// Reports that of several projects of a customer.
    round(customer: CustomerId) = "/c/{customer}/status" for staff;
    /// How often a status is said anew.
    rhythm() = "/staff/status-rhythm" for staff;
    /// Puts the reminder of a project off.
    put_off(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/status/later" for staff;
    /// Reports it.
    report(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/status" for staff;
}

/// Where the same is said anew, or changed.
#[must_use]
pub fn again(customer: CustomerId, project: ProjectId) -> String {
    format!("{}?again=true", report(customer, project))
}
