//! What stands around every page of a customer: its name, who has it, and which rooms the reader may enter.

pub use coplan_store::plan_head::Room;

use crate::{
    InternalError, Portal,
    responsible::{self, ResponsibleView},
    view_cache::Moment,
};
use coplan_domain::{
    id::CustomerId,
    person::{Scope, Side},
};
use coplan_store::{
    Conn,
    access::{Access, Actor},
    plan_head::{self, PlanHead},
};
use jiff::Timestamp;
use std::sync::Arc;

/// What stands around every page of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerLayoutView {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader is a member of other customers as well, and may change to one.
    pub several: bool,
    /// Who has the customer now.
    pub responsible: ResponsibleView,
    /// The rooms that the reader may enter, by the scope that opens them. Members find those for meetings and
    /// goals once there is one that they see.
    pub rooms: Vec<Scope>,
    /// Whether there is something to find among what is known of the customer; to the supplier's people always.
    pub has_knowledge: bool,
    /// The other rooms in which there is something for the reader; the supplier's people enter them all.
    pub filled: Vec<Room>,
}

/// What stands around this customer's pages; none where the reader may not see the customer.
pub async fn show(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
) -> Result<Option<Arc<CustomerLayoutView>>, InternalError> {
    let mut reading = portal.db.reading();
    let Some(access) = reading.access(actor, customer).await? else { return Ok(None) };
    let moment = portal.moment(actor);
    let read = async || find_head(portal, reading.conn().await?, &access, moment).await;
    let (key, state) = ((actor.person(), customer), (access.state(), moment.today));
    portal.memory.frames.find_or(key, state, moment.now, read).await.map(Some)
}

/// The same for a page that has proved its access and reads on one connection.
pub(crate) async fn find(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    access: &Access,
) -> Result<Arc<CustomerLayoutView>, InternalError> {
    let moment = portal.moment(actor);
    let read = async || find_head(portal, conn, access, moment).await;
    let (key, state) = ((actor.person(), access.customer()), (access.state(), moment.today));
    portal.memory.frames.find_or(key, state, moment.now, read).await
}

/// Read from the database, with the moment until which it is good if nothing happens.
async fn find_head(
    portal: &Portal,
    conn: &mut Conn,
    access: &Access,
    moment: Moment,
) -> Result<(CustomerLayoutView, Timestamp), InternalError> {
    let head = plan_head::find(conn, access.plan).await?;
    Ok((read(portal, conn, access, head, moment).await?, Timestamp::MAX))
}

/// The same for a page that has read the plan's head.
pub(crate) async fn read(
    portal: &Portal,
    conn: &mut Conn,
    access: &Access,
    head: PlanHead,
    moment: Moment,
) -> Result<CustomerLayoutView, InternalError> {
    let customer = access.customer();
    let is_empty = |scope: Scope| match scope {
        Scope::Meetings => !head.filled.contains(&Room::Meetings),
        Scope::Goals => !head.filled.contains(&Room::Goals),
        Scope::Plan | Scope::Money | Scope::Discussion | Scope::People => false,
    };
    let has_knowledge = head.filled.contains(&Room::Knowledge);
    let may_enter = |scope: &Scope| access.has(*scope) && (access.internal.is_some() || !is_empty(*scope));
    let rooms = Scope::ALL.iter().copied().filter(may_enter).collect();
    Ok(CustomerLayoutView {
        customer,
        name: head.name,
        side: access.plan.side(),
        several: head.several,
        responsible: responsible::find_of(portal, conn, access, head.responsible, moment).await?,
        rooms,
        has_knowledge: access.internal.is_some() || has_knowledge,
        filled: head.filled,
    })
}

impl CustomerLayoutView {
    /// Whether the reader finds this room, which no scope opens.
    #[must_use]
    pub fn finds(&self, room: Room) -> bool {
        self.side == Side::Supplier || self.filled.contains(&room)
    }

    /// Whether the reader may enter the room that this scope opens.
    #[must_use]
    pub fn has_room(&self, scope: Scope) -> bool {
        self.rooms.contains(&scope)
    }
}
