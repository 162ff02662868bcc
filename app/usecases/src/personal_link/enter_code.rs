//! Typing the code that was mailed.

use super::{CODE_TRIES, find_bearer};
use crate::{
    InternalError, Portal,
    entry::{self, Browser, By},
    secret::{self, Secret},
};
use coplan_domain::{id::CodeId, person::PersonalLink};
use coplan_store::{Change, access::LinkWrite, entry_code, entry_code::EntryCode, personal_link};

/// What came of typing a code.
#[derive(Debug)]
pub enum Session {
    /// The browser is in.
    In {
        /// For its cookie.
        device_secret: Secret,
    },
    /// Not the code.
    Wrong {
        /// Tries that are left.
        left: i64,
    },
    /// Its ten minutes are over, or this browser waits for none.
    Expired,
    /// The link that was opened does not hold any more.
    LinkOver,
    /// Five wrong tries, or it let somebody in already.
    UsedUp,
}

/// The hash under which a code is kept. The id makes equal codes look different.
pub(super) fn code_hash(id: CodeId, digits: &str) -> String {
    secret::hash(&format!("{id}\n{digits}"))
}

/// Lets in the browser that asked for the code, if this is the code. Spaces and dashes do not matter; what is not six
/// digits costs no try.
pub async fn enter_code(
    portal: &Portal,
    browser_secret: &str,
    typed: &str,
    browser: &Browser<'_>,
) -> Result<Session, InternalError> {
    let Some(asked) = Secret::parse(browser_secret) else { return Ok(Session::Expired) };
    // Whoever waits for nothing must not take the one writer away from those who do.
    if entry_code::find_by_browser(&mut *portal.db.read().await?, &asked.hash()).await?.is_none() {
        return Ok(Session::Expired);
    }
    let mut change = portal.change_touched().await?;
    let Some(code) = entry_code::find_by_browser(&mut change, &asked.hash()).await? else { return Ok(Session::Expired) };
    let now = change.now();
    let Some(link) = personal_link::find(&mut change, code.link).await?.filter(|link| link.is_open(now)) else {
        return Ok(Session::LinkOver);
    };
    if code.used_at.is_some() || code.tries >= CODE_TRIES {
        return Ok(Session::UsedUp);
    }
    if now >= code.expires_at {
        return Ok(Session::Expired);
    }
    let Some(digits) = secret::read_six_digits(typed) else {
        return Ok(Session::Wrong { left: CODE_TRIES - code.tries });
    };
    let Some(tries) = entry_code::count_try(&mut change, code.id, CODE_TRIES).await? else { return Ok(Session::UsedUp) };
    let typed = code_hash(code.id, &digits);
    let right = [&code.code_hash, &code.former_code_hash].into_iter().flatten().any(|hash| secret::same(hash, &typed));
    if !right {
        portal.commit(change).await?;
        return Ok(if tries < CODE_TRIES { Session::Wrong { left: CODE_TRIES - tries } } else { Session::UsedUp });
    }
    enter(portal, change, &code, &link, browser).await
}

async fn enter(
    portal: &Portal,
    mut change: Change,
    code: &EntryCode,
    link: &PersonalLink,
    browser: &Browser<'_>,
) -> Result<Session, InternalError> {
    let Some(write) = LinkWrite::prove(&mut change, link.id).await? else { return Ok(Session::LinkOver) };
    if !entry_code::update_used(&mut change, &write, code.id).await? {
        return Ok(Session::UsedUp);
    }
    let Some(bearer) = find_bearer(&mut change, link).await? else { return Ok(Session::LinkOver) };
    personal_link::update_used(&mut change, &write).await?;
    let device_secret = entry::let_in(&mut change, portal, &bearer.person, By::Code(write), browser).await?;
    portal.commit(change).await?;
    Ok(Session::In { device_secret })
}
