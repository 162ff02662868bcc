//! Visitors for tests.

use super::context::{FIRST_TIME_ZONE, RequestContext};
use crate::words::Words;
use coplan_domain::person::Language;

impl RequestContext {
    /// Somebody of whom nothing is known.
    #[must_use]
    pub fn anonymous() -> Self {
        Self {
            nonce: "AbC123xyz".into(),
            path: "/c/1/threads/2/reply".to_owned(),
            supplier: "Northline".to_owned(),
            ..Self::stranger(Words::new(Language::En, FIRST_TIME_ZONE), String::new())
        }
    }
}
