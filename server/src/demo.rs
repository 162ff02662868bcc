//! The demo: a supplier with three customers, told by the same deeds that people do, on a clock that runs through
//! the weeks before today.

mod birch;
mod bulk;
mod clock;
mod harbour;
mod invoice;
mod lakeside;
mod staff;
mod teller;

pub use bulk::Size;

use crate::demo::{
    staff::Colleagues,
    teller::{Company, Someone, Teller, told},
};
use coplan_app::links::plan;
use coplan_domain::id::{CustomerId, LinkId, MembershipId};
use coplan_store::{Conn, Db, access::Actor, files::Files, person};
use coplan_usecases::{
    Portal, Settings, customer, personal_link,
    system::{SystemClock, SystemRng},
};
use serde::Serialize;
use std::{borrow::Cow, sync::Arc};

/// Why the demo cannot be made, for whoever started it.
pub type Told<T> = Result<T, String>;

/// A person who gets a personal link.
pub struct Guest {
    /// Its customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub company: Cow<'static, str>,
    /// Its membership.
    pub membership: MembershipId,
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its address.
    pub email: Cow<'static, str>,
}

impl Guest {
    /// A member of a customer of the story.
    fn new(customer: CustomerId, company: &Company, membership: MembershipId, someone: &Someone) -> Self {
        let (company, name, email) = (company.name.into(), someone.name.into(), someone.email.into());
        Self { customer, company, membership, name, email }
    }
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
    pub person: Cow<'static, str>,
    /// Of which customer.
    pub customer: Cow<'static, str>,
    /// Where its codes are mailed.
    pub email: Cow<'static, str>,
    /// The whole address.
    pub url: String,
}

/// Tells the story where it has not been told yet, adds bulk customers where that is asked, and makes new ways in.
pub async fn open(db: Db, files: Files, settings: Settings, bulk: Option<Size>) -> Told<(Portal, Keys)> {
    verify_own(&db).await?;
    let password = staff::new_password();
    let teller = Teller::new(db.clone(), files.clone(), settings.clone());
    let colleagues = staff::find_or_add(&teller, &password).await?;
    let mut guests = guests(&teller, &colleagues).await?;
    let mut plans: Vec<_> = guests.iter().map(|guest| guest.customer).collect();
    if let Some(size) = bulk {
        plans = bulk::fill(&teller, &colleagues, size).await?;
        guests.splice(..0, bulk::guest(&teller, &colleagues, size, &plans).await?);
    }
    let portal = Portal::new(db, files, Arc::new(SystemClock), Arc::new(SystemRng), settings);
    let mut links = Vec::new();
    for guest in guests {
        let id: LinkId = coplan_domain::system::new_ulid(portal.clock.now(), &*portal.rng).into();
        let made = personal_link::create_link(&portal, &colleagues.mikko, guest.customer, guest.membership, id)
            .await
            .map_err(|error| error.to_string())?;
        let url = made.address.expose().to_owned();
        links.push(LinkKey { person: guest.name, customer: guest.company, email: guest.email, url });
    }
    let plans = plans.iter().map(|customer| plan::show(*customer)).collect();
    Ok((portal, Keys { staff: StaffKey { email: staff::MIKKO, password }, links, plans }))
}

/// Whether nobody's real work is there: the demo shows every mail to whoever asks, and gives its people new passwords.
///
/// Customers are there only through the supplier's people, and nobody real has an address under `.example` (RFC 2606).
async fn verify_own(db: &Db) -> Told<()> {
    let mut conn = told(db.read().await)?;
    match told(person::find_staff_beyond(&mut conn, staff::DOMAIN).await)? {
        None => Ok(()),
        Some(email) => Err(format!(
            "{email} is in this database, and no part of the demo; \
             run the demo in an empty folder, or with another database in COPLAN_DATABASE_URL"
        )),
    }
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
    let Some(customer) = find_customer(&mut conn, someone.email).await? else { return Ok(None) };
    drop(conn);
    let membership = find_membership(teller, by, customer, someone.email).await?;
    Ok(membership.map(|membership| Guest::new(customer, company, membership, someone)))
}

/// The customer of whoever has this address, where there is one.
async fn find_customer(conn: &mut Conn, email: &str) -> Told<Option<CustomerId>> {
    let Some(person) = told(person::find_by_email(conn, email).await)? else { return Ok(None) };
    Ok(told(person::list_customers(conn, person.id).await)?.first().map(|(customer, _)| *customer))
}

/// What whoever has this address is in the customer.
async fn find_membership(teller: &Teller, by: &Actor, customer: CustomerId, email: &str) -> Told<Option<MembershipId>> {
    let Some(view) = told(customer::show_for_staff(&teller.portal, by, customer).await)? else { return Ok(None) };
    Ok(view.members.into_iter().map(|entry| entry.membership).find(|one| one.person.email == email).map(|one| one.id))
}
