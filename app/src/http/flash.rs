//! What a page says once after a redirect: that something was done.

use axum::{extract::OptionalFromRequestParts, http::request::Parts};
use std::convert::Infallible;

/// What was just done, in the address behind a redirect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flash {
    /// Something was added.
    Added,
    /// Somebody was added who was known already.
    AddedKnown,
    /// A customer was created.
    Created,
    /// Something was saved.
    Changed,
    /// Something was ended.
    Ended,
    /// Something ended goes on.
    Resumed,
    /// Something was removed.
    Removed,
    /// Something was withdrawn.
    Withdrawn,
    /// A link was mailed.
    LinkMailed,
    /// A link was made before, and shown then.
    LinkShown,
    /// Somebody was mailed the way to a password.
    PasswordMailed,
    /// A link was revoked.
    LinkRevoked,
    /// The reader's settings were saved.
    Settings,
    /// The reader's password was changed.
    Password,
    /// A device was said to be somebody else's.
    DeviceDisowned,
    /// All that somebody had was handed over.
    HandedOver,
}

impl Flash {
    /// The parameter of the query.
    const PARAMETER: &str = "done";

    const ALL: [Self; 16] = [
        Self::Added,
        Self::AddedKnown,
        Self::Created,
        Self::Changed,
        Self::Ended,
        Self::Resumed,
        Self::Removed,
        Self::Withdrawn,
        Self::LinkMailed,
        Self::LinkShown,
        Self::PasswordMailed,
        Self::LinkRevoked,
        Self::Settings,
        Self::Password,
        Self::DeviceDisowned,
        Self::HandedOver,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::AddedKnown => "known",
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Ended => "ended",
            Self::Resumed => "resumed",
            Self::Removed => "removed",
            Self::Withdrawn => "taken-back",
            Self::LinkMailed => "mailed",
            Self::LinkShown => "shown",
            Self::PasswordMailed => "password-mailed",
            Self::LinkRevoked => "revoked",
            Self::Settings => "settings",
            Self::Password => "password",
            Self::DeviceDisowned => "not-me",
            Self::HandedOver => "over",
        }
    }

    /// The address of a page that says it.
    #[must_use]
    pub fn on(self, address: &str) -> String {
        format!("{address}?{}={}", Self::PARAMETER, self.as_str())
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Flash {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        let query = parts.uri.query().unwrap_or_default().as_bytes();
        let said = form_urlencoded::parse(query).find_map(|(name, value)| (name == Self::PARAMETER).then_some(value));
        Ok(said.and_then(|said| Self::ALL.into_iter().find(|flash| flash.as_str() == said)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    async fn read(address: &str) -> Option<Flash> {
        let (mut parts, ()) = Request::get(address).body(()).unwrap().into_parts();
        Flash::from_request_parts(&mut parts, &()).await.unwrap()
    }

    #[tokio::test]
    async fn a_page_says_what_the_redirect_told_it_and_nothing_else() {
        for flash in Flash::ALL {
            assert_eq!(read(&flash.on("/me")).await, Some(flash));
        }
        for address in ["/me", "/me?done=", "/me?done=xyzzy", "/me?undone=changed"] {
            assert_eq!(read(address).await, None, "{address}");
        }
    }
}
