//! What time it is and what falls by chance: passed in, so that a test can say both.

use jiff::Timestamp;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now, in whole milliseconds, as the database keeps it.
    fn now(&self) -> Timestamp;
}

/// Gives what nobody can guess.
pub trait Rng: Send + Sync {
    /// Fills the bytes from a source fit for secrets.
    fn fill(&self, bytes: &mut [u8]);
}

/// A new id: the moment in front, so that ids sort by age, and 80 bits of chance.
#[must_use]
pub fn new_ulid(now: Timestamp, rng: &dyn Rng) -> ulid::Ulid {
    let mut bytes = [0; 16];
    rng.fill(&mut bytes);
    ulid::Ulid::from_parts(u64::try_from(now.as_millisecond()).unwrap_or(0), u128::from_le_bytes(bytes))
}
