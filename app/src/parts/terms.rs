//! What the business terms of EN 16931 are called.

use crate::{say, words::Words};

/// What a term is called, with its code, and on which line.
#[must_use]
pub fn place(words: &Words, code: &str, line: Option<&str>) -> String {
    let name = term(words, code);
    match line {
        Some(line) => say!(words, "spot-on-line", term = code.to_owned(), name = name, line = line.to_owned()),
        None => say!(words, "spot", term = code.to_owned(), name = name),
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
