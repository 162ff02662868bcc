//! Addresses of concerns in the phases of a customer's process.

use coplan_domain::id::{ConcernId, CustomerId, PhaseId};

routes! {
    /// Raises one in a phase.
    raise(customer: CustomerId, phase: PhaseId) = "/c/{customer}/process/{phase}/concerns";
    /// One of them.
    show(customer: CustomerId, concern: ConcernId) = "/c/{customer}/concerns/{concern}";
    /// Says what is done about it.
    answer(customer: CustomerId, concern: ConcernId) = "/c/{customer}/concerns/{concern}/answer" for staff;
    /// Says that it is done.
    finish(customer: CustomerId, concern: ConcernId) = "/c/{customer}/concerns/{concern}/done" for staff;
    /// Says whether that resolved it.
    judge(customer: CustomerId, concern: ConcernId) = "/c/{customer}/concerns/{concern}/verdict";
    /// What colleagues call it wherever it comes up.
    theme(customer: CustomerId, concern: ConcernId) = "/c/{customer}/concerns/{concern}/theme" for staff;
    /// What comes up at several customers.
    recurring() = "/staff/concerns" for staff;
}
