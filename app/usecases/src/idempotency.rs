//! A form that is sent twice, and one that is sent again with other words.
//!
//! A form carries the id of what it will make, so that an impatient second click makes nothing twice. But people also
//! go back, write something else and send again, with the same id. What is kept under it is compared with what was
//! sent: other words are another thing, kept under an id that is made of the first one and of the words, so that
//! sending those twice keeps them once as well.

use sha2::{Digest, Sha256};
use ulid::Ulid;

/// The ids to keep something under, in the order to try them: the form's own, then the one for these words.
pub(crate) fn ids<I: From<Ulid>>(own: Ulid, words: &[impl AsRef<str>]) -> [I; 2] {
    let mut hash = Sha256::new();
    hash.update(own.to_bytes());
    for word in words {
        let word = word.as_ref();
        hash.update(word.len().to_be_bytes());
        hash.update(word.as_bytes());
    }
    let mut rng = [0; 16];
    rng.copy_from_slice(&hash.finalize()[..16]);
    [own, Ulid::from_parts(own.timestamp_ms(), u128::from_be_bytes(rng))].map(I::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(own: u128, words: &[impl AsRef<str>]) -> Ulid {
        let [first, second] = ids(Ulid::from(own), words);
        assert_eq!(first, Ulid::from(own), "the form's own id comes first");
        second
    }

    #[test]
    fn the_same_words_have_the_same_second_id_and_others_have_another() {
        let own = 1_794_812_400_000_u128 << 80 | 7;
        let words = other(own, &["Keys", "Who has them?"]);
        assert_eq!(words, other(own, &["Keys", "Who has them?"]));
        assert_eq!(words.timestamp_ms(), 1_794_812_400_000, "it sorts where the form's own does");
        assert_ne!(words, other(own, &["Keys", "Who has them"]));
        assert_ne!(words, other(own, &["Keys W", "ho has them?"]), "what stands in which field counts");
        assert_ne!(words, other(own + 1, &["Keys", "Who has them?"]));
    }
}
