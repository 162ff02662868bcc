//! What an invoice turns out to be, said at the console in the sentences of the page.

use super::Console;
use std::fs;

const CREDIT_NOTE: &str = include_str!("../../../app/domain/samples/credit-note.xml");
const PER_LINE: &str = include_str!("../../../app/domain/samples/vat-rounded-per-line.xml");

fn dry_run(file: &str) -> super::Said {
    let console = Console::new();
    assert!(console.run("migrate").well);
    fs::write(console.0.path().join("a.xml"), file).unwrap();
    console.run("import invoice a.xml --dry-run")
}

#[test]
fn a_dry_run_says_what_a_file_is_and_keeps_nothing() {
    let said = dry_run(CREDIT_NOTE);
    assert!(said.well, "{said:?}");
    assert!(said.out.starts_with("Credit note "), "{said:?}");
    assert!(said.out.contains("paid back") && said.out.contains("Correct to the cent"), "{said:?}");
    assert!(said.out.contains("Nothing was saved: this was a dry run."), "{said:?}");
}

#[test]
fn what_does_not_agree_is_said_in_sentences_without_codes_of_rules() {
    let said = dry_run(PER_LINE);
    assert!(said.out.contains("VAT 25.5%: the rate times the taxable amount.") && !said.out.contains("BR-"), "{said:?}");
}

#[test]
fn why_a_file_cannot_be_read_is_said_as_on_the_page() {
    let said = dry_run("<Letter>Dear Mikko</Letter>");
    assert_eq!(
        said.refusal(),
        "a.xml: This is XML, but not a UBL invoice or credit note: its root element is “Letter”. Did you mean another file?"
    );
}

#[test]
fn files_and_folders_are_imported_each_document_alone_and_again_changes_nothing() {
    let console = Console::new();
    assert!(console.run("migrate").well);
    let folder = console.0.path().join("october");
    fs::create_dir_all(folder.join("late")).unwrap();
    fs::write(folder.join("a.xml"), CREDIT_NOTE).unwrap();
    fs::write(folder.join("late").join("b.xml"), "<Letter>Dear Mikko</Letter>").unwrap();
    let said = console.run("import invoices october");
    assert!(!said.well, "{said:?}");
    assert!(said.out.contains("no customer matches") && said.out.contains("is \u{201c}Letter\u{201d}"), "{said:?}");
    assert!(said.out.contains("0 saved, 0 here already, 2 not saved"), "{said:?}");
    assert!(console.run("import invoices").err.contains("PATHS"));
}

#[test]
fn a_table_is_imported_for_somebody_row_by_row_and_once() {
    let console = Console::new();
    assert!(console.run("staff add --name Mikko --title Owner --email mikko@supplier.example --role admin").well);
    let text = "Name;Number\nKuura Bakeries;2001\n;2002\n";
    fs::write(console.0.path().join("customers.csv"), text).unwrap();
    let command = "import customers customers.csv --as mikko@supplier.example";
    let dry = console.run(&format!("{command} --dry-run"));
    assert!(dry.well && dry.out.contains("Row 3: Customer, column A: Please fill this in."), "{dry:?}");
    assert!(dry.out.ends_with("1 new · 1 to correct\nNothing was saved: this was a dry run.\n"), "{dry:?}");
    let first = console.run(command);
    assert!(first.well && first.out.contains("One row imported · 1 not imported"), "{first:?}");
    let again = console.run(command);
    assert!(again.well && again.out.contains("Nothing imported · 1 already here · 1 not imported"), "{again:?}");
    let nobody = console.run("import customers customers.csv --as anna@customer.example");
    assert_eq!(nobody.refusal(), "--as: none of the supplier's people has the address anna@customer.example");
}

#[test]
fn invoices_of_a_table_are_imported_among_the_files_and_once() {
    let console = Console::new();
    assert!(console.run("staff add --name Mikko --title Owner --email mikko@supplier.example --role admin").well);
    fs::write(console.0.path().join("customers.csv"), "Name;Number\nKuura Bakeries;2001\n").unwrap();
    assert!(console.run("import customers customers.csv --as mikko@supplier.example").well);
    let text = "Laskun numero;Päiväys;Asiakas;Selite;Määrä;Hinta;Netto;ALV\n\
        7;1.11.2026;Kuura Bakeries;Tuki;2;10,00;20,00;25,5\n8;1.11.2026;2001;Tuki;2;10,00;21,00;25,5\n";
    fs::write(console.0.path().join("invoices.csv"), text).unwrap();
    let first = console.run("import invoices invoices.csv");
    assert!(first.out.contains("invoices.csv: saved, ") && first.out.contains("Invoice 8: Row 3, Net, column G: "), "{first:?}");
    assert!(first.out.contains("1 saved, 0 here already, 1 not saved"), "{first:?}");
    let again = console.run("import invoices invoices.csv");
    assert!(again.out.contains("0 saved, 1 here already, 1 not saved"), "{again:?}");
    fs::write(console.0.path().join("others.csv"), "Ref;When\n7;1.11.2026\n").unwrap();
    let others = console.run("import invoices others.csv");
    assert!(
        others.out.contains("others.csv: No column for: Invoice number, Invoice date, Description, Net, VAT %."),
        "{others:?}"
    );
}

#[test]
fn payments_are_imported_for_somebody_and_once() {
    let console = Console::new();
    assert!(console.run("staff add --name Mikko --title Owner --email mikko@supplier.example --role admin").well);
    fs::write(console.0.path().join("bank.csv"), "Date;Amount;Payer\n2026-11-16;5,00;Somebody\n2026-11-16;-5,00;Rent\n").unwrap();
    let command = "import payments bank.csv --as mikko@supplier.example";
    let first = console.run(command);
    assert!(first.well && first.out.contains("One payment · one without an invoice · one entry left out"), "{first:?}");
    let again = console.run(command);
    assert!(again.well && again.out.contains("Nothing new in this file · 1 already here"), "{again:?}");
    fs::write(console.0.path().join("letter.xml"), "<Letter/>").unwrap();
    let said = console.run("import payments letter.xml --as mikko@supplier.example");
    assert!(said.refusal().starts_with("letter.xml: This is not a bank statement that we can read."), "{said:?}");
}
