//! Codes of an authenticator (RFC 6238: SHA-1, six digits, 30 seconds), each good once.

use super::{RECOVERY_GROUPS, recovery_hash};
use crate::{InternalError, Portal, seal::SecretKey, secret};
use coplan_domain::system::Rng;
use coplan_store::{Change, Conn, access::UsesCodes, credentials, credentials::Credentials};
use jiff::Timestamp;
use totp_rs::{Algorithm, Secret, TOTP};

const SECONDS: u64 = 30;

/// A fresh secret of 160 bits, as RFC 4226 recommends.
pub(super) fn new(rng: &dyn Rng, supplier: &str, email: &str) -> Result<TOTP, InternalError> {
    let mut bytes = vec![0; 20];
    rng.fill(&mut bytes);
    from_bytes(bytes, supplier, email)
}

/// The same from a secret that is kept.
pub(super) fn read(base32: &str, supplier: &str, email: &str) -> Result<TOTP, InternalError> {
    from_bytes(Secret::Encoded(base32.to_owned()).to_bytes().map_err(|_| InternalError::SecondFactor)?, supplier, email)
}

fn from_bytes(bytes: Vec<u8>, supplier: &str, email: &str) -> Result<TOTP, InternalError> {
    // A colon would end the issuer in the middle of the name.
    let issuer = Some(supplier.replace(':', " "));
    TOTP::new(Algorithm::SHA1, 6, 1, SECONDS, bytes, issuer, email.to_owned()).map_err(|_| InternalError::SecondFactor)
}

/// Whether this is written as recovery codes are.
pub(crate) fn is_recovery_code(typed: &str) -> bool {
    read_recovery_code(typed).is_some()
}

/// A recovery code as it was made; those of an earlier version are one group shorter.
fn read_recovery_code(typed: &str) -> Option<String> {
    secret::read_readable(typed, RECOVERY_GROUPS).or_else(|| secret::read_readable(typed, RECOVERY_GROUPS - 1))
}

/// The seed of a person's second factor; none where there is none, or the key is another than the one it was sealed with.
pub(super) fn open(key: &SecretKey, known: &Credentials) -> Option<String> {
    let sealed = known.totp_secret.as_deref()?;
    let seed = key.open(known.person, sealed);
    if seed.is_none() {
        tracing::error!(person = %known.person, "the seed of a second factor does not open with this COPLAN_SECRET_KEY");
    }
    seed
}

/// Whether this looks like a code of the second factor that is good now, or is a recovery code that was not used.
pub(crate) async fn looks_right(
    conn: &mut Conn,
    portal: &Portal,
    known: &Credentials,
    typed: &str,
) -> Result<bool, InternalError> {
    if known.totp_since.is_none() {
        return Ok(false);
    }
    if let Some(code) = read_recovery_code(typed) {
        return Ok(credentials::has_recovery_code(conn, known.person, &recovery_hash(known.person, &code)).await?);
    }
    let Some(secret) = open(&portal.settings.secret_key, known) else { return Ok(false) };
    Ok(find_step(portal.clock.now(), &secret, typed)?.is_some())
}

/// Whether this is a code of the second factor, or a recovery code. Uses it up.
pub(crate) async fn accept(
    change: &mut Change,
    write: &impl UsesCodes,
    key: &SecretKey,
    known: &Credentials,
    typed: &str,
) -> Result<bool, InternalError> {
    if known.totp_since.is_none() {
        return Ok(false);
    }
    if let Some(code) = read_recovery_code(typed) {
        return Ok(credentials::use_recovery_code(change, write, &recovery_hash(known.person, &code)).await?);
    }
    let Some(secret) = open(key, known) else { return Ok(false) };
    accept_code(change, write, &secret, typed).await
}

/// The time step whose code this is: the present one, or the one before or behind it.
fn find_step(now: Timestamp, base32: &str, typed: &str) -> Result<Option<u64>, InternalError> {
    let Some(digits) = secret::read_six_digits(typed) else { return Ok(None) };
    let totp = read(base32, "", "")?;
    let now = u64::try_from(now.as_second()).unwrap_or(0) / SECONDS;
    let mut steps = now.saturating_sub(1)..=now + 1;
    Ok(steps.find(|step| secret::same(&totp.generate(step * SECONDS), &digits)))
}

/// Whether the authenticator shows this code now, or did or will one step away. Uses the step up.
pub(super) async fn accept_code(
    change: &mut Change,
    write: &impl UsesCodes,
    base32: &str,
    typed: &str,
) -> Result<bool, InternalError> {
    let Some(step) = find_step(change.now(), base32, typed)? else { return Ok(false) };
    Ok(credentials::use_totp_step(change, write, i64::try_from(step).unwrap_or(i64::MAX)).await?)
}
