//! The demo: a supplier with three customers, made through the same use cases that people use, on a clock that runs
//! through the weeks before today. Errors are sentences for the person who started it.

mod bank;
mod birch;
mod builder;
mod clock;
mod harbour;
mod history;
mod invoice;
mod lakeside;
mod riverbend;
mod staff;
mod talk;

pub use builder::{ALL, Company, DemoBuilder, Someone, told};
pub use invoice::{Bill, Row, written};
pub use staff::{Colleagues, find_or_add as find_or_add_staff};

use coplan_app::links::plan;
use coplan_domain::id::{CustomerId, LinkId, MembershipId};
use coplan_store::{Conn, Db, access::Actor, files::Files, person};
use coplan_usecases::{
    Portal, Settings, System, customer, personal_link,
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
    /// Its colleagues' addresses with what each of them is at work; the password is the same.
    pub colleagues: Vec<(&'static str, &'static str)>,
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

/// A demo in a database.
pub struct Demo {
    /// Makes more of it.
    pub builder: DemoBuilder,
    /// The supplier's people, signed in.
    pub colleagues: Colleagues,
    /// Who gets a personal link.
    pub guests: Vec<Guest>,
    /// The customers whose plans are full.
    pub plans: Vec<CustomerId>,
    password: String,
}

impl Demo {
    /// Makes the demo where it is not there yet, and gives its staff a new password.
    ///
    /// # Errors
    /// Where the database cannot be written, or is somebody's real one.
    pub async fn open(db: Db, files: Files, settings: Settings, system: System) -> Told<Self> {
        verify_own(&db).await?;
        let password = staff::new_password();
        let builder = DemoBuilder::new(db, files, settings, system);
        let colleagues = find_or_add_staff(&builder, &password).await?;
        let guests = guests(&builder, &colleagues).await?;
        let plans = guests.iter().map(|guest| guest.customer).collect();
        Ok(Self { builder, colleagues, guests, plans, password })
    }

    /// Makes a fresh way in for everybody, and a portal on the machine's own clock.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub async fn keys(self) -> Told<(Portal, Keys)> {
        let Portal { db, files, settings, .. } = &self.builder.portal;
        let portal = Portal::new(db.clone(), files.clone(), Arc::new(SystemClock), Arc::new(SystemRng), (**settings).clone());
        let mut links = Vec::new();
        for guest in self.guests {
            let id: LinkId = coplan_domain::system::new_ulid(portal.clock.now(), &*portal.rng).into();
            let made = personal_link::create(&portal, &self.colleagues.mikko, guest.customer, guest.membership, id)
                .await
                .map_err(|error| error.to_string())?;
            let url = made.address.expose().to_owned();
            links.push(LinkKey { person: guest.name, customer: guest.company, email: guest.email, url });
        }
        let plans = self.plans.iter().map(|customer| plan::show(*customer)).collect();
        let colleagues = staff::OTHERS.to_vec();
        Ok((portal, Keys { staff: StaffKey { email: staff::MIKKO, password: self.password }, colleagues, links, plans }))
    }
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
async fn guests(builder: &DemoBuilder, colleagues: &Colleagues) -> Told<Vec<Guest>> {
    riverbend::tell(builder, colleagues).await?;
    Ok(vec![
        lakeside::tell(builder, colleagues).await?,
        harbour::tell(builder, colleagues).await?,
        birch::tell(builder, colleagues).await?,
    ])
}

/// The guest of a story that was told before.
///
/// # Errors
/// Where the database cannot be read.
pub async fn find_guest(builder: &DemoBuilder, by: &Actor, company: &Company, someone: &Someone) -> Told<Option<Guest>> {
    let mut conn = told(builder.portal.db.read().await)?;
    let Some(customer) = find_customer(&mut conn, someone.email).await? else { return Ok(None) };
    drop(conn);
    let membership = find_membership(builder, by, customer, someone.email).await?;
    Ok(membership.map(|membership| Guest::new(customer, company, membership, someone)))
}

/// The customer of the member with this address, where there is one.
///
/// # Errors
/// Where the database cannot be read.
pub async fn find_customer(conn: &mut Conn, email: &str) -> Told<Option<CustomerId>> {
    let Some(person) = told(person::find_by_email(conn, email).await)? else { return Ok(None) };
    Ok(told(person::list_customers(conn, person.id).await)?.first().map(|(customer, _)| *customer))
}

/// The membership of the member with this address in the customer.
///
/// # Errors
/// Where the database cannot be read.
pub async fn find_membership(builder: &DemoBuilder, by: &Actor, customer: CustomerId, email: &str) -> Told<Option<MembershipId>> {
    let Some(view) = told(customer::show_for_staff(&builder.portal, by, customer).await)? else { return Ok(None) };
    Ok(view.members.into_iter().map(|entry| entry.membership).find(|one| one.person.email == email).map(|one| one.id))
}
