//! Addresses of requests: what a customer wants. Members write there too.

use coplan_domain::id::{CustomerId, ServiceRequestId};

routes! {
    /// A customer's requests.
    list(customer: CustomerId) = "/c/{customer}/requests";
    /// Sends one.
    send(customer: CustomerId) = "/c/{customer}/requests/new";
    /// One of them.
    show(customer: CustomerId, service_request: ServiceRequestId) = "/c/{customer}/requests/{service_request}";
    /// Says for the supplier how far it is.
    answer(customer: CustomerId, service_request: ServiceRequestId) = "/c/{customer}/requests/{service_request}/answer" for staff;
    /// Gives the supplier what it waits for.
    reply(customer: CustomerId, service_request: ServiceRequestId) = "/c/{customer}/requests/{service_request}/reply";
    /// Says that it is done.
    confirm(customer: CustomerId, service_request: ServiceRequestId) = "/c/{customer}/requests/{service_request}/confirm";
    /// Says that it is not.
    reopen(customer: CustomerId, service_request: ServiceRequestId) = "/c/{customer}/requests/{service_request}/reopen";
    /// Says that it is not needed any more.
    withdraw(customer: CustomerId, service_request: ServiceRequestId) = "/c/{customer}/requests/{service_request}/withdraw";
    /// The open requests of all customers.
    all() = "/waiting/requests" for staff;
}
