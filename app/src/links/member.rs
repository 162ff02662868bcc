//! Addresses of a customer's members as staff keeps them.

use coplan_domain::id::{CustomerId, DeviceId, LinkId, MembershipId};

routes! {
    /// Adds one.
    new(customer: CustomerId) = "/c/{customer}/members/new" for staff;
    /// The page of one, where it is changed too.
    show(customer: CustomerId, member: MembershipId) = "/c/{customer}/members/{member}" for staff;
    /// Removes one.
    remove(customer: CustomerId, member: MembershipId) = "/c/{customer}/members/{member}/remove" for staff;
    /// Makes a personal link and shows it once.
    make_link(customer: CustomerId, member: MembershipId) = "/c/{customer}/members/{member}/links" for staff;
    /// Makes a personal link and mails it.
    mail_link(customer: CustomerId, member: MembershipId) = "/c/{customer}/members/{member}/links/mail" for staff;
    /// Revokes a link.
    revoke_link(customer: CustomerId, member: MembershipId, link: LinkId)
        = "/c/{customer}/members/{member}/links/{link}/revoke" for staff;
    /// Revokes a link and makes another.
    rotate_link(customer: CustomerId, member: MembershipId, link: LinkId)
        = "/c/{customer}/members/{member}/links/{link}/rotate" for staff;
    /// Ends a device.
    end_device(customer: CustomerId, member: MembershipId, device: DeviceId)
        = "/c/{customer}/members/{member}/devices/{device}/end" for staff;
}
