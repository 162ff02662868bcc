//! Replies by email: each goes to a signed address of one person in one discussion, is kept as it came, and then either stands
//! in the discussion or is held for the responsible person. Nothing is dropped.

mod address;
mod classify;
mod enter;
mod held;
mod post;
mod sender;

pub use address::{AddressRequest, make_address};
pub(crate) use held::list;
pub use held::{HeldMailLine, HeldMailView, settle, show_held};
pub use post::process;

use crate::{
    InternalError, Portal,
    job::{Job, enqueue},
};
use coplan_domain::id::IncomingMailId;
use coplan_store::{access::MailDelivery, incoming_mail};
use jiff::SignedDuration;
use mail_parser::{HeaderName, Message, MessageParser};
use sha2::{Digest, Sha256};
use ulid::Ulid;

/// The most bytes of an email: a photograph of 20 MB, as mail carries it.
pub const MAX_BYTES: usize = 30 * 1024 * 1024;

/// Headers that say to whom an email came.
const TO: [&str; 6] = ["delivered-to", "x-original-to", "envelope-to", "to", "cc", "resent-to"];

/// Why an email is not taken; the server that brought it tells its sender.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// Replies by email are not set up.
    #[error("replies by email are not set up: COPLAN_REPLY_DOMAIN is not set")]
    Off,
    /// It is no email.
    #[error("this is not an email")]
    Unreadable,
    /// It came to no address of ours.
    #[error("no discussion has this address")]
    NoAddress,
    /// Not now.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

pub(crate) fn read(raw: &[u8]) -> Option<Message<'_>> {
    MessageParser::default().parse(raw)
}

/// The headers of an email, with names in small letters and each on one line.
pub(crate) fn headers(mail: &Message<'_>) -> Vec<(String, String)> {
    let one_line = |value: &str| value.split_whitespace().collect::<Vec<_>>().join(" ");
    mail.headers_raw().map(|(name, value)| (name.trim().to_lowercase(), one_line(value))).collect()
}

/// Keeps an email that came, to be looked at right away; came again, it is kept once. `to` is the address that it came to, where
/// who brings it knows.
///
/// # Errors
/// [`ReceiveError`]; then nothing of it is kept.
pub async fn receive(portal: &Portal, to: Option<&str>, raw: Vec<u8>) -> Result<(), ReceiveError> {
    let domain = portal.settings.reply_domain.as_deref().ok_or(ReceiveError::Off)?;
    let (addresses, mark) = {
        let mail = read(&raw).filter(|mail| mail.header(HeaderName::From).is_some()).ok_or(ReceiveError::Unreadable)?;
        let headers = headers(&mail);
        let named = headers.iter().filter(|(name, _)| TO.contains(&name.as_str())).map(|(_, value)| value.as_str());
        let addresses = to.into_iter().chain(named).map(str::to_owned).collect::<Vec<_>>();
        (addresses, mail.message_id().map(str::to_owned))
    };
    let found = addresses.iter().find_map(|text| address::find(&portal.settings.secret_key, domain, text));
    let address = found.ok_or(ReceiveError::NoAddress)?;
    let id = id_of(address.0, mark.as_deref().map_or(raw.as_slice(), str::as_bytes));
    let file = portal.files.put_bytes(raw).await.map_err(InternalError::from)?;
    let mut change = portal.change_touched().await?;
    let write = MailDelivery::prove(&mut change, address).await.map_err(InternalError::from)?.ok_or(ReceiveError::NoAddress)?;
    if incoming_mail::insert(&mut change, &write, id, &file).await.map_err(InternalError::from)? {
        enqueue(&mut change, &Job::IncomingMail { mail: id }, None, SignedDuration::ZERO).await?;
        portal.commit(change).await?;
    }
    Ok(())
}

/// The id of an email, the same whenever it comes again.
fn id_of(address: Ulid, mark: &[u8]) -> IncomingMailId {
    let hash = Sha256::new().chain_update(address.to_bytes()).chain_update(mark).finalize();
    let mut random = [0; 16];
    random.copy_from_slice(&hash[..16]);
    IncomingMailId(Ulid::from_parts(address.timestamp_ms(), u128::from_be_bytes(random)))
}
