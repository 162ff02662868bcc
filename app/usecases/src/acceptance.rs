//! Taking over: the customer tests a checklist and approves or refuses each version of it, with its reasons.

mod decide;
mod form;
mod launch;
mod propose;
mod show;

pub use decide::decide;
pub(crate) use form::Lines;
pub use form::{NextVersionForm, ProposeAcceptanceForm, VerdictForm};
pub use launch::{LaunchForm, plan_launch, say_launched, say_ready};
pub use propose::{propose, propose_next};
pub use show::{AcceptanceView, show};

use crate::fingerprint;

/// The SHA-256 of what is taken over and of each line that is tested, as 64 hexadecimal digits.
fn hash_of(title: &str, lines: &[String]) -> String {
    fingerprint::of(std::iter::once(title).chain(lines.iter().map(String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_what_is_tested_is_in_its_hash() {
        let lines = ["Call at night".to_owned(), "Cut a cable".to_owned()];
        let hash = hash_of("Hall 3", &lines);
        assert_eq!(hash.len(), 64);
        assert_eq!(hash, hash_of("Hall 3", &lines));
        assert_ne!(hash, hash_of("Hall 2", &lines));
        assert_ne!(hash, hash_of("Hall 3", &lines[..1]));
        assert_ne!(hash, hash_of("Hall 3", &["Call at night".to_owned(), "Cut a cable.".to_owned()]));
    }
}
