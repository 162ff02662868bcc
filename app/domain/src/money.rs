//! Amounts of money: whole minor units and their currency, never a binary fraction.

mod currency;

pub use currency::{Currency, UnknownCurrency};

use crate::exact::Exact;
use rust_decimal::{Decimal, RoundingStrategy};

/// An amount in the smallest unit of its currency: 1250 minor units of EUR are 12.50 EUR, of JPY 1250 JPY.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why an amount cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The amount is finer than the currency's smallest unit.
    #[error("{amount} is finer than {currency} allows")]
    TooManyDecimals {
        /// The amount as given.
        amount: Decimal,
        /// The currency whose decimals do not suffice.
        currency: Currency,
    },
    /// Beyond about 9.2 x 10^18 minor units.
    #[error("the amount is too large to be counted")]
    OutOfRange,
    /// Two currencies in one sum.
    #[error("{left} and {right} cannot be added")]
    CurrenciesDiffer {
        /// The currency of the amount that stood first.
        left: Currency,
        /// The currency of the other.
        right: Currency,
    },
}

impl Money {
    /// So many of the currency's smallest units.
    #[must_use]
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in a currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::from_minor(0, currency)
    }

    /// Takes the amount exactly as it is; zeros at the end do not count as decimals.
    ///
    /// # Errors
    /// [`MoneyError::TooManyDecimals`] where it would have to be rounded, [`MoneyError::OutOfRange`].
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let shortest = amount.normalize();
        let lacking = currency.decimals().checked_sub(shortest.scale());
        let lacking = lacking.ok_or(MoneyError::TooManyDecimals { amount, currency })?;
        let minor = 10_i128.checked_pow(lacking).and_then(|factor| shortest.mantissa().checked_mul(factor));
        let minor = minor.and_then(|minor| i64::try_from(minor).ok()).ok_or(MoneyError::OutOfRange)?;
        Ok(Self { minor, currency })
    }

    /// Takes an amount exactly as it is written; zeros at the end do not count as decimals.
    ///
    /// # Errors
    /// [`MoneyError::TooManyDecimals`] where it would have to be rounded, [`MoneyError::OutOfRange`].
    pub fn from_exact(amount: &Exact, currency: Currency) -> Result<Self, MoneyError> {
        // Of very many digits the value is rounded already, and no longer tells.
        if amount.decimals() > currency.decimals() as usize {
            return Err(MoneyError::TooManyDecimals { amount: amount.value(), currency });
        }
        Self::from_decimal(amount.value(), currency)
    }

    /// Rounds to the currency's decimals, halves away from zero: 14.175 EUR is 14.18, -14.175 EUR is -14.18,
    /// so that a credit note takes back its invoice to the cent.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`].
    pub fn round_half_up(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        Self::rounded(amount, currency, RoundingStrategy::MidpointAwayFromZero)
    }

    /// Cuts what is finer than the currency allows. Only for recognising what somebody else's software did.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`].
    pub fn cut(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        Self::rounded(amount, currency, RoundingStrategy::ToZero)
    }

    fn rounded(amount: Decimal, currency: Currency, how: RoundingStrategy) -> Result<Self, MoneyError> {
        Self::from_decimal(amount.round_dp_with_strategy(currency.decimals(), how), currency)
    }

    /// The amount in the currency's smallest units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// What the amount is counted in.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The amount with all the decimals of its currency.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.decimals())
    }

    /// The amount in thousandths of a whole unit, the finest that any currency is counted in: one scale to compare
    /// amounts of different currencies by their figures. The largest that can be counted stands for all beyond it.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.minor.saturating_mul(10_i64.pow(3_u32.saturating_sub(self.currency.decimals())))
    }

    /// Whether nothing is left or owed.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    /// [`MoneyError::CurrenciesDiffer`], [`MoneyError::OutOfRange`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.with(other, i64::checked_add)
    }

    /// What is left of the amount without the other.
    ///
    /// # Errors
    /// [`MoneyError::CurrenciesDiffer`], [`MoneyError::OutOfRange`].
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.with(other, i64::checked_sub)
    }

    /// The amount with the other sign.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] for the one amount that has no counterpart.
    pub fn checked_neg(self) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_neg().ok_or(MoneyError::OutOfRange)?;
        Ok(Self { minor, ..self })
    }

    /// The sum of any number of amounts; of none it is zero.
    ///
    /// # Errors
    /// [`MoneyError::CurrenciesDiffer`], [`MoneyError::OutOfRange`].
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::checked_add)
    }

    fn with(self, other: Self, operation: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrenciesDiffer { left: self.currency, right: other.currency });
        }
        let minor = operation(self.minor, other.minor).ok_or(MoneyError::OutOfRange)?;
        Ok(Self { minor, ..self })
    }
}

/// For logs and files, as `12.50 EUR`; pages write it in the reader's way.
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency)
    }
}

#[cfg(test)]
mod tests;
