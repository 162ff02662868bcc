//! The totals of an invoice: BG-22.

use crate::money::Money;

/// The sums as stated. What a document leaves out counts as nothing, as EN 16931 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// BT-106, the sum of the lines.
    pub lines: Money,
    /// BT-107, the sum of the allowances on the invoice as a whole.
    pub allowances: Money,
    /// BT-108, the sum of the charges on the invoice as a whole.
    pub charges: Money,
    /// BT-109.
    pub without_vat: Money,
    /// BT-110.
    pub vat: Money,
    /// BT-111, the same in the seller's accounting currency, where stated.
    pub vat_in_accounting_currency: Option<Money>,
    /// BT-112.
    pub with_vat: Money,
    /// BT-113.
    pub prepaid: Money,
    /// BT-114.
    pub rounding: Money,
    /// BT-115, what is due for payment.
    pub payable: Money,
}
