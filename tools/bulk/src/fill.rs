//! Customers in bulk, for measuring whether a page's work grows with the database around it.

#[cfg(test)]
pub mod tests;

use crate::{seeded_rng::SeededRng, story::Story, talk::Matter, who, words};
use coplan_demo::{Colleagues, Demo, DemoBuilder, Guest, Told, find_customer, find_membership, told};
use coplan_domain::{
    id::{CustomerId, PersonId},
    person::{Language, Person, Scope, Side, StaffRole},
};
use coplan_store::{
    Change,
    bulk_load::{self, Past},
    person,
};

/// The messages of a full plan.
const FULL: usize = 40;
/// The most plans that are full: enough for a measurement of some seconds that asks for none twice.
const MOST_FULL: usize = 12_000;
/// How many customers one of the supplier's people has.
const KEPT: usize = 100;
/// How many customers are kept in one transaction.
const BATCH: usize = 250;

const EVERY_SCOPE: &[Scope] = Scope::ALL;
const SOME_SCOPES: &[Scope] = &[Scope::Plan, Scope::Discussion];

/// How much there is to be.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// How many customers. The first ones have full plans.
    pub customers: usize,
    /// How many messages altogether.
    pub messages: usize,
}

impl Size {
    /// What was asked for.
    pub fn of(customers: u32, messages: u32) -> Self {
        let of = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
        Self { customers: of(customers), messages: of(messages) }
    }

    /// How many plans are full.
    pub fn full(self) -> usize {
        self.customers.min(self.messages / FULL).min(MOST_FULL)
    }

    /// How many messages the customer at this place has. What full plans leave is shared by the others; where there
    /// are no others, by the full ones.
    fn messages_at(self, index: usize) -> usize {
        let (full, rest) = (self.full(), self.messages - self.full() * FULL);
        let share = |place: usize, among: usize| rest / among + usize::from(place < rest % among);
        if full == self.customers {
            FULL + share(index, full)
        } else if index < full {
            FULL
        } else {
            share(index - full, self.customers - full)
        }
    }
}

/// Adds the customers to a demo: its plans become the full ones of theirs, and the member of the first gets a link.
pub async fn add_to(demo: &mut Demo, size: Size) -> Told<()> {
    demo.plans = fill(&demo.builder, &demo.colleagues, size).await?;
    let first = guest(&demo.builder, &demo.colleagues, size, &demo.plans).await?;
    demo.guests.splice(..0, first);
    Ok(())
}

/// Adds the customers where they are not there yet, and gives those with full plans.
async fn fill(builder: &DemoBuilder, by: &Colleagues, size: Size) -> Told<Vec<CustomerId>> {
    let mut conn = told(builder.portal.db.read().await)?;
    let is_there = find_customer(&mut conn, &who::at(size, 0).email).await?.is_some();
    drop(conn);
    if !is_there {
        add(builder, by, size).await?;
    }
    list_full(builder, size).await
}

/// The member of the first full plan.
async fn guest(builder: &DemoBuilder, by: &Colleagues, size: Size, full: &[CustomerId]) -> Told<Option<Guest>> {
    let Some(customer) = full.first().copied() else { return Ok(None) };
    let who = who::at(size, 0);
    let membership = find_membership(builder, &by.mikko, customer, &who.email).await?;
    let (company, name, email) = (who.company.into(), who.member.into(), who.email.into());
    Ok(membership.map(|membership| Guest { customer, company, membership, name, email }))
}

/// The customers with full plans, which must all be there, as well as the last customer of all.
async fn list_full(builder: &DemoBuilder, size: Size) -> Told<Vec<CustomerId>> {
    const OTHERS: &str = "the bulk customers here were made with other numbers, or not to the end: begin with an empty database";
    let mut conn = told(builder.portal.db.read().await)?;
    let mut full = Vec::new();
    for index in (0..size.full()).chain([size.customers - 1]) {
        full.push(find_customer(&mut conn, &who::at(size, index).email).await?.ok_or(OTHERS)?);
    }
    full.truncate(size.full());
    Ok(full)
}

async fn add(builder: &DemoBuilder, by: &Colleagues, size: Size) -> Told<()> {
    let keepers = keepers(builder, by, size).await?;
    let files = told(builder.portal.files.without_sync())?;
    builder.go(0, 0);
    for first in (0..size.customers).step_by(BATCH) {
        let end = (first + BATCH).min(size.customers);
        let mut change = told(builder.portal.change().await)?;
        let mut past = Past::default();
        for index in first..end {
            tell(&mut past, &change, size, index, keepers[index / KEPT])?;
        }
        in_order(&mut past);
        told(bulk_load::insert(&mut change, &builder.system, &files, by.mikko.person(), &past).await)?;
        told(builder.portal.commit(change).await)?;
        if first * 10 / size.customers != end * 10 / size.customers {
            eprintln!("{end} of {} customers are there", size.customers);
        }
    }
    Ok(())
}

/// The supplier's people who have the customers, each so many. Those who are added for it cannot sign in: they have no
/// password.
async fn keepers(builder: &DemoBuilder, by: &Colleagues, size: Size) -> Told<Vec<PersonId>> {
    let mut keepers = vec![by.mikko.person(), by.saara.person()];
    builder.go(365, 0);
    let mut change = told(builder.portal.change().await)?;
    for place in keepers.len()..size.customers.div_ceil(KEPT) {
        let name = who::person(place);
        let keeper = Person {
            id: change.id(),
            side: Side::Supplier,
            email: format!("{}.{place}@northline.example", who::mailbox(&name)),
            name,
            phone: Some(format!("+358 40 555 {place:04}")),
            language: Language::En,
            time_zone: "Europe/Helsinki".to_owned(),
        };
        told(person::insert(&mut change, &builder.system, &keeper).await)?;
        let (role, title, speaks) = (StaffRole::Manager, "Key account manager", [Language::Fi, Language::Sv, Language::En]);
        told(person::insert_staff(&mut change, &builder.system, keeper.id, role, title, &speaks, "").await)?;
        keepers.push(keeper.id);
    }
    told(builder.portal.commit(change).await)?;
    Ok(keepers)
}

/// What happened to the customer at this place.
fn tell(past: &mut Past, change: &Change, size: Size, index: usize, keeper: PersonId) -> Told<()> {
    let (who, messages, rng) = (who::at(size, index), size.messages_at(index), SeededRng::new(index));
    if index < size.full() {
        let mut story = Story::new(past, change, rng, &who, keeper, 15);
        story.begin(EVERY_SCOPE);
        let projects = story.projects(3, 4, 4);
        let invoice = story.bills()?;
        let milestone = |project: usize, place: usize| Matter::Milestone(projects[project].0, projects[project].1[place]);
        let project = |place: usize| Matter::Project(projects[place].0);
        let matters = [project(0), Matter::Plan, milestone(1, 0), project(2), Matter::Invoice(invoice), milestone(0, 3)];
        story.threads(&matters, messages);
        story.visit();
    } else {
        let mut story = Story::new(past, change, rng, &who, keeper, 300);
        story.begin(SOME_SCOPES);
        let projects = story.projects(1, 1, 1);
        if messages > 0 {
            let days = (story.since - 4).min(3 + story.rng.some(60));
            let title = story.rng.one(&words::THREADS);
            story.thread(Matter::Project(projects[0].0), title, days, messages, false);
        }
    }
    Ok(())
}

/// As it would have come to be kept: one customer's rows lie among those of others, and are read from as many places.
fn in_order(past: &mut Past) {
    past.reports.sort_by_key(|one| one.at);
    past.invoices.sort_by_key(|one| one.at);
    past.payments.sort_by_key(|one| one.at);
    past.threads.sort_by_key(|one| one.at);
    past.messages.sort_by_key(|one| one.at);
    past.events.sort_by_key(|one| one.at);
}
