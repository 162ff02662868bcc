//! Invoices: the list, the breakdown that explains itself, the file, payments, and bringing new ones in.

mod findings;
pub mod import;
pub mod in_words;
mod lines;
pub mod list;
pub mod original;
pub mod payments;
mod read_files;
pub mod show;
mod summary;
pub(crate) mod sums;
mod totals;
mod units;
mod unreadable;
pub mod withdraw;

use crate::http::errors::PageError;
use std::str::FromStr;

/// An id in an address; what is none is not there.
fn id<T: FromStr>(text: &str) -> Result<T, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}
