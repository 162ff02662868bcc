//! Documents that others published to try readers with: all must be read, and what is wrong in them must be said.
//! They lie outside the repository, in `shared/data/invoices` beside it or where `COPLAN_SHARED` points.

use crate::{
    format::{UnreadableInvoice, ubl},
    invoice::{
        Invoice,
        check::{Cause, Finding, Rule, Verdict, check},
    },
};
use std::{
    io::{Write, stderr},
    path::PathBuf,
    thread,
};

/// A folder of what lies outside the repository; none where it is not on this machine, which is said.
pub(in crate::format) fn shared(path: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    let shared = std::env::var_os("COPLAN_SHARED").map_or_else(beside, PathBuf::from);
    let folder = shared.join(path);
    if folder.is_dir() {
        return Some(folder);
    }
    // Past the test runner, which keeps to itself what a passing test prints.
    let test = thread::current().name().unwrap_or_default().to_owned();
    let why = format!("there is no {} (COPLAN_SHARED may say where)", folder.display());
    stderr().write_all(format!("skipped: {test}: {why}\n").as_bytes()).unwrap();
    None
}

fn folder() -> Option<PathBuf> {
    shared("data/invoices")
}

fn bytes(name: &str) -> Option<Vec<u8>> {
    Some(std::fs::read(folder()?.join(name)).unwrap())
}

fn wrong(invoice: &Invoice) -> Vec<Finding> {
    check(invoice).into_iter().filter(|finding| finding.verdict != Verdict::Agrees).collect()
}

#[test]
fn every_published_invoice_is_read_or_named() {
    let Some(folder) = folder() else { return };
    let mut read = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match ubl::read(&std::fs::read(&path).unwrap()) {
            Ok(invoice) => {
                read += 1;
                assert!(check(&invoice).len() >= 9 + invoice.lines.len(), "{name}");
            }
            Err(UnreadableInvoice::NotAnInvoice { root, .. }) => assert!(name.starts_with("finvoice") && root == "Finvoice"),
            Err(problem) => panic!("{name}: {problem}"),
        }
    }
    assert!(read >= 7, "{read}");
}

#[test]
fn those_that_are_right_agree_to_the_cent() {
    for name in [
        "peppol-Allowance-example.xml",
        "peppol-base-creditnote-correction.xml",
        "peppol-base-example.xml",
        "peppol-vat-category-Z.xml",
    ] {
        let Some(bytes) = bytes(name) else { return };
        assert_eq!(wrong(&ubl::read(&bytes).unwrap()), [], "{name}");
    }
}

#[test]
fn goods_sent_back_with_the_wrong_sign_are_explained() {
    let Some(bytes) = bytes("en16931-example1.xml") else { return };
    let invoice = ubl::read(&bytes).unwrap();
    let [finding] = wrong(&invoice).try_into().unwrap();
    assert_eq!((finding.rule, finding.verdict, finding.cause), (Rule::LineNet, Verdict::Differs, Some(Cause::SignReversed)));
    assert_eq!((finding.stated.minor(), finding.computed.unwrap().minor()), (-10_998, 10_998));
}

#[test]
fn lines_that_forget_their_quantity_are_explained() {
    let cases: [(&str, &[(i64, i64)]); 2] =
        [("en16931-example2.xml", &[(127_300, 254_600)]), ("en16931-example3.xml", &[(80_000, 160_000), (80_000, 160_000)])];
    for (name, expected) in cases {
        let Some(bytes) = bytes(name) else { return };
        let found = wrong(&ubl::read(&bytes).unwrap());
        assert!(
            found.iter().all(|finding| (finding.rule, finding.cause) == (Rule::LineNet, Some(Cause::QuantityLeftOut))),
            "{name}"
        );
        let amounts: Vec<_> = found.iter().map(|finding| (finding.stated.minor(), finding.computed.unwrap().minor())).collect();
        assert_eq!(amounts, expected, "{name}");
    }
}

#[test]
fn a_published_invoice_is_read_field_by_field() {
    let Some(bytes) = bytes("peppol-Allowance-example.xml") else { return };
    let invoice = ubl::read(&bytes).unwrap();
    assert_eq!(invoice.references.object.as_deref(), Some("DR35141"));
    assert_eq!(invoice.references.contract.as_deref(), Some("framework no 1"));
    assert_eq!(invoice.totals.vat_in_accounting_currency.unwrap().to_string(), "9324.00 SEK");
    assert_eq!(invoice.seller.name, "SupplierOfficialName Ltd");
    assert_eq!(invoice.seller.trading_name.as_deref(), Some("SupplierTradingName Ltd."));
    assert!(["39937423947", "se 4598375937"].into_iter().all(|typed| invoice.buyer.known_by().any(|id| id.is_of(typed))));
    assert_eq!(invoice.tax_point_on.unwrap().to_string(), "2017-12-01");
    assert_eq!(invoice.lines[0].price.discount.as_ref().unwrap().as_written(), "40");
    assert_eq!(invoice.lines[1].price.base_quantity.as_ref().unwrap().as_written(), "2");
}
