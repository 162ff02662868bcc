//! Why a file cannot be read as an invoice, in words that a page can pass on.

use super::{csv::CsvError, invoice_table::Fault, xml::XmlError};
use crate::{money::Currency, table_import::TableField};

/// Where in an invoice something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The business term of EN 16931, such as `BT-131`; the one on the invoice where allowance and charge differ.
    pub term: &'static str,
    /// The invoice line's own id (BT-126), or its place among the lines where it has none; None in the header.
    pub line: Option<String>,
}

/// What keeps a file from being read. Texts from the file are cut to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableInvoice {
    /// No XML that can be read.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// Well-formed, but neither a UBL 2.1 invoice nor a UBL 2.1 credit note.
    #[error("a document of another kind: {root}")]
    NotAnInvoice {
        /// The name of its outermost element, such as `Finvoice`.
        root: String,
        /// The namespace of that element, where it has one.
        namespace: Option<String>,
    },
    /// Something that every invoice has is not there, or is empty.
    #[error("{at} is missing")]
    Missing {
        /// What is missing.
        at: Spot,
    },
    /// Something that may occur once occurs twice, with different values.
    #[error("{at} is stated twice")]
    StatedTwice {
        /// What.
        at: Spot,
    },
    /// A text longer than any page would show.
    #[error("{at} is longer than {limit} characters")]
    TextTooLong {
        /// Which text.
        at: Spot,
        /// How long it may be.
        limit: usize,
    },
    /// Not a day of the calendar as `YYYY-MM-DD`.
    #[error("{at} is not a date: {written}")]
    BadDate {
        /// Which date.
        at: Spot,
        /// What stands there.
        written: String,
    },
    /// Not a decimal number with a point, of at most 28 digits before it.
    #[error("{at} is not a number: {written}")]
    BadNumber {
        /// Which number.
        at: Spot,
        /// What stands there.
        written: String,
    },
    /// An amount beyond what can be counted.
    #[error("{at} is too large: {written}")]
    AmountTooLarge {
        /// Which amount.
        at: Spot,
        /// What stands there.
        written: String,
    },
    /// Not a currency of ISO 4217.
    #[error("{at} is an unknown currency: {written}")]
    UnknownCurrency {
        /// BT-5, or the amount that names it.
        at: Spot,
        /// What stands there.
        written: String,
    },
    /// An amount in another currency than the invoice.
    #[error("{at} is in {found}, the invoice in {currency}")]
    OtherCurrency {
        /// Which amount.
        at: Spot,
        /// The amount's own currency, as written.
        found: String,
        /// The invoice's currency.
        currency: Currency,
    },
    /// A table of invoices of which no row can be read.
    #[error(transparent)]
    Table(#[from] CsvError),
    /// A table of invoices in which no column says these.
    #[error("no column for {}", .0.iter().map(|field| field.as_str()).collect::<Vec<_>>().join(", "))]
    NoColumn(Vec<TableField>),
    /// Rows of a table that make no invoice.
    #[error("invoice {number}: {}", .faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("; "))]
    Rows {
        /// The number of the invoice.
        number: String,
        /// What is wrong, in the order of the rows.
        faults: Vec<Fault>,
    },
    /// An adjustment that is neither marked as an allowance nor as a charge.
    #[error("{at} is neither taken off nor put on: {written}")]
    NeitherAllowanceNorCharge {
        /// Which adjustment.
        at: Spot,
        /// What stands where `true` or `false` should.
        written: String,
    },
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.term)?;
        match &self.line {
            Some(line) => write!(f, " on line {line}"),
            None => Ok(()),
        }
    }
}
