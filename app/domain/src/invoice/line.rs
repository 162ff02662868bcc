//! One line of an invoice: BG-25.

use super::{Adjustment, Period, Vat};
use crate::{exact::Exact, money::Money};
use rust_decimal::Decimal;

/// What is billed for one good or service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    /// BT-126, as its sender numbered it.
    pub id: String,
    /// BT-127.
    pub note: Option<String>,
    /// BT-128, the object that is billed.
    pub object_reference: Option<String>,
    /// BT-129.
    pub quantity: Exact,
    /// BT-130, a code of UN/ECE Recommendation 20 such as `HUR` or `C62`.
    pub unit: Option<String>,
    /// BT-131, without VAT, adjustments included.
    pub net: Money,
    /// BT-132, the line of the buyer's order.
    pub order_line: Option<String>,
    /// BT-133, where the buyer books it.
    pub accounting_reference: Option<String>,
    /// BG-26.
    pub period: Period,
    /// BG-27 and BG-28.
    pub adjustments: Vec<Adjustment>,
    /// BG-29.
    pub price: Price,
    /// BT-151 and BT-152.
    pub vat: Vat,
    /// BT-153.
    pub name: String,
    /// BT-154.
    pub description: Option<String>,
    /// BT-155, the seller's code for the item.
    pub item_number: Option<String>,
    /// What the line is made of, each before its own parts: BG-DEX-01 of `XRechnung`. The sums of the invoice count the
    /// line alone.
    pub sub_lines: Vec<SubLine>,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubLine {
    /// How deep it is, from 1 for a part of the line itself.
    pub depth: i64,
    /// As its sender numbered it.
    pub id: Option<String>,
    /// What it is.
    pub name: String,
    /// How much, where stated.
    pub quantity: Option<Exact>,
    /// Of which unit.
    pub unit: Option<String>,
    /// Its net, where stated.
    pub net: Option<Money>,
}

/// What one price's worth of a line costs without VAT.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// BT-146, after the discount; may have more decimals than the currency.
    pub net: Exact,
    /// BT-147, the discount that is already off.
    pub discount: Option<Exact>,
    /// BT-148, before the discount.
    pub gross: Option<Exact>,
    /// BT-149, how many units the price is for; one where it is not stated.
    pub base_quantity: Option<Exact>,
    /// BT-150, the unit of those units where stated; the line's own otherwise.
    pub base_unit: Option<String>,
}

impl Price {
    /// What one unit costs, unrounded. None where the price is for no units at all.
    #[must_use]
    pub fn exact(&self) -> Option<Decimal> {
        self.of(Decimal::ONE)
    }

    /// BT-148, the price before the discount: as stated, or the price with its discount where it is not.
    #[must_use]
    pub fn list(&self) -> Option<Decimal> {
        let discount = self.discount.as_ref().map(Exact::value).filter(|discount| !discount.is_zero())?;
        let stated = self.gross.as_ref().map(Exact::value);
        stated.or_else(|| self.net.value().checked_add(discount))
    }

    /// What so many units cost, unrounded.
    fn of(&self, quantity: Decimal) -> Option<Decimal> {
        let product = quantity.checked_mul(self.net.value())?;
        // Dividing last keeps 1/3 out of the product.
        match &self.base_quantity {
            Some(base) => product.checked_div(base.value()),
            None => Some(product),
        }
    }
}

impl InvoiceLine {
    /// Quantity times price, per base quantity, unrounded and before adjustments, whatever units they are of. None where
    /// the numbers are too large to multiply or the price is for no units at all.
    #[must_use]
    pub fn exact_gross(&self) -> Option<Decimal> {
        self.price.of(self.quantity.value())
    }

    /// The unit that is counted, and how many of which other unit the price is for; none where it is for the same one.
    #[must_use]
    pub fn other_units(&self) -> Option<(&str, (&Exact, &str))> {
        let priced = self.price.base_quantity.as_ref().zip(self.price.base_unit.as_deref());
        self.unit.as_deref().zip(priced).filter(|(counted, (_, priced))| !is_same_unit(counted, priced))
    }
}

/// Codes that all count single things.
const PIECES: [&str; 7] = ["C62", "EA", "H87", "NAR", "PCE", "ST", "XPP"];

/// Whether two codes mean one unit.
fn is_same_unit(one: &str, other: &str) -> bool {
    one == other || [one, other].iter().all(|code| PIECES.contains(code))
}
