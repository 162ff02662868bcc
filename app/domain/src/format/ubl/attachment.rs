//! What comes with a UBL document: `cac:AdditionalDocumentReference`, without those that name a project or an object.

use super::fields::Fields;
use crate::{
    format::{UnreadableInvoice, excerpt, xml::Element},
    invoice::Attachment,
};

/// Type codes of references that are read as something else: the project of a credit note, the object that is billed.
const OTHERS: [&str; 2] = ["50", "130"];
/// The most that are read of one document.
const MOST: usize = 200;
const REFERENCE: &str = "AdditionalDocumentReference";
const BINARY: [&str; 2] = ["Attachment", "EmbeddedDocumentBinaryObject"];

fn is_other(part: &Element) -> bool {
    let code = part.first(&["DocumentTypeCode"]).and_then(Element::trimmed);
    code.is_some_and(|code| OTHERS.contains(&code))
}

/// All of them, in the order of the document.
pub(super) fn list(fields: Fields<'_>) -> Result<Vec<Attachment>, UnreadableInvoice> {
    let parts = fields.each(REFERENCE).filter(|fields| !is_other(fields.part)).take(MOST);
    let one = |fields: Fields<'_>| {
        let binary = fields.part.first(&BINARY);
        let attribute = |name| binary.and_then(|binary| binary.attribute(name)).map(excerpt);
        Ok(Attachment {
            reference: fields.text("BT-122", &["ID"])?,
            description: fields.text("BT-123", &["DocumentDescription"])?,
            file_name: attribute("filename"),
            media_type: attribute("mimeCode"),
            size: binary.map(|binary| size_of(&binary.text)),
            address: fields.text("BT-124", &["Attachment", "ExternalReference", "URI"])?,
        })
    };
    parts.map(one).collect()
}

/// How many bytes a text in Base64 encodes.
fn size_of(text: &str) -> i64 {
    let letters = text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=').count();
    i64::try_from(letters * 3 / 4).unwrap_or(i64::MAX)
}

/// What is inside each in Base64, in the order of [`list`].
pub(in crate::format) fn contents(document: &Element) -> Vec<Option<String>> {
    let parts = document.all(REFERENCE).filter(|part| !is_other(part)).take(MOST);
    parts.map(|part| part.first(&BINARY).map(|binary| binary.text.clone())).collect()
}
