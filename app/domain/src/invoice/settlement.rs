//! What is settled together with an invoice and changes what is to be paid, without being a part of its total.

use crate::{
    exact::Exact,
    money::{Money, MoneyError},
};

/// Which way a settlement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SettlementKind {
    /// Collected for somebody else, such as a deposit: added to what is to be paid. BG-DEX-09 of `XRechnung`.
    ThirdParty,
    /// Withheld by the buyer for the seller's own taxes: taken off what is to be paid. UBL's `WithholdingTaxTotal`.
    Withheld,
}

/// An amount that is settled together with an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// Which way it goes.
    pub kind: SettlementKind,
    /// What it is, in the sender's words or as the name of the tax.
    pub label: Option<String>,
    /// What a tax is of.
    pub base: Option<Money>,
    /// The rate of a tax, in per cent.
    pub percent: Option<Exact>,
    /// How much; positive both where it is added and where it is taken off.
    pub amount: Money,
}

impl Settlement {
    /// What it adds to what is to be paid.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`].
    pub fn effect(&self) -> Result<Money, MoneyError> {
        match self.kind {
            SettlementKind::ThirdParty => Ok(self.amount),
            SettlementKind::Withheld => self.amount.checked_neg(),
        }
    }
}
