//! Identifiers as invoices state them, with the scheme that gives them, and whether they mean a company that is known.

use super::{BusinessId, plain};

/// The schemes of ISO/IEC 6523 that give Finnish business ids: OVT, Y-tunnus, VAT id, net service address.
const FINNISH: [&str; 5] = ["0037", "0212", "0213", "0215", "0216"];

/// What an identifier is stated as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedAs {
    /// BT-30 or BT-47, from the trade register.
    LegalId,
    /// BT-31 or BT-48.
    VatId,
    /// BT-34 or BT-49, where e-invoices are sent; an office of the company or a service may share it.
    Address,
    /// BT-29 or BT-46, perhaps only what one party calls the other.
    Other,
}

/// An identifier as an invoice states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated<'a> {
    /// As written.
    pub text: &'a str,
    /// The scheme, where one is stated.
    pub scheme: Option<&'a str>,
    /// As what.
    pub stated_as: StatedAs,
}

impl Stated<'_> {
    /// The Finnish business id that it is or holds. Eight digits are many things in many countries, so only what says that
    /// it is Finnish is read so: by its scheme, or without one by its form, or as eight digits of a trade register.
    #[must_use]
    pub fn finnish(&self) -> Option<BusinessId> {
        let says_so = match (self.scheme, self.stated_as) {
            (Some(scheme), _) => FINNISH.contains(&numbered(scheme)),
            (None, StatedAs::Other) => false,
            (None, StatedAs::LegalId) => is_marked(self.text) || plain(self.text).len() == 8,
            (None, StatedAs::VatId | StatedAs::Address) => is_marked(self.text),
        };
        BusinessId::within(self.text).filter(|_| says_so)
    }

    /// Every spelling under which the same company may be known, the surest first; none where there is nothing to go by.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        if let Some(finnish) = self.finnish() {
            return vec![finnish.0];
        }
        let id = plain(self.text);
        if id.is_empty() {
            return Vec::new();
        }
        let scheme = self.scheme.map(|scheme| plain(numbered(scheme)));
        let with_scheme = scheme.map(|scheme| format!("{scheme}{id}"));
        let others = self.other_spellings(&id);
        with_scheme.into_iter().chain([id]).chain(others).collect()
    }

    /// The same number with and without what its country writes around it.
    fn other_spellings(&self, id: &str) -> Vec<String> {
        let scheme = self.scheme.map(numbered);
        let number = id.strip_prefix("NO").unwrap_or(id);
        let number = number.strip_suffix("MVA").unwrap_or(number);
        let is_norwegian = number != id || scheme.is_some_and(|scheme| ["0192", "9909"].contains(&scheme));
        if is_norwegian && number.len() == 9 && only_digits(number) {
            let all = [number.to_owned(), format!("NO{number}"), format!("NO{number}MVA"), format!("{number}MVA")];
            return all.into_iter().filter(|spelling| spelling != id).collect();
        }
        // A VAT id may lack the country that its scheme names, as in Sweden's EDI.
        let country = self.scheme.map(str::trim).and_then(|scheme| scheme.strip_suffix(":VAT"));
        let country = country.or_else(|| scheme.filter(|scheme| *scheme == "9955").map(|_| "SE"));
        let named =
            country.filter(|country| country.len() == 2 && !id.starts_with(country)).map(|country| format!("{country}{id}"));
        let bare = id.strip_prefix("SE").filter(|number| number.len() == 12 && only_digits(number)).map(str::to_owned);
        named.into_iter().chain(bare).collect()
    }

    /// Whether somebody who typed this without any scheme meant it.
    #[must_use]
    pub fn is_of(&self, typed: &str) -> bool {
        let known_by = typed_keys(typed);
        self.keys().iter().any(|key| known_by.contains(key))
    }

    /// Whether both are the same identifier: of the same scheme, or of any where one does not say which.
    #[must_use]
    pub fn is_same(&self, other: &Stated<'_>) -> bool {
        match (self.finnish(), other.finnish()) {
            (None, None) => self.spells_as(other) && (self.scheme.is_none() || other.scheme.is_none() || self.is_like(other)),
            (one, another) => one == another,
        }
    }

    /// Whether they are two identifiers of one kind, which one company does not have.
    #[must_use]
    pub fn is_another(&self, other: &Stated<'_>) -> bool {
        match (self.finnish(), other.finnish()) {
            (Some(one), Some(another)) => one != another,
            (None, None) => self.is_like(other) && !self.spells_as(other),
            _ => false,
        }
    }

    fn is_like(&self, other: &Stated<'_>) -> bool {
        let scheme = |stated: &Stated<'_>| stated.scheme.map(|scheme| plain(numbered(scheme)));
        scheme(self) == scheme(other)
    }

    fn spells_as(&self, other: &Stated<'_>) -> bool {
        let (one, another) = (plain(self.text), plain(other.text));
        one == another || self.other_spellings(&one).contains(&another) || other.other_spellings(&another).contains(&one)
    }
}

/// The number of a scheme in ISO/IEC 6523 or among Peppol's own, for the names that schemes had before 2019; any other
/// scheme as it is written.
fn numbered(scheme: &str) -> &str {
    match scheme.trim() {
        "FI:ORGNR" => "0212",
        "FI:OVT" => "0037",
        "FI:OVT2" => "0216",
        "FI:VAT" => "0213",
        "SE:ORGNR" => "0007",
        "SE:VAT" => "9955",
        "NO:ORGNR" | "NO:ORG" => "0192",
        "NO:VAT" => "9909",
        "DK:CVR" => "0184",
        "GLN" => "0088",
        "DUNS" => "0060",
        "BE:CBE" => "0208",
        "NL:KVK" => "0106",
        scheme => scheme,
    }
}

fn only_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text shows by its form that it is Finnish: a dash before the last digit, or the beginning of a VAT id or of
/// an electronic address.
fn is_marked(text: &str) -> bool {
    let plain = plain(text);
    text.contains('-') || plain.starts_with("FI") || plain.starts_with("0037")
}

/// What a customer is found by whose business id or VAT id was typed so. Eight digits may be Finnish or not, as the
/// invoice says; with a dash between them they are Finnish.
fn typed_keys(text: &str) -> Vec<String> {
    let plain = plain(text);
    let finnish = BusinessId::within(text).map(|id| id.0);
    let only_finnish = finnish.is_some() && text.contains('-') && plain.bytes().all(|byte| byte.is_ascii_digit());
    let as_written = (!only_finnish && !plain.is_empty()).then_some(plain);
    finnish.into_iter().chain(as_written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(stated_as: StatedAs, scheme: Option<&'static str>, text: &'static str) -> Stated<'static> {
        Stated { text, scheme, stated_as }
    }

    #[test]
    fn eight_digits_are_finnish_only_where_their_scheme_or_place_says_so() {
        use StatedAs::{Address, LegalId, Other, VatId};
        for scheme in ["0037", "0212", "0213", "0215", "0216", " 0212 "] {
            for place in [LegalId, Address, Other] {
                assert!(stated(place, Some(scheme), "23456780").is_of("2345678-0"), "{scheme} {place:?}");
            }
        }
        for (place, scheme) in [
            (LegalId, Some("0184")),
            (LegalId, Some("0106")),
            (Address, Some("0184")),
            (Address, None),
            (VatId, None),
            (Other, None),
            (Other, Some("0184")),
        ] {
            assert!(!stated(place, scheme, "23456780").is_of("2345678-0"), "{place:?} {scheme:?}");
            assert!(stated(place, scheme, "23456780").is_of("23456780"), "what was typed without a dash may be anything");
        }
        assert!(stated(LegalId, None, "23456780").is_of("2345678-0"));
        assert!(!stated(LegalId, None, "1120389").is_of("0112038-9"), "seven digits say less");
    }

    #[test]
    fn old_names_of_schemes_are_known() {
        for (scheme, text) in
            [("FI:ORGNR", "23456780"), ("FI:OVT", "003723456780"), ("FI:VAT", "FI23456780"), ("FI:OVT2", "003723456780")]
        {
            assert!(stated(StatedAs::LegalId, Some(scheme), text).is_of("2345678-0"), "{scheme}");
        }
        let legal = |scheme, text| stated(StatedAs::LegalId, Some(scheme), text);
        assert!(legal("DK:CVR", "12345678").is_same(&legal("0184", "12345678")));
        assert!(!legal("DK:CVR", "12345678").is_same(&legal("0106", "12345678")));
        assert!(legal("SE:VAT", "556677889901").is_of("SE 556677-8899 01"));
        assert!(legal("SE:VAT", "SE556677889901").is_of("556677889901"));
        for typed in ["NO 987 654 321 MVA", "987654321", "987654321 MVA", "NO987654321"] {
            for (scheme, text) in [("NO:ORGNR", "987654321"), ("NO:VAT", "987654321MVA"), ("0192", "NO987654321MVA")] {
                assert!(legal(scheme, text).is_of(typed), "{scheme} {text} {typed}");
            }
        }
        assert!(legal("NO:VAT", "987654321MVA").is_same(&stated(StatedAs::LegalId, None, "987654321")));
        assert!(!legal("0184", "987654321").is_of("NO987654321MVA"), "nine digits of another country");
    }

    #[test]
    fn without_a_scheme_the_form_says_that_an_id_is_finnish() {
        for place in [StatedAs::LegalId, StatedAs::VatId, StatedAs::Address] {
            for text in ["2345678-0", "FI23456780", "fi 2345678-0", "003723456780", "00372345678012"] {
                assert!(stated(place, None, text).is_of("2345678-0"), "{place:?} {text}");
            }
        }
        assert!(!stated(StatedAs::Other, None, "2345678-0").is_of("2345678-0"), "what one party calls the other");
    }

    #[test]
    fn any_other_id_is_found_as_it_is_written_with_or_without_its_scheme() {
        let danish = stated(StatedAs::LegalId, Some("0184"), "DK 23 45 67 80");
        for typed in ["DK23456780", "dk-23.45.67.80", "0184:DK23456780"] {
            assert!(danish.is_of(typed), "{typed}");
        }
        assert!(stated(StatedAs::VatId, None, "NL8200.98.395.B.01").is_of("NL820098395B01"));
        assert!(stated(StatedAs::LegalId, Some("9999"), "FI23456780").is_of("FI23456780"), "the same words");
        assert!(!danish.is_of("") && !stated(StatedAs::LegalId, Some("0184"), " - ").is_of("-"));
        assert!(stated(StatedAs::LegalId, Some("0184"), " - ").keys().is_empty());
    }

    #[test]
    fn the_same_digits_of_two_schemes_are_two_companies_unless_one_does_not_say_which() {
        let legal = |scheme, text| stated(StatedAs::LegalId, scheme, text);
        let danish = legal(Some("0184"), "12345678");
        assert!(danish.is_same(&legal(Some("0184"), "12 34 56 78")));
        assert!(danish.is_same(&legal(None, "12345678")));
        for other in [legal(Some("0106"), "12345678"), legal(Some("0212"), "23456780"), legal(Some("0184"), "12345679")] {
            assert!(!danish.is_same(&other), "{other:?}");
        }
        assert!(danish.is_another(&legal(Some("0184"), "12345679")));
        assert!(!danish.is_another(&legal(Some("0106"), "87654321")), "one company may have both");
        assert!(legal(Some("0212"), "2345678-0").is_another(&legal(None, "0112038-9")));
        assert!(!legal(Some("0212"), "2345678-0").is_another(&legal(None, "FI23456780")));
    }
}
