//! Invoices: the list, the breakdown that explains itself, the file, payments, and bringing new ones in.

pub mod breakdown;
mod glance;
pub mod import;
mod lines;
pub mod list;
pub mod original;
pub mod payments;
mod read_files;
mod rules;
mod sums;
mod totals;
mod unreadable;

use crate::{failure::Failure, visitor::App};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use coplan_usecases::invoice::{ShowError, UploadError};
use std::str::FromStr;

/// The most bytes of one upload: several files of the largest size that an invoice may have.
const UPLOAD_LIMIT: usize = 40 * 1024 * 1024;

/// The addresses of invoices.
pub fn routes() -> Router<App> {
    let upload = get(import::get).post(import::post).layer(DefaultBodyLimit::max(UPLOAD_LIMIT));
    Router::new()
        .route("/invoices/new", upload)
        .route("/invoices/new/keep", post(import::keep))
        .route("/invoices/new/throw-away", post(import::throw_away))
        .route("/c/{customer}/invoices", get(list::get))
        .route("/c/{customer}/invoices/{invoice}", get(breakdown::get))
        .route("/c/{customer}/invoices/{invoice}/original", get(original::get))
        .route("/c/{customer}/invoices/{invoice}/payments", post(payments::post))
        .route("/c/{customer}/invoices/{invoice}/payments/{payment}/take-back", post(payments::take_back))
}

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
