//! Addresses of members who sign in by a personal link, and of whoever is not signed in.

use coplan_usecases::personal_link::LINK_PATH;

routes! {
    /// A personal link.
    personal_link(secret: &str) = "/in/{secret}";
    /// The same with a slash behind it, as some programs write addresses.
    personal_link_with_slash(secret: &str) = "/in/{secret}/";
    /// The code that was mailed for a new device.
    code() = "/code";
    /// Asks for a new personal link.
    new_link() = "/new-link";
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

/// A path as a log may know it: the secret of a personal link is not in it.
#[must_use]
pub fn without_secret(path: &str) -> &str {
    if is_personal_link(path) { LINK_PATH } else { path }
}
