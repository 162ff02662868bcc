//! What a task asks of its customer: staff sets it, the customer answers on the plan, on the project or on its own page.

mod answer;
mod ask;
mod picks;
mod said;
mod undo;

pub use answer::need_answer;
pub use picks::{Picks, effects, last_day};
pub use said::said;
pub use undo::undo_form;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::request as links};

/// The routes of what is asked and answered.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::ask::PATTERN, get(ask::get).post(ask::post))
        .route(links::answer::PATTERN, get(answer::get).post(answer::post))
        .route(links::undo::PATTERN, post(undo::post))
}
