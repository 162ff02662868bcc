//! Rights among the supplier's people: an admin's over colleagues, and what each keeps for itself.

use super::{AccessError, AddsPeople, AddsStaff, EntryWrite, affecting, proofs, still_in};
use crate::{
    Change,
    absence::find_asked,
    access::{Actor, BankScope, Staff},
    staff::{list_admins, lock_rows},
};
use coplan_domain::{
    id::{AbsenceId, DeviceId, PersonId},
    person::StaffRole,
};
use std::collections::BTreeSet;

/// An admin, and some colleagues that are locked with all the admins: of two changes at once neither removes the last two.
#[derive(Debug, Clone)]
pub struct Admin {
    serial: u64,
    staff: Staff,
    admins: Vec<PersonId>,
    colleagues: BTreeSet<PersonId>,
}

impl Admin {
    /// Locks the colleagues and the admins, and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for whoever is no admin.
    pub async fn prove(
        change: &mut Change,
        actor: &Actor,
        colleagues: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self, AccessError> {
        let colleagues: BTreeSet<PersonId> = colleagues.into_iter().collect();
        let before = list_admins(change).await?;
        lock_rows(change, before.into_iter().chain(colleagues.iter().copied())).await?;
        // After the lock: one of them may have left, or be an admin no more, since.
        let actor = still_in(change, actor).await?;
        let staff = actor.staff().filter(|staff| staff.role() == StaffRole::Admin).ok_or(AccessError::NotFound)?.clone();
        Ok(Self { serial: change.serial(), staff, admins: list_admins(change).await?, colleagues })
    }

    /// What it reads colleagues with.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// Who.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.staff.entered().person()
    }

    /// On which device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.staff.entered().device()
    }

    /// Whether nobody could keep the staff without this colleague.
    #[must_use]
    pub fn is_last(&self, colleague: PersonId) -> bool {
        self.admins == [colleague]
    }

    /// Whether this colleague is locked.
    pub(crate) fn holds(&self, colleague: PersonId) -> bool {
        self.colleagues.contains(&colleague)
    }

    /// The right to change how a colleague comes in; none for one who is not locked.
    #[must_use]
    pub fn entry_of(&self, colleague: PersonId) -> Option<EntryWrite> {
        self.holds(colleague).then(|| EntryWrite::proved(self.serial, colleague, self.person()))
    }
}

/// May keep what is asked of customers for each service: those who keep plans.
#[derive(Debug, Clone)]
pub struct TemplateWrite {
    serial: u64,
    staff: Staff,
}

impl TemplateWrite {
    /// Proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for who keeps no plans.
    pub async fn prove(change: &mut Change, actor: &Actor) -> Result<Self, AccessError> {
        let actor = still_in(change, actor).await?;
        let staff = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), staff: staff.clone() })
    }

    /// What it reads with.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// Who.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.staff.entered().person()
    }
}

/// May plan that customers go over to a colleague on a day, and withdraw that: those who keep plans.
#[derive(Debug, Clone)]
pub struct HandOverWrite {
    serial: u64,
    staff: Staff,
}

impl HandOverWrite {
    /// Locks the person and the colleague, where there is one, and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for who keeps no plans.
    pub async fn prove(change: &mut Change, actor: &Actor, heir: Option<PersonId>) -> Result<Self, AccessError> {
        lock_rows(change, heir.into_iter().chain([actor.person()])).await?;
        let actor = still_in(change, actor).await?;
        let staff = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), staff: staff.clone() })
    }

    /// What it reads with.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// Who.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.staff.entered().person()
    }
}

/// May say which packages are offered: those who keep plans and see sums, as a price is one.
#[derive(Debug, Clone, Copy)]
pub struct OfferWrite {
    serial: u64,
    person: PersonId,
}

impl OfferWrite {
    /// Proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for who keeps no plans or sees no sums.
    pub async fn prove(change: &mut Change, actor: &Actor) -> Result<Self, AccessError> {
        let actor = still_in(change, actor).await?;
        let staff = actor.staff().filter(|staff| staff.keeps_plans() && staff.sees_sums()).ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), person: staff.entered().person() })
    }

    /// Who.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }
}

impl AddsPeople for Admin {}
impl AddsStaff for Admin {}

/// One of the supplier's people, for what it keeps for itself: the files that it has uploaded.
#[derive(Debug, Clone)]
pub struct StaffWrite {
    serial: u64,
    staff: Staff,
}

impl StaffWrite {
    /// Locks the person and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members, [`AccessError::NotResponsible`] for directors.
    pub async fn prove(change: &mut Change, actor: &Actor) -> Result<Self, AccessError> {
        lock_rows(change, [actor.person()]).await?;
        let actor = still_in(change, actor).await?;
        let staff = actor.staff().ok_or(AccessError::NotFound)?;
        if staff.only_reads() {
            return Err(AccessError::NotResponsible);
        }
        Ok(Self { serial: change.serial(), staff: staff.clone() })
    }

    /// What it reads with.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }
}

/// May plan the days away of one of the supplier's people: its own, or an admin anybody's.
#[derive(Debug, Clone)]
pub struct AbsenceWrite {
    serial: u64,
    staff: Staff,
    whose: PersonId,
}

impl AbsenceWrite {
    /// Locks whose days they are, and the stand-in where there is one, and proves the right: neither of them leaves, and
    /// nothing else is planned for the one who goes, until the change is over.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members, [`AccessError::NotResponsible`] for colleagues.
    pub async fn prove(
        change: &mut Change,
        actor: &Actor,
        whose: PersonId,
        stand_in: Option<PersonId>,
    ) -> Result<Self, AccessError> {
        lock_rows(change, stand_in.into_iter().chain([whose])).await?;
        let actor = still_in(change, actor).await?;
        let staff = actor.staff().ok_or(AccessError::NotFound)?;
        if actor.person() == whose || staff.role() == StaffRole::Admin {
            Ok(Self { serial: change.serial(), staff: staff.clone(), whose })
        } else {
            Err(AccessError::NotResponsible)
        }
    }

    /// What it reads with.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// Whose days.
    #[must_use]
    pub fn whose(&self) -> PersonId {
        self.whose
    }
}

/// May say whether it is the stand-in that a colleague has named it to be.
#[derive(Debug, Clone, Copy)]
pub struct StandInWrite {
    serial: u64,
    absence: AbsenceId,
    person: PersonId,
}

impl StandInWrite {
    /// Locks the person, who then is not exchanged for another stand-in meanwhile, and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for whoever is not named for these days.
    pub async fn prove(change: &mut Change, actor: &Actor, absence: AbsenceId) -> Result<Self, AccessError> {
        lock_rows(change, [actor.person()]).await?;
        let actor = still_in(change, actor).await?;
        let staff = actor.staff().ok_or(AccessError::NotFound)?;
        let named = find_asked(change, staff, absence).await?.ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), absence, person: named.absence.stand_in })
    }

    /// Which days.
    #[must_use]
    pub fn absence(self) -> AbsenceId {
        self.absence
    }

    /// Who.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }
}

/// May import what the bank tells and say what payments are for: those who keep plans.
#[derive(Debug, Clone, Copy)]
pub struct BankWrite {
    serial: u64,
    scope: BankScope,
    person: PersonId,
}

impl BankWrite {
    /// Locks the person and proves the right.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for who keeps no plans.
    pub async fn prove(change: &mut Change, actor: &Actor) -> Result<Self, AccessError> {
        lock_rows(change, [actor.person()]).await?;
        let actor = still_in(change, actor).await?;
        let scope = actor.staff().and_then(BankScope::of).ok_or(AccessError::NotFound)?;
        Ok(Self { serial: change.serial(), scope, person: actor.person() })
    }

    /// What it reads with.
    #[must_use]
    pub fn scope(self) -> BankScope {
        self.scope
    }

    /// Who.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }
}

proofs!(Admin, StaffWrite, AbsenceWrite, HandOverWrite, StandInWrite, TemplateWrite, OfferWrite, BankWrite);
// Colleagues, and whoever stands in for them, are shown with any customer.
affecting!(Admin: Everything, AbsenceWrite: Everything);
// Uploads, templates, offers, what the bank tells and what is planned are read anew each time.
affecting!(HandOverWrite: Nothing, StandInWrite: Nothing, StaffWrite: Nothing, TemplateWrite: Nothing, OfferWrite: Nothing, BankWrite: Nothing);
