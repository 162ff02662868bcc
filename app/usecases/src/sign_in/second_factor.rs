//! The second half of signing in: a code of the authenticator, or a recovery code.

use super::{STRETCH, account_limit, find_device};
use crate::{
    InternalError, Portal,
    entry::{self, Browser, By},
    rate_limit::{self, Limit, TooMany},
    second_factor,
    secret::Secret,
    security_log::{self, SecurityKind, SecurityOutcome},
    security_notice::{self, SecurityEvent},
};
use coplan_domain::id::PersonId;
use coplan_store::{StoreError, access::SignInWrite, credentials, pending_sign_in, person};
use jiff::SignedDuration;

/// Wrong tries until the password is asked for again.
const TRIES: i64 = 5;

/// Why the second factor lets nobody in.
#[derive(Debug, thiserror::Error)]
pub enum SecondFactorError {
    /// Not a code, or one that was used before.
    #[error("wrong code")]
    Wrong {
        /// Tries that are left until the password is asked for again.
        left: i64,
    },
    /// This browser waits for nothing: begin with the password again.
    #[error("the sign-in has expired")]
    Expired,
    /// Tried too often for this account.
    #[error("tried too often")]
    TooMany {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for SecondFactorError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Lets in the browser whose password was right, and gives the secret for its cookie.
///
/// # Errors
/// [`SecondFactorError`].
pub async fn enter_second_factor(
    portal: &Portal,
    pending_secret: &str,
    typed: &str,
    browser: &Browser<'_>,
) -> Result<Secret, SecondFactorError> {
    let pending = Secret::parse(pending_secret).ok_or(SecondFactorError::Expired)?.hash();
    // Whoever waits for nothing must not take the one writer away from those who do.
    if !pending_sign_in::find(&mut *portal.db.read().await?, &pending, portal.clock.now()).await? {
        return Err(SecondFactorError::Expired);
    }
    // Counted and kept before the code is looked at, so that many at once do not share one try.
    let mut change = portal.change_touched().await?;
    let counted = pending_sign_in::count_try(&mut change, &pending, TRIES).await?;
    portal.commit(change).await?;
    let (me, tries) = counted.ok_or(SecondFactorError::Expired)?;
    let device = find_device(portal, Some(me), browser).await?;
    let from = match &device {
        _ if second_factor::is_recovery_code(typed) => CodeFrom::Recovery { network: browser.address },
        Some(device) => CodeFrom::Device(device),
        None => CodeFrom::NewBrowser,
    };
    let limits = limits(me, from);
    let refused = |outcome| security_log::refused(portal, browser.address, SecurityKind::SecondFactor, outcome, Some(me));
    if let Err(TooMany(retry_after)) = rate_limit::count(portal, &limits).await? {
        refused(SecurityOutcome::Limited).await?;
        return Err(SecondFactorError::TooMany { retry_after });
    }
    if let Some(secret) = enter(portal, me, &pending, typed, browser, &limits).await? {
        return Ok(secret);
    }
    refused(SecurityOutcome::Refused).await?;
    if tries == TRIES {
        tell_of_tries(portal, me).await?;
    }
    Err(SecondFactorError::Wrong { left: TRIES - tries })
}

/// Where a code is typed. Each has a count of its own, so that nobody who has learnt a password locks its owner out.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CodeFrom<'a> {
    /// On a browser where the person was never in.
    NewBrowser,
    /// On a browser where the person has been in, or is.
    Device(&'a str),
    /// A recovery code, on whatever browser: nobody guesses one, so that each network may count alone.
    Recovery {
        /// Where it comes from.
        network: &'a str,
    },
}

/// The limit per day keeps six digits out of reach of patience.
pub(crate) fn limits(me: PersonId, from: CodeFrom<'_>) -> [Limit; 2] {
    let (what, whom) = match from {
        CodeFrom::NewBrowser => ("second_factor", me.to_string()),
        CodeFrom::Device(device) => ("second_factor/device", format!("{me}\n{device}")),
        CodeFrom::Recovery { network } => ("second_factor/recovery", format!("{me}\n{network}")),
    };
    [Limit::new(what, &whom, 10, STRETCH), Limit::new(&format!("{what} a day"), &whom, 30, SignedDuration::from_hours(24))]
}

/// Whoever got so far knows the password: its owner hears of it.
async fn tell_of_tries(portal: &Portal, me: PersonId) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    security_notice::tell(&mut change, me, SecurityEvent::SecondFactorTried).await?;
    portal.commit(change).await
}

async fn enter(
    portal: &Portal,
    me: PersonId,
    pending: &str,
    typed: &str,
    browser: &Browser<'_>,
    limits: &[Limit],
) -> Result<Option<Secret>, SecondFactorError> {
    let mut change = portal.change_touched().await?;
    let write = SignInWrite::by_waiting_browser(&mut change, me, pending).await?.ok_or(SecondFactorError::Expired)?;
    let (known, me) = (credentials::find(&mut change, me).await?, person::find(&mut change, me).await?);
    let (Some(known), Some(me)) = (known, me) else { return Err(SecondFactorError::Expired) };
    if !second_factor::accept(&mut change, &write, &portal.settings.secret_key, &known, typed).await? {
        return Ok(None);
    }
    if !pending_sign_in::take(&mut change, &write, pending).await? {
        return Err(SecondFactorError::Expired);
    }
    account_limit(&me.email).clear(&mut change).await?;
    for limit in limits {
        limit.clear(&mut change).await?;
    }
    let secret = entry::let_in(&mut change, portal, &me, By::Password(write), browser).await?;
    portal.commit(change).await?;
    Ok(Some(secret))
}
