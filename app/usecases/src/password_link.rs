//! The way to a password of one's own: an invitation, a reset, a forgotten password, or a first password that was typed.

mod ask;
mod choose;
mod form;
mod mail;

pub use ask::{ForgotError, ask};
pub use choose::{ChooseError, choose_password, find_chooser};
pub use form::{ChooseForm, ForgotForm};
pub use mail::{PasswordMail, password_mail};

use coplan_domain::id::{PasswordLinkId, PersonId};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// How long an invitation, a reset, or a password that was made for somebody is good.
pub const INVITATION_LASTS: SignedDuration = SignedDuration::from_hours(72);
/// How long the link for a forgotten password is good.
pub const FORGOTTEN_LASTS: SignedDuration = SignedDuration::from_hours(1);
/// How long the way is open from a first password that was typed.
pub(crate) const FIRST_LASTS: SignedDuration = SignedDuration::from_mins(30);

/// Where a password is chosen, followed by the secret.
pub const CHOOSE_PATH: &str = "/sign-in/choose/";

/// Why a link is mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordReason {
    /// An admin has added the person.
    Invitation,
    /// An admin has reset the password.
    Reset,
    /// Somebody has asked for it by address.
    Forgotten,
}

/// Which link is mailed to whom, as it waits in the outbox. Its secret is made at sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordLink {
    /// The link to be made.
    pub(crate) link: PasswordLinkId,
    /// To whom; none where the address is nobody's, which asking must not tell.
    pub(crate) person: Option<PersonId>,
    /// Why.
    pub(crate) reason: PasswordReason,
}
