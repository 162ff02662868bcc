//! The machine's own clock and chance, for the running process.

use coplan_domain::system::{Clock, Rng};
use jiff::Timestamp;
use rand_core::{OsRng, RngCore, TryRngCore};

/// The time of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system what time it is")]
    fn now(&self) -> Timestamp {
        // The database keeps milliseconds; a finer moment would differ from itself once it is read back.
        Timestamp::from_millisecond(Timestamp::now().as_millisecond()).unwrap_or_default()
    }
}

/// The chance of the operating system, fit for secrets. A machine that has none must not go on: it panics.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRng;

impl Rng for SystemRng {
    fn fill(&self, bytes: &mut [u8]) {
        OsRng.unwrap_err().fill_bytes(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_speaks_in_whole_milliseconds() {
        assert_eq!(SystemClock.now().as_nanosecond() % 1_000_000, 0);
        assert!(SystemClock.now().as_second() > 1_700_000_000);
    }

    #[test]
    fn chance_does_not_repeat_itself() {
        let (mut one, mut other) = ([0; 32], [0; 32]);
        SystemRng.fill(&mut one);
        SystemRng.fill(&mut other);
        assert_ne!(one, other);
    }
}
