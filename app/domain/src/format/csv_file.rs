//! A table as a file that spreadsheets open (RFC 4180).

use std::io;

/// What tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// The rows as one file. What a spreadsheet would take for a formula is told as text, also where it separates cells by
/// semicolons or tabs, as those of many languages do.
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
    let is_number =
        !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ',' | 'e' | 'E'));
    if is_number && cell.parse::<f64>().is_ok() {
        return cell;
    }
    let (mut told, mut begins) = (String::with_capacity(cell.len()), true);
    for letter in cell.chars() {
        let is_sign = matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
        if begins && is_sign {
            told.push('\'');
        }
        told.push(letter);
        // Quotes and blanks before a sign do not keep it from being one.
        begins = match letter {
            ';' | '\t' | '\n' | '\r' => true,
            '"' => begins,
            _ => begins && letter.is_whitespace(),
        };
    }
    told
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
        assert_eq!(as_text(" -".to_owned()), " '-");
    }

    #[test]
    fn no_part_of_a_cell_is_a_formula_where_other_signs_separate_cells() {
        for (typed, told) in [
            ("x;=1+1", "x;'=1+1"),
            ("x; \"=1+1", "x; \"'=1+1"),
            ("x\t@A1", "x\t'@A1"),
            ("Said:\n+358 40", "Said:\n'+358 40"),
            ("a - b; c = d", "a - b; c = d"),
            ("1;-5", "1;'-5"),
        ] {
            assert_eq!(as_text(typed.to_owned()), told);
        }
    }
}
