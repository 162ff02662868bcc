//! Invoices: the list, the breakdown that explains itself, the file and payments.

pub(crate) mod approve;
mod ask;
pub(super) mod findings;
mod lines;
mod list;
mod original;
pub(crate) mod pay;
pub(crate) mod paying;
mod payments;
mod reasons;
mod show;
mod summary;
pub(crate) mod sums;
pub(super) mod terms;
mod totals;
pub(crate) mod units;
mod withdraw;

use crate::{
    http::{context::App, errors::PageError},
    links::invoice as links,
};
use axum::{
    Router,
    routing::{get, post},
};
use std::str::FromStr;

/// The routes of invoices.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::show::PATTERN, get(show::get))
        .route(links::original::PATTERN, get(original::get))
        .route(links::pay_code::PATTERN, get(pay::get))
        .route(links::ask::PATTERN, get(ask::get).post(ask::post))
        .route(links::decide::PATTERN, post(approve::post))
        .route(links::withdraw::PATTERN, post(withdraw::post))
        .route(links::record_payment::PATTERN, post(payments::post))
        .route(links::withdraw_payment::PATTERN, post(payments::withdraw))
}

/// An id in an address or a form; what is none is not there.
pub(super) fn id<T: FromStr>(text: &str) -> Result<T, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}
