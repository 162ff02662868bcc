//! Which customer a document is for, where somebody typed that.

use super::ImportError;
use coplan_domain::{customer::Customer, id::CustomerId};
use coplan_store::{Conn, access::Billing, customer};

/// How many customers are offered where it is not clear which is meant.
const CHOICES: i64 = 10;

/// A customer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerBrief {
    /// Which.
    pub id: CustomerId,
    /// The supplier's number for it.
    pub number: String,
    /// The company's name.
    pub name: String,
}

impl From<Customer> for CustomerBrief {
    fn from(customer: Customer) -> Self {
        Self { id: customer.id, number: customer.number, name: customer.name }
    }
}

/// The customer with this number, or with this name where no other has it, or the only one that these words find.
///
/// # Errors
/// [`ImportError::WhichCustomer`] with those that may be meant.
pub(super) async fn find_typed(conn: &mut Conn, by: Billing, typed: &str) -> Result<CustomerId, ImportError> {
    let found = customer::list_by_words(conn, by, typed, CHOICES).await?;
    let found: Vec<_> = found.into_iter().map(CustomerBrief::from).collect();
    let meant = typed.trim().to_lowercase();
    let numbered = found.iter().find(|one| one.number.to_lowercase() == meant);
    let mut named = found.iter().filter(|one| one.name.to_lowercase() == meant);
    let named = named.next().filter(|_| named.next().is_none());
    let only = found.first().filter(|_| found.len() == 1);
    numbered.or(named).or(only).map(|one| one.id).ok_or(ImportError::WhichCustomer(found))
}
