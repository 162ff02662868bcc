//! Taking into use what was approved: on a day that both sides are ready for.

use crate::person::{Language, Side};
use jiff::{Timestamp, civil::Date};

/// A launch as it is planned, or as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// Of which version of the checklist.
    pub of_version: i64,
    /// On which day.
    pub day: Date,
    /// What happens, and who does what; may be empty.
    pub note: String,
    /// The language of that.
    pub language: Language,
    /// Who planned it, and when.
    pub planned: Said,
    /// Who of the supplier's people said that their side is ready.
    pub supplier: Option<Said>,
    /// Who of the customer's people said so.
    pub customer: Option<Said>,
    /// Who said that it is done.
    pub launched: Option<Said>,
    /// Rises with each other day.
    pub version: i64,
}

/// Who said something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The name.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl Launch {
    /// Who said that a side is ready.
    #[must_use]
    pub fn ready(&self, side: Side) -> Option<&Said> {
        match side {
            Side::Supplier => self.supplier.as_ref(),
            Side::Customer => self.customer.as_ref(),
        }
    }

    /// Whether both sides are.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.supplier.is_some() && self.customer.is_some()
    }
}
