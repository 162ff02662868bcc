//! Changing who a member is, what it is called at work and what it may see.

use super::{
    form::{ChangeMemberForm, ReadMember},
    record,
};
use crate::{
    InternalError, Portal, account_admin,
    form::{FieldProblem, Parse, Problem},
    merge, security_notice,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::{DeviceEnd, Membership, Person, Scope},
};
use coplan_store::{StoreError, access::Actor, device, membership, personal_link, undelivered};

/// Why a member is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeMemberError {
    /// Not yours or not there.
    #[error("not found")]
    NotFound,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// Somebody else has changed it since.
    #[error("changed by somebody else")]
    Stale(Box<Membership>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChangeMemberError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Changes a member's title and scopes in one customer, and its name, address and language everywhere. It holds at the
/// member's next request, together with what others have changed since.
///
/// With another address the links and devices end: whoever reads the earlier mailbox may be somebody else.
///
/// # Errors
/// [`ChangeMemberError`].
pub async fn change_member(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MembershipId,
    form: &ChangeMemberForm,
) -> Result<(), ChangeMemberError> {
    let mut change = portal.change().await?;
    let found = account_admin::lock_with_member(&mut change, actor, customer, id).await?;
    let (admin, present) = found.ok_or(ChangeMemberError::NotFound)?;
    form.parse().map_err(ChangeMemberError::Invalid)?;
    let merged = merge::merged(form, &ChangeMemberForm::of(&present)).and_then(|form| form.parse().ok());
    let ReadMember { name, email, language, title, scopes } =
        merged.ok_or_else(|| ChangeMemberError::Stale(Box::new(present.clone())))?;
    // What the form does not offer it does not take away either.
    let unseen = present.scopes.iter().copied().filter(|scope| !Scope::OFFERED.contains(scope));
    let scopes: Vec<Scope> = scopes.0.into_iter().chain(unseen).collect();
    if !membership::update(&mut change, admin.internal, id, title.as_str(), &scopes, present.version).await? {
        return Err(ChangeMemberError::Stale(Box::new(present)));
    }
    let before = &present.person;
    let person = Person { name: name.into(), email: email.into(), language, ..before.clone() };
    if person != *before {
        membership::update_person(&mut change, admin.internal, id, &person).await.map_err(|error| {
            let taken = FieldProblem { field: "email", problem: Problem::Taken };
            if error.is_taken() { ChangeMemberError::Invalid(vec![taken]) } else { error.into() }
        })?;
    }
    if person.email != before.email {
        personal_link::revoke_all(&mut change, person.id, admin.person()).await?;
        device::remove_all(&mut change, person.id, None, admin.person(), DeviceEnd::Ended).await?;
        undelivered::settle(&mut change, person.id).await?;
        security_notice::tell_of_new_address(&mut change, before).await?;
    }
    record(&mut change, &admin, &person, EventKind::MemberChanged).await?;
    portal.commit(change).await?;
    Ok(())
}
