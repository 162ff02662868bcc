//! The form of a status report.

use crate::{
    form::{Choice, form, one_of, prose},
    merge::Edit,
};
use coplan_domain::{
    id::StatusReportId,
    plan::{Light, StatusReport},
    text::Prose,
};

const LIGHTS: &[Choice] = &[
    Choice::new(Light::OnTrack.as_str(), "light-on-track"),
    Choice::new(Light::AtRisk.as_str(), "light-at-risk"),
    Choice::new(Light::Late.as_str(), "light-late"),
    Choice::new(Light::Done.as_str(), "light-done"),
];

form! {
    /// A light with its reason.
    ReadStatus {
        /// The light.
        light: Light = one_of("status-light", LIGHTS),
        /// Why it is so. A light without its reason is not kept.
        reason: Prose = prose("status-reason").hint("status-reason-hint"),
    }

    /// A light and its reason as they were typed.
    keyed StatusForm {
        /// Made when the form was drawn, so that a second click makes no second report.
        key id: StatusReportId,
        /// The id of the report that was the newest when the form was drawn; empty where there was none.
        carried seen: String,
    }
}

impl StatusForm {
    /// A report as this form would have sent it, to be set beside what it sends.
    #[must_use]
    pub fn beside(&self, report: &StatusReport) -> Self {
        let (seen, light, reason) = (report.id.to_string(), report.light.to_string(), report.reason.clone());
        Self { id: self.id, seen, light, reason }
    }
}

/// A report is said as a whole: it is never brought together with another one.
impl Edit for StatusForm {
    fn version(&self) -> i64 {
        0
    }

    fn was(&self) -> &'static str {
        ""
    }

    fn seen(self) -> Self {
        self
    }
}
