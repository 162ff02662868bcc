//! The correspondence with a customer: writing down a contact, the list with its filter, the file, and correcting.

mod correct;
mod file;
mod list;

use axum::{Router, routing::get};
use coplan_app::{http::context::App, links::contact as links};
use coplan_domain::contact::ContactKind;
use coplan_usecases::contact::{Channel, CorrespondenceLine};

/// The routes of contacts.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get).post(list::post))
        .route(links::file::PATTERN, get(file::get))
        .route(links::correct::PATTERN, get(correct::get).post(correct::post))
}

/// How what was said in discussions is called in addresses.
const DISCUSSION: &str = "discussion";

/// How a line's kind is called in addresses.
fn kind_of(line: &CorrespondenceLine) -> &'static str {
    match line.channel {
        Channel::Recorded(kind) => kind.as_str(),
        Channel::Discussion(_) => DISCUSSION,
    }
}

/// The key of the word for a kind.
#[must_use]
pub fn word_of(kind: &str) -> &'static str {
    match kind.parse() {
        Ok(ContactKind::Call) => "contact-call",
        Ok(ContactKind::Visit) => "contact-visit",
        Ok(ContactKind::Meeting) => "contact-meeting",
        Ok(ContactKind::Email) => "contact-email",
        Err(_) => "contact-message",
    }
}

/// The lines of a kind; all where none is asked for.
fn of_kind<'a>(lines: &'a [CorrespondenceLine], kind: &'a str) -> impl Iterator<Item = &'a CorrespondenceLine> {
    lines.iter().filter(move |line| kind.is_empty() || kind_of(line) == kind)
}
