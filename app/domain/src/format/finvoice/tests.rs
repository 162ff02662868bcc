//! An invoice is the same in Finvoice as in UBL, in every version and however it was sent.

use super::*;
use crate::{
    format::ubl::official_documents::shared,
    invoice::check::{Verdict, check},
};
use proptest::prelude::*;

const HOURS: &str = include_str!("../../../samples/finvoice-three-short-tasks.xml");
const CREDIT_NOTE: &str = include_str!("../../../samples/finvoice-negative-credit.xml");
const UBL_HOURS: &[u8] = include_bytes!("../../../samples/three-short-tasks.xml");
const UBL_CREDIT_NOTE: &[u8] = include_bytes!("../../../samples/credit-note-without-code.xml");

fn changed(from: &str, to: &str) -> Invoice {
    assert!(HOURS.contains(from), "{from}");
    read(HOURS.replacen(from, to, 1).as_bytes()).unwrap()
}

fn agrees(invoice: &Invoice) -> bool {
    check(invoice).iter().all(|finding| finding.verdict == Verdict::Agrees)
}

#[test]
fn an_invoice_is_the_same_as_in_ubl() {
    assert_eq!(read(HOURS.as_bytes()).unwrap(), ubl::read(UBL_HOURS).unwrap());
}

#[test]
fn a_credit_note_that_is_negative_by_rule_is_the_same_as_in_ubl() {
    let note = read(CREDIT_NOTE.as_bytes()).unwrap();
    assert_eq!(note, ubl::read(UBL_CREDIT_NOTE).unwrap());
    assert!(agrees(&note) && note.owed().minor() == -23_845);
}

#[test]
fn it_is_read_behind_an_envelope_and_in_its_own_encoding() {
    let latin = HOURS.replacen("UTF-8", "ISO-8859-15", 1).replace("Anna Aho", "Åsa Öhman €");
    let latin: Vec<u8> = latin.chars().map(|c| if c == '€' { 0xa4 } else { u8::try_from(c).unwrap() }).collect();
    let sent = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<S:Envelope xmlns:S=\"urn:soap\"><S:Body/></S:Envelope>\n";
    for file in [latin.clone(), [&sent[..], &latin].concat()] {
        assert_eq!(read(&file).unwrap().references.buyer.as_deref(), Some("Åsa Öhman €"));
    }
    let undeclared = HOURS.split_once("?>").unwrap().1;
    assert_eq!(read(&[&sent[..], undeclared.as_bytes()].concat()).unwrap(), read(HOURS.as_bytes()).unwrap());
}

#[test]
fn what_older_versions_leave_out_is_told_by_what_they_have() {
    let no_code = changed("    <InvoiceTypeCodeUN>380</InvoiceTypeCodeUN>\n", "");
    assert_eq!(no_code, read(HOURS.as_bytes()).unwrap());
    let no_category = HOURS.replace("<RowVatCode>S</RowVatCode>", "").replace("<VatCode>S</VatCode>", "");
    assert_eq!(read(no_category.as_bytes()).unwrap(), read(HOURS.as_bytes()).unwrap());
    let pro_forma = changed(
        "<InvoiceTypeCode>INV01</InvoiceTypeCode>\n    <InvoiceTypeCodeUN>380</InvoiceTypeCodeUN>",
        "<InvoiceTypeCode>INV06</InvoiceTypeCode>",
    );
    assert!(pro_forma.kind.is_informative());
    let no_price = changed("    <UnitPriceAmount AmountCurrencyIdentifier=\"EUR\">94,50</UnitPriceAmount>\n", "");
    assert!(agrees(&no_price));
}

#[test]
fn a_row_without_an_amount_is_a_note_to_the_one_before() {
    let text = "</InvoiceRow>\n  <InvoiceRow><RowFreeText>Done by phone</RowFreeText></InvoiceRow>";
    let invoice = changed("</InvoiceRow>", text);
    assert_eq!((invoice.lines.len(), invoice.lines[0].note.as_deref()), (3, Some("Done by phone")));
    let first = changed("  <InvoiceRow>", "  <InvoiceRow><RowFreeText>In March</RowFreeText></InvoiceRow>\n  <InvoiceRow>");
    assert_eq!((first.lines.len(), first.notes), (3, vec!["In March".to_owned()]));
}

#[test]
fn what_is_missing_or_wrong_is_named_by_its_term() {
    let problem = |from: &str, to: &str| read(HOURS.replacen(from, to, 1).as_bytes()).unwrap_err().to_string();
    assert_eq!(problem("<InvoiceNumber>2026-0100</InvoiceNumber>", ""), "BT-1 is missing");
    assert_eq!(problem(">20260302<", ">2.3.2026<"), "BT-2 is not a date: 2.3.2026");
    assert_eq!(problem(">0,15<", ">some<"), "BT-129 on line 1 is not a number: some");
    assert!(matches!(read(UBL_HOURS), Err(UnreadableInvoice::NotAnInvoice { .. })));
}

#[test]
fn published_ones_are_read_and_agree() {
    let Some(folder) = shared("data/invoices") else { return };
    for name in ["finvoice-invoice.xml", "finvoice-credit-note.xml"] {
        let invoice = read(&std::fs::read(folder.join(name)).unwrap()).unwrap();
        let wrong: Vec<_> = check(&invoice).into_iter().filter(|finding| finding.verdict != Verdict::Agrees).collect();
        assert_eq!(wrong, [], "{name}");
    }
    let invoice = read(&std::fs::read(folder.join("finvoice-invoice.xml")).unwrap()).unwrap();
    assert_eq!(invoice.totals.payable.to_string(), "1088.36 EUR");
    assert_eq!(invoice.payment.means[0].bank.as_deref(), Some("NDEAFIHH"));
    assert_eq!(invoice.payment.reference(), Some("RF18539007547034"));
    assert_eq!(invoice.lines[0].adjustments[0].reason.as_deref(), Some("Sopimusalennus"));
    assert_eq!(invoice.adjustments[0].reason_code.as_deref(), Some("DL"));
}

proptest! {
    #[test]
    fn damaged_samples_never_panic(credit in any::<bool>(), at in any::<prop::sample::Index>(), length in 0_usize..20, with in prop::collection::vec(any::<u8>(), 0..20)) {
        let mut bytes = if credit { CREDIT_NOTE } else { HOURS }.as_bytes().to_vec();
        let from = at.index(bytes.len());
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, with);
        if let Ok(invoice) = read(&bytes) {
            prop_assert!(!check(&invoice).is_empty());
        }
    }
}
