//! Typing the code that was mailed.

use super::{CODE_TRIES, find_bearer};
use crate::{
    InternalError, Portal,
    entry::{self, Browser, By},
    secret::{self, Secret},
    security_log::{self, SecurityKind, SecurityOutcome},
};
use coplan_domain::{id::CodeId, person::PersonalLink};
use coplan_store::{Change, Conn, access::LinkWrite, entry_code, entry_code::EntryCode, personal_link};
use jiff::Timestamp;

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
    // Whoever waits for nothing must not take the one writer away from those who do.
    if let Some(over) = look_at_code(portal, browser_secret).await? {
        return Ok(over);
    }
    let mut change = portal.change_touched().await?;
    let now = change.now();
    let (code, link) = match find_awaited(&mut change, browser_secret, now).await? {
        Ok(awaited) => awaited,
        Err(over) => return Ok(over),
    };
    let Some(digits) = secret::read_six_digits(typed) else {
        return Ok(Session::Wrong { left: CODE_TRIES - code.tries });
    };
    let Some(tries) = entry_code::count_try(&mut change, code.id, CODE_TRIES).await? else { return Ok(Session::UsedUp) };
    let typed = code_hash(code.id, &digits);
    let right = [&code.code_hash, &code.former_code_hash].into_iter().flatten().any(|hash| secret::same(hash, &typed));
    if !right {
        portal.commit(change).await?;
        let (kind, outcome) = (SecurityKind::Code, SecurityOutcome::Refused);
        security_log::refused(portal, browser.address, kind, outcome, Some(link.person)).await?;
        return Ok(if tries < CODE_TRIES { Session::Wrong { left: CODE_TRIES - tries } } else { Session::UsedUp });
    }
    enter(portal, change, &code, &link, browser).await
}

/// Why a browser waits for no code any more; none while it does. Changes nothing.
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn look_at_code(portal: &Portal, browser_secret: &str) -> Result<Option<Session>, InternalError> {
    let mut conn = portal.db.read().await?;
    Ok(find_awaited(&mut conn, browser_secret, portal.clock.now()).await?.err())
}

/// The code that a browser waits for, with the link that was opened; or why it waits for none.
async fn find_awaited(
    conn: &mut Conn,
    browser_secret: &str,
    now: Timestamp,
) -> Result<Result<(EntryCode, PersonalLink), Session>, InternalError> {
    let Some(asked) = Secret::parse(browser_secret) else { return Ok(Err(Session::Expired)) };
    let Some(code) = entry_code::find_by_browser(conn, &asked.hash()).await? else { return Ok(Err(Session::Expired)) };
    let Some(link) = personal_link::find(conn, code.link).await?.filter(|link| link.is_open(now)) else {
        return Ok(Err(Session::LinkOver));
    };
    if code.used_at.is_some() || code.tries >= CODE_TRIES {
        return Ok(Err(Session::UsedUp));
    }
    Ok(if now >= code.expires_at { Err(Session::Expired) } else { Ok((code, link)) })
}

/// How many digits a code lacks that is one but for them; none where nothing is missing, or something else is wrong.
#[must_use]
pub fn missing_digits(typed: &str) -> Option<i64> {
    let digits = secret::digits_of(typed);
    let is_short = (1..6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| 6 - i64::try_from(digits.len()).unwrap_or(6))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_is_too_short_says_by_how_many_digits() {
        let missing = ["12345", "123 4", "1", "123456", "1234567", "", "12a45", "12345a"].map(missing_digits);
        assert_eq!(missing, [Some(1), Some(2), Some(5), None, None, None, None, None]);
    }
}
