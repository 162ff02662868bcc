//! Members of a customer as staff keeps them.

mod add;
mod change;
mod form;
mod remove;

pub use add::{AddedMember, add_member};
pub use change::change_member;
#[cfg(test)]
pub(crate) use form::Scopes;
pub use form::{AddMemberForm, ChangeMemberForm};
pub use remove::remove_member;

use crate::{
    InternalError, Portal, account_admin,
    record::record,
    undelivered::{self, UndeliveredView},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, MembershipId},
    person::{Device, Membership, Person, PersonalLink, Scope},
};
use coplan_store::{
    Change, StoreError,
    access::{AccountAdmin, Actor},
    device, membership, personal_link,
};

/// A member with its links and devices, for staff.
#[derive(Debug, Clone)]
pub struct MemberAdminView {
    /// The member.
    pub membership: Membership,
    /// Its links, newest first, those that hold no more as well.
    pub links: Vec<PersonalLink>,
    /// Its live devices, last seen first.
    pub devices: Vec<Device>,
    /// Whether the reader sees every customer that it is a member of, and so may change how it comes in.
    pub reaches_all: bool,
    /// Mail to it that did not arrive.
    pub undelivered: Vec<UndeliveredView>,
}

/// A member for its customer's keepers; none where it is not yours or not there.
pub async fn show_for_staff(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MembershipId,
) -> Result<Option<MemberAdminView>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(admin) = account_admin::find(&mut conn, actor, customer).await? else { return Ok(None) };
    let Some(membership) = membership::find(&mut conn, admin.people, id).await? else { return Ok(None) };
    let person = membership.person.id;
    let reaches_all = match actor.staff() {
        Some(staff) => membership::reaches_all(&mut conn, staff, person).await?,
        None => false,
    };
    // By which links and on which devices it comes in to others is not this reader's to know.
    let (links, devices) = if reaches_all {
        (personal_link::list(&mut conn, person).await?, device::list(&mut conn, person, portal.clock.now()).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    Ok(Some(MemberAdminView {
        links,
        devices,
        reaches_all,
        undelivered: undelivered::list_of(&mut conn, admin, person).await?,
        membership,
    }))
}

/// Who belongs to the customer may be known to those of its members who may see its people.
async fn record_of(change: &mut Change, admin: &AccountAdmin, member: &Person, kind: EventKind) -> Result<(), StoreError> {
    let (object, audience) = ((ObjectKind::Person, member.id.0), Audience::Scope(Scope::People));
    record(change, admin, kind, object, &member.name, audience).await
}
