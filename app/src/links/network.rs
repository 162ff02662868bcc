//! The address of who knows whom.

use coplan_domain::id::CustomerId;

routes! {
    /// Who knows whom.
    show(customer: CustomerId) = "/c/{customer}/network";
}
