//! Seller and buyer, and what they are known by.

use crate::business_id::{canonical, same_company};

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
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let legal = self.legal_id.iter().map(|id| id.value.as_str());
        let vat = self.vat_id.iter().map(String::as_str);
        let endpoint = self.endpoint.iter().map(|id| id.value.as_str());
        let others = self.identifiers.iter().map(|id| id.value.as_str());
        legal.chain(vat).chain(endpoint).chain(others)
    }

    /// Whether the company is known by this identifier, however it is spelt: a Finnish VAT identifier is found by
    /// the business id too.
    #[must_use]
    pub fn is_known_by(&self, id: &str) -> bool {
        self.ids().any(|own| same_company(own, id))
    }

    /// One spelling of the surest identifier, or the name in lower case where there is none: the same seller has
    /// the same key on every invoice that states the same identifiers.
    #[must_use]
    pub fn key(&self) -> String {
        self.ids().map(canonical).find(|id| !id.is_empty()).unwrap_or_else(|| name_key(&self.name))
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
    fn a_company_is_found_by_any_of_its_identifiers() {
        let party = party(Some("987654321"), Some("NO987654321MVA"));
        assert!(party.is_known_by("987 654 321"));
        assert!(party.is_known_by("no987654321mva"));
        assert!(!party.is_known_by("123456789"));
        assert!(!party.is_known_by(""));
    }
}
