//! Changing who a member is, what it is called at work and what it may see.

use super::{
    add::verify_gives,
    form::{ChangeMemberForm, ReadMember},
    record_of,
};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    merge,
    security_log::{self, SecurityKind},
    security_notice,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::{DeviceEnd, Membership, Person},
};
use coplan_store::{
    access::{Actor, MemberAdmin},
    device, membership, personal_link, undelivered,
};

/// Changes a member's title and scopes in one customer, and its name, address and language everywhere. It holds at the
/// member's next request, together with what others have changed since.
///
/// With another address the links and devices end: whoever reads the earlier mailbox may be somebody else.
pub async fn change_member(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MembershipId,
    form: &ChangeMemberForm,
) -> Result<(), Error<Membership>> {
    let mut change = portal.change().await?;
    let (write, present) = MemberAdmin::prove(&mut change, actor, customer, id).await?;
    form.parse()?;
    let merged = merge::merged(form, &ChangeMemberForm::of(&present)).and_then(|form| form.parse().ok());
    let ReadMember { name, email, language, title, scopes } = merged.ok_or_else(|| Error::stale(present.clone()))?;
    verify_gives(write.admin(), &present.scopes, &scopes.0)?;
    if !membership::update(&mut change, &write, title.as_str(), &scopes.0, present.version).await? {
        return Err(Error::stale(present));
    }
    let (mut had, mut has) = (present.scopes.clone(), scopes.0.clone());
    had.sort_unstable();
    has.sort_unstable();
    if had != has {
        security_log::by(&mut change, actor, SecurityKind::RoleChanged, Some(present.person.id)).await?;
    }
    let before = &present.person;
    let person = Person { name: name.into(), email: email.into(), language, ..before.clone() };
    if person != *before {
        // Its name and address are everywhere its own; whoever sees one of its customers alone does not change them.
        let entry = write.entry()?;
        if person.email != before.email {
            write.letting_in()?;
            personal_link::revoke_all(&mut change, &entry).await?;
            device::remove_all(&mut change, &entry, None, DeviceEnd::Ended).await?;
            undelivered::settle(&mut change, &entry).await?;
            security_notice::tell_of_new_address(&mut change, before).await?;
            security_log::by(&mut change, actor, SecurityKind::AddressChanged, Some(before.id)).await?;
        }
        membership::update_person(&mut change, &write, &person).await.map_err(|error| {
            let taken = FieldProblem { field: "email", problem: Problem::Taken };
            if error.is_taken() { Error::Invalid(vec![taken]) } else { error.into() }
        })?;
    }
    record_of(&mut change, &write.admin(), &person, EventKind::MemberChanged).await?;
    portal.commit(change).await?;
    Ok(())
}
