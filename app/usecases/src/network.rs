//! Who knows whom: the members and the supplier's people with what the reader may know of their contacts.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    contact::Contact,
    id::{CustomerId, PersonId},
    network::{Closeness, Tie, Touch, Way, is_named, ties},
    person::Side,
};
pub use coplan_store::network::Node;
use coplan_store::{
    access::Actor,
    contact,
    network::{self, Part},
};
use jiff::{civil::Date, tz::TimeZone};
use std::{collections::BTreeMap, sync::Arc};
use ulid::Ulid;

/// The most that is looked at of each kind, the latest of it.
const MOST: i64 = 2_000;

/// Who knows whom, as one reader may know it.
#[derive(Debug, Clone)]
pub struct NetworkView {
    /// What is around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The customer's people, by name.
    pub members: Vec<Node>,
    /// The supplier's people who were in contact with one of them, and whoever is responsible; by name.
    pub staff: Vec<Node>,
    /// What each two have in common, the latest contact first.
    pub ties: Vec<Tie>,
    /// Members with whom nobody was in contact recently; only for the supplier's people.
    pub alone: Option<Vec<Node>>,
    /// The reader's day.
    pub today: Date,
}

/// Shows who knows whom.
///
/// # Errors
/// [`Error::NotFound`], also for whoever may not know who the customer's people are, or reads no discussions.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<NetworkView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let (people, scope) = access.people.zip(access.discussion).ok_or(Error::NotFound)?;
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    let zone = TimeZone::get(actor.entered().time_zone()).unwrap_or(TimeZone::UTC);
    let today = portal.today(actor);
    let members = network::list_members(&mut conn, people).await?;
    let said = network::list_said(&mut conn, scope, access.money, MOST).await?;
    let met = match access.meetings {
        Some(meetings) => network::list_met(&mut conn, meetings, portal.clock.now(), MOST).await?,
        None => Vec::new(),
    };
    let recorded = contact::list(&mut conn, scope, MOST).await?;
    let mut known: Vec<PersonId> =
        said.iter().chain(&met).filter(|part| part.side == Side::Supplier).map(|part| part.person).collect();
    known.extend(recorded.iter().filter(|it| it.side == Side::Supplier).map(|it| it.author));
    known.push(layout.responsible.person);
    known.sort_unstable();
    known.dedup();
    let staff = network::list_staff(&mut conn, people, &known).await?;
    let mut touches = together(&said, Way::Discussion, &zone);
    touches.extend(together(&met, Way::Meeting, &zone));
    touches.extend(recorded.iter().flat_map(|it| named(it, &members, &staff)));
    touches
        .retain(|touch| members.iter().any(|member| member.id == touch.member) && staff.iter().any(|one| one.id == touch.staff));
    let ties = ties(touches, today);
    let alone = access.internal.map(|_| {
        let is_alone = |member: &&Node| !ties.iter().any(|tie| tie.member == member.id && tie.closeness() > Closeness::Past);
        members.iter().filter(is_alone).cloned().collect()
    });
    Ok(NetworkView { layout, members, staff, ties, alone, today })
}

/// What those have in common who took part in the same.
fn together(parts: &[Part], way: Way, zone: &TimeZone) -> Vec<Touch> {
    let mut by_what: BTreeMap<Ulid, (Vec<&Part>, Vec<&Part>)> = BTreeMap::new();
    for part in parts {
        let (members, staff) = by_what.entry(part.of).or_default();
        if part.side == Side::Customer { members.push(part) } else { staff.push(part) }
    }
    let pairs = by_what.into_values().flat_map(|(members, staff)| {
        members.into_iter().flat_map(move |member| staff.clone().into_iter().map(move |one| (member, one)))
    });
    let touch = |(member, staff): (&Part, &Part)| {
        let day = member.at.max(staff.at).to_zoned(zone.clone()).date();
        Touch { member: member.person, staff: staff.person, day, way }
    };
    pairs.map(touch).collect()
}

/// Who of the other side is named in a contact that somebody wrote down.
fn named(contact: &Contact, members: &[Node], staff: &[Node]) -> Vec<Touch> {
    let others = if contact.side == Side::Supplier { members } else { staff };
    let touch = |other: &Node| {
        let (member, staff) =
            if contact.side == Side::Supplier { (other.id, contact.author) } else { (contact.author, other.id) };
        Touch { member, staff, day: contact.said.day, way: contact.said.kind.into() }
    };
    others.iter().filter(|other| is_named(&contact.said.with_whom, &other.name)).map(touch).collect()
}
