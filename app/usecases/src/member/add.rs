//! Adding a member to a customer.

use super::{
    form::{AddMemberForm, ReadMember},
    record_of,
};
use crate::{
    Error, InternalError, Portal,
    form::{FieldProblem, Parse, Problem},
    security_log::{self, SecurityKind},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::{Person, Scope, Side},
};
use coplan_store::{
    Change,
    access::{AccountAdmin, Actor, hold},
    device, membership, person,
};

/// A member that was just added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddedMember {
    /// Its membership.
    pub membership: MembershipId,
    /// Whether the person was known here before; its own name and language then stay as they are.
    pub known: bool,
}

/// Members live where most of the supplier's customers are until they say otherwise.
const FIRST_TIME_ZONE: &str = "Europe/Helsinki";

/// Adds a member. A person who is a member elsewhere already is the same person here. Posting twice adds one.
pub async fn add(portal: &Portal, actor: &Actor, customer: CustomerId, form: &AddMemberForm) -> Result<AddedMember, Error> {
    // Where somebody is quicker with the same address, as the first of two clicks is, what it made is looked at.
    match try_to_add(portal, actor, customer, form).await? {
        Some(added) => Ok(added),
        None => try_to_add(portal, actor, customer, form).await?.ok_or_else(taken),
    }
}

fn taken() -> Error {
    Error::Invalid(vec![FieldProblem { field: "email", problem: Problem::Taken }])
}

/// None where somebody has made the person or the membership since this looked.
async fn try_to_add(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    form: &AddMemberForm,
) -> Result<Option<AddedMember>, Error> {
    let mut change = portal.change().await?;
    let new = form.parse();
    let known = match &new {
        Ok(new) => person::find_by_email(&mut change, new.email.as_str()).await?,
        Err(_) => None,
    };
    // Locked as coming in locks it, so that no device is let in by a link alone while this looks for such ones.
    let member = known.as_ref().map(|known| known.id);
    let admin = AccountAdmin::prove_with_person(&mut change, actor, customer, member).await?;
    let new = new?;
    verify_gives(admin, &[], &new.scopes.0)?;
    if let Some(known) = &known {
        // Of a customer that the actor does not see, nobody is told who belongs to it.
        let held = hold(&mut change, actor, customer).await?;
        let staff = held.actor.staff().ok_or(Error::NotFound)?;
        if known.side == Side::Supplier || !membership::reaches_all(&mut change, staff, known.id).await? {
            return Err(taken());
        }
        if let Some(there) = membership::find_of_person(&mut change, admin.people(), known.id).await? {
            // Another name at the same address is somebody else, who shares a mailbox perhaps; of whom another customer has
            // named before, the name is not asked.
            let same = known.name == new.name.as_str() || !membership::is_known_by(&mut change, admin.people(), there.id).await?;
            let same = same && there.title == new.title.as_str() && there.scopes.iter().all(|scope| new.scopes.0.contains(scope));
            let same = same && there.scopes.len() == new.scopes.0.len();
            return if same { Ok(Some(AddedMember { membership: there.id, known: true })) } else { Err(taken()) };
        }
    }
    match insert(&mut change, actor, &admin, &new, known).await {
        Ok(Some(added)) => {
            portal.commit(change).await?;
            Ok(Some(added))
        }
        Ok(None) => Ok(None),
        Err(InternalError::Store(error)) if error.is_taken() => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether the admin may give these scopes to a member who had those.
pub(super) fn verify_gives<T>(admin: AccountAdmin, had: &[Scope], has: &[Scope]) -> Result<(), Error<T>> {
    let problem = FieldProblem { field: "scopes", problem: Problem::NotYoursToGive };
    admin.verify_gives(had, has).map_err(|_| Error::Invalid(vec![problem]))
}

async fn insert(
    change: &mut Change,
    actor: &Actor,
    admin: &AccountAdmin,
    new: &ReadMember,
    known: Option<Person>,
) -> Result<Option<AddedMember>, InternalError> {
    let was_known = known.is_some();
    let member = match known {
        Some(member) => member,
        None => insert_person(change, admin, new).await?,
    };
    let added = membership::insert(change, admin, member.id, new.title.as_str(), &new.scopes.0).await?;
    let Some(membership) = added else { return Ok(None) };
    // Where its other customers ask for no code, the member may be in by a link alone. The customer is locked, so that its
    // policy is the one that holds in the end.
    device::remove_unproved(change, admin).await?;
    record_of(change, admin, &member, EventKind::MemberAdded).await?;
    security_log::by(change, actor, SecurityKind::MemberAdded, Some(member.id)).await?;
    Ok(Some(AddedMember { membership, known: was_known }))
}

async fn insert_person(change: &mut Change, admin: &AccountAdmin, new: &ReadMember) -> Result<Person, InternalError> {
    let person = Person {
        id: change.id(),
        side: Side::Customer,
        name: new.name.as_str().to_owned(),
        email: new.email.as_str().to_owned(),
        phone: None,
        language: new.language,
        time_zone: FIRST_TIME_ZONE.to_owned(),
    };
    person::insert(change, admin, &person).await?;
    Ok(person)
}
