//! Discussions: their list, one of them, a new one, and what is done in them.

mod agree;
mod ball;
mod change;
mod file;
mod files;
mod forms;
mod list;
mod message;
mod messages;
mod new;
mod note;
mod page_form;
mod question;
mod receive;
mod reply;
mod resolve;
mod show;
mod split;
mod version;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use coplan_app::{
    http::{body_limit::UPLOAD_LIMIT, context::App},
    links::thread as links,
};

/// The routes of discussions, but those that take files.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::show::PATTERN, get(show::get))
        .route(links::speech::PATTERN, get(show::speech))
        .route(links::ball::PATTERN, post(ball::post))
        .route(links::explain::PATTERN, post(question::explain))
        .route(links::promise_credit::PATTERN, post(question::promise_credit))
        .route(links::accept::PATTERN, post(question::accept))
        .route(links::resolve::PATTERN, post(resolve::post))
        .route(links::reopen::PATTERN, post(resolve::reopen))
        .route(links::said::PATTERN, get(message::get).post(message::post))
        .route(links::split::PATTERN, get(split::get).post(split::post))
        .route(links::withdraw::PATTERN, post(message::withdraw))
        .route(links::agree::PATTERN, post(agree::post))
        .route(links::change::PATTERN, get(change::get).post(change::post))
        .route(links::file::PATTERN, get(file::get))
        .route(links::picture::PATTERN, get(file::picture))
        .route(links::file_page::PATTERN, get(version::get))
        .route(links::ask_approval::PATTERN, post(version::ask))
        .route(links::decide_file::PATTERN, post(version::decide))
}

/// What takes in words with files, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    Router::new()
        .route(links::new::PATTERN, get(new::get).post(new::post))
        .route(links::reply::PATTERN, post(reply::post))
        .route(links::note::PATTERN, post(note::post))
        .route(links::file_version::PATTERN, post(version::post))
        .layer(DefaultBodyLimit::max(UPLOAD_LIMIT))
}
