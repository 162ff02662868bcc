//! The name of a file: the SHA-256 of its bytes.

use object_store::path::Path as Key;
use std::{
    fmt::{self, Display},
    str::FromStr,
};

/// The SHA-256 of a file, written as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileHash([u8; 32]);

/// Text that is no hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hash is 64 hexadecimal digits")]
pub struct NoHash;

impl FileHash {
    pub(crate) fn new(digest: impl Into<[u8; 32]>) -> Self {
        Self(digest.into())
    }

    /// Where its bytes are: `ab/cdef...`, so that no folder gets too many entries.
    pub(super) fn key(self) -> Key {
        let digits = self.to_string();
        let (folder, name) = digits.split_at(2);
        Key::from(folder).join(name)
    }

    /// The hash that is named by where bytes are; none where they are no file.
    pub(super) fn of_key(key: &Key) -> Option<Self> {
        let (folder, name) = key.as_ref().split_once('/')?;
        format!("{folder}{name}").parse().ok().filter(|hash: &Self| hash.key() == *key)
    }
}

impl Display for FileHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl FromStr for FileHash {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<Self, NoHash> {
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit() && !digit.is_ascii_uppercase()) {
            return Err(NoHash);
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(|_| NoHash)?;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGITS: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn a_hash_is_read_as_it_is_written() {
        let hash: FileHash = DIGITS.parse().unwrap();
        assert_eq!(hash.to_string(), DIGITS);
        assert_eq!(hash.key().as_ref(), format!("{}/{}", &DIGITS[..2], &DIGITS[2..]));
        assert_eq!(FileHash::of_key(&hash.key()), Some(hash));
        for wrong in ["", "e3", &DIGITS[1..], &DIGITS.to_uppercase(), &DIGITS.replace('e', "g"), &DIGITS.replace('e', "é")] {
            assert_eq!(wrong.parse::<FileHash>(), Err(NoHash), "{wrong}");
        }
    }

    #[test]
    fn what_is_no_file_has_no_hash() {
        for key in ["owner", "incoming/01J", "e3/b0", DIGITS] {
            assert_eq!(FileHash::of_key(&Key::from(key)), None, "{key}");
        }
    }
}
