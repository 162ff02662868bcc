//! Telling a person that its way in has changed: if somebody else did that, the mail is how it comes out.

use crate::{
    InternalError, Portal,
    job::{self, Job},
    mail::Recipient,
};
use coplan_domain::{
    id::PersonId,
    person::{Person, Side},
};
use coplan_store::{Change, person};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityEvent {
    /// The password.
    Password,
    /// The second factor is asked for from now on.
    SecondFactorOn,
    /// The second factor is asked for no more.
    SecondFactorOff,
    /// New recovery codes hold, and the earlier ones do not.
    RecoveryCodes,
    /// A sign-in with the right password was given up after too many wrong codes.
    SecondFactorTried,
    /// Links and codes go to another address. This is told to the earlier one.
    Address,
    /// A colleague signs in with another address. This is told to the earlier one.
    SignInAddress,
}

/// A mail about it.
#[derive(Debug)]
pub struct WayInMail {
    /// To whom.
    pub to: Recipient,
    /// What changed.
    pub what: SecurityEvent,
    /// When.
    pub at: Timestamp,
}

/// The mail that tells of it; none where the person has left.
pub async fn way_in_mail(portal: &Portal, told: &ToldOf) -> Result<Option<WayInMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let found = person::find(&mut conn, told.person).await?;
    Ok(found.map(|person| {
        let mut to = Recipient::from(person);
        if let Some(earlier) = &told.earlier_email {
            to.email.clone_from(earlier);
        }
        WayInMail { to, what: told.what, at: Timestamp::from_millisecond(told.at).unwrap_or_default() }
    }))
}

/// Who is told of what, as it waits in the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldOf {
    person: PersonId,
    what: SecurityEvent,
    /// When it changed, in milliseconds.
    at: i64,
    /// Where it is told, where that is not the person's present address.
    earlier_email: Option<String>,
}

/// Promises to tell a person.
pub(crate) async fn tell(change: &mut Change, person: PersonId, what: SecurityEvent) -> Result<(), InternalError> {
    enqueue(change, person, what, None).await
}

/// Promises to tell a person whose address is another from now on, where it was reached before.
pub(crate) async fn tell_of_new_address(change: &mut Change, before: &Person) -> Result<(), InternalError> {
    let what = match before.side {
        Side::Supplier => SecurityEvent::SignInAddress,
        Side::Customer => SecurityEvent::Address,
    };
    enqueue(change, before.id, what, Some(before.email.clone())).await
}

async fn enqueue(
    change: &mut Change,
    person: PersonId,
    what: SecurityEvent,
    earlier_email: Option<String>,
) -> Result<(), InternalError> {
    // An earlier address often takes no mail any more; nobody need be helped with that.
    let recipient = earlier_email.is_none().then_some(person);
    let told = ToldOf { person, what, at: change.now().as_millisecond(), earlier_email };
    job::enqueue(change, &Job::WayInMail { told }, recipient, SignedDuration::ZERO).await
}
