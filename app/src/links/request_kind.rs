//! Addresses of the kinds of requests.

use coplan_domain::id::RequestKindId;

routes! {
    /// The kinds, with one more.
    list() = "/staff/requests" for staff;
    /// Changes one.
    change(kind: RequestKindId) = "/staff/requests/{kind}" for staff;
    /// Offers it no more.
    remove(kind: RequestKindId) = "/staff/requests/{kind}/remove" for staff;
}
