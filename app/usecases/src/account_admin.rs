//! Who keeps a customer's plan, as proof for the deeds of administration.

use crate::{InternalError, portal::access_to};
use coplan_domain::{
    id::{CustomerId, MembershipId, PersonId},
    person::{Membership, Person},
};
use coplan_store::{
    Change, Conn,
    access::{Access, Actor, InternalScope, MoneyScope, PeopleScope, PlanScope, Staff},
    membership, person,
};

/// An admin or key account manager at one customer.
pub(crate) struct AccountAdmin<'a> {
    pub(crate) staff: &'a Staff,
    pub(crate) plan: PlanScope,
    pub(crate) internal: InternalScope,
    pub(crate) people: PeopleScope,
    pub(crate) money: MoneyScope,
}

impl AccountAdmin<'_> {
    pub(crate) fn person(&self) -> PersonId {
        self.staff.entered().person()
    }

    pub(crate) fn customer(&self) -> CustomerId {
        self.plan.customer()
    }
}

/// The actor as the customer's keeper; none where there is no such customer or the actor keeps no plans.
pub(crate) async fn find<'a>(
    conn: &mut Conn,
    actor: &'a Actor,
    customer: CustomerId,
) -> Result<Option<AccountAdmin<'a>>, InternalError> {
    let Some(staff) = actor.staff().filter(|staff| staff.keeps_plans()) else { return Ok(None) };
    let access = access_to(conn, actor, customer).await?;
    Ok(access.and_then(|access: Access| {
        let Access { plan, .. } = access;
        Some(AccountAdmin { staff, plan, internal: access.internal?, people: access.people?, money: access.money? })
    }))
}

/// The same together with one of the customer's members.
pub(crate) async fn find_with_member<'a>(
    conn: &mut Conn,
    actor: &'a Actor,
    customer: CustomerId,
    id: MembershipId,
) -> Result<Option<(AccountAdmin<'a>, Person)>, InternalError> {
    let Some(admin) = find(conn, actor, customer).await? else { return Ok(None) };
    let member = membership::find(conn, admin.people, id).await?;
    Ok(member.map(|member| (admin, member.person)))
}

/// The same with the member held until the change is over: its memberships and ways in are changed by one at a time.
pub(crate) async fn lock_with_member<'a>(
    change: &mut Change,
    actor: &'a Actor,
    customer: CustomerId,
    id: MembershipId,
) -> Result<Option<(AccountAdmin<'a>, Membership)>, InternalError> {
    let Some((admin, member)) = find_with_member(change, actor, customer, id).await? else { return Ok(None) };
    person::lock(change, member.id).await?;
    // Once more: another may have changed it while this waited.
    let member = membership::find(change, admin.people, id).await?;
    Ok(member.map(|member| (admin, member)))
}
