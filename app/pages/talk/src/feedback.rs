//! The customer's voice: what its people say of the work, what is done about it, and whether that helped.

mod follow_up;
mod give;
mod list;
mod show;

pub use list::state;

use axum::{Router, routing::get};
use coplan_app::{http::context::App, links::feedback as links, say, words::Words};
use coplan_domain::feedback::{Feedback, FeedbackKind};
use coplan_usecases::feedback::{RoomItem, RoomKind};

/// The routes of feedback.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::give::PATTERN, get(give::get).post(give::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::promise::PATTERN, get(follow_up::get_promise).post(follow_up::post_promise))
        .route(links::answer::PATTERN, get(follow_up::get_answer).post(follow_up::post_answer))
        .route(links::helped::PATTERN, get(show::get_helped).post(show::post_helped))
}

/// The kind of feedback in a word.
fn kind(words: &Words, kind: FeedbackKind) -> String {
    match kind {
        FeedbackKind::Praise => say!(words, "feedback-praise"),
        FeedbackKind::Problem => say!(words, "feedback-problem"),
        FeedbackKind::Idea => say!(words, "feedback-idea"),
        FeedbackKind::Answer => say!(words, "feedback-survey"),
    }
}

/// Feedback in one line: what was said, or the score alone.
#[must_use]
pub fn title(words: &Words, feedback: &Feedback) -> String {
    match &feedback.scored {
        Some(scored) if feedback.words.is_empty() => say!(words, "feedback-score", score = scored.score),
        Some(scored) => format!("{}: {}", say!(words, "feedback-score", score = scored.score), feedback.words),
        None => feedback.words.clone(),
    }
}

/// The way to what waits in a room.
#[must_use]
pub fn waiting_href(item: &RoomItem) -> String {
    match item.kind {
        RoomKind::Feedback => links::show(item.customer, item.id.into()),
        RoomKind::Idea => coplan_app::links::idea::show(item.customer, item.id.into()),
        RoomKind::Survey => coplan_app::links::survey::show(item.customer, item.id.into()),
        RoomKind::MeetingTask => coplan_app::links::meeting::show(item.customer, item.id.into()),
        RoomKind::Acceptance => coplan_app::links::acceptance::show(item.customer, item.id.into()),
        RoomKind::Request | RoomKind::RequestReply | RoomKind::RequestConfirm => {
            coplan_app::links::service_request::show(item.customer, item.id.into())
        }
        RoomKind::Report | RoomKind::ReportDraft => coplan_app::links::report::show(item.customer, item.id.into()),
        RoomKind::Agreement => coplan_app::links::agreement::show(item.customer),
        RoomKind::Moment => coplan_app::links::journey::moment(item.customer, item.id.into()),
        RoomKind::Concern => coplan_app::links::concern::show(item.customer, item.id.into()),
        RoomKind::Phase => coplan_app::links::phase::at(item.customer, item.id.into()),
        RoomKind::File => coplan_app::links::thread::file_page(item.customer, item.id.into()),
    }
}
