//! Addresses of reporting the status of projects.

use coplan_domain::id::{CustomerId, ProjectId};

routes! {
    /// Reports that of several projects of a customer.
    round(customer: CustomerId) = "/c/{customer}/status" for staff;
    /// Reports it.
    report(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/status" for staff;
}
