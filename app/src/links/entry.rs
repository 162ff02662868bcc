//! Addresses of members who sign in by a personal link, and of whoever is not signed in.

use super::sign_in::is_choosing;
use coplan_usecases::{digest::STOP_PATH, meeting::FEED_PATH, password_link::CHOOSE_PATH, personal_link::LINK_PATH};

routes! {
    /// A personal link.
    personal_link(secret: &str) = "/in/{secret}";
    /// The same with a slash behind it, as some programs write addresses.
    personal_link_with_slash(secret: &str) = "/in/{secret}/";
    /// The code that was mailed for a new device.
    code() = "/code";
    /// Asks for a new personal link.
    new_link() = "/new-link";
    /// Ends the digests of whose address it is.
    stop_digests(secret: &str) = "/emails/stop/{secret}";
    /// Ends the emails of what waits of whose address it is.
    stop_today(secret: &str) = "/emails/stop/today/{secret}";
    /// The meetings of whose address it is, for a calendar.
    feed(secret: &str) = "/calendar/{secret}";
    /// Chooses the language of somebody who is not signed in.
    language() = "/language";
}

/// The page that says that a new link is on its way.
#[must_use]
pub fn new_link_asked() -> String {
    format!("{}?asked=yes", new_link())
}

/// Whether this is the address of a personal link, which nobody else may be told.
#[must_use]
pub fn is_personal_link(path: &str) -> bool {
    path.starts_with(LINK_PATH)
}

/// Whether an address lets in whoever knows it: no other page and no log may.
#[must_use]
pub fn carries_secret(path: &str) -> bool {
    is_personal_link(path) || is_choosing(path) || path.starts_with(STOP_PATH) || path.starts_with(FEED_PATH)
}

/// A path as a log may know it: no secret of a link is in it.
#[must_use]
pub fn without_secret(path: &str) -> &str {
    match path {
        _ if is_personal_link(path) => LINK_PATH,
        _ if is_choosing(path) => CHOOSE_PATH,
        _ if path.starts_with(STOP_PATH) => STOP_PATH,
        _ if path.starts_with(FEED_PATH) => FEED_PATH,
        _ => path,
    }
}
