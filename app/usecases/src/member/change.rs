//! Changing who a member is, what it is called at work and what it may see.

use super::{parse_scopes, record};
use crate::{
    Fault, Portal,
    form::{FieldProblem, Problem, Problems},
    keeper, way_in,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::{DeviceEnd, Membership, Person},
};
use coplan_store::{StoreError, access::Actor, device, membership, personal_link, undelivered};

/// What is typed of a member.
#[derive(Debug, Clone, Default)]
pub struct ChangeMemberForm {
    /// First and last name.
    pub name: String,
    /// Where links and codes are mailed.
    pub email: String,
    /// What it is called at work.
    pub title: String,
    /// What it may see.
    pub scopes: Vec<String>,
    /// The version that the form was drawn from.
    pub version: i64,
}

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
    Fault(#[from] Fault),
}

impl From<StoreError> for ChangeMemberError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// Changes a member's title and scopes in one customer, and its name and address everywhere. It holds at the
/// member's next request.
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
    let found = keeper::hold_with_member(&mut change, actor, customer, id).await?;
    let (keeper, present) = found.ok_or(ChangeMemberError::NotFound)?;
    let mut problems = Problems::default();
    let (name, email) = (problems.line("name", &form.name), problems.email("email", &form.email));
    let title = problems.line("title", &form.title);
    let scopes = problems.note("scopes", parse_scopes(&form.scopes));
    let typed = name.zip(email).zip(title.zip(scopes));
    let ((name, email), (title, scopes)) = problems.finish(typed).map_err(ChangeMemberError::Invalid)?;
    if !membership::update(&mut change, keeper.internal, id, title.as_str(), &scopes, form.version).await? {
        return Err(ChangeMemberError::Stale(Box::new(present)));
    }
    let before = &present.person;
    let person = Person { name: name.as_str().to_owned(), email: email.as_str().to_owned(), ..before.clone() };
    if person != *before {
        membership::update_person(&mut change, keeper.internal, id, &person).await.map_err(|error| {
            let taken = FieldProblem { field: "email", problem: Problem::Taken };
            if error.is_taken() { ChangeMemberError::Invalid(vec![taken]) } else { error.into() }
        })?;
    }
    if person.email != before.email {
        personal_link::revoke_all(&mut change, person.id, keeper.person()).await?;
        device::remove_all(&mut change, person.id, None, keeper.person(), DeviceEnd::Ended).await?;
        undelivered::settle(&mut change, person.id).await?;
        way_in::tell_of_new_address(&mut change, before).await?;
    }
    record(&mut change, &keeper, &person, EventKind::MemberChanged).await?;
    portal.keep(change).await?;
    Ok(())
}
