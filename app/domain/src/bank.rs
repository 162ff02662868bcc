//! What a bank tells of the payments that came in, and which invoices each is for.

pub mod matching;

use crate::money::Money;
use jiff::civil::Date;

/// What a payer says a payment is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedReference {
    /// The reference, or the number of an invoice, as it is written.
    pub reference: String,
    /// How much of the payment is for it, where that is told.
    pub amount: Option<Money>,
}

/// A payment that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankTransaction {
    /// The day that the bank booked it.
    pub booked_on: Date,
    /// How much; more than nothing.
    pub amount: Money,
    /// Who paid, as the bank names it.
    pub payer: Option<String>,
    /// What it is for.
    pub references: Vec<StatedReference>,
    /// What the payer wrote.
    pub message: Option<String>,
    /// What the bank itself knows it by.
    pub bank_reference: Option<String>,
    /// The account that it came to.
    pub account: Option<String>,
    /// Which of several that are alike in all of this within one statement it is, from 0.
    pub twin: usize,
}

impl BankTransaction {
    /// The words that tell it from every other payment, in any file that tells of it.
    #[must_use]
    pub fn fingerprint(&self) -> Vec<String> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let sum = [self.booked_on.to_string(), self.amount.minor().to_string(), self.amount.currency().code().to_owned()];
        // Files of several kinds tell more or less beside the bank's own reference, which is enough.
        let told = if self.bank_reference.is_some() {
            vec![text(&self.bank_reference)]
        } else {
            let references = self.references.iter().map(|stated| stated.reference.as_str()).collect::<Vec<_>>().join(" ");
            vec![text(&self.account), text(&self.payer), references, text(&self.message)]
        };
        sum.into_iter().chain(told).chain([self.twin.to_string()]).collect()
    }
}

/// Numbers those that are alike, each within its own statement.
pub fn number_twins(transactions: &mut [BankTransaction]) {
    let mut seen = std::collections::BTreeMap::new();
    for transaction in transactions {
        let count = seen.entry(transaction.fingerprint()).or_insert(0);
        transaction.twin = *count;
        *count += 1;
    }
}

/// What a file of a bank holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BankFile {
    /// What came in, in the order of the file.
    pub transactions: Vec<BankTransaction>,
    /// How many entries no invoice can be paid by: what was paid out or given back, what is not booked yet, and sums of
    /// several payments that another file tells one by one.
    pub left_out: usize,
}
