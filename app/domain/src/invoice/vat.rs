//! Categories and rates of VAT, and the rows of the VAT breakdown: BG-23.

use crate::{exact::Exact, money::Money};
use rust_decimal::Decimal;

/// A category and rate of VAT.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Vat {
    /// A code of UNTDID 5305: `S` standard rate, `Z` zero rate, `E` exempt, `AE` reverse charge, `K` within the EU,
    /// `G` export, `O` outside the scope of VAT.
    pub category: String,
    /// In per cent. None where the category has no rate (`O`).
    pub rate: Option<Exact>,
}

/// What is owed in VAT for one category and rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VatBreakdown {
    /// BT-118 and BT-119.
    pub vat: Vat,
    /// BT-116, what the tax is of.
    pub base: Money,
    /// BT-117.
    pub tax: Money,
    /// BT-120, in prose.
    pub exemption_reason: Option<String>,
    /// BT-121, a VATEX code.
    pub exemption_code: Option<String>,
}

/// The categories that are always taxed with nothing, whatever rate is written beside them: BR-Z-09 and its like.
const UNTAXED: [&str; 6] = ["Z", "E", "AE", "K", "G", "O"];

impl Vat {
    /// Whether the category lets no tax be asked for, such as where the buyer pays it (`AE`).
    #[must_use]
    pub fn is_untaxed(&self) -> bool {
        UNTAXED.contains(&self.category.as_str())
    }

    /// The rate in per cent; zero where there is none.
    #[must_use]
    pub fn percent(&self) -> Decimal {
        self.rate.as_ref().map_or(Decimal::ZERO, Exact::value)
    }
}
