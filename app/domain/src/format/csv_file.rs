//! A table as a file that spreadsheets open (RFC 4180).

use std::io;

/// What tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// The rows as one file. A cell that a spreadsheet would take for a formula is told as text.
///
/// # Errors
/// Where the rows do not all have as many cells.
pub fn written<R, C>(rows: R) -> io::Result<Vec<u8>>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut writer = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.into_iter().map(as_text))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn as_text(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(cells: &[&str]) -> String {
        let bytes = written([cells.iter().map(|cell| (*cell).to_owned())]).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_separates_cells_is_quoted() {
        assert_eq!(text(&["Aalto, Oy", "say \"so\"", "1001"]), "\u{feff}\"Aalto, Oy\",\"say \"\"so\"\"\",1001\n");
    }

    #[test]
    fn no_cell_is_a_formula_and_a_number_stays_one() {
        assert_eq!(text(&["=1+1", "@SUM(A1)", "-12.50"]), "\u{feff}'=1+1,'@SUM(A1),-12.50\n");
    }
}
