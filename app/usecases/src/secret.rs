//! What nobody can guess: made from chance, shown once, kept only as a hash.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use coplan_domain::system::Rng;
use sha2::{Digest, Sha256};

/// 32 bytes of chance in base64url: what stands in a personal link or a cookie. Debug does not show it.
#[derive(Clone)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl Secret {
    pub(crate) fn new(rng: &dyn Rng) -> Self {
        let mut bytes = [0; 32];
        rng.fill(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// What came in an address or a cookie; none where it cannot be a secret of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = (text.len() == 43).then(|| URL_SAFE_NO_PAD.decode(text).ok())??;
        (bytes.len() == 32).then(|| Self(text.to_owned()))
    }

    /// The text, for the one who may have it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> String {
        hash(&self.0)
    }
}

/// A text that its reader may see and no log: an address with a secret in it, a code, a new password.
#[derive(Clone)]
pub struct Hidden(String);

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden(..)")
    }
}

impl Hidden {
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    /// The text, for the one who may have it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// SHA-256 in hexadecimal. Enough for secrets of 256 bits; passwords go another way.
pub(crate) fn hash(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

/// Whether two texts are the same, in a time that does not tell where they differ.
pub(crate) fn same(left: &str, right: &str) -> bool {
    left.len() == right.len() && left.bytes().zip(right.bytes()).fold(0, |all, (l, r)| all | (l ^ r)) == 0
}

/// Six digits, each value as likely as any other.
pub(crate) fn six_digits(rng: &dyn Rng) -> String {
    const SPAN: u32 = 1_000_000;
    // A remainder of the whole range would make small values likelier; what is above is drawn again.
    const BOUND: u32 = u32::MAX - u32::MAX % SPAN;
    loop {
        let mut bytes = [0; 4];
        rng.fill(&mut bytes);
        let drawn = u32::from_le_bytes(bytes);
        if drawn < BOUND {
            return format!("{:06}", drawn % SPAN);
        }
    }
}

/// Six digits as people type or paste them: with spaces or dashes between. None where it is anything else.
pub(crate) fn read_six_digits(typed: &str) -> Option<String> {
    let digits = digits_of(typed);
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// What was typed without what stands between digits; no more of it than tells that it is too long.
pub(crate) fn digits_of(typed: &str) -> String {
    typed.chars().filter(|c| !is_between(*c)).take(7).collect()
}

/// 32 letters and digits that nobody takes for one another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters and digits in groups of four: 20 bits of chance a group.
pub(crate) fn readable(rng: &dyn Rng, groups: usize) -> String {
    let mut bytes = vec![0; groups * 4];
    rng.fill(&mut bytes);
    let letters: Vec<u8> = bytes.iter().map(|byte| ALPHABET[usize::from(byte % 32)]).collect();
    letters.chunks(4).map(|group| group.iter().map(|byte| char::from(*byte)).collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What [`readable`] made, as somebody typed it: in small letters, without dashes, with O for 0.
pub(crate) fn read_readable(typed: &str, groups: usize) -> Option<String> {
    let letters: Vec<u8> = typed
        .chars()
        .filter(|c| !is_between(*c))
        .take(groups * 4 + 1)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .map(|c| u8::try_from(c).ok().filter(|byte| ALPHABET.contains(byte)))
        .collect::<Option<_>>()?;
    (letters.len() == groups * 4).then(|| {
        let groups = letters.chunks(4).map(|group| group.iter().map(|byte| char::from(*byte)).collect::<String>());
        groups.collect::<Vec<_>>().join("-")
    })
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '\u{200b}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    struct Given(Mutex<Vec<Vec<u8>>>);

    impl Rng for Given {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.copy_from_slice(&self.0.lock().unwrap().remove(0));
        }
    }

    fn given(draws: &[&[u8]]) -> Given {
        Given(Mutex::new(draws.iter().map(|draw| draw.to_vec()).collect()))
    }

    #[test]
    fn a_draw_that_would_favour_small_codes_is_drawn_again() {
        let rng = given(&[&u32::MAX.to_le_bytes(), &4_294_000_000_u32.to_le_bytes(), &7_000_042_u32.to_le_bytes()]);
        assert_eq!(six_digits(&rng), "000042");
    }

    #[test]
    fn a_code_may_be_typed_with_spaces_and_dashes() {
        for typed in ["123456", " 123 456\n", "123-456", "12\u{a0}34\u{2013}56"] {
            assert_eq!(read_six_digits(typed).as_deref(), Some("123456"), "{typed:?}");
        }
        for typed in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            assert_eq!(read_six_digits(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_recovery_code_is_read_however_it_is_written() {
        let code = readable(&given(&[&[0, 1, 17, 18, 31, 32, 255, 9, 10, 11, 12, 13]]), 3);
        assert_eq!(code, "01HJ-Z0Z9-ABCD");
        assert_eq!(read_readable(" o1hj z0z9abcd", 3), Some(code));
        assert_eq!(read_readable("01HJ-Z0Z9-ABC", 3), None);
        assert_eq!(read_readable("01HJ-Z0Z9-ABCDE", 3), None);
        assert_eq!(read_readable("01HJ-Z0Z9-ABCU", 3), None);
    }

    #[test]
    fn a_secret_is_read_back_and_not_shown() {
        let secret = Secret::new(&given(&[&[7; 32]]));
        assert_eq!(Secret::parse(secret.expose()).map(|read| read.hash()), Some(secret.hash()));
        assert_eq!(format!("{secret:?}"), "Secret(..)");
        assert_eq!(secret.hash().len(), 64);
        assert!(!secret.hash().contains(secret.expose()));
    }

    #[test]
    fn what_cannot_be_a_secret_is_none() {
        for text in ["", "a", "../../../../../../../../../../../etc/passwd", &"a".repeat(44), &"é".repeat(22), &"=".repeat(43)] {
            assert!(Secret::parse(text).is_none(), "{text:?}");
        }
    }
}
