//! Rights to write a customer's plan: as a whole, one project, how far one task is.

use super::{AccessError, may_write, proofs, still_in, under_customer};
use crate::{
    Change,
    access::{Access, Actor, DiscussionScope, GoalsScope, InternalScope, MeetingsScope, MoneyScope, PlanScope, Staff, find},
    customer, project, task,
};
use coplan_domain::{
    id::{CustomerId, ProjectId, TaskId},
    person::Side,
    plan::{Project, Task},
};

/// A customer that is locked until the change is over, with what the actor may read of it now. It opens no write by
/// itself.
#[derive(Debug, Clone)]
pub struct Held {
    pub(super) serial: u64,
    /// Who it is for, as it is now.
    pub actor: Actor,
    /// What it may read.
    pub access: Access,
}

/// Locks the customer and proves what the actor may read of it: what is read of it from now on stays as it is until the
/// change is over.
///
/// Not for deeds that change how members come in: those lock the member first, with [`super::MemberAdmin`].
///
/// # Errors
/// [`AccessError::NotIn`], [`AccessError::NotFound`].
pub async fn hold(change: &mut Change, actor: &Actor, customer: CustomerId) -> Result<Held, AccessError> {
    customer::lock(change, customer).await?;
    // After the lock: whoever had it before may have changed what is proved here.
    let actor = still_in(change, actor).await?;
    let access = find(change, &actor, customer).await?.ok_or(AccessError::NotFound)?;
    Ok(Held { serial: change.serial(), actor, access })
}

impl Held {
    pub(super) fn staff(&self) -> Result<(&Staff, InternalScope), AccessError> {
        let (staff, internal) = self.actor.staff().zip(self.access.internal).ok_or(AccessError::NotFound)?;
        if staff.only_reads() { Err(AccessError::NotResponsible) } else { Ok((staff, internal)) }
    }

    /// Whether the actor may write in the plan, or in one project of it: members for what is theirs, the supplier's people
    /// where they are responsible.
    pub(super) async fn verify_responsible(&self, change: &mut Change, project: Option<ProjectId>) -> Result<(), AccessError> {
        let now = change.now();
        match self.actor.staff() {
            Some(staff) if !may_write(change, staff, self.access.plan, project, now).await? => Err(AccessError::NotResponsible),
            _ => Ok(()),
        }
    }

    /// The right to change the plan as a whole.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members, [`AccessError::NotResponsible`].
    pub async fn plan_write(&self, change: &mut Change) -> Result<PlanWrite, AccessError> {
        let (_, internal) = self.staff()?;
        self.verify_responsible(change, None).await?;
        Ok(PlanWrite { serial: self.serial, plan: self.access.plan, internal })
    }

    /// The right to change one project, with the project as it is.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members and where there is no such project, [`AccessError::NotResponsible`].
    pub async fn project_write(&self, change: &mut Change, id: ProjectId) -> Result<(ProjectWrite, Project), AccessError> {
        let (_, internal) = self.staff()?;
        let found = project::find(change, self.access.plan, id).await?.ok_or(AccessError::NotFound)?;
        self.verify_responsible(change, Some(id)).await?;
        Ok((ProjectWrite { serial: self.serial, plan: self.access.plan, internal, project: id }, found))
    }

    /// The right to record work in one project, with the project as it is: any of the supplier's people who see sums may have
    /// done it.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members, for whoever sees no sums and where there is no such project.
    pub async fn work_write(&self, change: &mut Change, id: ProjectId) -> Result<(WorkWrite, Project), AccessError> {
        let (_, internal) = self.staff()?;
        let money = self.access.money.ok_or(AccessError::NotFound)?;
        let found = project::find(change, self.access.plan, id).await?.ok_or(AccessError::NotFound)?;
        Ok((WorkWrite { serial: self.serial, plan: self.access.plan, internal, money, project: id }, found))
    }

    /// The right to write in the customer's meetings: members with the scope for them, the supplier's people where they
    /// are responsible.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], [`AccessError::NotResponsible`].
    pub async fn meeting_write(&self, change: &mut Change) -> Result<MeetingWrite, AccessError> {
        let meetings = self.access.meetings.ok_or(AccessError::NotFound)?;
        self.verify_responsible(change, None).await?;
        Ok(MeetingWrite { serial: self.serial, plan: self.access.plan, meetings })
    }

    /// The right to approve the customer's invoices for payment: members who see sums.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], also for the supplier's people.
    pub fn approval_write(&self) -> Result<ApprovalWrite, AccessError> {
        let money = self.access.money.filter(|_| self.access.plan.side() == Side::Customer).ok_or(AccessError::NotFound)?;
        Ok(ApprovalWrite { serial: self.serial, plan: self.access.plan, money })
    }

    /// The right to write in the customer's goals: members with the scope for them, the supplier's people where they are
    /// responsible.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], [`AccessError::NotResponsible`].
    pub async fn goal_write(&self, change: &mut Change) -> Result<GoalWrite, AccessError> {
        let goals = self.access.goals.ok_or(AccessError::NotFound)?;
        self.verify_responsible(change, None).await?;
        Ok(GoalWrite { serial: self.serial, plan: self.access.plan, goals })
    }

    /// The right to write down contacts with the customer: members with the scope for discussions, the supplier's people where
    /// they are responsible.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], [`AccessError::NotResponsible`].
    pub async fn contact_write(&self, change: &mut Change) -> Result<ContactWrite, AccessError> {
        let discussion = self.access.discussion.ok_or(AccessError::NotFound)?;
        self.verify_responsible(change, None).await?;
        Ok(ContactWrite { serial: self.serial, discussion })
    }

    /// The right to answer what the customer is asked: its members, the supplier's people where they are responsible.
    ///
    /// # Errors
    /// [`AccessError::NotResponsible`].
    pub async fn knowledge_write(&self, change: &mut Change) -> Result<KnowledgeWrite, AccessError> {
        self.verify_responsible(change, None).await?;
        Ok(KnowledgeWrite { serial: self.serial, plan: self.access.plan })
    }

    /// The right to say how far one task is, with the task and its project as they are. Whose task it is may, whoever has
    /// the project.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], [`AccessError::NotResponsible`] also for a member where the supplier does the task.
    pub async fn task_move(&self, change: &mut Change, id: TaskId) -> Result<(TaskMove, Task, Project), AccessError> {
        let plan = self.access.plan;
        let task = task::find(change, plan, id).await?.ok_or(AccessError::NotFound)?;
        let project = project::find(change, plan, task.project).await?.ok_or(AccessError::NotFound)?;
        if plan.side() == Side::Customer && task.side != Side::Customer {
            return Err(AccessError::NotResponsible);
        }
        let only_reads = self.actor.staff().is_some_and(Staff::only_reads);
        if only_reads || task.taken.as_ref().is_none_or(|owner| owner.by != plan.person()) {
            self.verify_responsible(change, Some(project.id)).await?;
        }
        Ok((TaskMove { serial: self.serial, plan, task: id }, task, project))
    }
}

/// May change a customer's plan as a whole.
#[derive(Debug, Clone, Copy)]
pub struct PlanWrite {
    serial: u64,
    plan: PlanScope,
    internal: InternalScope,
}

impl PlanWrite {
    /// Locks the customer and proves the right.
    pub async fn prove(change: &mut Change, actor: &Actor, customer: CustomerId) -> Result<Self, AccessError> {
        hold(change, actor, customer).await?.plan_write(change).await
    }

    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }

    /// What it reads internal data with.
    #[must_use]
    pub fn internal(self) -> InternalScope {
        self.internal
    }
}

/// May change one project and what is in it.
#[derive(Debug, Clone, Copy)]
pub struct ProjectWrite {
    serial: u64,
    plan: PlanScope,
    internal: InternalScope,
    project: ProjectId,
}

impl ProjectWrite {
    /// Locks the customer and proves the right; gives the project as it is.
    pub async fn prove(
        change: &mut Change,
        actor: &Actor,
        customer: CustomerId,
        project: ProjectId,
    ) -> Result<(Self, Project), AccessError> {
        hold(change, actor, customer).await?.project_write(change, project).await
    }

    /// Which project.
    #[must_use]
    pub fn project(self) -> ProjectId {
        self.project
    }

    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }

    /// What it reads internal data with.
    #[must_use]
    pub fn internal(self) -> InternalScope {
        self.internal
    }
}

/// May record work in one project, and change what is not approved yet.
#[derive(Debug, Clone, Copy)]
pub struct WorkWrite {
    serial: u64,
    plan: PlanScope,
    internal: InternalScope,
    money: MoneyScope,
    project: ProjectId,
}

impl WorkWrite {
    /// In which project.
    #[must_use]
    pub fn project(self) -> ProjectId {
        self.project
    }

    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }

    /// What it reads internal data with.
    #[must_use]
    pub fn internal(self) -> InternalScope {
        self.internal
    }

    /// What it reads sums with.
    #[must_use]
    pub fn money(self) -> MoneyScope {
        self.money
    }
}

/// May write in a customer's meetings what its holder's side may.
#[derive(Debug, Clone, Copy)]
pub struct MeetingWrite {
    serial: u64,
    plan: PlanScope,
    meetings: MeetingsScope,
}

impl MeetingWrite {
    /// What it reads meetings with.
    #[must_use]
    pub fn meetings(self) -> MeetingsScope {
        self.meetings
    }

    /// On which side its holder is.
    #[must_use]
    pub fn side(self) -> Side {
        self.plan.side()
    }
}

/// May approve a customer's invoices for payment, on the customer's side.
#[derive(Debug, Clone, Copy)]
pub struct ApprovalWrite {
    serial: u64,
    plan: PlanScope,
    money: MoneyScope,
}

impl ApprovalWrite {
    /// What it reads sums with.
    #[must_use]
    pub fn money(self) -> MoneyScope {
        self.money
    }
}

/// May write in a customer's goals for its holder's side.
#[derive(Debug, Clone, Copy)]
pub struct GoalWrite {
    serial: u64,
    plan: PlanScope,
    goals: GoalsScope,
}

impl GoalWrite {
    /// What it reads goals with.
    #[must_use]
    pub fn goals(self) -> GoalsScope {
        self.goals
    }

    /// On which side its holder is.
    #[must_use]
    pub fn side(self) -> Side {
        self.plan.side()
    }
}

/// May write down contacts with a customer.
#[derive(Debug, Clone, Copy)]
pub struct ContactWrite {
    serial: u64,
    discussion: DiscussionScope,
}

impl ContactWrite {
    /// What it reads contacts with.
    #[must_use]
    pub fn discussion(self) -> DiscussionScope {
        self.discussion
    }
}

/// May answer what a customer is asked.
#[derive(Debug, Clone, Copy)]
pub struct KnowledgeWrite {
    serial: u64,
    plan: PlanScope,
}

impl KnowledgeWrite {
    /// What it reads questions with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

/// May say how far one task is: the supplier's people where they are responsible or it is on them, members for what is theirs
/// to do.
#[derive(Debug, Clone, Copy)]
pub struct TaskMove {
    serial: u64,
    plan: PlanScope,
    task: TaskId,
}

impl TaskMove {
    /// Which task.
    #[must_use]
    pub fn task(self) -> TaskId {
        self.task
    }

    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

proofs!(ApprovalWrite, ContactWrite, GoalWrite, KnowledgeWrite, MeetingWrite, PlanWrite, ProjectWrite, TaskMove, WorkWrite);
under_customer!(ApprovalWrite: plan, ContactWrite: discussion, GoalWrite: plan, KnowledgeWrite: plan, MeetingWrite: plan, PlanWrite: plan, ProjectWrite: plan, TaskMove: plan, WorkWrite: plan);
