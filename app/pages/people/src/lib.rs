//! Pages: customers, their people and who has them.

pub mod absence;
pub mod customer;
pub mod hand_over;
pub mod member;
pub mod portfolio;
pub mod preview;
pub mod responsible;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [
        absence::routes(),
        customer::routes(),
        hand_over::routes(),
        member::routes(),
        portfolio::routes(),
        preview::routes(),
        responsible::routes(),
    ]
    .into_iter()
    .fold(Router::new(), Router::merge)
}
