//! A table by its headings.

use super::{
    Cell, CsvError, MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS,
    characters::decode,
    quote,
    separator::{self, reader},
};
use crate::format::{excerpt, is_allowed};
use csv::StringRecord;
use std::collections::BTreeSet;

/// A table: headings, and the rows below them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    headings: Vec<String>,
    rows: Vec<(usize, StringRecord)>,
}

/// A row below the headings.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    number: usize,
    cells: &'t StringRecord,
}

impl Table {
    /// What the columns are called, without white space around it; empty where a column has no heading.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.headings.iter().map(String::as_str)
    }

    /// The rows in their order, without those in which nothing is written.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(number, cells)| Row { table: self, number: *number, cells })
    }

    /// Where the column with this heading is, from 0, whatever the case of its letters.
    fn place(&self, heading: &str) -> Option<usize> {
        let wanted = heading.trim().to_lowercase();
        self.headings.iter().position(|heading| !wanted.is_empty() && heading.to_lowercase() == wanted)
    }

    /// Whether there is a column with this heading.
    #[must_use]
    pub fn has(&self, heading: &str) -> bool {
        self.place(heading).is_some()
    }
}

impl<'t> Row<'t> {
    /// Its number, from 1, as a spreadsheet shows it.
    #[must_use]
    pub const fn number(self) -> usize {
        self.number
    }

    /// What is written under this heading, without white space around it; none where nothing is.
    #[must_use]
    pub fn get(self, heading: &str) -> Option<&'t str> {
        let text = self.cells.get(self.table.place(heading)?)?.trim();
        Some(text).filter(|text| !text.is_empty())
    }

    /// Where the cell under this heading is, for what is to be said of it.
    #[must_use]
    pub fn cell(self, heading: &str) -> Option<Cell> {
        Some(Cell { row: self.number, column: self.table.place(heading)? + 1 })
    }
}

/// Reads a whole table. The first row in which anything is written has the headings.
///
/// # Errors
/// [`CsvError`].
pub fn read(bytes: &[u8]) -> Result<Table, CsvError> {
    if bytes.len() > MAX_BYTES {
        return Err(CsvError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let whole = decode(bytes).ok_or(CsvError::NotText)?;
    let (separator, text) = separator::find(&whole);
    let (mut reader, mut count) = (reader(text, separator), Count { row: 1, start: 0, within: 0 });
    let (mut table, mut cells) = (None::<Table>, StringRecord::new());
    while reader.read_record(&mut cells).map_err(|_| CsvError::NotText)? {
        count.advance(text, &cells);
        let row = count.row;
        if reader.position().byte() == text.len() as u64
            && let Some(column) = quote::open_column(text.get(count.start..).unwrap_or_default(), separator)
        {
            return Err(CsvError::OpenQuote { at: Cell { row, column } });
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        check(row, &cells)?;
        match &mut table {
            None => table = Some(Table { headings: headings(row, &cells)?, rows: Vec::new() }),
            Some(table) if table.rows.len() == MAX_ROWS => return Err(CsvError::TooManyRows { row, limit: MAX_ROWS }),
            Some(table) => {
                under_headings(table, row, &cells)?;
                table.rows.push((row, cells.clone()));
            }
        }
    }
    table.ok_or(CsvError::Empty)
}

/// Counts rows as a spreadsheet does: a blank line is a row, a line break within a cell begins none.
struct Count {
    row: usize,
    /// The byte at which it begins.
    start: usize,
    /// How many line breaks are within its cells.
    within: usize,
}

impl Count {
    /// Goes on to the row with these cells.
    fn advance(&mut self, text: &str, cells: &StringRecord) {
        let from = cells.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.start);
        // The reader's position is before the blank lines that it passes over.
        let rest = text.get(from..).unwrap_or_default();
        let start = from + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.row += breaks(text.get(self.start..start).unwrap_or_default()).saturating_sub(self.within);
        self.start = start;
        self.within = cells.iter().map(breaks).sum();
    }
}

/// How many line breaks, of one character or two.
fn breaks(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

fn check(row: usize, cells: &StringRecord) -> Result<(), CsvError> {
    if cells.len() > MAX_COLUMNS {
        return Err(CsvError::TooManyColumns { at: Cell { row, column: MAX_COLUMNS + 1 }, limit: MAX_COLUMNS });
    }
    for (cell, column) in cells.iter().zip(1..) {
        let at = Cell { row, column };
        if cell.chars().nth(MAX_CELL).is_some() {
            return Err(CsvError::CellTooLong { at, limit: MAX_CELL });
        }
        if cell.chars().any(|c| !is_allowed(c) || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))) {
            return Err(CsvError::BadCharacter { at });
        }
    }
    Ok(())
}

fn headings(row: usize, cells: &StringRecord) -> Result<Vec<String>, CsvError> {
    let mut known = BTreeSet::new();
    let headings: Vec<_> = cells.iter().map(|heading| heading.trim().to_owned()).collect();
    for (heading, column) in headings.iter().zip(1..).filter(|(heading, _)| !heading.is_empty()) {
        if !known.insert(heading.to_lowercase()) {
            return Err(CsvError::HeadingTwice { at: Cell { row, column }, heading: excerpt(heading) });
        }
    }
    Ok(headings)
}

fn under_headings(table: &Table, row: usize, cells: &StringRecord) -> Result<(), CsvError> {
    let is_bare = |column: usize| table.headings.get(column - 1).is_none_or(String::is_empty);
    let mut written = cells.iter().map(str::trim).zip(1..).filter(|(cell, _)| !cell.is_empty());
    match written.find(|(_, column)| is_bare(*column)) {
        Some((cell, column)) => Err(CsvError::NoHeading { at: Cell { row, column }, written: excerpt(cell) }),
        None => Ok(()),
    }
}
