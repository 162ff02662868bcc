//! The second factor of staff: setting it up, recovery codes, switching it off.

mod form;
mod totp;

pub use form::{BeginForm, ConfirmForm, LoosenForm};
pub(crate) use totp::{accept, is_recovery_code, looks_right};

use crate::{
    Error, InternalError, Portal,
    error::says_more,
    rate_limit::{self, TooMany},
    seal::MARK,
    secret::{self, Hidden},
    security_log::{self, SecurityKind, SecurityOutcome},
    security_notice::{self, SecurityEvent},
    sign_in::{CodeFrom, Proof, Proved, prove, second_factor_limits},
};
use coplan_domain::{id::PersonId, person::DeviceEnd};
use coplan_store::{
    Change,
    access::{Actor, EntryWrite, OwnAccount, System},
    credentials,
    credentials::Credentials,
    device, pending_sign_in, person,
};
use jiff::SignedDuration;

/// Recovery codes that are shown at once.
const RECOVERY_CODES: usize = 10;
/// Groups of four characters in a recovery code: 80 bits.
const RECOVERY_GROUPS: usize = 4;

/// Why the second factor is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeSecondFactorError {
    /// It is asked for already.
    #[error("on already")]
    OnAlready,
    /// There is none to confirm or to renew.
    #[error("not set up")]
    NotSetUp,
    /// Not the code that the authenticator shows.
    #[error("wrong code")]
    WrongCode,
    /// Not the person's password.
    #[error("wrong password")]
    WrongPassword,
    /// The supplier has set that all staff use one.
    #[error("required")]
    Required,
    /// Tried too often.
    #[error("tried too often")]
    TooMany {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// What can happen to every deed; `NotFound` for members, who have none.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(ChangeSecondFactorError);

/// What an authenticator needs, for showing once.
#[derive(Debug)]
pub struct SetUp {
    /// The secret in base32, for typing.
    pub secret: Hidden,
    /// The same as an `otpauth://` address, for a QR code.
    pub address: Hidden,
}

/// The second factor as its person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecondFactorView {
    /// Whether signing in asks for it.
    pub on: bool,
    /// Whether the supplier has set that all staff use one.
    pub required: bool,
    /// Recovery codes that are left.
    pub recovery_codes: i64,
}

/// How the actor's second factor stands.
///
/// # Errors
/// [`Error::NotFound`] for members.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<SecondFactorView, Error> {
    let me = staff(actor)?;
    let mut conn = portal.db.read().await?;
    let known = credentials::find(&mut conn, me).await?.ok_or(Error::NotFound)?;
    Ok(SecondFactorView {
        on: known.totp_since.is_some(),
        required: actor.staff().is_some_and(|staff| portal.settings.requires_second_factor(staff.role())),
        recovery_codes: credentials::count_recovery_codes(&mut conn, me).await?,
    })
}

fn staff(actor: &Actor) -> Result<PersonId, Error> {
    actor.staff().map(|staff| staff.entered().person()).ok_or(Error::NotFound)
}

async fn ask_password(portal: &Portal, actor: &Actor, typed: &str) -> Result<Proved, ChangeSecondFactorError> {
    match prove(portal, actor, typed).await? {
        Proof::Given(proved) => Ok(proved),
        Proof::Wrong => Err(ChangeSecondFactorError::WrongPassword),
        Proof::TooMany(retry_after) => Err(ChangeSecondFactorError::TooMany { retry_after }),
    }
}

/// Makes a secret for an authenticator. It is asked for once a code has confirmed it; beginning anew makes another.
/// Only the device on which it was begun sees it and confirms it: whoever else is in as the person must not learn it.
///
/// # Errors
/// [`ChangeSecondFactorError`].
pub async fn begin(portal: &Portal, actor: &Actor, password: &str) -> Result<SetUp, ChangeSecondFactorError> {
    let me = staff(actor)?;
    let proved = ask_password(portal, actor, password).await?;
    let mut change = portal.change().await?;
    let (own, _) = proved.holds(&mut change, actor).await?.ok_or(ChangeSecondFactorError::WrongPassword)?;
    let person = person::find(&mut change, me).await?.ok_or(Error::NotFound)?;
    let made = totp::new(&*portal.rng, &portal.settings.supplier, &person.email)?;
    let secret = made.get_secret_base32();
    let sealed = portal.settings.secret_key.seal(&*portal.rng, me, &secret)?;
    if !credentials::insert_totp(&mut change, &own.entry(), own.device(), &sealed).await? {
        return Err(ChangeSecondFactorError::OnAlready);
    }
    portal.commit(change).await?;
    Ok(SetUp { secret: Hidden::new(secret), address: Hidden::new(made.get_url()) })
}

/// What [`begin`] made, for showing the form again after a wrong code.
///
/// # Errors
/// [`ChangeSecondFactorError`].
pub async fn show_set_up(portal: &Portal, actor: &Actor) -> Result<SetUp, ChangeSecondFactorError> {
    let me = staff(actor)?;
    let mut conn = portal.db.read().await?;
    let known = credentials::find(&mut conn, me).await?.ok_or(Error::NotFound)?;
    if known.totp_since.is_some() {
        return Err(ChangeSecondFactorError::OnAlready);
    }
    being_set_up(actor, &known)?;
    let secret = totp::open(&portal.settings.secret_key, &known).ok_or(ChangeSecondFactorError::NotSetUp)?;
    let person = person::find(&mut conn, me).await?.ok_or(Error::NotFound)?;
    let made = totp::read(&secret, &portal.settings.supplier, &person.email)?;
    Ok(SetUp { secret: Hidden::new(secret), address: Hidden::new(made.get_url()) })
}

fn being_set_up<'a>(actor: &Actor, known: &'a Credentials) -> Result<&'a str, ChangeSecondFactorError> {
    let here = known.totp_device == Some(actor.entered().device());
    known.totp_secret.as_deref().filter(|_| here).ok_or(ChangeSecondFactorError::NotSetUp)
}

/// From now on the second factor is asked for. Gives the recovery codes, for showing once; other devices, which came
/// in without it, are ended.
///
/// # Errors
/// [`ChangeSecondFactorError`].
pub async fn confirm(portal: &Portal, actor: &Actor, code: &str) -> Result<Vec<Hidden>, ChangeSecondFactorError> {
    let me = staff(actor)?;
    let mut change = portal.change().await?;
    let own = OwnAccount::prove(&mut change, actor).await?;
    let entry = own.entry();
    let known = credentials::find(&mut change, me).await?.ok_or(Error::NotFound)?;
    if known.totp_since.is_some() {
        return Err(ChangeSecondFactorError::OnAlready);
    }
    let sealed = being_set_up(actor, &known)?;
    let secret = totp::open(&portal.settings.secret_key, &known).ok_or(ChangeSecondFactorError::NotSetUp)?;
    if !totp::accept_code(&mut change, &entry, &secret, code).await? {
        return Err(ChangeSecondFactorError::WrongCode);
    }
    if !credentials::update_totp(&mut change, &entry, sealed).await? {
        return Err(ChangeSecondFactorError::OnAlready);
    }
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, Some(own.device()), DeviceEnd::Ended).await?;
    let codes = replace_recovery_codes(&mut change, portal, &entry).await?;
    security_notice::tell(&mut change, me, SecurityEvent::SecondFactorOn).await?;
    security_log::by(&mut change, actor, SecurityKind::SecondFactorOn, None).await?;
    portal.commit(change).await?;
    Ok(codes)
}

/// A change in which the second factor may be loosened: the password was right, and so was a code or a recovery code.
/// Whoever has a session and the password must not get around the second factor by it.
async fn change_with_code(
    portal: &Portal,
    actor: &Actor,
    password: &str,
    code: &str,
) -> Result<(Change, EntryWrite, Credentials), ChangeSecondFactorError> {
    let me = staff(actor)?;
    let proved = ask_password(portal, actor, password).await?;
    let refused = |outcome| security_log::refused_to(portal, actor, SecurityKind::PasswordAsked, outcome);
    let device = actor.entered().device().to_string();
    let limits = second_factor_limits(me, CodeFrom::Device(&device));
    if let Err(TooMany(retry_after)) = rate_limit::count(portal, &limits).await? {
        refused(SecurityOutcome::Limited).await?;
        return Err(ChangeSecondFactorError::TooMany { retry_after });
    }
    let mut change = portal.change().await?;
    let (own, known) = proved.holds(&mut change, actor).await?.ok_or(ChangeSecondFactorError::WrongPassword)?;
    if known.totp_since.is_some() && !accept(&mut change, &own.entry(), &portal.settings.secret_key, &known, code).await? {
        drop(change);
        refused(SecurityOutcome::Refused).await?;
        return Err(ChangeSecondFactorError::WrongCode);
    }
    for limit in limits {
        limit.clear(&mut change).await?;
    }
    Ok((change, own.entry(), known))
}

/// Puts new recovery codes in the place of all earlier ones, for showing once. Asks for the password and for a code or
/// a recovery code.
///
/// # Errors
/// [`ChangeSecondFactorError`].
pub async fn renew_recovery_codes(
    portal: &Portal,
    actor: &Actor,
    password: &str,
    code: &str,
) -> Result<Vec<Hidden>, ChangeSecondFactorError> {
    let me = staff(actor)?;
    let (mut change, entry, known) = change_with_code(portal, actor, password, code).await?;
    known.totp_since.ok_or(ChangeSecondFactorError::NotSetUp)?;
    let codes = replace_recovery_codes(&mut change, portal, &entry).await?;
    security_notice::tell(&mut change, me, SecurityEvent::RecoveryCodes).await?;
    security_log::by(&mut change, actor, SecurityKind::RecoveryCodes, None).await?;
    portal.commit(change).await?;
    Ok(codes)
}

/// Asks for no second factor any more, once the password and a code or a recovery code were typed. Switching off twice
/// changes nothing.
///
/// # Errors
/// [`ChangeSecondFactorError`].
pub async fn switch_off(portal: &Portal, actor: &Actor, password: &str, code: &str) -> Result<(), ChangeSecondFactorError> {
    let me = staff(actor)?;
    if actor.staff().is_some_and(|staff| portal.settings.requires_second_factor(staff.role())) {
        return Err(ChangeSecondFactorError::Required);
    }
    let (mut change, entry, known) = change_with_code(portal, actor, password, code).await?;
    credentials::remove_totp(&mut change, &entry).await?;
    pending_sign_in::remove(&mut change, &entry).await?;
    if known.totp_since.is_some() {
        security_notice::tell(&mut change, me, SecurityEvent::SecondFactorOff).await?;
        security_log::by(&mut change, actor, SecurityKind::SecondFactorOff, None).await?;
    }
    portal.commit(change).await?;
    Ok(())
}

async fn replace_recovery_codes(change: &mut Change, portal: &Portal, entry: &EntryWrite) -> Result<Vec<Hidden>, InternalError> {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| secret::readable(&*portal.rng, RECOVERY_GROUPS)).collect();
    let hashes: Vec<String> = codes.iter().map(|code| recovery_hash(entry.person(), code)).collect();
    credentials::replace_recovery_codes(change, entry, &hashes).await?;
    Ok(codes.into_iter().map(Hidden::new).collect())
}

fn recovery_hash(me: PersonId, code: &str) -> String {
    secret::hash(&format!("{me}\n{code}"))
}

/// What became of the seeds when the process begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// How many lay open, from an earlier version, and are sealed now.
    pub sealed: usize,
    /// How many do not open with this key: their people come in by a recovery code, or not at all.
    pub foreign: usize,
}

/// Seals the seeds that an earlier version left open, and counts those that this key does not open.
pub async fn seal_all(portal: &Portal, system: &System) -> Result<Sealed, InternalError> {
    let key = &portal.settings.secret_key;
    let mut change = portal.change_touched().await?;
    let mut done = Sealed { sealed: 0, foreign: 0 };
    for (person, seed) in credentials::list_totp(&mut change, system).await? {
        if !seed.starts_with(MARK) {
            let entry = system.entry_of(&change, person);
            let sealed = key.seal(&*portal.rng, person, &seed)?;
            done.sealed += usize::from(credentials::replace_totp(&mut change, &entry, &seed, &sealed).await?);
        } else if key.open(person, &seed).is_none() {
            done.foreign += 1;
        }
    }
    portal.commit(change).await?;
    Ok(done)
}
