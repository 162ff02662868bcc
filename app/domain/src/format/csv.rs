//! Tables as spreadsheets save them: rows by heading, with commas, semicolons or tabs between the cells, in UTF-8,
//! UTF-16 or Windows-1252, from bytes that nobody has vouched for.

mod characters;
mod error;
mod quote;
mod separator;
mod table;

pub(super) use characters::decode_start;
pub use error::{Cell, CsvError};
pub(super) use separator::is_table;
pub use table::{Row, Table, read};

/// The most bytes of a table.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The most rows below the headings.
pub const MAX_ROWS: usize = 20_000;
/// The most columns. Bounds, with the rows, the memory that a file of nothing but separators can take.
pub const MAX_COLUMNS: usize = 100;
/// The most characters in one cell.
pub const MAX_CELL: usize = 20_000;

#[cfg(test)]
mod tests;
