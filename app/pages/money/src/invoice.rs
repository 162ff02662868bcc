//! Invoices: the list, the breakdown that explains itself, the file and payments.

pub mod approve;
mod ask;
mod attachments;
mod lines;
mod list;
mod original;
pub mod pay;
pub mod paying;
mod payments;
mod reasons;
mod show;
mod spend;
mod summary;
mod take_away;
mod totals;
mod withdraw;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::invoice as links};

/// The routes of invoices.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::lines_within::PATTERN, get(take_away::lines_within))
        .route(links::originals_within::PATTERN, get(take_away::originals_within))
        .route(links::lines_of::PATTERN, get(take_away::lines_of))
        .route(links::show::PATTERN, get(show::get))
        .route(links::original::PATTERN, get(original::get))
        .route(links::attachment::PATTERN, get(attachments::get))
        .route(links::pay_code::PATTERN, get(pay::get))
        .route(links::ask::PATTERN, get(ask::get).post(ask::post))
        .route(links::decide::PATTERN, post(approve::post))
        .route(links::withdraw::PATTERN, post(withdraw::post))
        .route(links::record_payment::PATTERN, post(payments::post))
        .route(links::withdraw_payment::PATTERN, post(payments::withdraw))
}
