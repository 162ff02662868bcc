//! The right to end somebody's digests, with nothing but the address that stands in each of them.

use super::{around_person, proofs};
use crate::{Change, Result, person};
use coplan_domain::id::PersonId;

/// May end the digests of one person. That the address is that person's says its signature, before this is asked for.
#[derive(Debug, Clone, Copy)]
pub struct DigestStop {
    serial: u64,
    person: PersonId,
}

impl DigestStop {
    /// Proves that there is such a person; none where there is not.
    pub async fn prove(change: &mut Change, person: PersonId) -> Result<Option<Self>> {
        Ok(person::find(change, person).await?.map(|found| Self { serial: change.serial(), person: found.id }))
    }

    /// Whose.
    #[must_use]
    pub fn person(self) -> PersonId {
        self.person
    }
}

proofs!(DigestStop);
around_person!(DigestStop: person);
