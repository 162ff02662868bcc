//! What is taken off or put on a line or a whole invoice: BG-20, BG-21, BG-27, BG-28.

use super::Vat;
use crate::{
    exact::Exact,
    money::{Money, MoneyError},
};

/// Which way an adjustment goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AdjustmentKind {
    /// Taken off, such as a discount.
    Allowance,
    /// Put on, such as freight.
    Charge,
}

/// An allowance or a charge, on a line or on the whole invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// Which way it goes.
    pub kind: AdjustmentKind,
    /// BT-92, 99, 136 or 141, without VAT. Positive for what is taken off and for what is put on.
    pub amount: Money,
    /// BT-93, 100, 137 or 142: what the percentage is of.
    pub base: Option<Money>,
    /// BT-94, 101, 138 or 143, in per cent.
    pub percent: Option<Exact>,
    /// BT-97, 104, 139 or 144.
    pub reason: Option<String>,
    /// BT-98, 105, 140 or 145: UNTDID 5189 for allowances, 7161 for charges.
    pub reason_code: Option<String>,
    /// BT-95/96 or 102/103. None on a line, where the line's VAT holds.
    pub vat: Option<Vat>,
}

impl Adjustment {
    /// What it adds to a sum: the amount of a charge, the amount of an allowance with the other sign.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`].
    pub fn effect(&self) -> Result<Money, MoneyError> {
        match self.kind {
            AdjustmentKind::Allowance => self.amount.checked_neg(),
            AdjustmentKind::Charge => Ok(self.amount),
        }
    }
}
