//! What is wrong in a cell of a table of invoices.

use crate::{money::Money, table_import::TableField};

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row, as a spreadsheet counts.
    pub row: usize,
    /// The column, from 1; none where the table has no such column.
    pub column: Option<usize>,
    /// What the column says.
    pub field: TableField,
    /// What is wrong.
    pub why: FaultKind,
}

/// What is wrong. Texts from the file are cut to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Nothing is written where something is needed.
    Missing,
    /// No day of the calendar.
    NotADay(String),
    /// Two days could be meant.
    AmbiguousDay,
    /// No month and no stretch of days.
    NotAPeriod(String),
    /// No number.
    NotANumber(String),
    /// Not a currency of ISO 4217.
    UnknownCurrency(String),
    /// No rate of VAT, and no word for having none.
    UnknownVat(String),
    /// More decimals than the currency has.
    TooFine,
    /// A number beyond what can be counted.
    TooLarge,
    /// A text longer than anything is found by.
    TooLong {
        /// How many characters may be.
        limit: usize,
    },
    /// Another row of the same invoice says something else.
    OtherThan {
        /// The row.
        row: usize,
        /// What it says.
        written: String,
    },
    /// A sum that does not agree.
    Differs {
        /// As written.
        stated: Money,
        /// As it comes out.
        computed: Money,
    },
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}, {}: {:?}", self.row, self.field, self.why)
    }
}
