//! Rights of admins and key account managers at a customer: its people, its details, its invoices.

use super::{AccessError, AddsPeople, EntryWrite, Held, System, affecting, hold, proofs, still_in, under_customer};
use crate::{
    Change,
    access::{Actor, InternalScope, MoneyScope, PeopleScope, PlanScope, Staff, find, find_staff_recipient},
    customer, membership, person,
};
use coplan_domain::{
    id::{CustomerId, MembershipId, PersonId},
    person::{Membership, Scope, StaffRole},
};

/// An admin or key account manager at one customer.
#[derive(Debug, Clone, Copy)]
pub struct AccountAdmin {
    serial: u64,
    plan: PlanScope,
    internal: InternalScope,
    people: PeopleScope,
    money: Option<MoneyScope>,
}

impl Held {
    /// The right of an admin or key account manager at the customer.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for everybody else.
    pub fn account_admin(&self) -> Result<AccountAdmin, AccessError> {
        let (staff, internal) = self.staff()?;
        let people = self.access.people.filter(|_| staff.keeps_plans()).ok_or(AccessError::NotFound)?;
        Ok(AccountAdmin { serial: self.serial, plan: self.access.plan, internal, people, money: self.access.money })
    }
}

impl AccountAdmin {
    /// Locks the customer and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] also for whoever keeps no plans.
    pub async fn prove(change: &mut Change, actor: &Actor, customer: CustomerId) -> Result<Self, AccessError> {
        hold(change, actor, customer).await?.account_admin()
    }

    /// The right that one of the supplier's people has now, for what it has planned and the process carries out. Locks the
    /// customer.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] where it has left, keeps no plans or does not see the customer any more, or that has ended.
    pub async fn prove_for(
        change: &mut Change,
        _system: &System,
        planner: PersonId,
        customer: CustomerId,
    ) -> Result<Self, AccessError> {
        customer::lock(change, customer).await?;
        let staff = person::find_staff(change, planner).await?;
        staff.filter(|staff| matches!(staff.role, StaffRole::Admin | StaffRole::Manager)).ok_or(AccessError::NotFound)?;
        let access = find_staff_recipient(change, customer, planner).await?.ok_or(AccessError::NotFound)?.access;
        let (internal, people) = access.internal.zip(access.people).ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), plan: access.plan, internal, people, money: access.money })
    }

    /// The same with a person locked before, as coming in locks it: no device is let in by a link alone meanwhile.
    ///
    /// # Errors
    /// The same.
    pub async fn prove_with_person(
        change: &mut Change,
        actor: &Actor,
        customer: CustomerId,
        person: Option<PersonId>,
    ) -> Result<Self, AccessError> {
        if let Some(person) = person {
            person::lock(change, person).await?;
        }
        Self::prove(change, actor, customer).await
    }

    /// The same with all members of the customer locked before; in one order, so that two customers of theirs that are
    /// changed at once wait for each other.
    ///
    /// # Errors
    /// The same.
    pub async fn prove_with_members(change: &mut Change, actor: &Actor, customer: CustomerId) -> Result<Self, AccessError> {
        let access = find(change, actor, customer).await?.and_then(|access| access.people);
        let people = access.filter(|_| actor.staff().is_some_and(Staff::keeps_plans)).ok_or(AccessError::NotFound)?;
        let mut members: Vec<_> = membership::list(change, people).await?.into_iter().map(|one| one.person.id).collect();
        members.sort_unstable();
        for member in members {
            person::lock(change, member).await?;
        }
        Self::prove(change, actor, customer).await
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

    /// What it reads members with.
    #[must_use]
    pub fn people(self) -> PeopleScope {
        self.people
    }

    /// What it reads sums with.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for whoever sees no sums.
    pub fn money(self) -> Result<MoneyScope, AccessError> {
        self.money.ok_or(AccessError::NotFound)
    }

    /// Whether a member who had these scopes may be given those: nobody gives sums to see who does not see them.
    ///
    /// # Errors
    /// [`AccessError::SeesMore`].
    pub fn verify_gives(self, had: &[Scope], has: &[Scope]) -> Result<(), AccessError> {
        let gives = has.contains(&Scope::Money) && !had.contains(&Scope::Money);
        if gives && self.money.is_none() { Err(AccessError::SeesMore) } else { Ok(()) }
    }
}

impl AddsPeople for AccountAdmin {}

/// An admin or key account manager at one of a customer's members: what it may see, and how it comes in.
#[derive(Debug, Clone, Copy)]
pub struct MemberAdmin {
    serial: u64,
    admin: AccountAdmin,
    membership: MembershipId,
    member: PersonId,
    reaches_all: bool,
    sees_more: bool,
}

impl MemberAdmin {
    /// Locks the member and then the customer, and proves the right; gives the member as it is.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] also for whoever keeps no plans, and for what is no member of the customer.
    pub async fn prove(
        change: &mut Change,
        actor: &Actor,
        customer: CustomerId,
        id: MembershipId,
    ) -> Result<(Self, Membership), AccessError> {
        let person = membership::find_person(change, customer, id).await?;
        if let Some(person) = person {
            person::lock(change, person).await?;
        }
        let held = hold(change, actor, customer).await?;
        let admin = held.account_admin()?;
        let found = membership::find(change, admin.people, id).await?.ok_or(AccessError::NotFound)?;
        let (member, staff) = (found.person.id, held.staff()?.0);
        let reaches_all = membership::reaches_all(change, staff, member).await?;
        let sees_more = membership::sees_more(change, staff, member).await?;
        Ok((Self { serial: admin.serial, admin, membership: id, member, reaches_all, sees_more }, found))
    }

    /// The right at the customer.
    #[must_use]
    pub fn admin(self) -> AccountAdmin {
        self.admin
    }

    /// Which membership.
    #[must_use]
    pub fn membership(self) -> MembershipId {
        self.membership
    }

    /// Whose.
    #[must_use]
    pub fn member(self) -> PersonId {
        self.member
    }

    /// The right to end how the member comes in, and to say who it is. It comes in to all its customers at once, so this is the
    /// right of whoever sees each of them.
    ///
    /// # Errors
    /// [`AccessError::NotResponsible`] where the member belongs to a customer that the holder does not see.
    pub fn entry(self) -> Result<EntryWrite, AccessError> {
        if self.reaches_all {
            Ok(EntryWrite::proved(self.serial, self.member, self.admin.plan.person()))
        } else {
            Err(AccessError::NotResponsible)
        }
    }

    /// The right to give the member another way in, by which whoever has it sees what the member does.
    ///
    /// # Errors
    /// As of [`Self::entry`], and [`AccessError::SeesMore`] where the member sees sums at any customer and whoever acts does not.
    pub fn letting_in(self) -> Result<EntryWrite, AccessError> {
        if self.sees_more { Err(AccessError::SeesMore) } else { self.entry() }
    }
}

/// May create customers: an admin or key account manager.
#[derive(Debug, Clone, Copy)]
pub struct CustomerCreation {
    serial: u64,
    person: PersonId,
}

impl CustomerCreation {
    /// Proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for whoever keeps no plans.
    pub async fn prove(change: &mut Change, actor: &Actor) -> Result<Self, AccessError> {
        let actor = still_in(change, actor).await?;
        actor.staff().filter(|staff| staff.keeps_plans()).ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), person: actor.person() })
    }

    /// Who holds it.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }
}

proofs!(AccountAdmin, MemberAdmin, CustomerCreation);
// Of the customer itself nothing is kept before it is there; creating it names it.
affecting!(CustomerCreation: Nothing);
under_customer!(AccountAdmin: plan, MemberAdmin: admin.plan);
