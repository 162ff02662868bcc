//! Statements and notifications are read in both generations, what did not come in stays out, and nothing makes the reader
//! fall over.

use super::*;
use crate::money::Currency;
use jiff::civil::date;
use proptest::prelude::*;

const STATEMENT: &[u8] = include_bytes!("../../../samples/camt053-02.xml");
const NOTIFICATION: &[u8] = include_bytes!("../../../samples/camt054-08.xml");

fn euros(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

#[test]
fn a_statement_of_version_02_tells_what_came_in() {
    let file = read(STATEMENT).unwrap();
    let [first, named, two] = file.transactions.as_slice() else { panic!("{:?}", file.transactions) };
    let reference = |reference: &str, amount| StatedReference { reference: reference.to_owned(), amount };
    assert_eq!((first.amount, first.booked_on), (euros(12050), date(2026, 11, 16)));
    assert_eq!(first.references, [reference("00000000000012345672", None)]);
    assert_eq!((first.payer.as_deref(), first.bank_reference.as_deref()), (Some("LAKESIDE MILLS OY"), Some("2611162588NTN0001")));
    assert_eq!((named.amount, named.message.as_deref()), (euros(10000), Some("Laskut 1031 ja 1042")));
    assert_eq!(named.bank_reference, None, "what the whole entry is known by is not each payment's own");
    assert_eq!(two.references, [reference("1057", Some(euros(15000))), reference("RF8512345672", Some(euros(5000)))]);
    assert_eq!(file.left_out, 3, "paid out, not booked, and a sum of several");
}

#[test]
fn a_notification_of_version_08_tells_each_payment_of_a_batch() {
    let file = read(NOTIFICATION).unwrap();
    let told: Vec<_> = file.transactions.iter().map(|one| (one.amount.minor(), one.payer.as_deref(), one.twin)).collect();
    assert_eq!(told, [(4000, Some("Lakeside Mills"), 0), (1250, Some("A. Person"), 0), (1250, Some("A. Person"), 1)]);
    assert_eq!((file.left_out, file.transactions[0].booked_on), (0, date(2026, 11, 16)));
    let prints: std::collections::BTreeSet<_> = file.transactions.iter().map(BankTransaction::fingerprint).collect();
    assert_eq!(prints.len(), 3, "two that are alike are two payments");
}

#[test]
fn what_is_no_statement_or_lacks_something_is_named() {
    let root = |text: &str| match read(text.as_bytes()) {
        Err(UnreadableStatement::NotAStatement { root }) => root,
        other => panic!("{other:?}"),
    };
    assert_eq!(root("<Invoice/>"), "Invoice");
    assert_eq!(root("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.03'/>"), "Document");
    let text = String::from_utf8(STATEMENT.to_vec()).unwrap();
    for (part, other, entry, element) in [
        ("<Amt Ccy=\"EUR\">120.50</Amt>", "", 1, "Amt"),
        ("120.50", "12O.50", 1, "Amt"),
        ("120.50", "120.505", 1, "Amt"),
        ("<BookgDt><DtTm>2026-11-16T10:15:00+02:00</DtTm></BookgDt>", "", 2, "BookgDt"),
        ("2026-11-16T10:15", "2026-31-16T10:15", 2, "BookgDt"),
        ("<CdtDbtInd>DBIT</CdtDbtInd>", "", 3, "CdtDbtInd"),
    ] {
        assert!(text.contains(part), "{part}");
        let broken = text.replacen(part, other, 1);
        assert_eq!(read(broken.as_bytes()), Err(UnreadableStatement::BadEntry { entry, element }), "{part}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_bytes_make_the_reader_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_change_of_a_file_makes_the_reader_fall_over(
        which in any::<bool>(), at in any::<prop::sample::Index>(), length in 0..40_usize, other in ".{0,12}",
    ) {
        let mut bytes = if which { STATEMENT.to_vec() } else { NOTIFICATION.to_vec() };
        let from = at.index(bytes.len());
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, other.bytes());
        if let Ok(file) = read(&bytes) {
            prop_assert!(file.transactions.iter().all(|one| one.amount.minor() > 0));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn an_account_of_any_length_is_read(copies in 1..60_usize) {
        let text = String::from_utf8(NOTIFICATION.to_vec()).unwrap();
        let (from, to) = (text.find("<Ntry>").unwrap(), text.find("</Ntry>").unwrap() + 7);
        let many = format!("{}{}{}", &text[..from], text[from..to].repeat(copies), &text[to..]);
        let file = read(many.as_bytes()).unwrap();
        prop_assert_eq!(file.transactions.len(), copies * 3);
        let prints: std::collections::BTreeSet<_> = file.transactions.iter().map(BankTransaction::fingerprint).collect();
        prop_assert_eq!(prints.len(), copies * 3);
    }
}
