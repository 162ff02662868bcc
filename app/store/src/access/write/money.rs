//! Rights to write a customer's sums: nobody has one who does not see them.

use super::{AccessError, AccountAdmin, CustomerWrite, Held, KeepsInvoices, hold, proofs, under_customer};
use crate::{
    Change,
    access::{Actor, BankScope, MoneyScope, PlanScope},
};
use coplan_domain::id::{CustomerId, PersonId, ProjectId};

/// May write a customer's invoices, payments, packages and what of its work is charged.
#[derive(Debug, Clone, Copy)]
pub struct MoneyWrite {
    serial: u64,
    plan: PlanScope,
    money: MoneyScope,
    bank: Option<BankScope>,
}

impl Held {
    /// The right to write the customer's sums: of those who see them, where they are responsible for the plan.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members and for whoever sees no sums, [`AccessError::NotResponsible`].
    pub async fn money_write(&self, change: &mut Change) -> Result<MoneyWrite, AccessError> {
        let money = self.access.money.ok_or(AccessError::NotFound)?;
        let bank = BankScope::of(self.staff()?.0);
        self.verify_responsible(change, None).await?;
        Ok(MoneyWrite { serial: self.serial, plan: self.access.plan, money, bank })
    }
}

impl MoneyWrite {
    /// Locks the customer and proves the right.
    ///
    /// # Errors
    /// As of [`Held::money_write`].
    pub async fn prove(change: &mut Change, actor: &Actor, customer: CustomerId) -> Result<Self, AccessError> {
        hold(change, actor, customer).await?.money_write(change).await
    }

    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }

    /// What it reads sums with.
    #[must_use]
    pub fn money(self) -> MoneyScope {
        self.money
    }

    /// What it reads what the bank tells with.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for whoever may not read that.
    pub fn bank(self) -> Result<BankScope, AccessError> {
        self.bank.ok_or(AccessError::NotFound)
    }
}

impl KeepsInvoices for MoneyWrite {
    fn covers(&self, customer: CustomerId) -> bool {
        self.plan.customer() == customer
    }
    fn by(&self) -> Option<PersonId> {
        Some(self.plan.person())
    }
}

/// May say how much work a project may take.
#[derive(Debug, Clone, Copy)]
pub struct BudgetWrite {
    serial: u64,
    plan: PlanScope,
    project: ProjectId,
}

impl BudgetWrite {
    /// Locks the customer and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members, for whoever sees no sums and where there is no such project,
    /// [`AccessError::NotResponsible`].
    pub async fn prove(
        change: &mut Change,
        actor: &Actor,
        customer: CustomerId,
        project: ProjectId,
    ) -> Result<Self, AccessError> {
        let held = hold(change, actor, customer).await?;
        held.access.money.ok_or(AccessError::NotFound)?;
        let (write, _) = held.project_write(change, project).await?;
        Ok(Self { serial: held.serial, plan: write.plan(), project })
    }

    /// Which project.
    #[must_use]
    pub fn project(self) -> ProjectId {
        self.project
    }
}

/// An admin or key account manager who sees the customer's sums: for what changes them altogether.
#[derive(Debug, Clone, Copy)]
pub struct MoneyAdmin {
    serial: u64,
    admin: AccountAdmin,
    money: MoneyScope,
}

impl MoneyAdmin {
    /// Locks the customer and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] also for whoever keeps no plans or sees no sums.
    pub async fn prove(change: &mut Change, actor: &Actor, customer: CustomerId) -> Result<Self, AccessError> {
        let admin = AccountAdmin::prove(change, actor, customer).await?;
        Ok(Self { serial: change.serial(), admin, money: admin.money()? })
    }

    /// The right at the customer.
    #[must_use]
    pub fn admin(self) -> AccountAdmin {
        self.admin
    }

    /// What it reads sums with.
    #[must_use]
    pub fn money(self) -> MoneyScope {
        self.money
    }
}

proofs!(BudgetWrite, MoneyAdmin, MoneyWrite);
under_customer!(BudgetWrite: plan, MoneyAdmin: admin, MoneyWrite: plan);
