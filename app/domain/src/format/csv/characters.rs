//! From bytes to characters, in the encodings that spreadsheets save tables in.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// The characters: by the byte order mark where there is one, else UTF-8, else Windows-1252, which has all of ISO-8859-1.
/// None for what is no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?),
        None => UTF_8
            .decode_without_bom_handling_and_without_replacement(bytes)
            .or_else(|| WINDOWS_1252.decode_without_bom_handling_and_without_replacement(bytes)),
    };
    // Every sequence of bytes is Windows-1252, a picture too; text has no NUL in it.
    text.filter(|text| !text.contains('\0'))
}

/// The characters at the start of a file; where that was cut within a character, without that character.
pub(in crate::format) fn decode_start(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let whole = match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to())?,
        _ => bytes,
    };
    let mark = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8);
    // Units of UTF-16 have two bytes, and a pair of them may be cut as well.
    mark.map_or_else(|| decode(whole), |_| (0..4).find_map(|cut| decode(bytes.get(..bytes.len().checked_sub(cut)?)?)))
}
