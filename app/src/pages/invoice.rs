//! Invoices: the list, the breakdown that explains itself, the file and payments.

pub(super) mod findings;
mod lines;
pub mod list;
pub mod original;
pub mod payments;
pub mod show;
mod summary;
pub(crate) mod sums;
mod totals;
mod units;
pub mod withdraw;

use crate::http::errors::PageError;
use coplan_usecases::invoice::ShowError;
use std::str::FromStr;

/// An id in an address or a form; what is none is not there.
pub(super) fn id<T: FromStr>(text: &str) -> Result<T, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

impl From<ShowError> for PageError {
    fn from(error: ShowError) -> Self {
        match error {
            ShowError::NotFound => Self::NotFound,
            ShowError::Internal(error) => Self::Internal(error),
        }
    }
}
