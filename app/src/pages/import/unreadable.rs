//! Why a file cannot be read, in plain words.

use crate::{say, words::Words};
use coplan_domain::format::{Spot, UnreadableInvoice, xml::XmlError};

/// One sentence or two.
#[must_use]
pub fn sentence(words: &Words, why: &UnreadableInvoice) -> String {
    match why {
        UnreadableInvoice::Xml(why) => xml(words, why),
        UnreadableInvoice::NotAnInvoice { root, .. } => say!(words, "unreadable-other-kind", root = root.clone()),
        UnreadableInvoice::Missing { at } => say!(words, "unreadable-missing", place = place(words, at)),
        UnreadableInvoice::TextTooLong { at, limit } => {
            say!(words, "unreadable-text-too-long", place = place(words, at), limit = count(*limit))
        }
        UnreadableInvoice::BadDate { at, written } => {
            say!(words, "unreadable-date", place = place(words, at), written = written.clone())
        }
        UnreadableInvoice::BadNumber { at, written } => {
            say!(words, "unreadable-number", place = place(words, at), written = written.clone())
        }
        UnreadableInvoice::TooManyDecimals { at, written, currency } => {
            let decimals = i64::from(currency.decimals());
            let (place, written, currency) = (place(words, at), written.clone(), currency.code());
            say!(words, "unreadable-decimals", place = place, written = written, currency = currency, decimals = decimals)
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

/// What a business term is called, and on which line.
fn place(words: &Words, at: &Spot) -> String {
    let name = term(words, at.term);
    match &at.line {
        Some(line) => say!(words, "spot-on-line", term = at.term, name = name, line = line.clone()),
        None => say!(words, "spot", term = at.term, name = name),
    }
}

fn term(words: &Words, term: &str) -> String {
    match term {
        "BT-1" => say!(words, "term-number"),
        "BT-2" => say!(words, "term-issued-on"),
        "BT-3" => say!(words, "term-kind"),
        "BT-5" => say!(words, "term-currency"),
        "BT-9" => say!(words, "term-due-on"),
        "BT-27" => say!(words, "term-seller"),
        "BT-44" => say!(words, "term-buyer"),
        "BG-22" => say!(words, "term-totals"),
        "BG-25" => say!(words, "term-lines"),
        "BT-92" | "BT-99" | "BT-136" | "BT-141" => say!(words, "term-adjustment"),
        "BT-106" => say!(words, "term-lines-total"),
        "BT-109" => say!(words, "term-without-vat"),
        "BT-110" | "BT-117" => say!(words, "term-vat"),
        "BT-112" => say!(words, "term-with-vat"),
        "BT-113" => say!(words, "term-prepaid"),
        "BT-115" => say!(words, "term-payable"),
        "BT-116" => say!(words, "term-vat-base"),
        "BT-118" | "BT-119" | "BT-151" | "BT-152" | "BT-95" | "BT-96" => say!(words, "term-vat-rate"),
        "BT-126" => say!(words, "term-line-number"),
        "BT-129" => say!(words, "term-quantity"),
        "BT-131" => say!(words, "term-line-net"),
        "BT-146" | "BT-147" | "BT-148" | "BT-149" => say!(words, "term-price"),
        "BT-153" => say!(words, "term-line-name"),
        _ => say!(words, "term-other"),
    }
}
