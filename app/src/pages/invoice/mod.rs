//! Invoices: the list, the breakdown that explains itself, the file and payments.

pub mod breakdown;
mod glance;
mod lines;
pub mod list;
pub mod original;
pub mod payments;
pub(super) mod rules;
pub(crate) mod sums;
pub mod take_back;
mod totals;
mod units;

use crate::failure::Failure;
use coplan_usecases::invoice::ShowError;
use std::str::FromStr;

/// An id in an address or a form; what is none is not there.
pub(super) fn id<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

impl From<ShowError> for Failure {
    fn from(error: ShowError) -> Self {
        match error {
            ShowError::NotFound => Self::NotFound,
            ShowError::Fault(fault) => Self::Fault(fault),
        }
    }
}
