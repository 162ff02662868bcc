//! Letting the person in whose reply came by email, for as long as it takes to post it.

use crate::{InternalError, Portal, secret::Secret};
use coplan_domain::{id::PersonId, person::DeviceEnd};
use coplan_store::{
    access::{self, Actor, System},
    device, person,
};
use jiff::SignedDuration;

/// How long that lasts at most.
const LASTS: SignedDuration = SignedDuration::from_mins(10);

/// Lets a person in; none where it has left. Nobody has the secret of that session.
pub(super) async fn enter(portal: &Portal, system: &System, of: PersonId) -> Result<Option<Actor>, InternalError> {
    let mut change = portal.change_touched().await?;
    if person::find(&mut change, of).await?.is_none() {
        return Ok(None);
    }
    let (secret_hash, now) = (Secret::new(&*portal.rng).hash(), change.now());
    let device = device::NewDevice {
        id: change.id(),
        secret_hash: secret_hash.clone(),
        label: "email".to_owned(),
        proved_at: Some(now),
        ends_at: now + LASTS,
        browser: None,
    };
    let let_in = system.let_in(&change, of);
    device::insert(&mut change, &let_in, &device).await?;
    portal.commit(change).await?;
    Ok(access::authenticate(&mut *portal.db.read().await?, &secret_hash, now).await?)
}

/// Ends what [`enter`] began.
pub(super) async fn leave(portal: &Portal, system: &System, actor: &Actor) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let entry = system.entry_of(&change, actor.person());
    device::remove(&mut change, &entry, actor.entered().device(), None, DeviceEnd::SignedOut).await?;
    portal.commit(change).await
}
