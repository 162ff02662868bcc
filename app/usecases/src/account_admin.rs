//! Who keeps a customer's plan, for reading what is shown to whoever administers it.

use crate::{InternalError, portal::access_to};
use coplan_domain::id::CustomerId;
use coplan_store::{
    Conn,
    access::{Access, Actor, InternalScope, PeopleScope, PlanScope, Staff},
};

/// What an admin or key account manager reads of one customer.
#[derive(Clone, Copy)]
pub(crate) struct AdminScopes {
    pub(crate) plan: PlanScope,
    pub(crate) internal: InternalScope,
    pub(crate) people: PeopleScope,
}

/// What the actor reads as the customer's keeper; none where there is no such customer or the actor keeps no plans.
pub(crate) async fn find(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<Option<AdminScopes>, InternalError> {
    if !actor.staff().is_some_and(Staff::keeps_plans) {
        return Ok(None);
    }
    let access = access_to(conn, actor, customer).await?;
    Ok(access.and_then(|access: Access| {
        let (internal, people) = access.internal.zip(access.people)?;
        Some(AdminScopes { plan: access.plan, internal, people })
    }))
}
