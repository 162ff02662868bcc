//! Whose an invoice is, by what its buyer states.

use crate::{InternalError, import::CustomerBrief};
use coplan_domain::{business_id::StatedAs, invoice::Party};
use coplan_store::{Conn, access::Billing, customer};
use std::collections::BTreeSet;

/// How many identifiers of a buyer are looked up at most: a file may state any number of them.
const MOST_IDENTIFIERS: usize = 8;

/// Whose an invoice is, as far as its buyer's identifiers tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belongs {
    /// One customer is known by an identifier of the buyer.
    To {
        /// Which.
        customer: CustomerBrief,
        /// The identifier, as the invoice spells it.
        by: String,
    },
    /// The buyer says by its legal id or for VAT who it is, and nobody is known by that; this one is known by a weaker
    /// identifier, which others may share. Somebody must say that it is the one.
    Perhaps {
        /// Which.
        customer: CustomerBrief,
        /// The weaker identifier, as the invoice spells it.
        by: String,
    },
    /// Several are known by the same identifier; one must be chosen.
    Several(Vec<CustomerBrief>),
    /// Nobody is known by any of them; one must be chosen.
    Unknown,
}

/// The surest identifier that anybody is known by decides; an address or another number alone only where the buyer states
/// no legal id and none for VAT.
pub(super) async fn find(conn: &mut Conn, by: Billing, buyer: &Party) -> Result<Belongs, InternalError> {
    let is_identified = buyer.is_identified();
    let mut tried = BTreeSet::new();
    for stated in buyer.known_by().filter(|stated| tried.insert(stated.keys())).take(MOST_IDENTIFIERS) {
        let mut found: Vec<CustomerBrief> =
            customer::list_by_identifier(conn, by, &stated).await?.into_iter().map(CustomerBrief::from).collect();
        let is_weak = matches!(stated.stated_as, StatedAs::Address | StatedAs::Other);
        match found.len() {
            0 => {}
            1 if is_weak && is_identified => {
                return Ok(Belongs::Perhaps { customer: found.remove(0), by: stated.text.to_owned() });
            }
            1 => return Ok(Belongs::To { customer: found.remove(0), by: stated.text.to_owned() }),
            _ => return Ok(Belongs::Several(found)),
        }
    }
    Ok(Belongs::Unknown)
}

/// How many customers with a name are looked at.
const MOST_NAMED: i64 = 10;

/// The same for the buyer of a table, which may be known by its number at the supplier or by its name alone.
pub(super) async fn find_named(conn: &mut Conn, by: Billing, buyer: &Party) -> Result<Belongs, InternalError> {
    let typed = buyer.name.trim();
    let known = find(conn, by, buyer).await?;
    if typed.is_empty() || !matches!(known, Belongs::Unknown) {
        return Ok(known);
    }
    let found = customer::list_by_words(conn, by, typed, MOST_NAMED).await?;
    let mut found: Vec<_> = found.into_iter().map(CustomerBrief::from).collect();
    let same = typed.to_lowercase();
    if let Some(place) = found.iter().position(|one| one.number.to_lowercase() == same) {
        return Ok(Belongs::To { customer: found.remove(place), by: typed.to_owned() });
    }
    found.retain(|one| one.name.to_lowercase() == same);
    Ok(match found.len() {
        0 => Belongs::Unknown,
        1 => Belongs::To { customer: found.remove(0), by: typed.to_owned() },
        _ => Belongs::Several(found),
    })
}
