//! What kind of file this is, as far as its first bytes tell.

/// The media type of a file that begins with these bytes. A function of the bytes alone, because one row tells it for all
/// who name the same file.
pub(super) fn of(start: &[u8]) -> &'static str {
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let is_wide_xml = [b"\xFE\xFF\0<".as_slice(), b"\xFF\xFE<\0"].iter().any(|mark| start.starts_with(mark));
    if start.starts_with(b"%PDF-") {
        "application/pdf"
    } else if start.starts_with(b"PK\x03\x04") {
        "application/zip"
    } else if is_wide_xml || text.trim_ascii_start().starts_with(b"<") {
        "application/xml"
    } else {
        infer::get(start).map_or("application/octet-stream", |found| found.mime_type())
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        for (start, media_type) in [
            (b"<Invoice/>".as_slice(), "application/xml"),
            (b"\xEF\xBB\xBF\r\n <?xml", "application/xml"),
            (b"\xFF\xFE<\0?\0", "application/xml"),
            (b"%PDF-1.7", "application/pdf"),
            (b"PK\x03\x04", "application/zip"),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n", "image/png"),
            (b"MZ\x90\0", "application/vnd.microsoft.portable-executable"),
            (b"Dear Anna", "application/octet-stream"),
            (b"", "application/octet-stream"),
        ] {
            assert_eq!(of(start), media_type);
        }
    }
}
