//! Before something far-reaching whoever is in types its password again, and a code where it has a second factor: a
//! session alone must not hand out rights.

use super::{CodeFrom, Proof, Proved, prove, second_factor_limits};
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem, form, password, secret_line},
    rate_limit::{self, Limit, TooMany},
    seal::SecretKey,
    second_factor,
    security_log::{self, SecurityKind, SecurityOutcome},
};
use coplan_store::{Change, access::Actor, credentials};
use jiff::SignedDuration;

form! {
    _ {
        /// The password of whoever is in.
        own_password: String = password("own-password").hint("own-password-why").autocomplete("current-password"),
        /// A code of its authenticator, or a recovery code; empty where it has no second factor.
        own_code: String = secret_line("own-code").hint("second-factor-keep-code-hint").autocomplete("one-time-code"),
    }

    /// What is typed again before something far-reaching.
    plain OwnProof {}
}

/// That whoever is in has typed its password, and its code, a moment ago.
pub(crate) struct ProvedAgain {
    proved: Proved,
    code: String,
    limits: [Limit; 2],
    key: SecretKey,
}

fn refused<T>(field: &'static str, problem: Problem) -> Error<T> {
    Error::Invalid(vec![FieldProblem { field, problem }])
}

fn too_many<T>(field: &'static str, wait: SignedDuration) -> Error<T> {
    refused(field, Problem::TooManyTries { minutes: wait.as_mins() + i64::from(wait.as_secs() % 60 > 0) })
}

/// Looks at what was typed, with the limits of signing in. Nothing of it is used up before [`ProvedAgain::holds`].
///
/// # Errors
/// [`Error::Invalid`] for the field that is wrong, [`Error::NotFound`] for members.
pub(crate) async fn prove_again<T>(portal: &Portal, actor: &Actor, typed: &OwnProof) -> Result<ProvedAgain, Error<T>> {
    actor.staff().ok_or(Error::NotFound)?;
    if typed.own_password.is_empty() {
        return Err(refused("own_password", Problem::Empty));
    }
    let proved = match prove(portal, actor, &typed.own_password).await? {
        Proof::Given(proved) => proved,
        Proof::Wrong => return Err(refused("own_password", Problem::NotYourPassword)),
        Proof::TooMany(wait) => return Err(too_many("own_password", wait)),
    };
    let device = actor.entered().device().to_string();
    let again = ProvedAgain {
        proved,
        code: typed.own_code.clone(),
        limits: second_factor_limits(actor.person(), CodeFrom::Device(&device)),
        key: portal.settings.secret_key.clone(),
    };
    let mut conn = portal.db.read().await?;
    let known = credentials::find(&mut conn, actor.person()).await?.ok_or(Error::NotIn)?;
    if known.totp_since.is_none() {
        return Ok(again);
    }
    drop(conn);
    if again.code.is_empty() {
        return Err(refused("own_code", Problem::Empty));
    }
    let note = |outcome| security_log::refused_to(portal, actor, SecurityKind::PasswordAsked, outcome);
    if let Err(TooMany(wait)) = rate_limit::count(portal, &again.limits).await? {
        note(SecurityOutcome::Limited).await?;
        return Err(too_many("own_code", wait));
    }
    let mut conn = portal.db.read().await?;
    if !second_factor::looks_right(&mut conn, portal, &known, &again.code).await? {
        drop(conn);
        note(SecurityOutcome::Refused).await?;
        return Err(refused("own_code", Problem::WrongCode));
    }
    Ok(again)
}

impl ProvedAgain {
    /// Whether the password and the second factor are still those; uses the code up. To be asked once whoever is in is
    /// locked by the right that the change proves.
    ///
    /// # Errors
    /// [`Error::Invalid`] where either has changed meanwhile, or the code was used elsewhere.
    pub(crate) async fn holds<T>(self, change: &mut Change, actor: &Actor) -> Result<(), Error<T>> {
        let held = self.proved.holds(change, actor).await?;
        let (own, known) = held.ok_or_else(|| refused("own_password", Problem::NotYourPassword))?;
        if known.totp_since.is_none() {
            return Ok(());
        }
        if !second_factor::accept(change, &own.entry(), &self.key, &known, &self.code).await? {
            return Err(refused("own_code", Problem::WrongCode));
        }
        for limit in self.limits {
            limit.clear(change).await?;
        }
        Ok(())
    }
}
