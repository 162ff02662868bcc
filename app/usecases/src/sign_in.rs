//! Staff signs in: password first, then the second factor where it is set up.

mod again;
mod form;
mod second_factor;

pub(crate) use second_factor::{CodeFrom, limits as second_factor_limits};

pub use again::OwnProof;
pub(crate) use again::prove_again;
pub use form::{SecondFactorForm, SignInForm};
pub use second_factor::{SecondFactorError, enter_second_factor};

use crate::{
    InternalError, Portal,
    entry::{self, Browser, By},
    password,
    password_link::FIRST_LASTS,
    rate_limit::{self, Limit, TooMany, network_limits},
    secret::Secret,
    security_log::{self, SecurityKind, SecurityOutcome},
};
use coplan_domain::{id::PersonId, person::Person};
use coplan_store::{
    Change, StoreError,
    access::{AccessError, Actor, OwnAccount, SignInWrite},
    credentials, device, password_link, pending_sign_in, person,
};
use jiff::{SignedDuration, Timestamp};
use std::iter;

/// How long the second factor may take.
pub const PENDING_LASTS: SignedDuration = SignedDuration::from_mins(5);
/// Over how long tries are counted.
const STRETCH: SignedDuration = SignedDuration::from_mins(15);

/// What came of a right password.
#[derive(Debug)]
pub enum SignedIn {
    /// The browser is in.
    In {
        /// For its cookie.
        device_secret: Secret,
    },
    /// It was a first password, good once: now a password of one's own is chosen.
    MustChoose {
        /// For the address where that is done.
        secret: Secret,
    },
    /// A code of the second factor is needed.
    SecondFactorNeeded {
        /// For a cookie of the browser that may type the code, and no other.
        pending_secret: Secret,
    },
}

/// Why nobody is signed in. The same for an unknown account as for a known one.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The address and the password do not belong together.
    #[error("wrong address or password")]
    Wrong,
    /// It is a first password whose time has run out. Told only to whoever knows it.
    #[error("the first password has expired")]
    Expired,
    /// Tried too often, for this address of mail or of the network.
    #[error("tried too often")]
    TooMany {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for SignInError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// The id of no person.
const NOBODY: PersonId = PersonId(ulid::Ulid::nil());

/// Tries at the password of one account.
fn account_limit(email: &str) -> Limit {
    Limit::new("sign_in/account", email, 10, STRETCH)
}

/// Tries at it on a browser where its person has been in before. They are counted apart, so that nobody locks
/// somebody out of their own browser by trying elsewhere.
fn device_limit(device: &str) -> Limit {
    Limit::new("sign_in/device", device, 10, STRETCH)
}

/// Failed tries from one place, at whatever account. A whole office signs in from one address: a right password does not
/// count.
fn address_limits(address: &str) -> impl Iterator<Item = Limit> {
    network_limits("sign_in/address", address, 50, STRETCH)
}

/// Signs staff in with address and password.
///
/// # Errors
/// [`SignInError`].
pub async fn sign_in(portal: &Portal, email: &str, typed: &str, browser: &Browser<'_>) -> Result<SignedIn, SignInError> {
    let email = email.trim().to_lowercase();
    let known = find(portal, &email).await?;
    let account = match find_device(portal, known.as_ref().map(|known| known.person), browser).await? {
        Some(device) => device_limit(&device),
        None => account_limit(&email),
    };
    let limits: Vec<_> = iter::once(account).chain(address_limits(browser.address)).collect();
    let person = known.as_ref().map(|known| known.person);
    let refused = |outcome| security_log::refused(portal, browser.address, SecurityKind::SignIn, outcome, person);
    let counted = match rate_limit::count(portal, &limits).await? {
        Ok(counted) => counted,
        Err(TooMany(retry_after)) => {
            refused(SecurityOutcome::Limited).await?;
            return Err(SignInError::TooMany { retry_after });
        }
    };
    // Hashing is slow on purpose: no connection and no transaction is held meanwhile.
    if !password::verify(typed, known.as_ref().map(|known| known.password_hash.clone())).await? {
        refused(SecurityOutcome::Refused).await?;
        return Err(SignInError::Wrong);
    }
    let known = known.ok_or(SignInError::Wrong)?;
    let mut change = portal.change_touched().await?;
    let write = SignInWrite::by_password(&mut change, known.person, &known.password_hash).await?.ok_or(SignInError::Wrong)?;
    counted.forget_from(&mut change, 1).await?;
    if let Some(until) = known.password_until {
        return spend_first_password(portal, change, write, until).await;
    }
    let me = person::find(&mut change, known.person).await?.ok_or(SignInError::Wrong)?;
    let done = with_password(portal, &mut change, &me, &known.password_hash, browser).await?.ok_or(SignInError::Wrong)?;
    portal.commit(change).await?;
    Ok(done)
}

/// A password that somebody else has made is good once: for the way to one of one's own.
async fn spend_first_password(
    portal: &Portal,
    mut change: Change,
    write: SignInWrite,
    until: Timestamp,
) -> Result<SignedIn, SignInError> {
    let now = change.now();
    if until <= now {
        return Err(SignInError::Expired);
    }
    let (entry, secret, link) = (write.entry(), Secret::new(&*portal.rng), change.id());
    credentials::update_password(&mut change, &entry, "", None).await?;
    password_link::insert(&mut change, &entry, link, &secret.hash(), now + FIRST_LASTS).await?;
    portal.commit(change).await?;
    Ok(SignedIn::MustChoose { secret })
}

/// Signs somebody in whose password was chosen within this change: the browser is in, or waits for a code. None where
/// that is not the password any more.
pub(crate) async fn with_password(
    portal: &Portal,
    change: &mut Change,
    me: &Person,
    password_hash: &str,
    browser: &Browser<'_>,
) -> Result<Option<SignedIn>, InternalError> {
    let Some(write) = SignInWrite::by_password(change, me.id, password_hash).await? else { return Ok(None) };
    let Some(known) = credentials::find(change, me.id).await? else { return Ok(None) };
    if known.totp_since.is_some() {
        let pending_secret = wait_for_code(portal, change, &write).await?;
        return Ok(Some(SignedIn::SecondFactorNeeded { pending_secret }));
    }
    account_limit(&me.email).clear(change).await?;
    if let Some(device) = browser.known_device.and_then(Secret::parse) {
        device_limit(&device.hash()).clear(change).await?;
    }
    let device_secret = entry::let_in(change, portal, me, By::Password(write), browser).await?;
    Ok(Some(SignedIn::In { device_secret }))
}

async fn wait_for_code(portal: &Portal, change: &mut Change, write: &SignInWrite) -> Result<Secret, InternalError> {
    let (pending_secret, now) = (Secret::new(&*portal.rng), change.now());
    pending_sign_in::insert(change, write, &pending_secret.hash(), now + PENDING_LASTS).await?;
    Ok(pending_secret)
}

async fn find(portal: &Portal, email: &str) -> Result<Option<credentials::Credentials>, InternalError> {
    let mut conn = portal.db.read().await?;
    // PostgreSQL's TEXT cannot hold NUL; such an address is nobody's.
    Ok(credentials::find_by_email(&mut conn, &email.replace('\0', " ")).await?)
}

/// The browser that asks, where the account's person has been in on it before and nobody has ended that since. An
/// account that is not there is looked for as well: how long the answer takes must not tell.
async fn find_device(portal: &Portal, person: Option<PersonId>, browser: &Browser<'_>) -> Result<Option<String>, InternalError> {
    let Some(device) = browser.known_device.and_then(Secret::parse) else { return Ok(None) };
    let (mut conn, device) = (portal.db.read().await?, device.hash());
    Ok(device::find_known(&mut conn, person.unwrap_or(NOBODY), &device, portal.clock.now()).await?.map(|_| device))
}

/// Somebody who is in proves that it is still the same person at the keyboard.
pub(crate) enum Proof {
    Given(Proved),
    Wrong,
    TooMany(SignedDuration),
}

/// That the password was right a moment ago. Hashing is slow: the password may have changed meanwhile.
pub(crate) struct Proved {
    password_hash: String,
}

impl Proved {
    /// The right to the actor's own account, and what it signs in with, where that password still holds and the actor's
    /// device is not out. Nobody else changes it until the change ends: whoever changes a password ends what goes on
    /// behind its back.
    pub(crate) async fn holds(
        &self,
        change: &mut Change,
        actor: &Actor,
    ) -> Result<Option<(OwnAccount, credentials::Credentials)>, InternalError> {
        let own = match OwnAccount::prove(change, actor).await {
            Ok(own) => own,
            Err(AccessError::Store(error)) => return Err(error.into()),
            Err(_) => return Ok(None),
        };
        let known = credentials::find(change, own.person()).await?;
        Ok(known.filter(|known| known.password_hash == self.password_hash).map(|known| (own, known)))
    }
}

pub(crate) async fn prove(portal: &Portal, actor: &Actor, typed: &str) -> Result<Proof, InternalError> {
    let me = actor.person();
    let refused = |outcome| security_log::refused_to(portal, actor, SecurityKind::PasswordAsked, outcome);
    let limit = Limit::new("password", &me.to_string(), 10, STRETCH);
    if let Err(TooMany(retry_after)) = rate_limit::count(portal, std::slice::from_ref(&limit)).await? {
        refused(SecurityOutcome::Limited).await?;
        return Ok(Proof::TooMany(retry_after));
    }
    let mut conn = portal.db.read().await?;
    let password_hash = credentials::find(&mut conn, me).await?.map(|known| known.password_hash);
    drop(conn);
    if !password::verify(typed, password_hash.clone()).await? {
        refused(SecurityOutcome::Refused).await?;
        return Ok(Proof::Wrong);
    }
    let Some(password_hash) = password_hash else { return Ok(Proof::Wrong) };
    let mut change = portal.change_touched().await?;
    limit.clear(&mut change).await?;
    portal.commit(change).await?;
    Ok(Proof::Given(Proved { password_hash }))
}
