//! Who bulk customers and their people are: told from the customer's place in the row alone.

use crate::{fill::Size, words};
use coplan_domain::business_id::BusinessId;

/// A bulk customer and its one member.
pub struct Who {
    /// The supplier's number for it. Full plans and the others are numbered apart.
    pub number: String,
    /// The company's name.
    pub company: String,
    /// Its business id.
    pub business_id: String,
    /// Its VAT id.
    pub vat_id: String,
    /// The member's name.
    pub member: String,
    /// The member's address.
    pub email: String,
}

/// Who stands at this place.
pub fn at(size: Size, index: usize) -> Who {
    let number = if index < size.full() { 2_000_001 } else { 5_000_001 } + index;
    let business_id = business_id(4_000_000 + 2 * index);
    let member = person(index);
    Who {
        number: number.to_string(),
        company: company(index),
        vat_id: format!("FI{}", business_id.replace('-', "")),
        business_id,
        email: format!("{}@k{number}.example", mailbox(&member)),
        member,
    }
}

/// The lists have lengths without a common divisor, so that names come again only after a hundred thousand companies.
pub fn company(index: usize) -> String {
    let (family, trade, place) = (word(&words::FAMILIES, index), word(&words::TRADES, index), word(&words::PLACES, index));
    format!("{family} {trade} {place} Oy")
}

/// Somebody's name.
pub fn person(index: usize) -> String {
    let family = word(&words::FAMILIES, index * 5 + index / 37 + 11);
    format!("{} {family}", word(&words::FIRSTS, index))
}

/// A name as it stands before the `@`.
pub fn mailbox(name: &str) -> String {
    name.to_lowercase().replace(' ', ".").replace(['ä', 'å'], "a").replace('ö', "o")
}

fn word(of: &[&'static str], index: usize) -> &'static str {
    of[index % of.len()]
}

/// The business id that begins with these seven digits, or with the next ones: not all have a check digit.
fn business_id(digits: usize) -> String {
    let ids = (digits..digits + 2).flat_map(|digits| (0..10).map(move |check| format!("{digits}-{check}")));
    ids.into_iter().find(|id| id.parse::<BusinessId>().is_ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_hundred_thousand_companies_have_names_and_business_ids_of_their_own() {
        let size = Size { customers: 100_000, messages: 1_000_000 };
        let all: Vec<_> = (0..size.customers).map(|index| at(size, index)).collect();
        let of = |what: fn(&Who) -> &str| all.iter().map(what).filter(|text| !text.is_empty()).collect::<BTreeSet<_>>().len();
        assert_eq!(of(|who| &who.company), size.customers);
        assert_eq!(of(|who| &who.business_id), size.customers);
        assert_eq!(of(|who| &who.number), size.customers);
        assert_eq!(of(|who| &who.email), size.customers);
    }

    #[test]
    fn an_address_has_no_letters_that_mail_stumbles_over() {
        assert_eq!(mailbox("Åsa Hämäläinen"), "asa.hamalainen");
    }
}
