//! The reader takes what UBL allows, names what is wrong, and never falls over.

use super::*;
use crate::{
    format::{
        Spot,
        xml::{MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAMESPACES, XmlError},
    },
    invoice::{AdjustmentKind, InvoiceKind},
};
use proptest::prelude::*;

const HOURS: &str = include_str!("../../../samples/three-short-tasks.xml");
const ADJUSTED: &str = include_str!("../../../samples/adjusted-two-rates.xml");
const CREDIT_NOTE: &str = include_str!("../../../samples/credit-note.xml");
const YEN: &str = include_str!("../../../samples/yen.xml");

fn problem(text: &str) -> UnreadableInvoice {
    read(text.as_bytes()).expect_err("must not be readable")
}

/// The sample with one thing changed, which must be there to change.
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
fn an_invoice_is_read_field_by_field() {
    let invoice = read(HOURS.as_bytes()).unwrap();
    assert_eq!((invoice.number.as_str(), &invoice.kind), ("2026-0100", &InvoiceKind::Invoice));
    assert_eq!(invoice.issued_on.to_string(), "2026-03-02");
    assert_eq!(invoice.due_on.unwrap().to_string(), "2026-03-16");
    assert_eq!(invoice.references.buyer.as_deref(), Some("Anna Aho"));
    assert_eq!(invoice.payment.reference(), Some("1009"));
    assert_eq!(invoice.payment.accounts().collect::<Vec<_>>(), ["FI2112345600000785"]);
    assert_eq!(invoice.buyer.name, "Asiakas & Pojat Oy");
    assert_eq!(invoice.seller.legal_id.as_ref().unwrap().scheme.as_deref(), Some("0212"));
    assert_eq!(invoice.seller.key(), "2345678-0");
    assert!(invoice.buyer.known_by().any(|id| id.is_of("FI 0112038-9")));
    assert_eq!(invoice.totals.payable.to_string(), "53.39 EUR");
    assert_eq!(invoice.totals.prepaid.minor(), 0);
    let line = &invoice.lines[2];
    assert_eq!((line.id.as_str(), line.quantity.as_written(), line.unit.as_deref()), ("3", "0.15", Some("HUR")));
    assert_eq!((line.price.net.as_written(), line.net.minor(), line.name.as_str()), ("94.50", 1418, "New colleague's account"));
}

#[test]
fn any_prefixes_will_do() {
    let invoice = read(ADJUSTED.as_bytes()).unwrap();
    assert_eq!(invoice.lines.len(), 3);
    assert_eq!(invoice.period.from.unwrap().to_string(), "2025-12-01");
    assert_eq!(invoice.lines[1].period.to.unwrap().to_string(), "2026-01-31");
    assert_eq!(invoice.references.order.as_deref(), Some("PO-77"));
    assert_eq!(invoice.notes, ["December at 14 %, January at 13.5 %."]);
    assert_eq!(invoice.totals.rounding.minor(), -4);
    let kinds: Vec<_> = invoice.adjustments.iter().map(|adjustment| adjustment.kind).collect();
    assert_eq!(kinds, [AdjustmentKind::Allowance, AdjustmentKind::Charge]);
    let loyalty = &invoice.lines[0].adjustments[1];
    assert_eq!((loyalty.amount.minor(), loyalty.percent.as_ref().unwrap().as_written()), (13750, "10"));
    assert_eq!(loyalty.reason.as_deref(), Some("Loyalty"));
    assert_eq!(invoice.lines[1].price.base_quantity.as_ref().unwrap().as_written(), "1000");
}

#[test]
fn a_credit_note_has_its_own_names_for_things() {
    let note = read(CREDIT_NOTE.as_bytes()).unwrap();
    assert!(note.kind.is_credit());
    assert_eq!(note.due_on.unwrap().to_string(), "2026-04-03");
    assert_eq!(note.references.project.as_deref(), Some("Moving house"));
    assert_eq!(note.references.preceding[0].number, "2026-0100");
    assert_eq!(note.lines[1].quantity.as_written(), "0.333");
}

#[test]
fn a_currency_without_decimals_has_whole_amounts() {
    let invoice = read(YEN.as_bytes()).unwrap();
    assert_eq!(invoice.totals.payable.to_string(), "4675 JPY");
    assert_eq!(invoice.lines[1].price.net.as_written(), "333.00");
}

#[test]
fn part_of_a_yen_is_told_apart_from_part_of_a_cent() {
    let finer = |text: &str| {
        let [finer] = read(text.as_bytes()).unwrap().finer.try_into().unwrap();
        (finer.term, finer.line, finer.written.as_written().to_owned(), finer.rounded.to_string())
    };
    let yen = ("BT-131".to_owned(), Some("1".to_owned()), "3750.50".to_owned(), "3751 JPY".to_owned());
    assert_eq!(finer(&changed(YEN, ">3750<", ">3750.50<")), yen);
    let euro = ("BT-116".to_owned(), None, "42.545".to_owned(), "42.55 EUR".to_owned());
    assert_eq!(finer(&changed(HOURS, ">42.54<", ">42.545<")), euro);
    assert_eq!(read(changed(YEN, ">3750<", ">3750.00<").as_bytes()).unwrap().finer, [], "zeros are no decimals");
}

#[test]
fn what_is_missing_is_named() {
    for (from, term) in [
        ("<cbc:ID>2026-0100</cbc:ID>", "BT-1"),
        ("<cbc:IssueDate>2026-03-02</cbc:IssueDate>", "BT-2"),
        ("<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", "BT-3"),
        ("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", "BT-5"),
        ("<cbc:RegistrationName>Esimerkki Palvelut Oy</cbc:RegistrationName>", "BT-27"),
        ("<cbc:PayableAmount currencyID=\"EUR\">53.39</cbc:PayableAmount>", "BT-115"),
    ] {
        assert_eq!(problem(&changed(HOURS, from, "")), UnreadableInvoice::Missing { at: header(term) });
    }
    for (from, term) in [
        ("<cbc:InvoicedQuantity unitCode=\"HUR\">0.15</cbc:InvoicedQuantity>", "BT-129"),
        ("<cbc:PriceAmount currencyID=\"EUR\">94.50</cbc:PriceAmount>", "BT-146"),
        ("<cbc:Name>Password reset</cbc:Name>", "BT-153"),
    ] {
        assert_eq!(problem(&changed(HOURS, from, "")), UnreadableInvoice::Missing { at: on_line(term, "1") });
    }
    let empty = changed(HOURS, "2026-0100", " ");
    assert_eq!(problem(&empty), UnreadableInvoice::Missing { at: header("BT-1") });
    let lines = HOURS.split_once("<cac:InvoiceLine>").unwrap().0;
    assert_eq!(problem(&format!("{lines}</Invoice>")), UnreadableInvoice::Missing { at: header("BG-25") });
}

#[test]
fn what_cannot_be_understood_is_quoted() {
    let at = header;
    for (from, to, expected) in [
        ("2026-03-02", "2026-02-30", UnreadableInvoice::BadDate { at: at("BT-2"), written: "2026-02-30".into() }),
        ("2026-03-16", "16.3.2026", UnreadableInvoice::BadDate { at: at("BT-9"), written: "16.3.2026".into() }),
        (">EUR<", ">EURO<", UnreadableInvoice::UnknownCurrency { at: at("BT-5"), written: "EURO".into() }),
        (">94.50<", ">94,50<", UnreadableInvoice::BadNumber { at: on_line("BT-146", "1"), written: "94,50".into() }),
        (">53.39<", ">1e3<", UnreadableInvoice::BadNumber { at: at("BT-112"), written: "1e3".into() }),
        (
            ">53.39<",
            ">99999999999999999999<",
            UnreadableInvoice::AmountTooLarge { at: at("BT-112"), written: "99999999999999999999".into() },
        ),
    ] {
        assert_eq!(problem(&changed(HOURS, from, to)), expected);
    }
    assert_eq!(
        problem(&changed(ADJUSTED, ">true<", ">perhaps<")),
        UnreadableInvoice::NeitherAllowanceNorCharge { at: at("BT-92"), written: "perhaps".into() }
    );
    assert!(matches!(
        problem(&changed(HOURS, "<cbc:PriceAmount currencyID=\"EUR\"", "<cbc:PriceAmount currencyID=\"USD\"")),
        UnreadableInvoice::OtherCurrency { at, found, .. } if at == on_line("BT-146", "1") && found == "USD"
    ));
    assert!(matches!(
        problem(&changed(HOURS, "Anna Aho", &"a".repeat(MAX_TEXT + 1))),
        UnreadableInvoice::TextTooLong { at, .. } if at == header("BT-10")
    ));
    assert!(matches!(
        problem(&changed(HOURS, "2026-0100", &"1".repeat(MAX_KEY + 1))),
        UnreadableInvoice::TextTooLong { at, limit: MAX_KEY } if at == header("BT-1")
    ));
}

#[test]
fn a_date_may_carry_a_time_zone() {
    for date in ["2026-03-02Z", "2026-03-02+02:00"] {
        let invoice = read(changed(HOURS, "2026-03-02", date).as_bytes()).unwrap();
        assert_eq!(invoice.issued_on.to_string(), "2026-03-02");
    }
    assert!(matches!(problem(&changed(HOURS, "2026-03-02", "2026-03-02T10:00")), UnreadableInvoice::BadDate { .. }));
}

#[test]
fn another_kind_of_document_is_named() {
    let other = |root: &str, namespace: Option<&str>| UnreadableInvoice::NotAnInvoice {
        root: root.to_owned(),
        namespace: namespace.map(str::to_owned),
    };
    assert_eq!(problem("<Finvoice Version=\"3.0\"/>"), other("Finvoice", None));
    assert_eq!(
        problem("<s:Envelope xmlns:s=\"urn:soap\"></s:Envelope><?xml version=\"1.0\"?><Finvoice/>"),
        other("Envelope", Some("urn:soap"))
    );
    assert_eq!(problem("<Invoice xmlns=\"urn:mine\"/>"), other("Invoice", Some("urn:mine")));
    assert_eq!(problem("<Invoice/>"), other("Invoice", None));
}

#[test]
fn broken_xml_is_told_by_its_line() {
    let line = |text: &str| match problem(text) {
        UnreadableInvoice::Xml(XmlError::NotXml { line }) => line,
        other => panic!("{other:?}"),
    };
    for nothing in ["", "  \n", "%PDF-1.7", "hello", "{}", "<!-- only this -->"] {
        assert_eq!(line(nothing), 1, "{nothing}");
    }
    assert_eq!(line(&changed(HOURS, "</cbc:IssueDate>", "</cbc:Date>")), 5);
    assert_eq!(line(&changed(HOURS, "2026-0100", "a & b")), 4);
    assert_eq!(line(&changed(HOURS, "2026-0100", "&undefined;")), 4);
    assert_eq!(line(&changed(HOURS, "2026-0100", "&#0;")), 4);
    assert_eq!(line(&changed(HOURS, "2026-0100", "a\u{0}b")), 4);
    assert_eq!(line(&changed(HOURS, "<cbc:ID>", "<undeclared:ID>").replacen("</cbc:ID>", "</undeclared:ID>", 1)), 4);
    let half: String = HOURS.lines().take(40).fold(String::new(), |text, line| text + line + "\n");
    assert_eq!(line(&half), 41);
    assert_eq!(line(&format!("{HOURS}<more/>")), 1 + HOURS.lines().count());
    assert_eq!(line(&format!("{HOURS}more")), 1 + HOURS.lines().count());
}

#[test]
fn a_picture_a_pdf_or_a_packed_file_is_told_apart_from_broken_xml() {
    for other in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"PK\x03\x04\x14\0", b"\x1f\x8b\x08\0"]
    {
        assert_eq!(read(other), Err(UnreadableInvoice::Xml(XmlError::NotText)), "{other:?}");
    }
}

#[test]
fn a_doctype_is_refused_whatever_it_says() {
    for doctype in [
        "<!DOCTYPE Invoice>",
        "<!DOCTYPE Invoice SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE Invoice [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE Invoice [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>",
    ] {
        let text = changed(HOURS, "<Invoice", &format!("{doctype}<Invoice"));
        assert_eq!(problem(&text), UnreadableInvoice::Xml(XmlError::DoctypeRefused { line: 3 }), "{doctype}");
    }
}

#[test]
fn size_depth_and_number_are_bounded() {
    let bytes = vec![b' '; MAX_BYTES + 1];
    assert_eq!(read(&bytes), Err(UnreadableInvoice::Xml(XmlError::TooLarge { bytes: MAX_BYTES + 1, limit: MAX_BYTES })));
    let inside = |text: &str| changed(HOURS, "</Invoice>", &format!("{text}</Invoice>"));
    assert!(matches!(
        problem(&inside(&"<cac:Item>".repeat(500_000))),
        UnreadableInvoice::Xml(XmlError::TooDeep { limit: MAX_DEPTH, .. })
    ));
    assert!(matches!(problem(&inside(&"<cbc:ID/>".repeat(MAX_ELEMENTS))), UnreadableInvoice::Xml(XmlError::TooManyParts { .. })));
    let many = (0..300_000).fold(String::new(), |many, count| many + " a" + &count.to_string() + "=''");
    assert!(matches!(problem(&inside(&format!("<cbc:ID{many}/>"))), UnreadableInvoice::Xml(XmlError::TooManyParts { .. })));
    let spaces = |name: char, count: usize| (0..count).fold(String::new(), |all, n| all + &format!(" xmlns:{name}{n}='urn:{n}'"));
    let nested = |each: usize| inside(&format!("<x{}><x{}/></x><x{}/>", spaces('a', each), spaces('b', each), spaces('c', each)));
    assert!(read(nested(MAX_NAMESPACES / 3).as_bytes()).is_ok(), "declared again in each element, as some programs do");
    assert!(matches!(problem(&nested(MAX_ATTRIBUTES)), UnreadableInvoice::Xml(XmlError::TooManyParts { .. })));
}

#[test]
fn what_ubl_does_not_define_is_passed_over() {
    let extension = "<e:Extension xmlns:e='urn:e'><cbc:ID>not this one</cbc:ID></e:Extension>";
    let text = changed(HOURS, "<cbc:ID>2026-0100", &format!("{extension}<cbc:ID>2026-0100"));
    assert_eq!(read(text.as_bytes()), read(HOURS.as_bytes()));
}

#[test]
fn characters_come_in_many_encodings() {
    let sample = changed(HOURS, "Anna Aho", "Åsa Öhman");
    let buyer = |bytes: &[u8]| read(bytes).unwrap().references.buyer.unwrap();
    let with_mark = format!("\u{feff}{sample}");
    assert_eq!(buyer(with_mark.as_bytes()), "Åsa Öhman");
    let big: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let little: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!((buyer(&big), buyer(&little)), ("Åsa Öhman".to_owned(), "Åsa Öhman".to_owned()));
    let declared = sample.replacen("UTF-8", "ISO-8859-15", 1).replace("Åsa", "€sa");
    let bytes: Vec<u8> = declared.chars().map(|c| if c == '€' { 0xa4 } else { u8::try_from(c).unwrap() }).collect();
    assert_eq!(buyer(&bytes), "€sa Öhman");
    assert_eq!(buyer(sample.replacen("UTF-8", "utf-16", 1).as_bytes()), "Åsa Öhman", "re-saved, declaration left");
    let undeclared = declared.replacen("ISO-8859-15", "UTF-8", 1);
    let bytes: Vec<u8> = undeclared.chars().map(|c| if c == '€' { 0xa4 } else { u8::try_from(c).unwrap() }).collect();
    assert_eq!(read(&bytes), Err(UnreadableInvoice::Xml(XmlError::NotText)));
}

#[test]
fn character_references_and_cdata_are_text() {
    let text = changed(HOURS, "Anna Aho", "&#197;sa &#x26; <![CDATA[<Aho>]]>&lt;");
    assert_eq!(read(text.as_bytes()).unwrap().references.buyer.as_deref(), Some("Åsa & <Aho><"));
}

fn samples() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just(HOURS), Just(ADJUSTED), Just(CREDIT_NOTE), Just(YEN)]
}

/// Reads and, where that works, checks: neither may panic.
fn survive(bytes: &[u8]) {
    if let Ok(invoice) = read(bytes) {
        assert!(!crate::invoice::check::check(&invoice).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survive(&bytes);
    }

    #[test]
    fn arbitrary_markup_never_panics(text in "(<[a-z:/!?\\[]{0,6}|[a-z =\"'&;#>]{1,6}|]]>|-->|\\PC){0,60}") {
        survive(text.as_bytes());
        survive(format!("<{text}").as_bytes());
    }

    #[test]
    fn damaged_samples_never_panic(sample in samples(), at in any::<prop::sample::Index>(), length in 0_usize..20, with in prop::collection::vec(any::<u8>(), 0..20)) {
        let mut bytes = sample.as_bytes().to_vec();
        let from = at.index(bytes.len());
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, with);
        survive(&bytes);
    }

    #[test]
    fn other_numbers_never_panic(sample in samples(), which in any::<prop::sample::Index>(), number in "-?[0-9]{1,28}(\\.[0-9]{1,12})?|0") {
        let numbers: Vec<_> = sample.match_indices('>').filter(|(at, _)| sample[at + 1..].starts_with(|c: char| c.is_ascii_digit())).collect();
        let from = which.get(&numbers).0 + 1;
        let to = from + sample[from..].find('<').unwrap();
        survive(format!("{}{number}{}", &sample[..from], &sample[to..]).as_bytes());
    }
}

/// The only total of VAT of [`ADJUSTED`], stated rate by rate in two.
fn split_vat() -> String {
    let between = "</agg:TaxSubtotal>\n    <agg:TaxSubtotal>";
    let two = "</agg:TaxSubtotal>\n  </agg:TaxTotal>\n  <agg:TaxTotal>\n    <b:TaxAmount currencyID=\"EUR\">22.65</b:TaxAmount>\n    <agg:TaxSubtotal>";
    changed(&changed(ADJUSTED, between, two), ">190.56<", ">167.91<")
}

#[test]
fn vat_that_is_stated_rate_by_rate_is_their_sum() {
    let (split, whole) = (read(split_vat().as_bytes()).unwrap(), read(ADJUSTED.as_bytes()).unwrap());
    assert_eq!(split.totals, whole.totals);
    assert_eq!(split.vat_breakdown, whole.vat_breakdown);
}

#[test]
fn vat_in_the_sellers_currency_may_be_stated_rate_by_rate_too() {
    let own = "<agg:TaxTotal>\n    <b:TaxAmount currencyID=\"EUR\">190.56";
    let other = "<agg:TaxTotal><b:TaxAmount currencyID=\"SEK\">2100.00</b:TaxAmount><agg:TaxSubtotal>\
        <b:TaxableAmount currencyID=\"SEK\">15000.00</b:TaxableAmount><b:TaxAmount currencyID=\"SEK\">2100.00</b:TaxAmount>\
        <agg:TaxCategory><b:ID>S</b:ID><b:Percent>14</b:Percent></agg:TaxCategory></agg:TaxSubtotal></agg:TaxTotal>";
    let currency = "<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>";
    let text = changed(ADJUSTED, currency, &format!("{currency}<b:TaxCurrencyCode>SEK</b:TaxCurrencyCode>"));
    for text in [changed(&text, own, &format!("{other}{own}")), changed(&text, "<agg:LegalMon", &format!("{other}<agg:LegalMon"))]
    {
        let (read, whole) = (read(text.as_bytes()).unwrap(), read(ADJUSTED.as_bytes()).unwrap());
        assert_eq!(read.totals.vat_in_accounting_currency.unwrap().to_string(), "2100.00 SEK");
        assert_eq!((read.totals.vat, read.vat_breakdown), (whole.totals.vat, whole.vat_breakdown));
    }
}

#[test]
fn the_due_date_is_found_with_any_means_of_payment() {
    let due = "<cbc:DueDate>2026-03-16</cbc:DueDate>";
    let means = "<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode></cac:PaymentMeans><cac:PaymentMeans>\
        <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-03-20</cbc:PaymentDueDate></cac:PaymentMeans>";
    let both = changed(HOURS, "<cac:PaymentMeans>", &format!("{means}<cac:PaymentMeans>"));
    assert_eq!(read(both.as_bytes()).unwrap().due_on.unwrap().to_string(), "2026-03-16");
    let only_means = changed(&both, due, "");
    assert_eq!(read(only_means.as_bytes()).unwrap().due_on.unwrap().to_string(), "2026-03-20");
}

#[test]
fn an_amount_that_sums_could_not_hold_is_refused() {
    let most = |amount: &str| read(changed(HOURS, ">42.54</cbc:LineExt", &format!(">{amount}</cbc:LineExt")).as_bytes());
    for amount in ["1000000000000.00", "-1000000000000.00"] {
        assert!(most(amount).is_ok(), "{amount}");
    }
    for amount in ["1000000000000.01", "-1000000000000.01", "90000000000000000.00"] {
        let too_large = UnreadableInvoice::AmountTooLarge { at: header("BT-106"), written: amount.to_owned() };
        assert_eq!(most(amount).unwrap_err(), too_large);
    }
}

#[test]
fn an_amount_is_never_rounded_unsaid_however_many_digits_it_has() {
    let long = "42.5400000000000000000000000000000001";
    let found = read(changed(HOURS, ">42.54</cbc:LineExt", &format!(">{long}</cbc:LineExt")).as_bytes()).unwrap();
    assert_eq!(found.finer.iter().map(|finer| finer.written.as_written()).collect::<Vec<_>>(), [long]);
    let third = changed(HOURS, ">0.15<", ">0.3333333333333333333333333333333333<");
    assert_eq!(read(third.as_bytes()).unwrap().lines[0].quantity.decimals(), 34);
}

#[test]
fn a_vat_id_that_nothing_could_be_found_by_is_refused() {
    let long = changed(HOURS, ">FI23456780<", &format!(">{}<", "7".repeat(201)));
    assert_eq!(problem(&long), UnreadableInvoice::TextTooLong { at: header("BT-31"), limit: MAX_KEY });
}
