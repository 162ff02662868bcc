//! Opening a link: the button was pressed.

use super::{CODE_LASTS, LinkHolder, LinkStatus, stand};
use crate::{
    InternalError, Portal,
    entry::{self, Browser, By},
    job::{self, Job},
    rate_limit::{self, Limit, TooMany},
    secret::Secret,
    security_log::{self, SecurityKind, SecurityOutcome},
};
use coplan_domain::{
    id::{CodeId, PersonId},
    person::{CodePolicy, PersonalLink},
};
use coplan_store::{
    Change, Conn,
    access::{self, Actor, LinkWrite},
    customer, device, entry_code, personal_link,
};
use jiff::SignedDuration;

/// What came of opening a link.
#[derive(Debug)]
pub enum Opened {
    /// The browser is in.
    In {
        /// For its cookie.
        device_secret: Secret,
    },
    /// A code is on its way to the person's address.
    CodeSent {
        /// For a cookie of the browser that may type the code, and no other.
        browser_secret: Secret,
    },
}

/// Why a link does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Its time has run out.
    #[error("the link has expired")]
    Expired,
    /// It was revoked.
    #[error("the link was revoked")]
    Revoked,
    /// It is no link of ours.
    #[error("no such link")]
    Unknown,
    /// So many codes were asked for that there are no more for a while.
    #[error("too many codes")]
    TooMany {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// The link alone has let in so many new browsers that no more come in by it for a while.
    #[error("too many new browsers")]
    TooManyDevices {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<coplan_store::StoreError> for OpenError {
    fn from(error: coplan_store::StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Opens a link: the browser is in, or a code is mailed where the strictest of the person's customers asks for one.
///
/// # Errors
/// [`OpenError`].
pub async fn open(portal: &Portal, secret: &str, browser: &Browser<'_>) -> Result<Opened, OpenError> {
    let mut conn = portal.db.read().await?;
    let (link, bearer) = match stand(&mut conn, secret, portal.clock.now()).await? {
        LinkStatus::Open(open) => *open,
        over => {
            drop(conn);
            let (kind, outcome) = (SecurityKind::LinkOpened, SecurityOutcome::Refused);
            security_log::refused(portal, browser.address, kind, outcome, None).await?;
            return Err(match over {
                LinkStatus::Expired => OpenError::Expired,
                LinkStatus::Ended | LinkStatus::Revoked => OpenError::Revoked,
                LinkStatus::Open(_) | LinkStatus::Unknown => OpenError::Unknown,
            });
        }
    };
    if asks_for_code(&mut conn, portal, &link, browser).await? {
        drop(conn);
        return send_code(portal, &link, browser).await;
    }
    let here = find_here(&mut conn, portal, &link, browser).await?;
    drop(conn);
    if here.is_none()
        && let Err(TooMany(retry_after)) = rate_limit::count(portal, &[new_devices(&link)]).await?
    {
        note_limit(portal, &link, browser).await?;
        return Err(OpenError::TooManyDevices { retry_after });
    }
    match enter(portal, &link, &bearer, browser, here).await? {
        Some(device_secret) => Ok(Opened::In { device_secret }),
        None => send_code(portal, &link, browser).await,
    }
}

async fn asks_for_code(
    conn: &mut Conn,
    portal: &Portal,
    link: &PersonalLink,
    browser: &Browser<'_>,
) -> Result<bool, InternalError> {
    let policies = customer::list_code_policies(conn, link.person).await?;
    let known = match browser.known_device.and_then(Secret::parse) {
        Some(known) => device::find_known(conn, link.person, &known.hash(), portal.clock.now()).await?,
        None => None,
    };
    Ok(match CodePolicy::strictest(&policies) {
        CodePolicy::Always => true,
        CodePolicy::NewDevice => known.is_none_or(|known| known.proved_at.is_none()),
        CodePolicy::Never => false,
    })
}

/// The person who is in on this browser already, where it is the link's.
async fn find_here(
    conn: &mut Conn,
    portal: &Portal,
    link: &PersonalLink,
    browser: &Browser<'_>,
) -> Result<Option<(Actor, Secret)>, InternalError> {
    let Some(known) = browser.known_device.and_then(Secret::parse) else { return Ok(None) };
    let actor = access::authenticate(conn, &known.hash(), portal.clock.now()).await?;
    Ok(actor.filter(|actor| actor.person() == link.person).map(|actor| (actor, known)))
}

/// Lets the browser in; none where a code is asked for since a moment ago.
async fn enter(
    portal: &Portal,
    link: &PersonalLink,
    bearer: &LinkHolder,
    browser: &Browser<'_>,
    here: Option<(Actor, Secret)>,
) -> Result<Option<Secret>, OpenError> {
    let mut change = portal.change_touched().await?;
    let write = LinkWrite::prove(&mut change, link.id).await?.ok_or(OpenError::Revoked)?;
    if asks_for_code(&mut change, portal, link, browser).await? {
        return Ok(None);
    }
    personal_link::update_used(&mut change, &write).await?;
    let secret = match here {
        // Pressing the button twice must not fill the list of devices.
        Some((actor, known)) => {
            entry::update_seen(&mut change, &actor).await?;
            known
        }
        None => entry::let_in(&mut change, portal, &bearer.person, By::Link(write), browser).await?,
    };
    portal.commit(change).await?;
    Ok(Some(secret))
}

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Fewer codes per link than per person, and a day's worth only per link: who plagues a person with a stray link uses
/// that one up and does not lock the person out, since a new link opens. The limit per day keeps six digits out of
/// reach of patience.
fn limits(link: &PersonalLink) -> [Limit; 3] {
    let id = link.id.to_string();
    [Limit::new("code/link", &id, 5, HOUR), person_limit(link.person), Limit::new("code/link/day", &id, 20, HOUR * 24)]
}

fn person_limit(person: PersonId) -> Limit {
    Limit::new("code/person", &person.to_string(), 10, HOUR)
}

/// Forgets the codes that were asked for with a person's links, once staff has taken away one of them: whoever plagued
/// the person with several must not keep the next one shut.
pub(super) async fn reset(change: &mut Change, person: PersonId) -> Result<(), InternalError> {
    person_limit(person).clear(change).await
}

/// Each new device is told to its owner by mail; where no code is asked for, a stray link must not flood it.
fn new_devices(link: &PersonalLink) -> Limit {
    Limit::new("device/link", &link.id.to_string(), 10, HOUR)
}

async fn note_limit(portal: &Portal, link: &PersonalLink, browser: &Browser<'_>) -> Result<(), InternalError> {
    let (kind, outcome) = (SecurityKind::LinkOpened, SecurityOutcome::Limited);
    security_log::refused(portal, browser.address, kind, outcome, Some(link.person)).await
}

async fn send_code(portal: &Portal, link: &PersonalLink, browser: &Browser<'_>) -> Result<Opened, OpenError> {
    if let Err(TooMany(retry_after)) = rate_limit::count(portal, &limits(link)).await? {
        note_limit(portal, link, browser).await?;
        return Err(OpenError::TooMany { retry_after });
    }
    let browser_secret = Secret::new(&*portal.rng);
    let mut change = portal.change_touched().await?;
    let (code, expires_at) = (change.id::<CodeId>(), change.now() + CODE_LASTS);
    let write = LinkWrite::prove(&mut change, link.id).await?.ok_or(OpenError::Revoked)?;
    entry_code::insert(&mut change, &write, code, &browser_secret.hash(), expires_at).await?;
    job::enqueue(&mut change, &Job::CodeMail { code }, Some(link.person), SignedDuration::ZERO).await?;
    portal.commit(change).await?;
    Ok(Opened::CodeSent { browser_secret })
}
