//! Asking for a new link by address, which never tells whether the address is known.

use crate::{
    InternalError, Portal,
    form::parse_email,
    job::{self, Job},
    rate_limit::{self, Limit, TooMany, network_limits},
    security_log::{self, SecurityKind, SecurityOutcome},
};
use coplan_domain::{
    id::LinkId,
    person::{Email, Side},
};
use coplan_store::person;
use jiff::SignedDuration;

/// Why a new link cannot be asked for.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
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

/// Promises a new link to whoever has this address, if it is a member's. The same statements run where it is nobody's,
/// and nothing is left to do after them; what differs happens later, out of the asker's sight.
///
/// # Errors
/// [`AskError`].
pub async fn ask(portal: &Portal, typed: &str, address: &str) -> Result<(), AskError> {
    let email = parse_email(typed).map_err(|_| AskError::NotAnEmail)?;
    let hour = SignedDuration::from_hours(1);
    let by_email = [
        Limit::new("new_link/email", email.as_str(), 3, hour),
        // Nobody gets more of these mails than anybody needs.
        Limit::new("new_link/email/day", email.as_str(), 8, hour * 24),
    ];
    let limits: Vec<_> = by_email.into_iter().chain(network_limits("new_link/address", address, 10, hour)).collect();
    if let Err(TooMany(retry_after)) = rate_limit::count(portal, &limits).await? {
        security_log::refused(portal, address, SecurityKind::LinkMade, SecurityOutcome::Limited, None).await?;
        return Err(AskError::TooMany { retry_after });
    }
    enqueue(portal, &email).await?;
    Ok(())
}

async fn enqueue(portal: &Portal, email: &Email) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let asker = person::find_by_email(&mut change, email.as_str()).await?;
    let person = asker.filter(|person| person.side == Side::Customer).map(|person| person.id);
    let link = change.id::<LinkId>();
    job::enqueue_for_somebody(&mut change, &Job::NewLinkMail { person, link }, person).await?;
    portal.commit(change).await
}
