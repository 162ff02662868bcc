//! Which kind a file is, by what is in it: names and media types are the sender's word alone.

use super::{
    cii, csv, finvoice, is_allowed,
    ubl::Form,
    xml::{self, Root},
};

/// How many bytes are looked at: the outermost element of a document and the first rows of a table come early.
const LOOKED_AT: usize = 64 * 1024;

/// How far from its start a PDF may say that it is one (ISO 32000-1, Annex H, implementation note 13).
const PDF_WITHIN: usize = 1024;

/// What kind of file something is. That it is of a kind says nothing about whether all of it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    /// An invoice in UBL 2.1.
    UblInvoice,
    /// A credit note in UBL 2.1.
    UblCreditNote,
    /// An invoice or a credit note in Finvoice.
    Finvoice,
    /// A Cross Industry Invoice of UN/CEFACT.
    Cii,
    /// Another XML document; its outermost element where the start is well-formed as far as that.
    Xml(Option<Root>),
    /// A table: rows of as many cells, divided by commas, semicolons or tabs.
    Csv,
    /// A ZIP archive, which a spreadsheet or another office document is as well.
    Zip,
    /// A PDF.
    Pdf,
    /// Text of no kind that is known.
    Text,
    /// No text, and no kind that is known, such as a picture; also an empty file.
    Unknown,
}

/// Looks at the start of a file.
#[must_use]
pub fn detect(bytes: &[u8]) -> FileKind {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if [&b"PK\x03\x04"[..], b"PK\x05\x06"].iter().any(|mark| start.starts_with(mark)) {
        return FileKind::Zip;
    }
    let text = xml::decode_start(finvoice::without_envelope(start));
    if text.trim_start().starts_with('<') {
        return xml_kind(&text);
    }
    let mut within = start.get(..PDF_WITHIN).unwrap_or(start).windows(5);
    if within.any(|mark| mark == b"%PDF-") {
        return FileKind::Pdf;
    }
    let Some(text) = csv::decode_start(start).filter(|text| is_text(text)) else { return FileKind::Unknown };
    // The last row may be cut off.
    let whole = if start.len() < bytes.len() { text.rfind('\n').and_then(|end| text.get(..end)) } else { Some(&*text) };
    if whole.is_some_and(csv::is_table) { FileKind::Csv } else { FileKind::Text }
}

fn xml_kind(text: &str) -> FileKind {
    let Ok(root) = xml::root(text) else { return FileKind::Xml(None) };
    match Form::of(&root) {
        Some(Form::Invoice) => FileKind::UblInvoice,
        Some(Form::CreditNote) => FileKind::UblCreditNote,
        None if finvoice::is_finvoice(&root) => FileKind::Finvoice,
        None if cii::is_cii(&root) => FileKind::Cii,
        None => FileKind::Xml(Some(root)),
    }
}

fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().all(|c| is_allowed(c) && (!c.is_control() || c.is_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const INVOICE: &str = include_str!("../../samples/three-short-tasks.xml");
    const CREDIT_NOTE: &str = include_str!("../../samples/credit-note.xml");

    fn other_xml(name: &str, namespace: Option<&str>) -> FileKind {
        FileKind::Xml(Some(Root { name: name.to_owned(), namespace: namespace.map(str::to_owned) }))
    }

    #[test]
    fn invoices_and_credit_notes_are_told_apart() {
        assert_eq!(detect(INVOICE.as_bytes()), FileKind::UblInvoice);
        assert_eq!(detect(CREDIT_NOTE.as_bytes()), FileKind::UblCreditNote);
    }

    #[test]
    fn an_invoice_is_one_in_any_encoding_and_when_it_is_broken_off() {
        let marked = format!("\u{feff}{INVOICE}");
        let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [
            marked.as_bytes(),
            &utf16,
            format!("\n {INVOICE}").replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "").as_bytes(),
        ] {
            assert_eq!(detect(bytes), FileKind::UblInvoice);
        }
        assert_eq!(detect(&INVOICE.as_bytes()[..INVOICE.len() / 2]), FileKind::UblInvoice);
        let long = format!("{}{}", INVOICE.replace("Anna Aho", "Åsa"), " ".repeat(LOOKED_AT) + "ä");
        assert_eq!(detect(long.as_bytes()), FileKind::UblInvoice);
    }

    #[test]
    fn finvoice_is_known_with_and_without_its_envelope() {
        assert_eq!(detect(b"<Finvoice Version=\"3.0\"/>"), FileKind::Finvoice);
        let sent = b"<s:Envelope xmlns:s='urn:soap'></s:Envelope>\n<?xml version=\"1.0\"?><Finvoice Version='1.3'>";
        assert_eq!(detect(sent), FileKind::Finvoice);
    }

    #[test]
    fn other_xml_is_named_by_its_outermost_element() {
        assert_eq!(detect(b"<Finvoice xmlns='urn:mine'/>"), other_xml("Finvoice", Some("urn:mine")));
        assert_eq!(
            detect(b"<?xml version=\"1.0\"?><!-- a --><s:Envelope xmlns:s='urn:soap'>"),
            other_xml("Envelope", Some("urn:soap"))
        );
        assert_eq!(detect(b"<Invoice xmlns='urn:mine'/>"), other_xml("Invoice", Some("urn:mine")));
        let declared = b"<?xml version='1.0' encoding='ISO-8859-1'?><Rechnung\xe4/>";
        assert_eq!(detect(declared), other_xml("Rechnungä", None));
    }

    #[test]
    fn xml_that_breaks_before_its_outermost_element_has_no_name() {
        for broken in ["<", "<!-- only this -->", "<!DOCTYPE html><html/>", "<a:b/>"] {
            assert_eq!(detect(broken.as_bytes()), FileKind::Xml(None), "{broken}");
        }
    }

    #[test]
    fn archives_and_pdfs_are_known_by_their_marks() {
        assert_eq!(detect(b"PK\x03\x04\x14\0\x06\0"), FileKind::Zip);
        assert_eq!(detect(b"PK\x05\x06\0\0"), FileKind::Zip);
        assert_eq!(detect(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), FileKind::Pdf);
        assert_eq!(detect(b"\n\n%PDF-1.4\n"), FileKind::Pdf);
    }

    #[test]
    fn a_table_has_rows_of_as_many_cells() {
        for table in
            ["Name;Hours\nAnna;1,5\n", "Name,Age\r\n\"Aho, Anna\",44\r\n", "\u{feff}Name\tAge\nAnna\t44", "N\u{e4}me;A\nb;c"]
        {
            assert_eq!(detect(table.as_bytes()), FileKind::Csv, "{table}");
        }
        assert_eq!(detect(b"N\xe4me;Age\nAnna;44\n"), FileKind::Csv, "Windows-1252");
        let long = "name;amount;why\n".to_owned() + &"Anna;12;\u{e4}\n".repeat(20_000);
        assert_eq!(detect(long.as_bytes()), FileKind::Csv, "cut within a row");
    }

    #[test]
    fn text_without_rows_of_as_many_cells_is_only_text() {
        for text in ["hello", "Dear Mikko,\nthe invoice, which you sent, is wrong.\nAnna", "{}", "one, two"] {
            assert_eq!(detect(text.as_bytes()), FileKind::Text, "{text}");
        }
    }

    #[test]
    fn a_picture_or_nothing_at_all_is_unknown() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"\x1f\x8b\x08\0", b"", b" \n"] {
            assert_eq!(detect(bytes), FileKind::Unknown, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _kind = detect(&bytes);
        }
    }
}
