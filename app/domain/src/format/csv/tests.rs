//! Tables as spreadsheets save them are read by heading, and what is wrong is named by its cell.

use super::*;
use proptest::prelude::*;

fn table(text: &str) -> Table {
    read(text.as_bytes()).unwrap()
}

fn problem(text: &str) -> CsvError {
    read(text.as_bytes()).expect_err("must not be readable")
}

const fn at(row: usize, column: usize) -> Cell {
    Cell { row, column }
}

/// The texts under a heading.
fn under<'t>(table: &'t Table, heading: &str) -> Vec<Option<&'t str>> {
    table.rows().map(|row| row.get(heading)).collect()
}

#[test]
fn rows_are_read_by_heading_in_any_case() {
    let table = table("Number,Name , Phone\n1001, Lakeside Mills ,\n1002,\"Harbour \"\"Logistics\"\", Oy\",+358 40\n");
    assert_eq!(table.headings().collect::<Vec<_>>(), ["Number", "Name", "Phone"]);
    assert_eq!(under(&table, "name"), [Some("Lakeside Mills"), Some("Harbour \"Logistics\", Oy")]);
    assert_eq!(under(&table, " PHONE "), [None, Some("+358 40")]);
    assert!(table.has("NUMBER") && !table.has("Street") && !table.has(""));
    let row = table.rows().last().unwrap();
    assert_eq!((row.number(), row.cell("phone"), row.cell("street"), row.get("street")), (3, Some(at(3, 3)), None, None));
}

#[test]
fn the_separator_is_found() {
    for (text, expected) in [
        ("a,b\n1,2\n", "2"),
        ("a;b\n1;2\n", "2"),
        ("a\tb\n1\t2\n", "2"),
        ("a;b\n1,5;2,5\n", "2,5"),
        ("a, c;b\n1,5;2\n", "2"),
        ("a,b; c\n1,2\n", ""),
        ("a;b,c\n\"1,2\n3,4\";2\n", ""),
        ("sep=\t\r\na,x\tb\r\n1\t2", "2"),
    ] {
        assert_eq!(under(&table(text), "b"), [Some(expected).filter(|expected| !expected.is_empty())], "{text:?}");
    }
    assert_eq!(under(&table("a,b; c\n1,2\n"), "b; c"), [Some("2")]);
    assert_eq!(under(&table("a;b,c\n\"1,2\n3,4\";2\n"), "b,c"), [Some("2")]);
    assert_eq!(under(&table("name\nAnna\nBen\n"), "name"), [Some("Anna"), Some("Ben")], "one column needs no separator");
}

#[test]
fn characters_come_in_the_encodings_of_spreadsheets() {
    let utf16 = |unit: fn(u16) -> [u8; 2]| "\u{feff}nimi\tä\nÅsa\t1\n".encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for bytes in [
        "nimi;ä\nÅsa;1\n".into(),
        "\u{feff}nimi;ä\nÅsa;1\n".into(),
        b"nimi;\xe4\n\xc5sa;1\n".to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        let table = read(&bytes).unwrap();
        assert_eq!((under(&table, "nimi"), under(&table, "Ä")), (vec![Some("Åsa")], vec![Some("1")]), "{bytes:?}");
    }
    assert_eq!(under(&read(b"price;x\n5 \x80;1\n").unwrap(), "price"), [Some("5 €")], "Windows-1252 has more than ISO-8859-1");
    for wrong in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"a,b\n1,\0\n", b"\xff\xfea", b"\xef\xbb\xbfa\xe4"] {
        assert_eq!(read(wrong), Err(CsvError::NotText), "{wrong:?}");
    }
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let lines = ["", "name;text", "Anna;\"one", "two", "\"", "", ";", "Ben;", "Carla;\"x\"", "", ""];
        let table = table(&lines.join(end));
        let numbers: Vec<_> = table.rows().map(|row| (row.get("name").unwrap(), row.number())).collect();
        assert_eq!(numbers, [("Anna", 3), ("Ben", 6), ("Carla", 7)], "{end:?}");
        assert_eq!(table.rows().next().unwrap().get("text").unwrap(), format!("one{end}two"), "{end:?}");
    }
    assert_eq!(table("sep=;\na;b\n1;2\n").rows().next().unwrap().number(), 2, "Excel does not show that line");
}

#[test]
fn what_is_wrong_is_named_by_its_cell() {
    assert_eq!(problem("a,b,A\n1,2,3"), CsvError::HeadingTwice { at: at(1, 3), heading: "A".to_owned() });
    assert_eq!(problem("a,b\n\n1,2\n1,2,,x"), CsvError::NoHeading { at: at(4, 4), written: "x".to_owned() });
    assert_eq!(problem("a,,b\n1,2,3"), CsvError::NoHeading { at: at(2, 2), written: "2".to_owned() });
    assert_eq!(problem("a,b\n1,x\u{b}y\n"), CsvError::BadCharacter { at: at(2, 2) });
    assert_eq!(problem("a,b\n1,2\n3,\"4\n5,6\n"), CsvError::OpenQuote { at: at(3, 2) });
    assert_eq!(problem("a,\"b\n1,2\n"), CsvError::OpenQuote { at: at(1, 2) });
    assert_eq!(problem("a,b\n\"1\"\",2"), CsvError::OpenQuote { at: at(2, 1) });
    assert_eq!(problem(&format!("a,b\n1,\"{}", "x\n".repeat(MAX_CELL))), CsvError::OpenQuote { at: at(2, 2) });
    assert_eq!(problem("a,b\n1,2,x").to_string(), "row 2, column 3: no heading above x");
    for nothing in ["", "\n\n", " ; ;\n;;"] {
        assert_eq!(problem(nothing), CsvError::Empty, "{nothing:?}");
    }
}

#[test]
fn quotation_marks_within_a_cell_are_text() {
    let table = table("size,what\n5\" pipe,\"say \"\"when\"\"\"\n\"a\"b,\"\"\n");
    assert_eq!(under(&table, "size"), [Some("5\" pipe"), Some("ab")]);
    assert_eq!(under(&table, "what"), [Some("say \"when\""), None]);
}

#[test]
fn missing_cells_at_the_end_of_a_row_are_empty() {
    let table = table("a,b,c\n1,2,3\n1\n1,,,,\n");
    assert_eq!(under(&table, "b"), [Some("2"), None, None]);
}

#[test]
fn as_much_as_the_bounds_allow_is_read_and_no_more() {
    let rows = |count: usize| "a,b\n".to_owned() + &"1,2\n".repeat(count);
    assert_eq!(table(&rows(MAX_ROWS)).rows().count(), MAX_ROWS);
    assert_eq!(problem(&rows(MAX_ROWS + 1)), CsvError::TooManyRows { row: MAX_ROWS + 2, limit: MAX_ROWS });
    let columns = |count: usize| (0..count).map(|n| format!("h{n}")).collect::<Vec<_>>().join(",");
    assert_eq!(table(&columns(MAX_COLUMNS)).headings().count(), MAX_COLUMNS);
    let too_many = CsvError::TooManyColumns { at: at(1, MAX_COLUMNS + 1), limit: MAX_COLUMNS };
    assert_eq!(problem(&columns(MAX_COLUMNS + 1)), too_many);
    let cell = |length: usize| format!("a,b\n1,{}\n", "ä".repeat(length));
    assert_eq!(under(&table(&cell(MAX_CELL)), "b")[0].map(|text| text.chars().count()), Some(MAX_CELL));
    assert_eq!(problem(&cell(MAX_CELL + 1)), CsvError::CellTooLong { at: at(2, 2), limit: MAX_CELL });
    let bytes = vec![b','; MAX_BYTES + 1];
    assert_eq!(read(&bytes), Err(CsvError::TooLarge { bytes: MAX_BYTES + 1, limit: MAX_BYTES }));
}

/// As a spreadsheet would write it.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _read = read(&bytes);
    }

    #[test]
    fn arbitrary_tables_never_panic(text in "[a-c,;\t\"\r\n]{0,80}") {
        let _read = read(text.as_bytes());
    }

    #[test]
    fn what_a_spreadsheet_writes_is_read_as_it_was(
        cells in prop::collection::vec(("[a-z]\\PC{0,8}[,;\"\n]{0,3}[a-z]", "[a-z][ -~]{0,8}[a-z]"), 1..8),
        separator in prop::sample::select(vec![',', ';', '\t']),
    ) {
        let rows = cells.iter().map(|(first, second)| format!("{}{separator}{}", quoted(first), quoted(second)));
        let text = [format!("first{separator}second")].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
        let table = read(text.as_bytes()).unwrap();
        let found: Vec<_> = table.rows().map(|row| (row.get("first").unwrap().to_owned(), row.get("second").unwrap().to_owned())).collect();
        prop_assert_eq!(found, cells);
    }
}
