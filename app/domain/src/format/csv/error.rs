//! Why a table cannot be read, and where.

/// A place in a table, as a spreadsheet counts: the headings are row 1 unless blank rows are above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// From 1, blank rows counted.
    pub row: usize,
    /// From 1.
    pub column: usize,
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}, column {}", self.row, self.column)
    }
}

/// What keeps a file from being read as a table, the first thing found. Texts from the file are cut to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CsvError {
    /// More bytes than [`super::MAX_BYTES`].
    #[error("{bytes} bytes, at most {limit}")]
    TooLarge {
        /// How many came.
        bytes: usize,
        /// How many may.
        limit: usize,
    },
    /// No text in an encoding that is known.
    #[error("its characters cannot be read")]
    NotText,
    /// Nothing in it, not even headings.
    #[error("no headings")]
    Empty,
    /// Two columns with one heading, whatever the case of their letters.
    #[error("{at}: the heading {heading} is there twice")]
    HeadingTwice {
        /// The second.
        at: Cell,
        /// What both are called.
        heading: String,
    },
    /// Something in a column that has no heading: a stray separator has moved the cells of its row, or a heading is missing.
    #[error("{at}: no heading above {written}")]
    NoHeading {
        /// The first such cell of the row.
        at: Cell,
        /// What is in it.
        written: String,
    },
    /// More rows than [`super::MAX_ROWS`].
    #[error("row {row}: more than {limit} rows")]
    TooManyRows {
        /// The first that is too many.
        row: usize,
        /// How many may be.
        limit: usize,
    },
    /// More cells in a row than [`super::MAX_COLUMNS`].
    #[error("{at}: more than {limit} columns")]
    TooManyColumns {
        /// The first that is too many.
        at: Cell,
        /// How many may be.
        limit: usize,
    },
    /// More characters in a cell than [`super::MAX_CELL`].
    #[error("{at}: longer than {limit} characters")]
    CellTooLong {
        /// Which cell.
        at: Cell,
        /// How many may be.
        limit: usize,
    },
    /// A control character other than tabs and line breaks.
    #[error("{at}: a character that cannot be read")]
    BadCharacter {
        /// Which cell.
        at: Cell,
    },
    /// A quotation mark that opens a cell and is never closed, so that the rest of the file is in that cell.
    #[error("{at}: a quotation mark is not closed")]
    OpenQuote {
        /// The cell that it opens.
        at: Cell,
    },
}
