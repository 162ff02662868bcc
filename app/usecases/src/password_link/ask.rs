//! "Forgot your password?", which never tells whether the address is known.

use super::{PasswordLink, PasswordReason};
use crate::{
    InternalError, Portal,
    form::parse_email,
    job::{self, Job},
    rate_limit::{self, Limit, TooMany, network_limits},
    security_log::{self, SecurityKind, SecurityOutcome},
};
use coplan_domain::person::Side;
use coplan_store::person;
use jiff::SignedDuration;

/// Why the way to a new password cannot be asked for.
#[derive(Debug, thiserror::Error)]
pub enum ForgotError {
    /// No address.
    #[error("not an email address")]
    NotAnEmail,
    /// Asked for too often, for a known address as for an unknown one.
    #[error("asked for too often")]
    TooMany {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// Promises a one-time link to whoever has this address, if it is one of the supplier's people. The same statements run
/// where it is nobody's; what differs happens later, out of the asker's sight.
///
/// # Errors
/// [`ForgotError`].
pub async fn ask(portal: &Portal, typed: &str, network: &str) -> Result<(), ForgotError> {
    let email = parse_email(typed).map_err(|_| ForgotError::NotAnEmail)?;
    let hour = SignedDuration::from_hours(1);
    let by_email =
        [Limit::new("forgot/email", email.as_str(), 3, hour), Limit::new("forgot/email/day", email.as_str(), 8, hour * 24)];
    let limits: Vec<_> = by_email.into_iter().chain(network_limits("forgot/address", network, 10, hour)).collect();
    if let Err(TooMany(retry_after)) = rate_limit::count(portal, &limits).await? {
        security_log::refused(portal, network, SecurityKind::PasswordReset, SecurityOutcome::Limited, None).await?;
        return Err(ForgotError::TooMany { retry_after });
    }
    Ok(enqueue(portal, email.as_str()).await?)
}

async fn enqueue(portal: &Portal, email: &str) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let found = person::find_by_email(&mut change, email).await?;
    let person = found.filter(|person| person.side == Side::Supplier).map(|person| person.id);
    let asked = PasswordLink { link: change.id(), person, reason: PasswordReason::Forgotten };
    job::enqueue_for_somebody(&mut change, &Job::PasswordMail { asked }, person).await?;
    portal.commit(change).await
}
