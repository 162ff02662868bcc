//! What may be there once is refused when it is there twice with another value; what may be there often is not.

use super::read;
use crate::format::{Spot, UnreadableInvoice};

const HOURS: &str = include_str!("../../../samples/three-short-tasks.xml");

fn problem(text: &str) -> UnreadableInvoice {
    read(text.as_bytes()).expect_err("must not be readable")
}

fn changed(sample: &str, from: &str, to: &str) -> String {
    assert!(sample.contains(from), "{from}");
    sample.replacen(from, to, 1)
}

fn header(term: &'static str) -> Spot {
    Spot { term, line: None }
}

fn on_line(term: &'static str, line: &str) -> Spot {
    Spot { term, line: Some(line.to_owned()) }
}

#[test]
fn what_may_be_there_once_is_refused_when_it_is_there_twice_with_another_value() {
    let cases = [
        ("<cbc:ID>2026-0100</cbc:ID>", "2026-0100", "2026-0101", header("BT-1")),
        ("<cbc:IssueDate>2026-03-02</cbc:IssueDate>", "2026-03-02", "2026-03-03", header("BT-2")),
        ("<cbc:DueDate>2026-03-16</cbc:DueDate>", "2026-03-16", "2026-03-17", header("BT-9")),
        ("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", "EUR", "SEK", header("BT-5")),
        ("<cbc:PayableAmount currencyID=\"EUR\">53.39</cbc:PayableAmount>", "53.39", "53.40", header("BT-115")),
        ("<cbc:TaxInclusiveAmount currencyID=\"EUR\">53.39</cbc:TaxInclusiveAmount>", "53.39", "1", header("BT-112")),
        ("<cbc:LineExtensionAmount currencyID=\"EUR\">14.18</cbc:LineExtensionAmount>", "14.18", "0", on_line("BT-131", "1")),
    ];
    for (element, value, other, at) in cases {
        for (second, is_refused) in [(other, true), (value, false)] {
            let twice = format!("{element}{}", element.replace(value, second));
            let read = read(changed(HOURS, element, &twice).as_bytes());
            let expected = is_refused.then(|| UnreadableInvoice::StatedTwice { at: at.clone() });
            assert_eq!(read.err(), expected, "{twice}");
        }
    }
    let (before, rest) = HOURS.split_once("<cac:AccountingCustomerParty>").unwrap();
    let (buyer, after) = rest.split_once("</cac:AccountingCustomerParty>").unwrap();
    let buyers = |other: &str| {
        let role = |buyer: &str| format!("<cac:AccountingCustomerParty>{buyer}</cac:AccountingCustomerParty>");
        format!("{before}{}{}{after}", role(buyer), role(other))
    };
    assert_eq!(problem(&buyers(&buyer.replace("Asiakas", "Toinen"))), UnreadableInvoice::StatedTwice { at: header("BT-44") });
    assert!(read(buyers(buyer).as_bytes()).is_ok(), "the same buyer");
    let more = "</cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">99.00</cbc:TaxAmount></cac:TaxTotal>";
    let vat = changed(HOURS, "</cac:TaxTotal>", more);
    assert_eq!(problem(&vat), UnreadableInvoice::StatedTwice { at: header("BT-110") });
    assert!(read(vat.replace("99.00", "10.85").as_bytes()).is_ok(), "the same VAT");
    let same = "<cbc:PayableAmount currencyID=\"EUR\">53.39</cbc:PayableAmount><cbc:PayableAmount currencyID=\"EUR\">53.390</cbc:PayableAmount>";
    assert!(read(changed(HOURS, "<cbc:PayableAmount currencyID=\"EUR\">53.39</cbc:PayableAmount>", same).as_bytes()).is_ok());
}

#[test]
fn notes_accounts_and_earlier_invoices_may_be_there_many_times() {
    let means = "<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>other</cbc:PaymentID>\
        <cac:PayeeFinancialAccount><cbc:ID>FI5544444400000003</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>";
    let text = changed(HOURS, "<cac:PaymentMeans>", &format!("{means}<cac:PaymentMeans>"));
    let notes = "<cbc:Note>One</cbc:Note><cbc:Note>Two</cbc:Note><cbc:DocumentCurrencyCode>";
    let invoice = read(changed(&text, "<cbc:DocumentCurrencyCode>", notes).as_bytes()).unwrap();
    assert_eq!(invoice.notes, ["One", "Two"]);
    assert_eq!(invoice.payment.accounts().collect::<Vec<_>>(), ["FI5544444400000003", "FI2112345600000785"]);
}
