//! The hash by which people compare what they agreed to.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The SHA-256 of these parts, each ended by a line feed, as 64 hexadecimal digits. No part has a line feed at its end or a
/// neighbour that it could be taken for: they are single lines, or one text alone.
pub(crate) fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().iter().fold(String::new(), |mut digits, byte| {
        // A String takes whatever is written to it.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
