//! Addresses of what the customer tests before it takes something over.

use coplan_domain::id::{AcceptanceId, CustomerId, ProjectId};

routes! {
    /// Proposes what is tested in a project.
    propose(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/acceptance/new" for staff;
    /// One checklist.
    show(customer: CustomerId, acceptance: AcceptanceId) = "/c/{customer}/acceptance/{acceptance}";
    /// Approves or refuses its version.
    decide(customer: CustomerId, acceptance: AcceptanceId) = "/c/{customer}/acceptance/{acceptance}/decide";
    /// Plans when it is taken into use.
    plan_launch(customer: CustomerId, acceptance: AcceptanceId) = "/c/{customer}/acceptance/{acceptance}/launch" for staff;
    /// Says that one's own side is ready for that, or is not after all.
    say_ready(customer: CustomerId, acceptance: AcceptanceId) = "/c/{customer}/acceptance/{acceptance}/ready";
    /// Says that it is taken into use.
    say_launched(customer: CustomerId, acceptance: AcceptanceId) = "/c/{customer}/acceptance/{acceptance}/launched";
    /// Proposes its next version.
    next(customer: CustomerId, acceptance: AcceptanceId) = "/c/{customer}/acceptance/{acceptance}/next" for staff;
}
