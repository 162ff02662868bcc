//! Paying within SEPA: accounts, references, and what a QR code for a transfer says (EPC069-12).

use crate::money::{Currency, Money};

/// The most minor units of a transfer: 999,999,999.99 EUR.
const MOST: i64 = 99_999_999_999;
/// The most letters of a payee's name.
const NAME: usize = 70;
/// The most letters of a text to the payee.
const TEXT: usize = 140;

/// What is to be transferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transfer<'a> {
    /// To whom.
    pub payee: &'a str,
    /// To which account.
    pub account: &'a str,
    /// How much.
    pub amount: Money,
    /// What the payee knows the payment by.
    pub reference: Option<&'a str>,
    /// What it is for, where there is no reference.
    pub text: &'a str,
}

/// The letters and digits of a number without what is printed between them.
fn bare(written: &str) -> String {
    written.chars().filter(|letter| !letter.is_whitespace()).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// The remainder of ISO 7064 (mod 97-10) with the first four letters at the end; none where it has others than letters
/// and digits.
fn remainder(number: &str) -> Option<u32> {
    let (head, tail) = number.split_at_checked(4)?;
    tail.chars().chain(head.chars()).try_fold(0, |sum, letter| {
        let digit = letter.to_digit(36)?;
        Some((if digit < 10 { sum * 10 + digit } else { sum * 100 + digit }) % 97)
    })
}

/// An account as an IBAN without blanks (ISO 13616); none where it is none, or was mistyped.
#[must_use]
pub fn iban(account: &str) -> Option<String> {
    let iban = bare(account);
    let bytes = iban.as_bytes();
    let begins = bytes.len() >= 4 && bytes[..2].iter().all(u8::is_ascii_uppercase) && bytes[2..4].iter().all(u8::is_ascii_digit);
    (begins && (15..=34).contains(&bytes.len()) && remainder(&iban) == Some(1)).then_some(iban)
}

/// An account as it is printed: an IBAN in groups of four, any other as it is written.
#[must_use]
pub fn grouped(account: &str) -> String {
    let Some(iban) = iban(account) else { return account.to_owned() };
    let groups = iban.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(" ")
}

/// A reference as a creditor reference (ISO 11649): one that is, or a Finnish one, which is part of one. None where it is
/// neither.
#[must_use]
pub fn creditor_reference(reference: &str) -> Option<String> {
    let reference = bare(reference);
    if reference.starts_with("RF") {
        let fits = (5..=25).contains(&reference.len());
        return (fits && remainder(&reference) == Some(1)).then_some(reference);
    }
    let digits = reference.trim_start_matches('0');
    if !is_finnish(digits) {
        return None;
    }
    let check = 98 - remainder(&format!("RF00{digits}"))?;
    Some(format!("RF{check:02}{digits}"))
}

/// What two spellings of one reference have in common: a Finnish reference and the creditor reference that holds it, with
/// or without zeros in front and blanks between. None where nothing is written.
#[must_use]
pub fn reference_key(reference: &str) -> Option<String> {
    creditor_reference(reference).or_else(|| {
        let bare: String = bare(reference).chars().filter(|letter| letter.is_alphanumeric()).collect();
        Some(bare.trim_start_matches('0').to_owned()).filter(|bare| !bare.is_empty())
    })
}

/// A Finnish reference: 4 to 20 digits, of which the last one is the check digit with the weights 7, 3 and 1.
fn is_finnish(digits: &str) -> bool {
    let all = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !all || !(4..=20).contains(&digits.len()) {
        return false;
    }
    let mut backwards = digits.bytes().rev().map(|byte| u32::from(byte - b'0'));
    let check = backwards.next();
    let sum: u32 = backwards.zip([7, 3, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    check == Some((10 - sum % 10) % 10)
}

/// What a QR code for the transfer says (EPC069-12, version 002, without a BIC); none where it is not in euros, not to an
/// IBAN, or nothing that one transfer can be.
#[must_use]
pub fn qr_text(transfer: &Transfer<'_>) -> Option<String> {
    let iban = iban(transfer.account)?;
    let amount = transfer.amount;
    if amount.currency() != Currency::EUR || !(1..=MOST).contains(&amount.minor()) {
        return None;
    }
    // One line each: a line end within one would move the others.
    let line =
        |text: &str, most: usize| text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect::<String>();
    let payee = line(transfer.payee, NAME);
    let known = transfer.reference.and_then(creditor_reference);
    let text = if known.is_some() { String::new() } else { line(transfer.reference.unwrap_or(transfer.text), TEXT) };
    let known = known.unwrap_or_default();
    let said = format!("BCD\n002\n1\nSCT\n\n{payee}\n{iban}\nEUR{}\n\n{known}\n{text}", amount.to_decimal());
    (!payee.is_empty()).then(|| said.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transfer<'a>(account: &'a str, minor: i64, reference: Option<&'a str>) -> Transfer<'a> {
        let amount = Money::from_minor(minor, Currency::EUR);
        Transfer { payee: "Northline Oy", account, amount, reference, text: "Invoice 1057" }
    }

    #[test]
    fn spellings_of_one_reference_have_one_key() {
        for same in ["RF85 1234 5672", "12345672", "0000 0000 0000 1234 5672", "rf8512345672"] {
            assert_eq!(reference_key(same), reference_key("12345672"), "{same}");
        }
        assert_ne!(reference_key("12345673"), reference_key("12345672"), "another check digit is another number");
        assert_eq!(reference_key("inv-1057"), Some("INV1057".to_owned()));
        assert_eq!((reference_key(" 000 "), reference_key("")), (None, None));
    }

    #[test]
    fn an_iban_has_its_check_digits() {
        assert_eq!(iban("FI21 1234 5600 0007 85").as_deref(), Some("FI2112345600000785"));
        assert_eq!(iban("de89370400440532013000").as_deref(), Some("DE89370400440532013000"));
        for wrong in
            ["FI22 1234 5600 0007 85", "123456-785", "", "FI2", "FIXX1234560000078", "FI21-1234-5600-0007-85", "ää21123456000007"]
        {
            assert_eq!(iban(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_account_is_grouped_as_it_is_printed() {
        assert_eq!(grouped("FI2112345600000785"), "FI21 1234 5600 0007 85");
        assert_eq!(grouped("123456-785"), "123456-785");
    }

    #[test]
    fn a_reference_is_known_by_its_check_digits() {
        assert_eq!(creditor_reference("RF18 5390 0754 7034").as_deref(), Some("RF18539007547034"));
        assert_eq!(creditor_reference("RF19 5390 0754 7034"), None);
        assert_eq!(creditor_reference("1232").as_deref(), Some("RF111232"));
        assert_eq!(creditor_reference("0000 1232").as_deref(), Some("RF111232"));
        assert_eq!(creditor_reference("RF11 1232").as_deref(), Some("RF111232"));
        for other in ["1233", "123", "", "PO 77", "123456789012345678901"] {
            assert_eq!(creditor_reference(other), None, "{other}");
        }
    }

    #[test]
    fn a_code_says_what_is_to_be_transferred() {
        let said = qr_text(&transfer("FI21 1234 5600 0007 85", 842_903, Some("1232"))).unwrap();
        assert_eq!(said, "BCD\n002\n1\nSCT\n\nNorthline Oy\nFI2112345600000785\nEUR8429.03\n\nRF111232");
        let said = qr_text(&transfer("FI2112345600000785", 5, Some("Order\n77"))).unwrap();
        assert!(said.ends_with("\nEUR0.05\n\n\nOrder 77"), "{said}");
        assert!(qr_text(&transfer("FI2112345600000785", 5, None)).unwrap().ends_with("\n\n\nInvoice 1057"));
        assert!(said.len() <= 331, "the most that a code of this kind says");
    }

    #[test]
    fn what_is_no_transfer_has_no_code() {
        assert_eq!(qr_text(&transfer("123456-785", 100, None)), None);
        for minor in [0, -100, MOST + 1] {
            assert_eq!(qr_text(&transfer("FI2112345600000785", minor, None)), None, "{minor}");
        }
        let dollars = Money::from_minor(100, "USD".parse().unwrap());
        assert_eq!(qr_text(&Transfer { amount: dollars, ..transfer("FI2112345600000785", 100, None) }), None);
    }
}
