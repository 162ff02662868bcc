//! Whether the quotation marks of a row close. The reader takes everything after one that does not for one cell, which
//! would lose the rest of the table without a word.

/// The column, from 1, of the cell whose quotation mark is open at the end of the text that begins with this row.
pub(super) fn open_column(row: &str, separator: u8) -> Option<usize> {
    let separator = char::from(separator);
    let (mut column, mut is_open, mut at_start) = (1, false, true);
    for c in row.chars() {
        match c {
            // Of a doubled mark the first closes and the second opens again.
            '"' if is_open => is_open = false,
            '"' if at_start => is_open = true,
            _ if is_open => {}
            _ if c == separator => {
                column += 1;
                at_start = true;
                continue;
            }
            _ => {}
        }
        at_start = c == '"' && !is_open;
    }
    is_open.then_some(column)
}
