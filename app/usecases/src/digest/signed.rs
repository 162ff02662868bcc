//! A person's id with a signature for one purpose, as addresses in emails have it.

use crate::seal::SecretKey;
use coplan_domain::id::PersonId;
use ulid::Ulid;

/// What stands in the address of a person.
pub(crate) fn secret_of(key: &SecretKey, purpose: &[u8], person: PersonId) -> String {
    format!("{person}{}", Ulid::from_bytes(signature(key, purpose, person)))
}

fn signature(key: &SecretKey, purpose: &[u8], person: PersonId) -> [u8; 16] {
    key.sign(purpose, &person.0.to_bytes())
}

/// Whose it is; none where it was signed for nobody, or for another purpose.
pub(crate) fn person_of(key: &SecretKey, purpose: &[u8], secret: &str) -> Option<PersonId> {
    let (person, signed) = secret.split_at_checked(26)?;
    let person: PersonId = person.parse().ok()?;
    let signed = Ulid::from_string(signed).ok()?.to_bytes();
    let differs = signed.iter().zip(signature(key, purpose, person)).fold(0, |all, (one, other)| all | (one ^ other));
    (differs == 0).then_some(person)
}
