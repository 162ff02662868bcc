//! Addresses of looking at a plan as one of its members, and of who has looked at it.

use coplan_domain::id::{CustomerId, MembershipId};

routes! {
    /// Begins to look as a member.
    begin(customer: CustomerId, member: MembershipId) = "/c/{customer}/members/{member}/preview" for staff;
    /// Looks with one's own eyes again.
    leave() = "/preview/leave";
    /// Who looked at the plan and who changed something.
    access_log(customer: CustomerId) = "/c/{customer}/access";
}
