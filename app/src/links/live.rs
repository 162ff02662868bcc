//! The address of the streams that tell who looks at something that it has changed.

use coplan_domain::id::{CustomerId, ThreadId};
use jiff::Timestamp;
use serde::Deserialize;

routes! {
    /// The stream of what changes.
    stream() = "/live", part;
}

/// What is watched, and since when.
#[derive(Debug, Deserialize)]
pub struct LiveQuery {
    /// Under which customer.
    pub customer: String,
    /// Which thread; the plan itself where there is none.
    #[serde(default)]
    pub thread: String,
    /// The moment of the page, in milliseconds.
    #[serde(default)]
    pub since: i64,
}

/// The stream of a plan, for a page of that moment.
#[must_use]
pub fn plan(customer: CustomerId, since: Timestamp) -> String {
    format!("{}?customer={customer}&since={}", stream(), since.as_millisecond())
}

/// The stream of a thread, for a page of that moment.
#[must_use]
pub fn thread(customer: CustomerId, thread: ThreadId, since: Timestamp) -> String {
    format!("{}?customer={customer}&thread={thread}&since={}", stream(), since.as_millisecond())
}
