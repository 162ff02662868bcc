//! A link made from the console of the machine, for when nobody can be asked by a page.

use super::{Created, LINK_LASTS, address};
use crate::{
    Error, Portal,
    form::parse_email,
    portal::event,
    secret::Secret,
    security_log::{self, CONSOLE, SecurityKind},
};
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    id::LinkId,
    person::Side,
};
use coplan_store::{access::System, person, personal_link};

/// Makes a link for the member with this address, to be shown once. Whoever is at the console may do everything; never
/// to be reached from the network. It is kept as the member's own wish, and told to the supplier's people as nobody's.
pub async fn create_from_console(portal: &Portal, system: &System, email: &str) -> Result<Created, Error> {
    let email = parse_email(email).map_err(|_| Error::NotFound)?;
    let mut change = portal.change().await?;
    let found = person::find_by_email(&mut change, email.as_str()).await?;
    let member = found.filter(|person| person.side == Side::Customer).ok_or(Error::NotFound)?;
    let customers = person::list_customers(&mut change, member.id).await?;
    if customers.is_empty() {
        return Err(Error::NotFound);
    }
    let entry = system.entry_of(&change, member.id);
    let (id, secret, expires_at) = (change.id::<LinkId>(), Secret::new(&*portal.rng), change.now() + LINK_LASTS);
    personal_link::insert(&mut change, &entry, id, Some(&secret.hash()), expires_at).await?;
    security_log::from(&mut change, CONSOLE, SecurityKind::LinkMade, member.id).await?;
    for (customer, _) in customers {
        let object = (ObjectKind::Person, member.id.0);
        let happened = event(&change, customer, member.id, EventKind::LinkCreated, object, &member.name, Audience::Internal);
        change.record(Event { actor: None, ..happened }).await?;
    }
    portal.commit(change).await?;
    Ok(Created { id, address: address(portal, &secret), expires_at })
}
