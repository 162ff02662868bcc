//! What published invoices do that few readers expect: our own samples of each, and small files from outside the
//! repository, in `shared/data/cases` beside it or where `COPLAN_SHARED` points.

use super::official_documents::shared;
use crate::{
    format::{UnreadableInvoice, ubl, xml::XmlError},
    invoice::{
        Invoice, PaymentMeans, SettlementKind,
        check::{Cause, Finding, Rule, Verdict, check, overall},
        note_text,
    },
    money::Money,
};

const NEGATIVE: &[u8] = include_bytes!("../../../samples/credit-note-negative.xml");
const NO_CODE: &[u8] = include_bytes!("../../../samples/credit-note-without-code.xml");
const TWO_REASONS: &[u8] = include_bytes!("../../../samples/two-reasons-to-be-exempt.xml");
const THIRD_PARTY: &[u8] = include_bytes!("../../../samples/third-party-payment.xml");
const WITHHELD: &[u8] = include_bytes!("../../../samples/withheld-tax.xml");
const FINER: &[u8] = include_bytes!("../../../samples/finer-than-cents.xml");
const VAT_ELSEWHERE: &[u8] = include_bytes!("../../../samples/vat-beside-the-item.xml");
const DISCOUNTED: &[u8] = include_bytes!("../../../samples/discounted-price.xml");
const CORRECTED: &[u8] = include_bytes!("../../../samples/corrected.xml");
const PRO_FORMA: &[u8] = include_bytes!("../../../samples/pro-forma.xml");

const TWO_ACCOUNTS: &[u8] = include_bytes!("../../../samples/two-accounts-and-parts.xml");
const DIRECT_DEBIT: &[u8] = include_bytes!("../../../samples/direct-debit.xml");

/// Our sample and the file of that name from outside.
fn each(sample: &[u8], case: &str, claim: impl Fn(&Invoice)) {
    claim(&ubl::read(sample).unwrap());
    if let Some(folder) = shared("data/cases") {
        claim(&ubl::read(&std::fs::read(folder.join(case)).unwrap()).unwrap());
    }
}

fn wrong(invoice: &Invoice) -> Vec<Finding> {
    check(invoice).into_iter().filter(|finding| finding.verdict != Verdict::Agrees).collect()
}

fn changed(sample: &[u8], from: &str, to: &str) -> Invoice {
    let text = String::from_utf8(sample.to_vec()).unwrap();
    assert!(text.contains(from), "{from}");
    ubl::read(text.replacen(from, to, 1).as_bytes()).unwrap()
}

#[test]
fn a_negative_credit_note_gives_back_and_never_agrees() {
    each(NEGATIVE, "a10-credit-note-negative.xml", |note| {
        assert!(note.owed().minor() < 0);
        assert_eq!(note.owed(), note.totals.payable);
        let [finding] = wrong(note).try_into().unwrap();
        assert_eq!(
            (finding.rule, finding.verdict, finding.cause),
            (Rule::CreditSign, Verdict::Differs, Some(Cause::SignReversed))
        );
        assert_eq!(finding.computed, note.totals.with_vat.checked_neg().ok());
    });
    let usual = ubl::read(NO_CODE).unwrap();
    assert_eq!((usual.owed().minor(), usual.totals.payable.minor()), (-23_845, 23_845));
}

#[test]
fn what_was_given_back_before_is_not_given_back_again() {
    let more = changed(
        NO_CODE,
        "<cbc:PayableAmount currencyID=\"EUR\">238.45",
        "<cbc:PrepaidAmount currencyID=\"EUR\">300.00</cbc:PrepaidAmount><cbc:PayableAmount currencyID=\"EUR\">-61.55",
    );
    assert_eq!((more.owed().minor(), wrong(&more)), (6155, vec![]), "too much was given back");
}

#[test]
fn a_credit_note_needs_no_code() {
    each(NO_CODE, "a12-credit-note-no-typecode.xml", |note| {
        assert!(note.kind.is_credit());
        assert_eq!((note.kind.code(), wrong(note)), ("381", vec![]));
    });
}

#[test]
fn rows_of_one_category_without_tax_are_added_before_they_are_judged() {
    each(TWO_REASONS, "a08-two-exempt-rows.xml", |invoice| {
        assert_eq!((invoice.vat_breakdown.len(), wrong(invoice)), (2, vec![]));
        let bases = check(invoice).into_iter().filter(|finding| finding.rule == Rule::VatBase).count();
        assert_eq!(bases, 1, "lines do not say which of both reasons is theirs");
    });
    let off = changed(TWO_REASONS, ">80.00</cbc:TaxableAmount>", ">80.01</cbc:TaxableAmount>");
    let [finding] = wrong(&off).try_into().unwrap();
    assert_eq!((finding.rule, finding.difference().unwrap().minor()), (Rule::VatBase, 1));
}

#[test]
fn what_is_collected_for_others_is_added() {
    each(THIRD_PARTY, "a14-third-party-payment.xml", |invoice| {
        let [settlement] = invoice.settlements.as_slice() else { panic!("{:?}", invoice.settlements) };
        assert_eq!((settlement.kind, wrong(invoice)), (SettlementKind::ThirdParty, vec![]));
        assert_eq!(invoice.totals.payable, invoice.totals.with_vat.checked_add(settlement.amount).unwrap());
    });
    let label = ubl::read(THIRD_PARTY).unwrap().settlements.remove(0).label;
    assert_eq!(label.as_deref(), Some("Deposit, Returnable crates"));
}

#[test]
fn parts_of_what_was_paid_before_are_not_added() {
    let prepaid = "<cbc:PrepaidAmount currencyID=\"EUR\">6.00</cbc:PrepaidAmount><cbc:PayableAmount currencyID=\"EUR\">267.60";
    let invoice = changed(THIRD_PARTY, "<cbc:PayableAmount currencyID=\"EUR\">279.60", prepaid);
    assert_eq!((invoice.settlements.len(), wrong(&invoice)), (0, vec![]));
}

#[test]
fn what_the_buyer_withholds_is_taken_off_where_the_sum_takes_it_off() {
    each(WITHHELD, "a22-withholding.xml", |invoice| {
        let [settlement] = invoice.settlements.as_slice() else { panic!("{:?}", invoice.settlements) };
        assert_eq!((settlement.kind, settlement.label.as_deref()), (SettlementKind::Withheld, Some("IRPF")));
        assert_eq!((settlement.percent.as_ref().unwrap().as_written(), wrong(invoice)), ("15", vec![]));
    });
    let mentioned = changed(WITHHELD, ">954.00<", ">1089.00<");
    assert_eq!((mentioned.settlements.len(), wrong(&mentioned)), (1, vec![]));
    let [finding] = wrong(&changed(WITHHELD, ">954.00<", ">955.00<")).try_into().unwrap();
    assert_eq!((finding.rule, finding.difference().unwrap().minor()), (Rule::Payable, 100));
}

#[test]
fn amounts_finer_than_their_currency_are_read_and_told() {
    each(FINER, "a80-tax-four-decimals.xml", |invoice| {
        let findings = wrong(invoice);
        assert!(findings.iter().any(|finding| (finding.rule, finding.code()) == (Rule::Decimals, "BR-DEC-20")));
        assert_eq!(overall(&findings), Verdict::WithinTolerance);
        assert!(!invoice.finer.is_empty());
    });
    let finer = ubl::read(FINER).unwrap().finer;
    let written: Vec<_> = finer.iter().map(|one| (one.term.as_str(), one.line.as_deref(), one.written.as_written())).collect();
    assert_eq!(
        written,
        [
            ("BT-116", None, "1.375"),
            ("BT-117", None, "0.350625"),
            ("BT-110", None, "0.350625"),
            ("BT-106", None, "1.375"),
            ("BT-109", None, "1.375"),
            ("BT-112", None, "1.725625"),
            ("BT-131", Some("1"), "0.3705"),
            ("BT-131", Some("2"), "1.0045"),
        ]
    );
    let off = changed(FINER, "currencyID=\"EUR\">1.73<", "currencyID=\"EUR\">2.73<");
    assert!(wrong(&off).iter().any(|finding| (finding.rule, finding.verdict) == (Rule::Payable, Verdict::Differs)));
}

#[test]
fn vat_is_found_beside_the_item_or_in_the_only_row() {
    each(VAT_ELSEWHERE, "a79-vat-in-line-taxtotal.xml", |invoice| {
        for line in &invoice.lines {
            assert_eq!((line.vat.category.as_str(), line.vat.rate.as_ref().unwrap().as_written()), ("S", "25.5"));
        }
        assert_eq!(wrong(invoice), []);
    });
}

#[test]
fn two_codes_of_one_unit_are_one_unit() {
    each(DISCOUNTED, "a07-base-unit-synonym.xml", |invoice| {
        assert_eq!(invoice.lines[0].price.base_unit.as_deref(), Some("EA"));
        assert_eq!((invoice.lines[0].other_units(), wrong(invoice)), (None, vec![]));
    });
}

#[test]
fn a_discount_on_a_price_tells_the_list_price() {
    each(DISCOUNTED, "a76-price-discount.xml", |invoice| {
        let price = &invoice.lines[0].price;
        let discount = price.discount.as_ref().unwrap().value();
        assert_eq!(price.list(), Some(price.net.value() + discount));
    });
}

#[test]
fn a_corrected_invoice_names_the_one_whose_place_it_takes() {
    each(CORRECTED, "a83-corrects.xml", |invoice| {
        assert_eq!((invoice.kind.code(), invoice.references.preceding.len(), wrong(invoice)), ("384", 1, vec![]));
    });
}

#[test]
fn what_only_informs_is_never_paid() {
    for case in ["a28-type-325.xml", "a28-type-751.xml"] {
        each(PRO_FORMA, case, |invoice| assert!(invoice.kind.is_informative() && wrong(invoice).is_empty()));
    }
    assert!(!ubl::read(CORRECTED).unwrap().kind.is_informative());
}

#[test]
fn an_envelope_is_opened_and_its_documents_are_read_one_by_one() {
    let bare = |sample: &[u8]| String::from_utf8(sample.to_vec()).unwrap().split_once("?>").unwrap().1.to_owned();
    let namespace = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";
    let envelope = |documents: &str| {
        let header = "<StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>";
        format!("<StandardBusinessDocument xmlns='{namespace}'>{header}{documents}</StandardBusinessDocument>")
    };
    let broken = bare(CORRECTED).replacen("2026-04-01", "soon", 1);
    let all = ubl::read_all(envelope(&[bare(NO_CODE), broken, bare(PRO_FORMA)].concat()).as_bytes());
    let numbers: Vec<_> = all.iter().map(|read| read.as_ref().ok().map(|invoice| invoice.number.as_str())).collect();
    assert_eq!(numbers, [Some("2026-0100"), None, Some("2026-0118")]);
    assert_eq!(all[0], ubl::read(NO_CODE));
    let nothing = ubl::read_all(envelope("").as_bytes());
    assert!(
        matches!(nothing.as_slice(), [Err(UnreadableInvoice::NotAnInvoice { root, .. })] if root == "StandardBusinessDocument")
    );
    assert_eq!(ubl::read_all(PRO_FORMA), [ubl::read(PRO_FORMA)]);
    if let Some(folder) = shared("data/cases") {
        let all = ubl::read_all(&std::fs::read(folder.join("a20-sbdh.xml")).unwrap());
        assert!(matches!(all.as_slice(), [Ok(invoice)] if invoice.number == "A20"), "{all:?}");
    }
}

#[test]
fn a_day_that_nobody_lives_to_see_is_no_due_date() {
    let never = changed(PRO_FORMA, "2026-04-15", "9999-12-31");
    assert_eq!(never.due_on, None);
    assert!(changed(PRO_FORMA, "2026-04-15", "2046-04-15").due_on.is_some(), "as in a lease");
    if let Some(folder) = shared("data/cases") {
        assert_eq!(ubl::read(&std::fs::read(folder.join("a51-due-y9999.xml")).unwrap()).unwrap().due_on, None);
    }
}

#[test]
fn every_note_and_description_of_a_line_is_read() {
    let notes = "<cbc:ID>1</cbc:ID>\n    <cbc:Note>One</cbc:Note><cbc:Note>#AAI#Two</cbc:Note>";
    let line = changed(PRO_FORMA, "<cbc:ID>1</cbc:ID>", notes).lines.remove(0);
    assert_eq!(line.note.as_deref(), Some("One\n#AAI#Two"));
    if let Some(folder) = shared("data/cases") {
        let invoice = ubl::read(&std::fs::read(folder.join("a27-several-notes.xml")).unwrap()).unwrap();
        assert_eq!(invoice.notes, ["Head note one", "Head note two"]);
        assert_eq!(invoice.lines[0].note.as_deref(), Some("Line note one\nLine note two"));
        assert_eq!(invoice.lines[0].description.as_deref(), Some("First part of it\nSecond part of it"));
    }
}

#[test]
fn the_code_of_a_note_is_not_its_text() {
    for (note, text) in [("#AAI#General", "General"), ("#1 of 2#", "#1 of 2#"), ("Plain", "Plain"), ("#AAI# Spaced", "Spaced")] {
        assert_eq!(note_text(note), text);
    }
}

#[test]
fn old_names_of_schemes_find_the_buyer() {
    for case in ["a90-scheme-01.xml", "a90-scheme-05.xml"] {
        let Some(folder) = shared("data/cases") else { return };
        let buyer = ubl::read(&std::fs::read(folder.join(case)).unwrap()).unwrap().buyer;
        assert!(buyer.known_by().any(|id| id.is_of("1572860-0")), "{case}");
    }
}

#[test]
fn a_comment_that_is_none_is_broken_xml() {
    let broken = String::from_utf8(PRO_FORMA.to_vec()).unwrap().replacen("<!--", "<--!", 1);
    let line = |read: Result<Invoice, UnreadableInvoice>| match read {
        Err(UnreadableInvoice::Xml(XmlError::NotXml { line })) => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line(ubl::read(broken.as_bytes())), 2);
    if let Some(folder) = shared("data/cases") {
        line(ubl::read(&std::fs::read(folder.join("a78-bad-comment.xml")).unwrap()));
    }
}

#[test]
fn each_account_has_its_own_reference_and_holder() {
    let all = |invoice: &Invoice| invoice.payment.means.clone();
    let two = ubl::read(TWO_ACCOUNTS).unwrap();
    let [first, second] = all(&two).try_into().unwrap();
    assert_eq!((first.reference.as_deref(), first.account.as_deref()), (Some("RF18539007547034"), Some("FI2112345600000785")));
    assert_eq!((first.holder.as_deref(), first.bank.as_deref()), (Some("Esimerkki Palvelut Oy"), Some("NDEAFIHH")));
    assert_eq!((second.reference.as_deref(), second.account.as_deref()), (Some("REF-TWO"), Some("FI5544444400000003")));
    if let Some(folder) = shared("data/cases") {
        let two = all(&ubl::read(&std::fs::read(folder.join("a17-two-payment-means.xml")).unwrap()).unwrap());
        assert_eq!(two.iter().map(|means| means.reference.as_deref()).collect::<Vec<_>>(), [Some("REF-ONE"), Some("REF-TWO")]);
        assert_eq!((two[1].holder.as_deref(), two[1].bank.as_deref()), (Some("Second holder"), Some("ESSESESS")));
    }
}

#[test]
fn a_payee_is_told_apart_from_the_seller() {
    each(TWO_ACCOUNTS, "a15-payee-factor.xml", |invoice| {
        let payee = invoice.payment.payee.as_ref().unwrap();
        assert!(payee.name != invoice.seller.name && payee.identifier.is_some() && payee.legal_id.is_some());
    });
}

#[test]
fn a_direct_debit_is_not_to_be_paid_by_hand() {
    each(DIRECT_DEBIT, "a16-direct-debit.xml", |invoice| {
        let [means] = invoice.payment.means.as_slice() else { panic!("{:?}", invoice.payment) };
        assert!(means.is_direct_debit() && means.mandate.is_some());
        assert_eq!(means.label.as_deref(), Some("SEPA direct debit"));
        assert_eq!(means.debited_account.as_deref(), Some("FI4250001510000023"));
    });
    assert!(!ubl::read(TWO_ACCOUNTS).unwrap().payment.means.iter().any(PaymentMeans::is_direct_debit));
}

#[test]
fn a_line_tells_what_it_is_made_of() {
    let line = ubl::read(TWO_ACCOUNTS).unwrap().lines.remove(0);
    let parts: Vec<_> = line.sub_lines.iter().map(|part| (part.depth, part.name.as_str(), part.net.map(Money::minor))).collect();
    assert_eq!(parts, [(1, "Interviews", Some(28_500)), (2, "Travel included", None), (1, "Report", Some(19_000))]);
    each(TWO_ACCOUNTS, "a13-sub-lines.xml", |invoice| {
        assert!(invoice.lines[0].sub_lines.len() >= 2 && wrong(invoice).is_empty());
    });
}

#[test]
fn the_place_of_delivery_is_one_line() {
    let place = ubl::read(TWO_ACCOUNTS).unwrap().delivery_place;
    assert_eq!(place.as_deref(), Some("Warehouse B, Satamakatu 4, 48100 Kotka, FI"));
    each(TWO_ACCOUNTS, "a82-delivery-place.xml", |invoice| assert!(invoice.delivery_place.is_some()));
}
