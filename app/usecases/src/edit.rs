//! Who may change a plan, and how a change of it can end.

use crate::{
    InternalError, Portal,
    form::FieldProblem,
    portal::{event, lock},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    person::Scope,
    plan::Project,
    stand_in::on_duty,
};
use coplan_store::{
    Change, Conn, StoreError, absence,
    access::{Access, Actor, InternalScope, PlanScope, Staff},
    project, responsibility,
};
use ulid::Ulid;

/// Why somebody may not do a deed at all.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// Not yours, or not there.
    #[error("not found")]
    NotFound,
    /// Seen, but others are responsible for it.
    #[error("others are responsible for it")]
    NotResponsible,
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// Why a new thing was not kept.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Not yours, or not there.
    #[error("not found")]
    NotFound,
    /// Seen, but others are responsible for it.
    #[error("others are responsible for it")]
    NotResponsible,
    /// Something typed cannot be taken.
    #[error("fields cannot be taken")]
    Invalid(Vec<FieldProblem>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// Why a change was not kept.
#[derive(Debug, thiserror::Error)]
pub enum EditError<T> {
    /// Not yours, or not there.
    #[error("not found")]
    NotFound,
    /// Seen, but others are responsible for it.
    #[error("others are responsible for it")]
    NotResponsible,
    /// Somebody else changed it since; this is how it stands now.
    #[error("changed by somebody else")]
    Stale(Box<T>),
    /// Something typed cannot be taken.
    #[error("fields cannot be taken")]
    Invalid(Vec<FieldProblem>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for AccessError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

impl From<StoreError> for AddError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

impl<T> From<StoreError> for EditError<T> {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

impl From<AccessError> for AddError {
    fn from(refused: AccessError) -> Self {
        match refused {
            AccessError::NotFound => Self::NotFound,
            AccessError::NotResponsible => Self::NotResponsible,
            AccessError::Internal(error) => Self::Internal(error),
        }
    }
}

impl<T> From<AccessError> for EditError<T> {
    fn from(refused: AccessError) -> Self {
        match refused {
            AccessError::NotFound => Self::NotFound,
            AccessError::NotResponsible => Self::NotResponsible,
            AccessError::Internal(error) => Self::Internal(error),
        }
    }
}

impl From<Vec<FieldProblem>> for AddError {
    fn from(problems: Vec<FieldProblem>) -> Self {
        Self::Invalid(problems)
    }
}

impl<T> From<Vec<FieldProblem>> for EditError<T> {
    fn from(problems: Vec<FieldProblem>) -> Self {
        Self::Invalid(problems)
    }
}

/// One of the supplier's people who may change what is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Writer {
    /// What it reads with.
    pub plan: PlanScope,
    /// What it writes with.
    pub scope: InternalScope,
}

impl Writer {
    /// Keeps an event of what this person did.
    pub async fn record(
        self,
        change: &mut Change,
        kind: EventKind,
        object: (ObjectKind, Ulid),
        label: &str,
        audience: Audience,
    ) -> Result<(), StoreError> {
        let event = event(change, self.scope.customer(), self.scope.person(), kind, object, label, audience);
        change.record(event).await
    }
}

/// Lets whoever may change the customer's plan as a whole, one at a time.
pub(crate) async fn plan_writer(
    portal: &Portal,
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
) -> Result<Writer, AccessError> {
    let access = lock(change, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let (staff, scope) = actor.staff().zip(access.internal).ok_or(AccessError::NotFound)?;
    if may_write(portal, change, staff, access.plan, None).await? {
        Ok(Writer { plan: access.plan, scope })
    } else {
        Err(AccessError::NotResponsible)
    }
}

/// Lets whoever may change one project, one at a time, and gives it as it stands.
pub(crate) async fn project_writer(
    portal: &Portal,
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: ProjectId,
) -> Result<(Writer, Project), AccessError> {
    let access = lock(change, actor, customer).await?.ok_or(AccessError::NotFound)?;
    project_writer_in(portal, change, actor, &access, id).await
}

/// The same where the customer is held already.
pub(crate) async fn project_writer_in(
    portal: &Portal,
    change: &mut Change,
    actor: &Actor,
    access: &Access,
    id: ProjectId,
) -> Result<(Writer, Project), AccessError> {
    let (staff, scope) = actor.staff().zip(access.internal).ok_or(AccessError::NotFound)?;
    let project = project::find(change, access.plan, id).await?.ok_or(AccessError::NotFound)?;
    if may_write(portal, change, staff, access.plan, Some(id)).await? {
        Ok((Writer { plan: access.plan, scope }, project))
    } else {
        Err(AccessError::NotResponsible)
    }
}

/// Admins and managers anywhere; specialists where they are responsible today, as themselves or as stand-ins.
pub(crate) async fn may_write(
    portal: &Portal,
    conn: &mut Conn,
    staff: &Staff,
    scope: PlanScope,
    project: Option<ProjectId>,
) -> Result<bool, InternalError> {
    if staff.keeps_plans() {
        return Ok(true);
    }
    let (now, today) = (portal.clock.now(), portal.today(&Actor::Staff(staff.clone())));
    for matter in project.map(|id| id.0).into_iter().chain([scope.customer().0]) {
        let Some(owner) = responsibility::find_at(conn, scope, matter, now).await? else { continue };
        if owner == scope.person() || on_duty(owner, today, &absence::list_chain(conn, owner, today).await?) == scope.person() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Who may know what happens in a project.
pub(crate) fn audience(project: &Project) -> Audience {
    if project.shared_at.is_some() { Audience::Scope(Scope::Plan) } else { Audience::Internal }
}
