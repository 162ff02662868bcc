//! Every address in one list.

use crate::{
    pages::{absence, home, milestone, plan, project, responsible, status_report, task},
    visitor::App,
};
use axum::{
    Router,
    routing::{get, post},
};

/// All pages and deeds.
pub fn router() -> Router<App> {
    Router::new().route("/", get(home::get)).merge(plan_routes())
}

/// The plan of a customer, and what staff does with it.
fn plan_routes() -> Router<App> {
    Router::new()
        .route("/c/{customer}", get(plan::get))
        .route("/c/{customer}/responsible", get(responsible::get).post(responsible::post))
        .route("/c/{customer}/projects/new", get(project::get_start).post(project::post_start))
        .nest("/c/{customer}/projects/{project}", project_routes())
        .route("/me/away", get(absence::get).post(absence::post))
        .route("/me/away/{absence}/cancel", post(absence::cancel))
}

fn project_routes() -> Router<App> {
    Router::new()
        .route("/", get(project::get))
        .route("/edit", get(project::get_change).post(project::post_change))
        .route("/share", post(project::share))
        .route("/unshare", post(project::unshare))
        .route("/end", post(project::end))
        .route("/resume", post(project::resume))
        .route("/responsible", get(responsible::get_of_project).post(responsible::post_of_project))
        .route("/status", get(status_report::get).post(status_report::post))
        .route("/milestones/new", get(milestone::get_add).post(milestone::post_add))
        .route("/milestones/{milestone}", get(milestone::get))
        .route("/milestones/{milestone}/rename", post(milestone::rename))
        .route("/milestones/{milestone}/promise", post(milestone::move_promise))
        .route("/milestones/{milestone}/reach", post(milestone::reach))
        .route("/milestones/{milestone}/not-reached", post(milestone::not_reached))
        .route("/milestones/{milestone}/remove", post(milestone::remove))
        .route("/tasks/new", get(task::get_add).post(task::post_add))
        .route("/tasks/{task}", get(task::get_change).post(task::post_change))
        .route("/tasks/{task}/state", post(task::set_state))
        .route("/tasks/{task}/share", post(task::share))
        .route("/tasks/{task}/unshare", post(task::unshare))
        .route("/tasks/{task}/remove", post(task::remove))
}
