//! What is between the cells of a table, which differs by the language of the spreadsheet that saved it.

use csv::{Reader, ReaderBuilder};

/// In a tie the later wins: where a comma is in numbers, semicolons are between the cells.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// How many rows are looked at.
const ROWS: usize = 10;

/// A reader of rows that may have any number of cells.
pub(super) fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The separator of a table, and the table below the line that may say so (`sep=;`, which Excel reads and does not show).
/// Where there is only one column, any will do.
pub(super) fn find(text: &str) -> (u8, &str) {
    let said = SEPARATORS.iter().find_map(|separator| {
        let rest = text.strip_prefix("sep=")?.strip_prefix(char::from(*separator))?;
        let below = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']))?;
        Some((*separator, below))
    });
    said.unwrap_or_else(|| (likely(text), text))
}

/// Whether text is a table: several rows, each of as many cells, and of more than one.
pub(in crate::format) fn is_table(text: &str) -> bool {
    let (separator, text) = find(text);
    let fit = Fit::of(text, separator);
    fit.agreeing > 1 && fit.agreeing == fit.rows
}

fn likely(text: &str) -> u8 {
    let best = SEPARATORS.into_iter().max_by_key(|separator| {
        let fit = Fit::of(text, *separator);
        (fit.agreeing, fit.columns)
    });
    best.unwrap_or(b',')
}

/// How well a separator explains the first rows.
struct Fit {
    rows: usize,
    columns: usize,
    /// How many of the rows have as many cells as the first; none where that has only one.
    agreeing: usize,
}

impl Fit {
    fn of(text: &str, separator: u8) -> Self {
        let lengths: Vec<_> = reader(text, separator).records().take(ROWS).flatten().map(|row| row.len()).collect();
        let columns = lengths.first().copied().unwrap_or(0);
        let agreeing = lengths.iter().filter(|length| columns > 1 && **length == columns).count();
        Self { rows: lengths.len(), columns, agreeing }
    }
}
