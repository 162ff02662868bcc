//! How an invoice is to be paid, and to whom: BG-10 and BG-16 to BG-19.

use super::Identifier;

/// How an invoice is to be paid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Payment {
    /// BT-20, in prose.
    pub terms: Option<String>,
    /// BG-10, where that is not the seller.
    pub payee: Option<Payee>,
    /// BG-16, each way in which it may be paid.
    pub means: Vec<PaymentMeans>,
}

/// Who is to be paid, such as a factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payee {
    /// BT-59.
    pub name: String,
    /// BT-60.
    pub identifier: Option<Identifier>,
    /// BT-61, from the trade register.
    pub legal_id: Option<Identifier>,
}

/// One way in which an invoice may be paid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaymentMeans {
    /// BT-81, a code of UNTDID 4461.
    pub code: Option<String>,
    /// BT-82, what the code is called.
    pub label: Option<String>,
    /// BT-83, what the payer quotes.
    pub reference: Option<String>,
    /// BT-84, the account that it is paid to.
    pub account: Option<String>,
    /// BT-85, whose account that is.
    pub holder: Option<String>,
    /// BT-86, the BIC of the bank.
    pub bank: Option<String>,
    /// BT-89, the payer's mandate for a direct debit.
    pub mandate: Option<String>,
    /// BT-91, the payer's own account, from which a direct debit takes it.
    pub debited_account: Option<String>,
}

/// Direct debit, SEPA direct debit.
const DIRECT_DEBITS: [&str; 2] = ["49", "59"];

impl PaymentMeans {
    /// Whether the seller takes the sum itself, so that there is nothing for the payer to do.
    #[must_use]
    pub fn is_direct_debit(&self) -> bool {
        self.mandate.is_some() || self.code.as_deref().is_some_and(|code| DIRECT_DEBITS.contains(&code))
    }
}

impl Payment {
    /// The first of the references.
    #[must_use]
    pub fn reference(&self) -> Option<&str> {
        self.means.iter().find_map(|means| means.reference.as_deref())
    }

    /// Every account that it may be paid to.
    pub fn accounts(&self) -> impl Iterator<Item = &str> {
        self.means.iter().filter_map(|means| means.account.as_deref())
    }
}
