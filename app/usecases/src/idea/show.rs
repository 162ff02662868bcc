//! The ideas of a customer as either side sees them, one of them with all that came of it, and those of all own customers.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    truncate::truncate,
};
use coplan_domain::{
    id::{CustomerId, IdeaId, PersonId},
    idea::{Idea, IdeaLine, IdeaState},
    person::Side,
};
use coplan_store::{
    access::{Actor, Staff, may_write},
    idea,
};
use jiff::{Timestamp, civil::Date};
use std::{cmp::Reverse, sync::Arc};

/// The most ideas of all customers that are listed.
const MOST: usize = 200;
/// One more is read, so that it is known whether there are more.
const ONE_MORE: i64 = 201;

/// The ideas of a customer.
#[derive(Debug, Clone)]
pub struct IdeaList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What most support first, then the newest.
    pub ideas: Vec<Idea>,
    /// Who reads.
    pub reader: PersonId,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader may write ideas and support those of others.
    pub may_give: bool,
    /// Whether the reader may say how far an idea is, and invite to try it.
    pub may_decide: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// One idea.
#[derive(Debug, Clone)]
pub struct IdeaView {
    /// What its list says, without the ideas.
    pub list: IdeaList,
    /// The idea.
    pub idea: Idea,
}

/// The ideas of all customers that one of the supplier's people has.
#[derive(Debug, Clone)]
pub struct MineView {
    /// What most support first.
    pub ideas: Vec<IdeaLine>,
    /// Whether there are more.
    pub has_more: bool,
    /// The moment.
    pub now: Timestamp,
}

async fn find(portal: &Portal, actor: &Actor, customer: CustomerId, id: Option<IdeaId>) -> Result<IdeaList, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let mut ideas = match id {
        Some(id) => idea::find(&mut conn, access.plan, id).await?.into_iter().collect(),
        None => idea::list(&mut conn, access.plan).await?,
    };
    ideas.sort_by_key(|idea| Reverse(idea.supporters.len()));
    let now = portal.clock.now();
    let may_decide = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, now).await?,
        None => false,
    };
    Ok(IdeaList {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        ideas,
        reader: actor.person(),
        side: actor.side(),
        may_give: !actor.staff().is_some_and(Staff::only_reads),
        may_decide,
        today: portal.today(actor),
        now,
    })
}

/// Lists the ideas of a customer.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<IdeaList, Error> {
    find(portal, actor, customer, None).await
}

/// Shows an idea.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: IdeaId) -> Result<IdeaView, Error> {
    let mut list = find(portal, actor, customer, Some(id)).await?;
    let idea = list.ideas.pop().ok_or(Error::NotFound)?;
    Ok(IdeaView { list, idea })
}

/// Lists the ideas of a state, or all that are open, of the customers that the actor has or stands in for today.
///
/// # Errors
/// [`Error::NotFound`] for members.
pub async fn list_mine(portal: &Portal, actor: &Actor, state: Option<IdeaState>) -> Result<MineView, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let mut ideas = idea::list_for_staff(&mut conn, staff, portal.today(actor), state, ONE_MORE).await?;
    let has_more = truncate(&mut ideas, MOST);
    Ok(MineView { ideas, has_more, now: portal.clock.now() })
}
