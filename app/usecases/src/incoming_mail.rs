//! Replies by email: each goes to a signed address of one person in one discussion or for one meeting, is kept as it came, and
//! then either stands in the discussion, is the answer to the invitation, or is held for the responsible person. Nothing is
//! dropped.

mod address;
mod calendar;
mod classify;
mod contents;
mod enter;
mod header;
mod held;
mod post;
mod said;
mod sender;

pub use address::{AddressRequest, make_address, make_answer_address};
pub(crate) use held::list;
pub use held::{HeldMailLine, HeldMailView, settle, show_held};
pub use post::process;

use crate::{
    InternalError, Portal,
    job::{Job, enqueue},
};
use bytes::{Bytes, BytesMut};
use coplan_domain::id::{IncomingMailId, ReplyAddressId};
use coplan_store::{
    StoreError,
    access::MailDelivery,
    files::{FileError, StoredFile},
    incoming_mail, meeting,
};
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use jiff::SignedDuration;
use mail_parser::HeaderName;
use sha2::{Digest, Sha256};
use std::{io, pin::pin};
use tokio::task::spawn_blocking;
use ulid::Ulid;

/// The most bytes of an email: a photograph of 20 MB, as mail carries it.
pub const MAX_BYTES: u64 = 30 * 1024 * 1024;
/// The most bytes of an email that are in memory while it comes.
pub const IN_MEMORY: usize = 6 * 1024 * 1024;

/// The most emails that come to one address in [`LATELY`]: more than anybody writes in one discussion.
const MOST_LATELY: i64 = 30;
const LATELY: SignedDuration = SignedDuration::from_hours(1);
/// The most emails that are held of one address, and of all of one customer.
const MOST_HELD: i64 = 50;
const MOST_HELD_OF_CUSTOMER: i64 = 500;

/// Why an email is not taken; the server that brought it tells its sender.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// Replies by email are not set up.
    #[error("replies by email are not set up: COPLAN_REPLY_DOMAIN is not set")]
    Off,
    /// It is no email.
    #[error("this is not an email")]
    Unreadable,
    /// It has more than [`MAX_BYTES`].
    #[error("the email is larger than 30 MB")]
    TooLarge,
    /// It broke off on its way.
    #[error("the email broke off")]
    BrokenOff,
    /// It came to no address of ours.
    #[error("no discussion has this address")]
    NoAddress,
    /// So many came to its address lately, or are held, that it is to come again later.
    #[error("very many emails came to this address: bring it again later")]
    TooMany,
    /// Not now.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ReceiveError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Files(FileError::TooLarge(_)) => Self::TooLarge,
            StoreError::Files(FileError::Source(_)) => Self::BrokenOff,
            error => Self::Internal(error.into()),
        }
    }
}

/// What the header of an email tells: to which address of ours it came, and how it is told from others.
struct Head {
    address: ReplyAddressId,
    message_id: Option<String>,
    /// Where its body begins.
    body: usize,
}

/// Keeps an email that came, to be looked at right away; came again, it is kept once. `to` is the address that it came to, where
/// who brings it knows. Of what comes nothing but the header is read, and of what came to no address of ours nothing is kept.
///
/// # Errors
/// [`ReceiveError`]; then nothing of it is kept.
pub async fn receive(
    portal: &Portal,
    to: Option<&str>,
    raw: impl Stream<Item = io::Result<Bytes>> + Send,
) -> Result<(), ReceiveError> {
    let domain = portal.settings.reply_domain.clone().ok_or(ReceiveError::Off)?;
    let mut coming = pin!(raw);
    let mut begin = BytesMut::new();
    while begin.len() < header::LONGEST
        && let Some(chunk) = coming.next().await
    {
        begin.extend_from_slice(&chunk.map_err(|_| ReceiveError::BrokenOff)?);
    }
    let begin = begin.freeze();
    let head = {
        let (portal, to, begin) = (portal.clone(), to.map(str::to_owned), begin.clone());
        let read = move || read_head(&portal, &domain, to.as_deref(), &begin);
        spawn_blocking(read).await.map_err(|_| InternalError::Reading)??
    };
    check_load(portal, head.address).await?;
    // Without a name of its own an email is told by all of it; with one its way here may be told in other words the next time.
    let mut body = Sha256::new_with_prefix(&begin[head.message_id.as_ref().map_or(0, |_| head.body)..]);
    let rest = coming.inspect_ok(|chunk| body.update(chunk));
    let file = portal.files.put(MAX_BYTES, stream::iter([Ok(begin)]).chain(rest)).await?;
    let id = id_of(&head, &body.finalize());
    keep(portal, head.address, id, &file).await
}

/// Reads what comes first of an email.
fn read_head(portal: &Portal, domain: &str, to: Option<&str>, begin: &[u8]) -> Result<Head, ReceiveError> {
    let (header, _) = header::split(begin).ok_or(ReceiveError::Unreadable)?;
    let body = header.len();
    let mail = header::parse(header).filter(|mail| mail.header(HeaderName::From).is_some()).ok_or(ReceiveError::Unreadable)?;
    let fields = header::fields(&mail);
    let mut named = to.into_iter().chain(header::recipients(&fields));
    let address = named.find_map(|text| address::find(&portal.settings.secret_key, domain, text));
    Ok(Head { address: address.ok_or(ReceiveError::NoAddress)?, message_id: mail.message_id().map(str::to_owned), body })
}

/// Whether one more email may come to an address.
async fn check_load(portal: &Portal, address: ReplyAddressId) -> Result<(), ReceiveError> {
    let since = portal.clock.now() - LATELY;
    let mut conn = portal.db.read().await.map_err(InternalError::from)?;
    let replies = incoming_mail::find_load(&mut conn, address, since).await?;
    let answers = meeting::find_load(&mut conn, address, since).await?;
    let is_full = [replies, answers]
        .into_iter()
        .any(|load| load.lately >= MOST_LATELY || load.held >= MOST_HELD || load.held_of_customer >= MOST_HELD_OF_CUSTOMER);
    if is_full { Err(ReceiveError::TooMany) } else { Ok(()) }
}

async fn keep(portal: &Portal, address: ReplyAddressId, id: IncomingMailId, file: &StoredFile) -> Result<(), ReceiveError> {
    let mut change = portal.change_touched().await?;
    let write = MailDelivery::prove(&mut change, address).await?.ok_or(ReceiveError::NoAddress)?;
    let is_new = if write.answers_meeting() {
        meeting::insert_mail(&mut change, &write, id, file).await?
    } else {
        incoming_mail::insert(&mut change, &write, id, file).await?
    };
    if is_new {
        enqueue(&mut change, &Job::IncomingMail { mail: id }, None, SignedDuration::ZERO).await?;
        portal.commit(change).await?;
    }
    Ok(())
}

/// The id of an email, the same whenever it comes again.
fn id_of(head: &Head, body: &[u8]) -> IncomingMailId {
    let address = head.address.0;
    let name = head.message_id.as_deref().unwrap_or_default();
    let hash = Sha256::new().chain_update(address.to_bytes()).chain_update(body).chain_update(name).finalize();
    let mut random = [0; 16];
    random.copy_from_slice(&hash[..16]);
    IncomingMailId(Ulid::from_parts(address.timestamp_ms(), u128::from_be_bytes(random)))
}
