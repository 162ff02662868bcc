//! Amounts that were written finer than their currency is counted.

use crate::{exact::Exact, money::Money};
use rust_decimal::Decimal;

/// An amount with more decimals than its currency has (BR-DEC-01 and its like). Everywhere else in the invoice it is
/// rounded half up; here it is as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinerAmount {
    /// Its business term, such as `BT-117`; the one on the invoice where allowance and charge differ.
    pub term: String,
    /// The line's own id (BT-126); none in the header.
    pub line: Option<String>,
    /// As written.
    pub written: Exact,
    /// What it counts.
    pub rounded: Money,
}

impl FinerAmount {
    /// By how much rounding changed it, in units of the currency, never negative.
    #[must_use]
    pub fn lost(&self) -> Decimal {
        self.written.value().checked_sub(self.rounded.to_decimal()).unwrap_or_default().abs()
    }
}
