//! Pages: invoices and the work behind them.

pub mod invoice;
pub mod package;
pub mod work;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [invoice::routes(), package::routes(), work::routes()].into_iter().fold(Router::new(), Router::merge)
}
