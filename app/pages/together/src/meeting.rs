//! Meetings: the list, calling one, its page, and what is done there.

mod actions;
mod answers;
mod call;
mod feed;
mod invitation;
mod list;
mod minutes;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::meeting as links};

/// The routes of meetings.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::call::PATTERN, get(call::get).post(call::post))
        .route(links::make_feed::PATTERN, post(feed::make))
        .route(links::revoke_feed::PATTERN, post(feed::revoke))
        .route(coplan_app::links::entry::feed::PATTERN, get(feed::read))
        .route(links::show::PATTERN, get(show::get))
        .route(links::invitation::PATTERN, get(invitation::get))
        .route(links::change::PATTERN, get(call::get_change).post(call::post_change))
        .route(links::share::PATTERN, post(actions::share))
        .route(links::cancel::PATTERN, post(actions::cancel))
        .route(links::answer::PATTERN, post(answers::post))
        .route(links::discard_mail::PATTERN, post(answers::discard_mail))
        .route(links::propose::PATTERN, post(actions::propose))
        .route(links::remove_agenda_item::PATTERN, post(actions::remove_agenda_item))
        .route(links::record::PATTERN, post(actions::record))
        .route(links::remove_outcome::PATTERN, post(actions::remove_outcome))
        .route(links::set_done::PATTERN, post(actions::set_done))
        .route(links::close::PATTERN, post(actions::close))
        .route(links::reopen::PATTERN, post(actions::reopen))
        .route(links::approve::PATTERN, post(actions::approve))
}
