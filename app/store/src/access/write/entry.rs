//! Rights around coming in: by a link that nobody need be in for, by a password, and to change how somebody comes in.

use super::{WriteProof, around_person, proofs};
use crate::{Change, Result, credentials, password_link, pending_sign_in, person, personal_link, staff::lock_rows};
use coplan_domain::{
    id::{LinkId, PersonId},
    person::Side,
};

/// May change how one person comes in: its links, devices, sign-ins, password and second factor.
#[derive(Debug, Clone, Copy)]
pub struct EntryWrite {
    serial: u64,
    person: PersonId,
    by: PersonId,
}

impl EntryWrite {
    pub(super) fn new(change: &Change, person: PersonId, by: PersonId) -> Self {
        Self::proved(change.serial(), person, by)
    }

    pub(super) fn proved(serial: u64, person: PersonId, by: PersonId) -> Self {
        Self { serial, person, by }
    }

    /// Locks one of the supplier's people and proves that this secret opens the way to its password; none where it does
    /// not any more.
    pub async fn by_password_link(change: &mut Change, person: PersonId, secret_hash: &str) -> Result<Option<Self>> {
        lock_rows(change, [person]).await?;
        let now = change.now();
        let found = password_link::find_person(change, secret_hash, now).await?.filter(|found| *found == person);
        Ok(found.map(|person| Self::new(change, person, person)))
    }

    /// Who comes in.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }

    /// Who changes it.
    #[must_use]
    pub fn by(self) -> PersonId {
        self.by
    }
}

/// May let one browser in.
#[derive(Debug, Clone, Copy)]
pub struct LetIn {
    serial: u64,
    person: PersonId,
    link: Option<LinkId>,
}

impl LetIn {
    pub(super) fn by_system(change: &Change, person: PersonId) -> Self {
        Self { serial: change.serial(), person, link: None }
    }

    /// For whom.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }

    /// By which link; none by a password.
    #[must_use]
    pub fn link(self) -> Option<LinkId> {
        self.link
    }
}

/// May come in by one personal link.
#[derive(Debug, Clone, Copy)]
pub struct LinkWrite {
    serial: u64,
    person: PersonId,
    link: LinkId,
}

impl LinkWrite {
    /// Locks the link's person and proves that the link lets it in; none where it does not.
    pub async fn prove(change: &mut Change, link: LinkId) -> Result<Option<Self>> {
        let Some(before) = personal_link::find(change, link).await? else { return Ok(None) };
        person::lock(change, before.person).await?;
        // After the lock: it may have been revoked since.
        let now = change.now();
        let found = personal_link::find(change, link).await?.filter(|link| link.is_open(now));
        let Some(found) = found else { return Ok(None) };
        let person = person::find(change, found.person).await?.filter(|person| person.side == Side::Customer);
        Ok(person.map(|person| Self { serial: change.serial(), person: person.id, link }))
    }

    /// Whose link.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }

    /// Which link.
    #[must_use]
    pub fn link(self) -> LinkId {
        self.link
    }

    /// The right to let the browser in that opened it.
    #[must_use]
    pub fn let_in(self) -> LetIn {
        LetIn { serial: self.serial, person: self.person, link: Some(self.link) }
    }
}

/// May sign in one of the supplier's people whose password was right.
#[derive(Debug, Clone, Copy)]
pub struct SignInWrite {
    serial: u64,
    person: PersonId,
}

impl SignInWrite {
    /// Locks the person and proves that the password that was right still holds; none where it does not. Whoever changes a
    /// password ends the devices that it knows of: none may come in behind its back.
    pub async fn by_password(change: &mut Change, person: PersonId, password_hash: &str) -> Result<Option<Self>> {
        lock_rows(change, [person]).await?;
        let known = credentials::find(change, person).await?.filter(|known| known.password_hash == password_hash);
        Ok(known.map(|known| Self { serial: change.serial(), person: known.person }))
    }

    /// Locks the person and proves that this browser waits for its second factor; none where it does not any more.
    pub async fn by_waiting_browser(change: &mut Change, person: PersonId, browser_hash: &str) -> Result<Option<Self>> {
        lock_rows(change, [person]).await?;
        let now = change.now();
        let waits = pending_sign_in::find_person(change, browser_hash, now).await? == Some(person);
        let known = credentials::find(change, person).await?.filter(|_| waits);
        Ok(known.map(|known| Self { serial: change.serial(), person: known.person }))
    }

    /// Who.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }

    /// The right to change how it comes in: whoever knows a first password chooses one of its own.
    #[must_use]
    pub fn entry(self) -> EntryWrite {
        EntryWrite::proved(self.serial, self.person, self.person)
    }

    /// The right to let the browser in that signs in.
    #[must_use]
    pub fn let_in(self) -> LetIn {
        LetIn { serial: self.serial, person: self.person, link: None }
    }
}

proofs!(EntryWrite, LetIn, LinkWrite, SignInWrite);
around_person!(EntryWrite: person, LetIn: person, LinkWrite: person, SignInWrite: person);

/// May use up a code of a second factor: whoever signs in with it, and whoever changes how it comes in.
pub trait UsesCodes: WriteProof {
    /// Whose codes.
    fn owner(&self) -> PersonId;
}

impl UsesCodes for EntryWrite {
    fn owner(&self) -> PersonId {
        self.person
    }
}

impl UsesCodes for SignInWrite {
    fn owner(&self) -> PersonId {
        self.person
    }
}
