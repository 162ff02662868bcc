//! Needs and ideas of either side: the room of a customer, one idea with all that came of it, and those of all own customers.

mod give;
mod list;
mod mine;
mod show;
mod step;
mod trial;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::idea as links};

/// The routes of ideas.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::give::PATTERN, get(give::get).post(give::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::support::PATTERN, post(give::post_support))
        .route(links::withdraw_support::PATTERN, post(give::post_withdraw_support))
        .route(links::decide::PATTERN, get(step::get).post(step::post))
        .route(links::invite::PATTERN, get(trial::get).post(trial::post))
        .route(links::join::PATTERN, post(trial::post_join))
        .route(links::decline::PATTERN, post(trial::post_decline))
        .route(links::mine::PATTERN, get(mine::get))
}
