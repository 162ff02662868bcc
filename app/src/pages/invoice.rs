//! Invoices: the list, the breakdown that explains itself, the file, payments, and bringing new ones in.

mod findings;
mod import;
pub mod in_words;
mod lines;
mod list;
mod original;
mod payments;
mod read_files;
mod show;
mod summary;
pub(crate) mod sums;
mod totals;
mod units;
mod unreadable;
mod withdraw;

use crate::{
    http::{body_limit::UPLOAD_LIMIT, context::App, errors::PageError},
    links::invoice as links,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use coplan_usecases::invoice::{ShowError, UploadError};
use std::str::FromStr;

/// The routes of invoices but uploads.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::keep::PATTERN, post(import::keep))
        .route(links::discard_all::PATTERN, post(import::discard_all))
        .route(links::discard::PATTERN, post(import::discard))
        .route(links::list::PATTERN, get(list::get))
        .route(links::show::PATTERN, get(show::get))
        .route(links::original::PATTERN, get(original::get))
        .route(links::withdraw::PATTERN, post(withdraw::post))
        .route(links::record_payment::PATTERN, post(payments::post))
        .route(links::withdraw_payment::PATTERN, post(payments::withdraw))
}

/// What takes in files, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    let files = get(import::get).post(import::post).layer(DefaultBodyLimit::max(UPLOAD_LIMIT));
    Router::new().route(links::import::PATTERN, files)
}

/// An id in an address; what is none is not there.
fn id<T: FromStr>(text: &str) -> Result<T, PageError> {
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

impl From<UploadError> for PageError {
    fn from(error: UploadError) -> Self {
        match error {
            UploadError::NotFound => Self::NotFound,
            UploadError::Internal(error) => Self::Internal(error),
        }
    }
}
