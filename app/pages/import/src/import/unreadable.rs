//! Why a file cannot be read, in plain words.

use super::table::said;
use coplan_app::{parts::terms, say, words::Words};
use coplan_domain::{
    format::{Spot, UnreadableInvoice, xml::XmlError},
    table_import::TableKind,
};

/// One sentence or two.
#[must_use]
pub fn sentence(words: &Words, why: &UnreadableInvoice) -> String {
    match why {
        UnreadableInvoice::Xml(why) => xml(words, why),
        UnreadableInvoice::NotAnInvoice { root, .. } => say!(words, "unreadable-other-kind", root = root.clone()),
        UnreadableInvoice::Missing { at } => say!(words, "unreadable-missing", place = place(words, at)),
        UnreadableInvoice::StatedTwice { at } => say!(words, "unreadable-twice", place = place(words, at)),
        UnreadableInvoice::TextTooLong { at, limit } => {
            say!(words, "unreadable-text-too-long", place = place(words, at), limit = count(*limit))
        }
        UnreadableInvoice::BadDate { at, written } => {
            say!(words, "unreadable-date", place = place(words, at), written = written.clone())
        }
        UnreadableInvoice::BadNumber { at, written } => {
            say!(words, "unreadable-number", place = place(words, at), written = written.clone())
        }
        UnreadableInvoice::AmountTooLarge { at, written } => {
            say!(words, "unreadable-amount-too-large", place = place(words, at), written = written.clone())
        }
        UnreadableInvoice::UnknownCurrency { at, written } => {
            say!(words, "unreadable-currency", place = place(words, at), written = written.clone())
        }
        UnreadableInvoice::OtherCurrency { at, found, currency } => {
            let (place, found, currency) = (place(words, at), found.clone(), currency.code());
            say!(words, "unreadable-other-currency", place = place, found = found, currency = currency)
        }
        UnreadableInvoice::Table(why) => said::unreadable(words, why),
        UnreadableInvoice::NoColumn(fields) => {
            let missing = said::missing(words, TableKind::Invoices, fields);
            format!("{missing} {}", say!(words, "table-match-elsewhere"))
        }
        UnreadableInvoice::Rows { number, faults } => {
            let faults = said::faults(words, faults);
            if number.is_empty() {
                faults
            } else {
                say!(words, "table-invoice-faults", number = number.as_str(), faults = faults)
            }
        }
        UnreadableInvoice::NeitherAllowanceNorCharge { at, written } => {
            say!(words, "unreadable-neither", place = place(words, at), written = written.clone())
        }
    }
}

fn xml(words: &Words, why: &XmlError) -> String {
    match why {
        XmlError::TooLarge { bytes, limit } => too_large(words, *bytes, *limit),
        XmlError::NotText => say!(words, "unreadable-not-text"),
        XmlError::NotXml { line } => say!(words, "unreadable-not-xml", line = count(*line)),
        XmlError::DoctypeRefused { line } => say!(words, "unreadable-doctype", line = count(*line)),
        XmlError::TooDeep { line, limit } => {
            say!(words, "unreadable-too-deep", line = count(*line), limit = count(*limit))
        }
        XmlError::TooManyParts { line } => say!(words, "unreadable-too-many-parts", line = count(*line)),
    }
}

/// How large a file is and how large it may be.
pub fn too_large(words: &Words, bytes: usize, limit: usize) -> String {
    let megabytes = |bytes: usize| count(bytes.div_ceil(1024 * 1024));
    say!(words, "unreadable-too-large", size = megabytes(bytes), limit = megabytes(limit))
}

/// Numbers go as whole numbers, so that plurals fall as they should.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn place(words: &Words, at: &Spot) -> String {
    terms::place(words, at.term, at.line.as_deref())
}
