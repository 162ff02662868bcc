//! A customer with its members and how each comes in, for staff.

use crate::{
    InternalError, Portal, account_admin,
    portal::access_to,
    undelivered::{self, UndeliveredView},
};
use coplan_domain::{customer::Customer, id::CustomerId, person::Membership, person::StaffPerson};
use coplan_store::{
    Conn,
    access::{Actor, InternalScope, PeopleScope, PlanScope},
    customer::{self, CustomerInternal},
    device, membership, person, personal_link, responsibility,
};

pub use coplan_store::personal_link::OpenLinks;

/// A customer as the supplier's people see it.
#[derive(Debug, Clone)]
pub struct CustomerAdminView {
    /// Its details.
    pub customer: Customer,
    /// What only the supplier's people know.
    pub internal: CustomerInternal,
    /// Who has it; none where that person has left by other means.
    pub responsible: Option<StaffPerson>,
    /// Its members, by name.
    pub members: Vec<MemberEntry>,
}

/// A member and how it comes in.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    /// The member.
    pub membership: Membership,
    /// Its links that hold; none where there is none.
    pub links: Option<OpenLinks>,
    /// How many live devices it has.
    pub devices: i64,
    /// What of its mail did not arrive.
    pub undelivered: Vec<UndeliveredView>,
}

/// The customer for its keepers; none where it is not yours or not there.
pub async fn show_for_staff(portal: &Portal, actor: &Actor, id: CustomerId) -> Result<Option<CustomerAdminView>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(admin) = account_admin::find(&mut conn, actor, id).await? else { return Ok(None) };
    read(portal, &mut conn, admin.plan, admin.internal, admin.people).await.map(Some)
}

/// The customer for any of the supplier's people, who may have it or stand in for whoever has it; none for members and
/// where it is not there.
pub async fn show_for_colleague(
    portal: &Portal,
    actor: &Actor,
    id: CustomerId,
) -> Result<Option<CustomerAdminView>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(access) = access_to(&mut conn, actor, id).await? else { return Ok(None) };
    let Some((internal, people)) = access.internal.zip(access.people) else { return Ok(None) };
    read(portal, &mut conn, access.plan, internal, people).await.map(Some)
}

async fn read(
    portal: &Portal,
    conn: &mut Conn,
    plan: PlanScope,
    internal: InternalScope,
    people: PeopleScope,
) -> Result<CustomerAdminView, InternalError> {
    let now = portal.clock.now();
    let links = personal_link::count(conn, internal, now).await?;
    let devices = device::count(conn, internal, now).await?;
    let mut undelivered = undelivered::list_of_customer(conn, internal).await?;
    let members = membership::list(conn, people).await?.into_iter().map(|membership| MemberEntry {
        links: links.get(&membership.person.id).copied(),
        devices: devices.get(&membership.person.id).copied().unwrap_or(0),
        undelivered: undelivered.remove(&membership.person.id).unwrap_or_default(),
        membership,
    });
    let members = members.collect();
    let responsible = match responsibility::find(conn, plan, plan.customer().0).await? {
        Some(staff) => person::find_staff(conn, staff).await?,
        None => None,
    };
    Ok(CustomerAdminView {
        customer: customer::find(conn, plan).await?,
        internal: customer::find_internal(conn, internal).await?,
        responsible,
        members,
    })
}
