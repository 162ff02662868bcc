//! Invoices: the list, the breakdown that explains itself, the file, payments, and bringing new ones in.

pub mod breakdown;
mod glance;
pub mod import;
pub mod in_words;
mod lines;
pub mod list;
pub mod original;
pub mod payments;
mod read_files;
mod rules;
pub(crate) mod sums;
pub mod take_back;
mod totals;
mod units;
mod unreadable;

use crate::failure::Failure;
use coplan_usecases::invoice::{ShowError, UploadError};
use std::str::FromStr;

/// An id in an address; what is none is not there.
fn id<T: FromStr>(text: &str) -> Result<T, Failure> {
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

impl From<UploadError> for Failure {
    fn from(error: UploadError) -> Self {
        match error {
            UploadError::NotFound => Self::NotFound,
            UploadError::Fault(fault) => Self::Fault(fault),
        }
    }
}
