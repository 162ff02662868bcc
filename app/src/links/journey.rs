//! Addresses of a customer's journey and its moments.

use coplan_domain::{
    id::{CustomerId, MomentId},
    moment::Touch,
};

routes! {
    /// The contacts of a year.
    show(customer: CustomerId) = "/c/{customer}/journey";
    /// Says that a contact was good.
    praise(customer: CustomerId, touch: Touch) = "/c/{customer}/journey/{touch}/good";
    /// Says that it was bad.
    fault(customer: CustomerId, touch: Touch) = "/c/{customer}/journey/{touch}/bad";
    /// Says neither.
    withdraw(customer: CustomerId, touch: Touch) = "/c/{customer}/journey/{touch}/withdraw";
    /// How one person found one contact.
    moment(customer: CustomerId, moment: MomentId) = "/c/{customer}/moments/{moment}";
    /// Says why.
    say(customer: CustomerId, moment: MomentId) = "/c/{customer}/moments/{moment}/words";
    /// Answers.
    answer(customer: CustomerId, moment: MomentId) = "/c/{customer}/moments/{moment}/answer" for staff;
}

/// The contacts of a year so many years back.
#[must_use]
pub fn of_year(customer: CustomerId, back: i64) -> String {
    from_year(show(customer), back)
}

/// What is said on the page of a year so many years back, and leads to it again.
#[must_use]
pub fn from_year(deed: String, back: i64) -> String {
    if back == 0 { deed } else { format!("{deed}?back={back}") }
}

/// One contact in its list.
#[must_use]
pub fn at(customer: CustomerId, touch: Touch, back: i64) -> String {
    format!("{}#{touch}", of_year(customer, back))
}
