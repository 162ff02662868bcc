//! Changing what a member may see and what it is called at work.

use super::{parse_scopes, record};
use crate::{
    Fault, Portal,
    form::{FieldProblem, Problems},
    keeper,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::Membership,
};
use coplan_store::{StoreError, access::Actor, membership};

/// What is typed of a member.
#[derive(Debug, Clone, Default)]
pub struct ChangeMemberForm {
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

/// Changes a member's title and scopes in one customer. It holds at the member's next request.
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
    let keeper = keeper::find(&mut change, actor, customer).await?.ok_or(ChangeMemberError::NotFound)?;
    let present = membership::find(&mut change, keeper.people, id).await?.ok_or(ChangeMemberError::NotFound)?;
    let mut problems = Problems::default();
    let title = problems.line("title", &form.title);
    let scopes = problems.note("scopes", parse_scopes(&form.scopes));
    let (title, scopes) = problems.finish(title.zip(scopes)).map_err(ChangeMemberError::Invalid)?;
    if !membership::update(&mut change, keeper.internal, id, title.as_str(), &scopes, form.version).await? {
        return Err(ChangeMemberError::Stale(Box::new(present)));
    }
    record(&mut change, &keeper, &present.person, EventKind::MemberChanged).await?;
    portal.keep(change).await?;
    Ok(())
}
