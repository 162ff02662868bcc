//! Personal links: what they open, the code on a new browser, and how staff makes and revokes them.

mod ask;
mod console;
mod enter_code;
mod form;
mod look;
mod mail;
mod make;
mod open;
mod revoke;

pub use ask::{AskError, ask};
pub use console::create_from_console;
pub use enter_code::{Session, enter_code, look_at_code, missing_digits};
pub(crate) use form::ReadMailLink;
pub use form::{CodeForm, LinkForm, MailLinkForm, NewLinkForm};
pub use look::{LinkView, look};
pub use mail::{CodeMail, LinkMail, code_mail, link_mail, new_link_mail};
pub use make::{Created, create, mail};
pub use revoke::{LinkState, link_state, revoke, rotate};

pub use open::{OpenError, Opened, open};

use crate::{Error, InternalError, Portal, error::says_more, secret::Hidden, secret::Secret};
use coplan_domain::{
    id::CustomerId,
    person::{Person, PersonalLink, Side},
};
use coplan_store::{Conn, person, personal_link};
use jiff::{SignedDuration, Timestamp};

/// How long a link lets its person in, unless it is revoked.
pub const LINK_LASTS: SignedDuration = SignedDuration::from_hours(24 * 180);
/// How long a code is good.
pub const CODE_LASTS: SignedDuration = SignedDuration::from_mins(10);
/// Wrong tries until a code is used up.
pub const CODE_TRIES: i64 = 5;

/// Where personal links are opened, followed by the secret.
pub const LINK_PATH: &str = "/in/";

/// Why a member's link is not made, replaced or revoked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// This form made its link already, and it was shown once. Never told of a link that is mailed or revoked.
    #[error("made already")]
    MadeAlready,
    /// What can happen to every deed.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(LinkError);

/// The whole address of a personal link.
fn address(portal: &Portal, secret: &Secret) -> Hidden {
    Hidden::new(format!("{}{LINK_PATH}{}", portal.settings.public_url, secret.expose()))
}

/// Whom a link brings in, and where to.
struct LinkHolder {
    person: Person,
    customers: Vec<(CustomerId, String)>,
}

async fn find_bearer(conn: &mut Conn, link: &PersonalLink) -> Result<Option<LinkHolder>, InternalError> {
    let Some(person) = person::find(conn, link.person).await?.filter(|person| person.side == Side::Customer) else {
        return Ok(None);
    };
    let customers = person::list_customers(conn, person.id).await?;
    Ok((!customers.is_empty()).then_some(LinkHolder { person, customers }))
}

/// What a secret stands for at a moment.
enum LinkStatus {
    Open(Box<(PersonalLink, LinkHolder)>),
    Expired,
    Ended,
    Revoked,
    Unknown,
}

async fn stand(conn: &mut Conn, secret: &str, now: Timestamp) -> Result<LinkStatus, InternalError> {
    // What stands around an address in a sentence is sometimes taken for a part of it.
    let bare = secret.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    let Some(secret) = Secret::parse(bare) else { return Ok(LinkStatus::Unknown) };
    let Some(link) = personal_link::find_by_secret(conn, &secret.hash()).await? else { return Ok(LinkStatus::Unknown) };
    if link.revoked_at.is_some() {
        return Ok(LinkStatus::Revoked);
    }
    if !link.is_open(now) {
        return Ok(LinkStatus::Expired);
    }
    if let Some(bearer) = find_bearer(conn, &link).await? {
        return Ok(LinkStatus::Open(Box::new((link, bearer))));
    }
    // Whose last membership has ended has nowhere to go: for the reader that is the same as revoked.
    Ok(if person::is_of_ended_customer(conn, link.person).await? { LinkStatus::Ended } else { LinkStatus::Revoked })
}
