//! Addresses of service packages.

use coplan_domain::id::{CustomerId, PackageId};

routes! {
    /// All that are offered; adds one.
    catalogue() = "/staff/packages" for staff;
    /// Offers one no more.
    end(package: PackageId) = "/staff/packages/{package}/end" for staff;
    /// Those of a customer's services, with what each would have cost.
    show(customer: CustomerId) = "/c/{customer}/packages";
    /// Says that the customer has it.
    choose(customer: CustomerId) = "/c/{customer}/packages/choose" for staff;
    /// Says how much was used of its service.
    usage(customer: CustomerId, package: PackageId) = "/c/{customer}/packages/{package}/usage" for staff;
    /// Asks for it.
    ask(customer: CustomerId, package: PackageId) = "/c/{customer}/packages/{package}/ask";
    /// Says no to it.
    decline(customer: CustomerId, package: PackageId) = "/c/{customer}/packages/{package}/decline";
}
