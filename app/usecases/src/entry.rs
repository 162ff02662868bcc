//! How a browser is let in, and who comes with a request.

use crate::{
    InternalError, Portal,
    job::{self, Job},
    portal::event,
    rate_limit,
    secret::Secret,
    security_log::{self, SecurityKind},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::DeviceId,
    person::{Person, Side},
    system::Rng,
    text::Line,
};
use coplan_store::{
    Change,
    access::{Actor, LinkWrite, SignInWrite, Staff, System},
    access_log, attempt, device, entry_code, outbox, password_link, person,
};
use jiff::SignedDuration;

/// How often a device is noted to be here, at most.
const NOTED: SignedDuration = SignedDuration::from_mins(5);
const LABEL_LIMIT: usize = 100;

/// The browser that asks to be let in.
#[derive(Clone, Copy)]
pub struct Browser<'a> {
    /// What it calls itself, in short: "Firefox, Linux".
    pub label: &'a str,
    /// The device secret in its cookie, where it has one, live or not.
    pub known_device: Option<&'a str>,
    /// Its network address, or the part of it that stands for one household or company.
    pub address: &'a str,
}

/// How a person comes in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum By {
    /// By password, and the second factor where there is one.
    Password(SignInWrite),
    /// By a personal link alone: on a browser that was known, or where no code is asked for.
    Link(LinkWrite),
    /// By a personal link and the code from the mail.
    Code(LinkWrite),
}

/// Whoever holds the secret of a live device; none where nobody does any more. Changes nothing.
pub async fn enter(portal: &Portal, secret: &str) -> Result<Option<Actor>, InternalError> {
    let Some(secret) = Secret::parse(secret) else { return Ok(None) };
    Ok(portal.db.authenticate(&secret.hash(), portal.clock.now()).await?)
}

/// On which side whoever was in with this secret is, also where nobody is in by it any more. It opens nothing; it tells
/// which way in to show.
pub async fn side_of(portal: &Portal, secret: &str) -> Result<Option<Side>, InternalError> {
    let Some(secret) = Secret::parse(secret) else { return Ok(None) };
    Ok(device::find_side(&mut *portal.db.read().await?, &secret.hash()).await?)
}

/// A value that is good for one answer: for its inline script and its reference code.
#[must_use]
pub fn nonce(rng: &dyn Rng) -> String {
    Secret::new(rng).expose().to_owned()
}

/// Whether the actor may do nothing before it has set up a second factor.
#[must_use]
pub fn must_set_up_second_factor(portal: &Portal, actor: &Actor) -> bool {
    let must = |staff: &Staff| portal.settings.requires_second_factor(staff.role()) && !staff.has_second_factor();
    actor.staff().is_some_and(must)
}

/// Whether it has been noted lately that the actor's device is here, or need not be: whoever looks as a member is somebody
/// else.
#[must_use]
pub fn is_noted(portal: &Portal, actor: &Actor) -> bool {
    actor.preview().is_some() || portal.clock.now().duration_since(actor.entered().seen_at()) < NOTED
}

/// Notes that the actor's device is here, at most every five minutes, and so puts off its end.
///
/// # Errors
/// [`InternalError`] where the database cannot be written; the request itself can go on.
pub async fn note_seen(portal: &Portal, actor: &Actor) -> Result<(), InternalError> {
    if is_noted(portal, actor) {
        return Ok(());
    }
    let mut change = portal.change_touched().await?;
    update_seen(&mut change, actor).await?;
    portal.commit(change).await
}

/// How long promised work that is done is kept, for whoever looks why a mail came or did not.
const DONE_KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Forgets tries, codes and done work that nothing looks at any more. For the worker, now and then.
pub async fn forget_old(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    attempt::remove_old(&mut change, system, rate_limit::LONGEST).await?;
    entry_code::remove_old(&mut change, system, rate_limit::LONGEST).await?;
    password_link::remove_old(&mut change, system).await?;
    security_log::forget_old(&mut change, system).await?;
    access_log::remove_old(&mut change, system, security_log::KEPT).await?;
    outbox::remove_old(&mut change, system, DONE_KEPT).await?;
    portal.commit(change).await
}

pub(crate) async fn update_seen(change: &mut Change, actor: &Actor) -> Result<(), InternalError> {
    Ok(device::update_seen(change, actor.entered(), idle(actor.side()), absolute(actor.side())).await?)
}

/// A device that stays away for so long must come in anew.
const fn idle(side: Side) -> SignedDuration {
    match side {
        Side::Customer => SignedDuration::from_hours(24 * 30),
        Side::Supplier => SignedDuration::from_hours(12),
    }
}

/// A device must come in anew after so long, however often it is here.
const fn absolute(side: Side) -> SignedDuration {
    match side {
        Side::Customer => SignedDuration::from_hours(24 * 180),
        Side::Supplier => SignedDuration::from_hours(24 * 7),
    }
}

/// Lets a browser in for the person whose right it is, under a fresh secret. A browser that was not known is told to its owner, and to
/// the supplier's people where it is a member's. Whoever was in on it before is out, and a browser keeps what was once
/// proved on it.
pub(crate) async fn let_in(
    change: &mut Change,
    portal: &Portal,
    person: &Person,
    by: By,
    browser: &Browser<'_>,
) -> Result<Secret, InternalError> {
    let (secret, id, now) = (Secret::new(&*portal.rng), change.id::<DeviceId>(), change.now());
    let write = match by {
        By::Password(write) => write.let_in(),
        By::Link(write) | By::Code(write) => write.let_in(),
    };
    let before = browser.known_device.and_then(Secret::parse).map(|known| known.hash());
    let known = match &before {
        Some(before) => device::find_known(change, person.id, before, now).await?,
        None => None,
    };
    if let Some(before) = &before {
        device::remove_replaced(change, &write, before).await?;
    }
    let proved_at = match by {
        By::Password(_) | By::Code(_) => Some(now),
        By::Link(_) => known.and_then(|known| known.proved_at),
    };
    let device = device::NewDevice {
        id,
        secret_hash: secret.hash(),
        label: label(browser.label),
        proved_at,
        ends_at: now + idle(person.side),
        browser: known.map(|known| known.browser),
    };
    device::insert(change, &write, &device).await?;
    let kind = if matches!(by, By::Password(_)) { SecurityKind::SignIn } else { SecurityKind::LinkOpened };
    security_log::from(change, browser.address, kind, person.id).await?;
    if known.is_none() {
        tell_of(change, person, id).await?;
    }
    Ok(secret)
}

async fn tell_of(change: &mut Change, owner: &Person, device: DeviceId) -> Result<(), InternalError> {
    job::enqueue(change, &Job::NewDeviceMail { device }, Some(owner.id), SignedDuration::ZERO).await?;
    if owner.side == Side::Customer {
        record_in_every_customer(change, owner, EventKind::DeviceLetIn).await?;
    }
    Ok(())
}

/// What happened to a member's devices: the supplier's people may know, other members may not.
pub(crate) async fn record_in_every_customer(change: &mut Change, member: &Person, kind: EventKind) -> Result<(), InternalError> {
    for (customer, _) in person::list_customers(change, member.id).await? {
        let object = (ObjectKind::Person, member.id.0);
        let happened = event(change, customer, member.id, kind, object, &member.name, Audience::Internal);
        change.record(happened).await?;
    }
    Ok(())
}

fn label(typed: &str) -> String {
    let line: String = typed.chars().take(LABEL_LIMIT).collect();
    Line::parse(&line).map_or_else(|_| "?".to_owned(), |line| line.as_str().to_owned())
}
