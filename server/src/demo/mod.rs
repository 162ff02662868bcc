//! The demo: a supplier with three customers, told by the same deeds that people do, on a clock that runs through
//! the weeks before today.

mod birch;
mod clock;
mod harbour;
mod invoice;
mod lakeside;
mod staff;
mod teller;

use crate::demo::{
    staff::Colleagues,
    teller::{Company, Someone, Teller, told},
};
use coplan_domain::id::{CustomerId, LinkId, MembershipId};
use coplan_store::{Db, access::Actor, person};
use coplan_usecases::{
    Portal, Settings, customer,
    machine::{SystemChance, SystemClock},
    personal_link,
};
use serde::Serialize;
use std::sync::Arc;

/// Why the demo cannot be made, for whoever started it.
pub type Told<T> = Result<T, String>;

/// A person who gets a personal link.
pub struct Guest {
    /// Its customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub company: &'static str,
    /// Its membership.
    pub membership: MembershipId,
    /// Its name.
    pub name: &'static str,
    /// Its address.
    pub email: &'static str,
}

/// The ways in to a demo, for showing once.
#[derive(Debug, Serialize)]
pub struct Keys {
    /// The key account manager's.
    pub staff: StaffKey,
    /// One for each of the customers' people.
    pub links: Vec<LinkKey>,
    /// Addresses of full plans that staff can open.
    pub plans: Vec<String>,
}

/// How staff signs in.
#[derive(Debug, Serialize)]
pub struct StaffKey {
    /// The address.
    pub email: &'static str,
    /// The password, new at every start.
    pub password: String,
}

/// A personal link.
#[derive(Debug, Serialize)]
pub struct LinkKey {
    /// Whose.
    pub person: &'static str,
    /// Of which customer.
    pub customer: &'static str,
    /// Where its codes are mailed.
    pub email: &'static str,
    /// The whole address.
    pub url: String,
}

/// Tells the story where it has not been told yet, and makes new ways in.
pub async fn open(db: Db, settings: Settings) -> Told<(Portal, Keys)> {
    let password = staff::new_password();
    let teller = Teller::new(db.clone(), settings.clone());
    let colleagues = staff::find_or_add(&teller, &password).await?;
    let guests = guests(&teller, &colleagues).await?;
    let portal = Portal::new(db, Arc::new(SystemClock), Arc::new(SystemChance), settings);
    let mut links = Vec::new();
    for guest in &guests {
        let id: LinkId = coplan_domain::chance::new_ulid(portal.clock.now(), &*portal.chance).into();
        let made = personal_link::create_link(&portal, &colleagues.mikko, guest.customer, guest.membership, id)
            .await
            .map_err(|error| error.to_string())?;
        let url = made.address.expose().to_owned();
        links.push(LinkKey { person: guest.name, customer: guest.company, email: guest.email, url });
    }
    let plans = guests.iter().map(|guest| format!("/c/{}", guest.customer)).collect();
    Ok((portal, Keys { staff: StaffKey { email: staff::MIKKO, password }, links, plans }))
}

/// The customers' people, after their story was told.
async fn guests(teller: &Teller, colleagues: &Colleagues) -> Told<Vec<Guest>> {
    Ok(vec![
        lakeside::tell(teller, colleagues).await?,
        harbour::tell(teller, colleagues).await?,
        birch::tell(teller, colleagues).await?,
    ])
}

/// The guest of a story that was told before.
async fn known(teller: &Teller, by: &Actor, company: &Company, someone: &Someone) -> Told<Option<Guest>> {
    let mut conn = told(teller.portal.db.read().await)?;
    let Some(person) = told(person::find_by_email(&mut conn, someone.email).await)? else { return Ok(None) };
    let customers = told(person::list_customers(&mut conn, person.id).await)?;
    drop(conn);
    let Some((customer, _)) = customers.into_iter().find(|(_, name)| name == company.name) else { return Ok(None) };
    let Some(view) = told(customer::show_for_staff(&teller.portal, by, customer).await)? else { return Ok(None) };
    let entry = view.members.into_iter().find(|entry| entry.membership.person.id == person.id);
    Ok(entry.map(|entry| Guest {
        customer,
        company: company.name,
        membership: entry.membership.id,
        name: someone.name,
        email: someone.email,
    }))
}
