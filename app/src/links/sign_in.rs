//! Addresses of signing in as staff, and of signing out.

use coplan_domain::person::Side;
use coplan_usecases::password_link::CHOOSE_PATH;
use serde::Deserialize;

routes! {
    /// Address and password.
    password() = "/sign-in";
    /// The code of the authenticator.
    second_factor() = "/sign-in/second-factor";
    /// A password is chosen by a one-time link.
    choose(secret: &str) = "/sign-in/choose/{secret}";
    /// Asks for such a link.
    forgot() = "/sign-in/forgot";
    /// Ends this device.
    sign_out() = "/sign-out";
    /// Says that one is signed out.
    signed_out() = "/signed-out";
}

/// Where to go on to after signing in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NextQuery {
    /// As the address has it; whoever uses it asks [`local`](super::local).
    pub next: String,
}

/// The page that says that a link is on its way, if the address is known.
#[must_use]
pub fn forgot_asked() -> String {
    format!("{}?asked=yes", forgot())
}

/// Whether this is the address of a one-time link, which nobody else may be told.
#[must_use]
pub(super) fn is_choosing(path: &str) -> bool {
    path.starts_with(CHOOSE_PATH)
}

/// Where staff signs in, to go on to this path afterwards.
#[must_use]
pub fn password_then(next: &str) -> String {
    super::with_next(password(), next)
}

/// Where the code is asked for, to go on to this path afterwards.
#[must_use]
pub fn second_factor_then(next: &str) -> String {
    super::with_next(second_factor(), next)
}

/// On which side whoever signed out is.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignedOutQuery {
    side: String,
}

impl SignedOutQuery {
    /// The side; none where nobody was signed in.
    #[must_use]
    pub fn side(&self) -> Option<Side> {
        self.side.parse().ok()
    }
}

/// The page that says so to whoever was signed in on this side.
#[must_use]
pub fn signed_out_from(side: Option<Side>) -> String {
    format!("{}?side={}", signed_out(), side.map_or("", Side::as_str))
}
