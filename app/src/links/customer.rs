//! Addresses of customers as staff keeps them.

use coplan_domain::id::CustomerId;

routes! {
    /// Creates one.
    new() = "/customers/new" for staff;
    /// Its details, with what is internal about it.
    edit(customer: CustomerId) = "/c/{customer}/edit" for staff;
    /// Saves what is internal about it.
    internal(customer: CustomerId) = "/c/{customer}/edit/internal" for staff;
    /// Its people, for staff who only read.
    people(customer: CustomerId) = "/c/{customer}/people" for staff;
    /// Ends it.
    end(customer: CustomerId) = "/c/{customer}/end" for staff;
    /// Lets an ended one go on.
    resume(customer: CustomerId) = "/c/{customer}/resume" for staff;
}
