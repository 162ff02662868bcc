//! What the customer tests before it takes something over, version by version, and what it decided of each.

use crate::{
    id::{AcceptanceId, MilestoneId, ProjectId},
    person::Language,
};
use jiff::Timestamp;

words! {
    /// What the customer decided.
    Verdict {
        /// It takes it over.
        Approved = "approved",
        /// It does not.
        Refused = "refused",
    }
}

/// A checklist with all its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Which.
    pub id: AcceptanceId,
    /// Of which project.
    pub project: ProjectId,
    /// What that is called.
    pub project_name: String,
    /// Of which milestone, where it is of one.
    pub milestone: Option<(MilestoneId, String)>,
    /// What is taken over.
    pub title: String,
    /// Its versions, the newest first; at least one.
    pub versions: Vec<AcceptanceVersion>,
}

impl Acceptance {
    /// The version that holds.
    #[must_use]
    pub fn now(&self) -> Option<&AcceptanceVersion> {
        self.versions.first()
    }
}

/// One version; it is the same for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptanceVersion {
    /// Counted from 1.
    pub version: i64,
    /// What is to be tested, a line each.
    pub lines: Vec<String>,
    /// What is different, or to be known; may be empty.
    pub note: String,
    /// The SHA-256 of title and lines, as 64 hexadecimal digits.
    pub hash: String,
    /// Who proposed it.
    pub by: String,
    /// Its language.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// What the customer decided.
    pub decided: Option<Decided>,
}

/// What the customer decided of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub verdict: Verdict,
    /// Which lines worked, counted from 1.
    pub works: Vec<usize>,
    /// Why; may be empty where it was approved.
    pub reason: String,
    /// The hash of the lines that it was about.
    pub hash: String,
    /// Who.
    pub by: String,
    /// Its language.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}
