//! Customer companies and who at the supplier has them.

use crate::{
    id::{CustomerId, PersonId},
    person::CodePolicy,
};
use jiff::Timestamp;

/// A customer company, as both sides see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Which customer.
    pub id: CustomerId,
    /// The supplier's number for it.
    pub number: String,
    /// The company's name.
    pub name: String,
    /// Business id (BT-47), as written.
    pub business_id: Option<String>,
    /// VAT identifier (BT-48), as written.
    pub vat_id: Option<String>,
    /// When a code by mail is asked for.
    pub code_policy: CodePolicy,
    /// Since when it is a customer here.
    pub created_at: Timestamp,
    /// When working together ended; none while it goes on.
    pub ended_at: Option<Timestamp>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

/// From this moment on, this staff person has the matter, until the next point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponsibilityPoint {
    /// From when.
    pub since: Timestamp,
    /// Who.
    pub staff: PersonId,
    /// The name, for showing.
    pub name: String,
}
