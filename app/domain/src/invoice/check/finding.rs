//! What the check says of one sum.

use crate::{
    exact::Exact,
    invoice::Vat,
    money::{Money, MoneyError},
};
use rust_decimal::Decimal;

/// One sum of the invoice, done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// By which rule.
    pub rule: Rule,
    /// Which of the sums of that kind.
    pub place: Place,
    /// What the invoice says.
    pub stated: Money,
    /// What comes out. None where the numbers are too large to reckon with, or a price is for no units or for others.
    pub computed: Option<Money>,
    /// How the two compare.
    pub verdict: Verdict,
    /// How it was reckoned, for showing.
    pub working: Working,
    /// What the sender's software seems to have done, where the sums differ and it can be told.
    pub cause: Option<Cause>,
}

/// How what is stated compares with what comes out. In the order of how good news it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Equal to the cent.
    Agrees,
    /// Not equal, yet within what Peppol lets pass as rounding: 0.02 where something was multiplied.
    WithinTolerance,
    /// Not equal.
    Differs,
    /// Cannot be told: see [`Finding::computed`].
    NotComputable,
}

/// A rule of calculation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Percentage of a base, for allowances and charges that state both. Peppol R040.
    AdjustmentAmount,
    /// BT-131 = quantity x price / base quantity, plus charges, less allowances. Peppol R120.
    LineNet,
    /// BT-106 = the sum of BT-131.
    LinesTotal,
    /// BT-107 = the sum of the allowances on the document.
    AllowancesTotal,
    /// BT-108 = the sum of the charges on the document.
    ChargesTotal,
    /// BT-109 = BT-106 - BT-107 + BT-108.
    TotalWithoutVat,
    /// BT-116 = lines, charges and allowances of one category and rate. BR-S-08 and its like for other categories.
    VatBase,
    /// BT-117 = BT-116 x rate.
    VatAmount,
    /// BT-110 = the sum of BT-117.
    VatTotal,
    /// BT-112 = BT-109 + BT-110.
    TotalWithVat,
    /// BT-115 = BT-112 - BT-113 + BT-114.
    Payable,
    /// What a credit note gives back is stated as positive; no rule of EN 16931 says so, UNTDID 1001 does of code 381.
    CreditSign,
    /// No amount has more decimals than its currency. BR-DEC-01 and its like.
    Decimals,
}

impl Rule {
    /// The name of the rule in EN 16931 or, where that has none, in Peppol BIS Billing 3.0; of a base of VAT at the
    /// standard rate, see [`Finding::code`].
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AdjustmentAmount => "PEPPOL-EN16931-R040",
            Self::LineNet => "PEPPOL-EN16931-R120",
            Self::LinesTotal => "BR-CO-10",
            Self::AllowancesTotal => "BR-CO-11",
            Self::ChargesTotal => "BR-CO-12",
            Self::TotalWithoutVat => "BR-CO-13",
            Self::VatBase => "BR-S-08",
            Self::VatAmount => "BR-CO-17",
            Self::VatTotal => "BR-CO-14",
            Self::TotalWithVat => "BR-CO-15",
            Self::Payable => "BR-CO-16",
            Self::CreditSign => "UNTDID-1001-381",
            Self::Decimals => "BR-DEC",
        }
    }

    /// How far off still counts as rounding: where something is multiplied 0.02 whatever the currency, as in
    /// Peppol's rules; where amounts are only added nothing, because nothing was rounded.
    fn tolerance(self) -> Decimal {
        match self {
            Self::AdjustmentAmount | Self::LineNet | Self::VatAmount => Decimal::new(2, 2),
            _ => Decimal::ZERO,
        }
    }
}

/// Which of several sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The invoice as a whole.
    Document,
    /// A line.
    Line {
        /// Its place among the lines, from 0.
        index: usize,
        /// BT-126.
        id: String,
    },
    /// A row of the VAT breakdown, or a category and rate that should have one.
    VatGroup(Vat),
    /// An allowance or charge.
    Adjustment {
        /// The place of its line among the lines, from 0, and that line's BT-126; None for the whole invoice.
        line: Option<(usize, String)>,
        /// Its place there, from 0.
        index: usize,
    },
    /// An amount, by its business term.
    Amount {
        /// Such as `BT-117`.
        term: String,
        /// Its line's BT-126; None for the whole invoice.
        line: Option<String>,
    },
}

/// How a sum was reckoned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Working {
    /// Amounts added up. Empty where one of them could not be reckoned.
    Sum(Vec<Addend>),
    /// A percentage of an amount, rounded half up.
    Percentage {
        /// Of what.
        base: Money,
        /// In per cent; None counts as zero.
        percent: Option<Exact>,
    },
    /// As it is written, finer than the currency.
    AsWritten(Exact),
    /// Not at all: the price is for another unit than the one that is counted.
    OtherUnits {
        /// BT-129.
        quantity: Exact,
        /// BT-130.
        unit: String,
        /// BT-149.
        base_quantity: Exact,
        /// BT-150.
        base_unit: String,
    },
}

/// One amount of a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addend {
    /// Whether it is added or taken away.
    pub sign: Sign,
    /// The amount.
    pub amount: Money,
    /// What it is.
    pub part: Part,
}

/// Which way an addend counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Added.
    Plus,
    /// Taken away.
    Minus,
}

/// What an addend is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Quantity times price, rounded half up.
    Product {
        /// BT-129.
        quantity: Exact,
        /// BT-146.
        price: Exact,
        /// BT-149, where stated.
        base_quantity: Option<Exact>,
    },
    /// The net of a line, with its BT-126.
    Line(String),
    /// An allowance, with its reason.
    Allowance(Option<String>),
    /// A charge, with its reason.
    Charge(Option<String>),
    /// The tax of a row of the VAT breakdown.
    Vat(Vat),
    /// A total of the invoice, by its business term, such as `BT-106`.
    Total(&'static str),
    /// Settled together with the invoice, with what it is.
    Settlement(Option<String>),
}

/// What the sender's software seems to have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The amount is right with the other sign.
    SignReversed,
    /// The price of one was taken for all of them.
    QuantityLeftOut,
    /// Cut off after the last decimal instead of rounded half up.
    CutOff,
    /// Lines were added up unrounded, and only the total was rounded.
    LinesAddedUnrounded,
    /// VAT was reckoned and rounded line by line, then added up.
    VatRoundedPerLine,
}

impl Finding {
    /// The name of the rule, for VAT that of its category: `BR-AE-08` for the base under reverse charge.
    #[must_use]
    pub fn code(&self) -> &'static str {
        let vat = match &self.place {
            Place::VatGroup(vat) => vat,
            Place::Amount { term, .. } => return decimals_code(term),
            Place::Document | Place::Line { .. } | Place::Adjustment { .. } => return self.rule.code(),
        };
        match (self.rule, vat.category.as_str()) {
            (Rule::VatBase, "Z") => "BR-Z-08",
            (Rule::VatBase, "E") => "BR-E-08",
            (Rule::VatBase, "AE") => "BR-AE-08",
            (Rule::VatBase, "K") => "BR-IC-08",
            (Rule::VatBase, "G") => "BR-G-08",
            (Rule::VatBase, "O") => "BR-O-08",
            (Rule::VatBase, "L") => "BR-AF-08",
            (Rule::VatBase, "M") => "BR-AG-08",
            (Rule::VatAmount, "Z") => "BR-Z-09",
            (Rule::VatAmount, "E") => "BR-E-09",
            (Rule::VatAmount, "AE") => "BR-AE-09",
            (Rule::VatAmount, "K") => "BR-IC-09",
            (Rule::VatAmount, "G") => "BR-G-09",
            (Rule::VatAmount, "O") => "BR-O-09",
            (rule, _) => rule.code(),
        }
    }

    /// How much more is stated than comes out; negative where it is less. None where nothing can be said.
    #[must_use]
    pub fn difference(&self) -> Option<Money> {
        self.stated.checked_sub(self.computed?).ok()
    }

    pub(super) fn new(rule: Rule, place: Place, stated: Money, computed: Option<Money>, working: Working) -> Self {
        let mut finding = Self { rule, place, stated, computed, verdict: Verdict::NotComputable, working, cause: None };
        if let Some(difference) = finding.difference() {
            finding.verdict = match difference.to_decimal().abs() {
                amount if amount.is_zero() => Verdict::Agrees,
                amount if amount <= rule.tolerance() => Verdict::WithinTolerance,
                _ => Verdict::Differs,
            };
        }
        finding
    }

    /// A finding whose working is a sum of known amounts.
    pub(super) fn of_sum(rule: Rule, place: Place, stated: Money, addends: Vec<Addend>) -> Self {
        let computed =
            addends.iter().try_fold(Money::zero(stated.currency()), |sum, addend| sum.checked_add(addend.signed()?)).ok();
        Self::new(rule, place, stated, computed, Working::Sum(addends))
    }

    /// The first cause whose amount is the stated one; none where the sums agree.
    pub(super) fn explained_by(mut self, causes: impl IntoIterator<Item = (Cause, Option<Money>)>) -> Self {
        if self.verdict != Verdict::Agrees {
            let fits = |(_, amount): &(Cause, Option<Money>)| *amount == Some(self.stated);
            self.cause = causes.into_iter().find(fits).map(|(cause, _)| cause);
        }
        self
    }
}

/// The rule that an amount of this business term has no more decimals than its currency.
fn decimals_code(term: &str) -> &'static str {
    match term {
        "BT-92" => "BR-DEC-01",
        "BT-93" => "BR-DEC-02",
        "BT-106" => "BR-DEC-09",
        "BT-107" => "BR-DEC-10",
        "BT-108" => "BR-DEC-11",
        "BT-109" => "BR-DEC-12",
        "BT-110" => "BR-DEC-13",
        "BT-112" => "BR-DEC-14",
        "BT-111" => "BR-DEC-15",
        "BT-113" => "BR-DEC-16",
        "BT-114" => "BR-DEC-17",
        "BT-115" => "BR-DEC-18",
        "BT-116" => "BR-DEC-19",
        "BT-117" => "BR-DEC-20",
        "BT-131" => "BR-DEC-23",
        "BT-136" => "BR-DEC-24",
        "BT-137" => "BR-DEC-25",
        _ => Rule::Decimals.code(),
    }
}

impl Addend {
    pub(super) const fn plus(amount: Money, part: Part) -> Self {
        Self { sign: Sign::Plus, amount, part }
    }

    pub(super) const fn minus(amount: Money, part: Part) -> Self {
        Self { sign: Sign::Minus, amount, part }
    }

    /// The amount as it counts in the sum.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`].
    pub fn signed(&self) -> Result<Money, MoneyError> {
        match self.sign {
            Sign::Plus => Ok(self.amount),
            Sign::Minus => self.amount.checked_neg(),
        }
    }
}
