//! Seller and buyer, and what they are known by.

use crate::business_id::{Stated, StatedAs};

/// The most characters of a name that tell one seller from another.
const LONGEST_KEY: usize = 200;

/// One of the two companies of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// BT-27 or BT-44, the registered name.
    pub name: String,
    /// BT-28 or BT-45, the name it goes by.
    pub trading_name: Option<String>,
    /// BT-29 or BT-46.
    pub identifiers: Vec<Identifier>,
    /// BT-30 or BT-47, from the trade register.
    pub legal_id: Option<Identifier>,
    /// BT-31 or BT-48.
    pub vat_id: Option<String>,
    /// BT-34 or BT-49, where e-invoices are sent.
    pub endpoint: Option<Identifier>,
}

/// An identifier and the scheme that gives it, a code of ISO/IEC 6523 such as `0212`, where stated.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identifier {
    /// As written.
    pub value: String,
    /// The scheme, where stated.
    pub scheme: Option<String>,
}

impl Party {
    /// Everything the company is known by, the surest first: legal id, VAT id, address, other identifiers.
    pub fn known_by(&self) -> impl Iterator<Item = Stated<'_>> {
        let legal = self.legal_id.iter().map(|id| id.stated(StatedAs::LegalId));
        let vat = self.vat_id.iter().map(|text| Stated { text, scheme: None, stated_as: StatedAs::VatId });
        let endpoint = self.endpoint.iter().map(|id| id.stated(StatedAs::Address));
        let others = self.identifiers.iter().map(|id| id.stated(StatedAs::Other));
        legal.chain(vat).chain(endpoint).chain(others).filter(|id| !id.keys().is_empty())
    }

    /// Whether it says by a trade register or for VAT which company it is.
    #[must_use]
    pub fn is_identified(&self) -> bool {
        self.known_by().any(|id| matches!(id.stated_as, StatedAs::LegalId | StatedAs::VatId))
    }

    /// Whether both are one company: by the surest of what both state, by anything that both are known by, or by the
    /// name where one of them is known by nothing else.
    #[must_use]
    pub fn is_same_company(&self, other: &Self) -> bool {
        for kind in [StatedAs::LegalId, StatedAs::VatId] {
            let mut own = self.known_by().filter(|id| id.stated_as == kind);
            let mut others = other.known_by().filter(|id| id.stated_as == kind);
            if let (Some(own), Some(other)) = (own.next(), others.next()) {
                if own.is_same(&other) {
                    return true;
                }
                if own.is_another(&other) {
                    return false;
                }
            }
        }
        if self.known_by().next().is_none() || other.known_by().next().is_none() {
            return name_key(&self.name) == name_key(&other.name);
        }
        self.known_by().any(|own| other.known_by().any(|other| own.is_same(&other)))
    }

    /// One spelling of the surest identifier, or the name in lower case where there is none: the same seller has
    /// the same key on every invoice that states the same identifiers.
    #[must_use]
    pub fn key(&self) -> String {
        self.known_by().find_map(|id| id.keys().into_iter().next()).unwrap_or_else(|| name_key(&self.name))
    }
}

impl Identifier {
    fn stated(&self, stated_as: StatedAs) -> Stated<'_> {
        Stated { text: &self.value, scheme: self.scheme.as_deref(), stated_as }
    }
}

/// The name in lower case, no longer than what a database can look up.
fn name_key(name: &str) -> String {
    name.to_lowercase().chars().take(LONGEST_KEY).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(legal_id: Option<&str>, vat_id: Option<&str>) -> Party {
        Party {
            name: "Myyjä Oy".to_owned(),
            trading_name: None,
            identifiers: vec![],
            legal_id: legal_id.map(|value| Identifier { value: value.to_owned(), scheme: None }),
            vat_id: vat_id.map(str::to_owned),
            endpoint: None,
        }
    }

    #[test]
    fn a_seller_has_one_key_whichever_identifier_it_states() {
        assert_eq!(party(Some("2345678-0"), None).key(), party(None, Some("FI 2345678-0")).key());
        assert_eq!(party(None, None).key(), "myyjä oy");
        assert_eq!(party(Some(" - "), None).key(), "myyjä oy");
    }

    #[test]
    fn a_key_is_never_longer_than_can_be_looked_up() {
        let seller = Party { name: "İ".repeat(20_000), ..party(None, None) };
        assert_eq!(seller.key().chars().count(), LONGEST_KEY);
    }

    #[test]
    fn two_documents_are_of_one_seller_by_the_surest_of_what_both_state() {
        let by = |legal, vat| party(legal, vat);
        let both = by(Some("2345678-0"), Some("FI23456780"));
        assert!(both.is_same_company(&by(None, Some("FI 2345678-0"))));
        assert!(both.is_same_company(&by(Some("23456780"), None)));
        assert!(by(Some("2345678-0"), None).is_same_company(&by(None, Some("FI23456780"))), "one states this, the other that");
        assert!(!both.is_same_company(&by(Some("0112038-9"), Some("FI23456780"))), "a group shares its VAT id");
        assert!(by(None, None).is_same_company(&both), "nothing but the name is known");
        assert!(!Party { name: "Other Oy".to_owned(), ..by(None, None) }.is_same_company(&both));
        let location = Identifier { value: "5790000435968".to_owned(), scheme: Some("0088".to_owned()) };
        let located = Party { legal_id: Some(location.clone()), ..by(None, Some("FI23456780")) };
        assert!(both.is_same_company(&located), "another scheme in the same place");
        let sent_from = |party| Party { endpoint: Some(location.clone()), ..party };
        assert!(sent_from(by(None, None)).is_same_company(&sent_from(both)));
    }

    #[test]
    fn a_seller_says_with_its_scheme_whose_number_it_is() {
        let legal = |scheme: &str| Party {
            legal_id: Some(Identifier { value: "23456780".to_owned(), scheme: Some(scheme.to_owned()) }),
            ..party(None, None)
        };
        assert_eq!((legal("0212").key(), legal("0184").key()), ("2345678-0".to_owned(), "018423456780".to_owned()));
        assert!(!legal("0212").is_same_company(&legal("0184")));
    }
}
