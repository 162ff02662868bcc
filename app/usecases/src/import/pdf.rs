//! The invoice that travels inside a PDF (Factur-X, ZUGFeRD): the XML of one of its embedded files.
//!
//! Streams are never inside other streams (ISO 32000-1, 7.5.7), so the file is searched for those that are embedded files;
//! its structure need not be followed, and nothing but they is unpacked. A library that loads the whole document unpacks
//! whatever it holds, without bounds.

use coplan_domain::format::{FileKind, MAX_BYTES, detect};
use flate2::read::ZlibDecoder;
use std::io::Read;

/// The most streams that are looked at, and how many of them may be embedded files that are tried.
const MOST_STREAMS: usize = 20_000;
const MOST_EMBEDDED: usize = 100;
/// How far before its stream a dictionary may begin.
const DICTIONARY: usize = 4_096;
/// How many bytes tell what kind of file an embedded one is.
const START: u64 = 64 * 1024;

/// The embedded invoice; none where there is none that can be read.
pub(crate) fn embedded_invoice(pdf: &[u8]) -> Option<Vec<u8>> {
    embedded(pdf).take(MOST_EMBEDDED).find_map(|stream| invoice_in(&stream))
}

/// A stream that is an embedded file.
struct Stream<'p> {
    /// Whether its bytes are packed.
    is_packed: bool,
    /// Its bytes and all that follows them.
    bytes: &'p [u8],
}

/// The embedded files, in the order of the file.
fn embedded(pdf: &[u8]) -> impl Iterator<Item = Stream<'_>> {
    let mut from = 0;
    let places = std::iter::from_fn(move || {
        let at = from + find(pdf.get(from..)?, b"stream")?;
        from = at + b"stream".len();
        Some((at, from))
    });
    places.take(MOST_STREAMS).filter_map(|(at, from)| {
        let before = pdf.get(at.saturating_sub(DICTIONARY)..at)?;
        let dictionary = before.get(find_last(before, b"obj")?..)?;
        find(dictionary, b"EmbeddedFile")?;
        let rest = pdf.get(from..)?;
        let skipped = if rest.starts_with(b"\r\n") { 2 } else { 1 };
        Some(Stream { is_packed: find(dictionary, b"FlateDecode").is_some(), bytes: rest.get(skipped..)? })
    })
}

fn invoice_in(stream: &Stream<'_>) -> Option<Vec<u8>> {
    if !stream.is_packed {
        let end = find(stream.bytes, b"endstream").unwrap_or(stream.bytes.len());
        let bytes = stream.bytes.get(..end)?;
        return is_invoice(bytes).then(|| bytes.to_vec());
    }
    let mut start = Vec::new();
    // A stream that breaks off may have begun well.
    let _broken = ZlibDecoder::new(stream.bytes).take(START).read_to_end(&mut start);
    if !is_invoice(&start) {
        return None;
    }
    let mut all = Vec::new();
    let read = ZlibDecoder::new(stream.bytes).take(MAX_BYTES as u64 + 1).read_to_end(&mut all).ok()?;
    (read <= MAX_BYTES).then_some(all)
}

fn is_invoice(bytes: &[u8]) -> bool {
    matches!(detect(bytes), FileKind::Cii | FileKind::UblInvoice | FileKind::UblCreditNote)
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

fn find_last(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).rposition(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use proptest::prelude::*;
    use std::io::Write;

    const XML: &[u8] = include_bytes!("../../../domain/samples/cii-three-short-tasks.xml");

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn pdf(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut pdf = b"%PDF-1.7\n".to_vec();
        for (place, (dictionary, bytes)) in streams.iter().enumerate() {
            pdf.extend(format!("{} 0 obj\n<< {dictionary} /Length {} >>\nstream\r\n", place + 1, bytes.len()).bytes());
            pdf.extend(bytes);
            pdf.extend(b"\nendstream\nendobj\n");
        }
        pdf.extend(b"trailer << >>\n%%EOF\n");
        pdf
    }

    #[test]
    fn the_invoice_in_a_pdf_is_found_packed_or_not_behind_other_streams() {
        let (font, text) = (("/Filter /FlateDecode", packed(b"a font")), ("/Type /EmbeddedFile", b"some text".to_vec()));
        let in_pdf = |dictionary: &'static str, bytes| pdf(&[font.clone(), text.clone(), (dictionary, bytes)]);
        assert_eq!(
            embedded_invoice(&in_pdf("/Type /EmbeddedFile /Subtype /text#2Fxml /Filter /FlateDecode", packed(XML))).unwrap(),
            XML
        );
        let plain = embedded_invoice(&in_pdf("/Type /EmbeddedFile", XML.to_vec())).unwrap();
        assert_eq!(plain.trim_ascii_end(), XML.trim_ascii_end());
    }

    #[test]
    fn a_pdf_without_an_invoice_or_with_one_too_large_gives_none() {
        assert_eq!(embedded_invoice(&pdf(&[("/Filter /FlateDecode", packed(XML))])), None, "no embedded file");
        let bomb = [XML, &vec![b' '; MAX_BYTES]].concat();
        assert_eq!(embedded_invoice(&pdf(&[("/Type /EmbeddedFile /Filter /FlateDecode", packed(&bomb))])), None);
        let mut broken = pdf(&[("/Type /EmbeddedFile /Filter /FlateDecode", packed(XML))]);
        broken.truncate(broken.len() / 2);
        assert_eq!(embedded_invoice(&broken), None);
        assert_eq!(embedded_invoice(b"%PDF-1.7\nstream EmbeddedFile obj stream"), None);
    }

    proptest! {
        #[test]
        fn whatever_a_pdf_is_made_of_nothing_panics(
            parts in prop::collection::vec(
                prop::sample::select(vec!["%PDF-", "1 0 obj", "<<", "/EmbeddedFile", "/FlateDecode", "stream", "\r\n", "endstream", "x\u{9c}", "<a/>"]),
                0..60,
            )
        ) {
            let _found = embedded_invoice(parts.concat().as_bytes());
        }
    }
}
