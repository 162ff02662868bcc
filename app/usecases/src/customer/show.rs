//! A customer with its members and how each comes in, for staff.

use crate::{Fault, Portal, keeper};
use coplan_domain::{customer::Customer, id::CustomerId, person::Membership, person::StaffPerson};
use coplan_store::{
    access::Actor,
    customer::{self, CustomerInternal},
    device, membership, person, personal_link, responsibility,
};

pub use coplan_store::personal_link::OpenLinks;

/// A customer as its keepers see it.
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
}

/// The customer for its keepers; none where it is not yours or not there.
///
/// # Errors
/// [`Fault`] where the database cannot be read.
pub async fn show_for_staff(portal: &Portal, actor: &Actor, id: CustomerId) -> Result<Option<CustomerAdminView>, Fault> {
    let (mut conn, now) = (portal.db.read().await?, portal.clock.now());
    let Some(keeper) = keeper::find(&mut conn, actor, id).await? else { return Ok(None) };
    let links = personal_link::count(&mut conn, keeper.internal, now).await?;
    let devices = device::count(&mut conn, keeper.internal, now).await?;
    let members = membership::list(&mut conn, keeper.people).await?.into_iter().map(|membership| MemberEntry {
        links: links.get(&membership.person.id).copied(),
        devices: devices.get(&membership.person.id).copied().unwrap_or(0),
        membership,
    });
    let members = members.collect();
    let responsible = match responsibility::find_at(&mut conn, keeper.plan, id.0, now).await? {
        Some(staff) => person::find_staff(&mut conn, staff).await?,
        None => None,
    };
    Ok(Some(CustomerAdminView {
        customer: customer::find(&mut conn, keeper.plan).await?,
        internal: customer::find_internal(&mut conn, keeper.internal).await?,
        responsible,
        members,
    }))
}
