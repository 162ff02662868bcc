//! Claims about tables of invoices: what a table says is what the invoice says, and what does not agree has its place.

use super::*;
use crate::{
    exact::Exact,
    format::csv,
    invoice::{Invoice, InvoiceKind, check},
    money::{Currency, Money},
    table_import::{TableKind, recognize},
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn drafts(text: &str) -> Vec<Draft> {
    let table = csv::read(text.as_bytes()).unwrap();
    let columns = table.headings().filter_map(|heading| Some((recognize(TableKind::Invoices, heading)?, heading.to_owned())));
    read(&table, &columns.collect::<Vec<_>>(), "Fixers Oy")
}

fn only(text: &str) -> Invoice {
    let [draft] = <[Draft; 1]>::try_from(drafts(text)).unwrap();
    draft.read.unwrap()
}

fn faults(text: &str) -> Vec<(usize, Option<usize>, TableField, FaultKind)> {
    let all = drafts(text).into_iter().filter_map(|draft| draft.read.err()).flatten();
    all.map(|fault| (fault.row, fault.column, fault.field, fault.why)).collect()
}

fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

const OCTOBER: &str = "Laskun numero;Laskupäivä;Eräpäivä;Asiakas;Selite;Määrä;Yksikkö;à-hinta;Netto;ALV %;Kausi;Viite;Tilausnumero;IBAN\n\
    1057;1.11.2026;15.11.2026;0112038-9;Ylläpito;1;kk;1 200,00;1 200,00;25,5;10/2026;1234561;PO-7;FI21 1234 5600 0007 85\n\
    1057;;;;Asennus, halli 3;2,5;h;94,50;236,25;25,5;;;;\n\
    1057;;;;Kirja;1;kpl;10,00;10,00;14;;;;\n\
    1058;1.11.2026;;Kuura Bakeries;Tuki;3;h;80;;25,5;;;;\n";

#[test]
fn rows_of_one_number_are_one_invoice() {
    let [first, second] = <[Draft; 2]>::try_from(drafts(OCTOBER)).unwrap();
    assert_eq!((first.number.as_str(), first.row, first.customer.as_deref()), ("1057", 2, Some("0112038-9")));
    let invoice = first.read.unwrap();
    assert_eq!((invoice.issued_on, invoice.due_on), (date(2026, 11, 1), Some(date(2026, 11, 15))));
    assert_eq!(invoice.buyer.legal_id.as_ref().map(|id| id.value.as_str()), Some("0112038-9"));
    let line = &invoice.lines[1];
    assert_eq!((line.name.as_str(), line.quantity.as_written(), line.unit.as_deref()), ("Asennus, halli 3", "2.5", Some("HUR")));
    assert_eq!(
        (invoice.lines[0].net, line.net, invoice.lines[0].period.to),
        (eur(120_000), eur(23_625), Some(date(2026, 10, 31)))
    );
    assert_eq!(
        (invoice.totals.without_vat, invoice.totals.vat, invoice.totals.payable),
        (eur(144_625), eur(36_764), eur(181_389))
    );
    assert_eq!(invoice.payment.reference(), Some("1234561"));
    assert_eq!(invoice.payment.accounts().collect::<Vec<_>>(), ["FI2112345600000785"]);
    assert_eq!((invoice.references.order.as_deref(), invoice.seller.name.as_str()), (Some("PO-7"), "Fixers Oy"));
    let second = second.read.unwrap();
    assert_eq!((second.buyer.name.as_str(), second.lines[0].net), ("Kuura Bakeries", eur(24_000)));
}

#[test]
fn what_is_given_back_is_a_credit_note() {
    let text = "Number,Date,Customer,Description,Quantity,Price,Net,VAT,Total,Credits\n\
        9,2026-11-01,1001,Back,-2,10.00,-20.00,25.5,-25.10,1057\n";
    let credit = only(text);
    assert_eq!(
        (&credit.kind, credit.owed(), credit.lines[0].quantity.as_written()),
        (&InvoiceKind::CreditNote, eur(-2_510), "2")
    );
    assert_eq!(credit.references.preceding[0].number, "1057");
    assert_eq!(check::overall(&check::check(&credit)), check::Verdict::Agrees);
}

#[test]
fn what_does_not_agree_is_told_with_its_row_and_column() {
    use {FaultKind as K, TableField as F};
    let text = "Number;Date;Due;Customer;Description;Quantity;Price;Net;VAT;Currency;Total\n\
        1;1.11.2026;;1001;A;2;10,00;21,00;25,5;EUR;\n\
        2;soon;3/4/2026;1001;;x;10,00;;perhaps;XYZ;\n\
        3;1.11.2026;;1001;A;1;10,00;10,00;25,5;;12,54\n\
        3;2.11.2026;;1001;B;1;;0,001;25,5;;\n\
        ;1.11.2026;;1001;C;1;1;1;0;;\n\
        5;1.11.2026;;1001;C;1;10;10,00;25,5;;12,54\n\
        6;1.11.2026;;1001;D;3;;30;25,5;;\n";
    let written = |text: &str| text.to_owned();
    assert_eq!(
        faults(text),
        [
            (2, Some(8), F::Net, K::Differs { stated: eur(2_100), computed: eur(2_000) }),
            (3, Some(2), F::IssuedOn, K::NotADay(written("soon"))),
            (3, Some(3), F::DueOn, K::AmbiguousDay),
            (3, Some(5), F::Words, K::Missing),
            (3, Some(6), F::Quantity, K::NotANumber(written("x"))),
            (3, Some(9), F::VatRate, K::UnknownVat(written("perhaps"))),
            (3, Some(10), F::Currency, K::UnknownCurrency(written("XYZ"))),
            (5, Some(2), F::IssuedOn, K::OtherThan { row: 4, written: written("1.11.2026") }),
            (5, Some(8), F::Net, K::TooFine),
            (6, Some(1), F::InvoiceNumber, K::Missing),
            (7, Some(11), F::Total, K::Differs { stated: eur(1_254), computed: eur(1_255) }),
            (8, Some(7), F::Price, K::Missing),
        ]
    );
}

#[test]
fn lines_of_several_projects_name_their_own() {
    let text = "Number,Date,Customer,Description,Net,VAT,Project\n1,2026-11-01,1001,A,5,0,Network\n1,,,B,5,0,Archive\n";
    let invoice = only(text);
    assert_eq!(invoice.references.project, None);
    assert_eq!(invoice.lines[1].object_reference.as_deref(), Some("Archive"));
    let text = "Number,Date,Customer,Description,Net,VAT,Project\n1,2026-11-01,1001,A,5,0,Network\n1,,,B,5,0,\n";
    assert_eq!(only(text).references.project.as_deref(), Some("Network"));
}

/// How a table is written.
#[derive(Debug, Clone, Copy)]
struct Manner {
    separator: char,
    comma: bool,
    thousands: &'static str,
    day: u8,
}

impl Manner {
    fn number(self, number: Decimal) -> String {
        let text = number.to_string();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push_str(self.thousands);
            }
            grouped.push(digit);
        }
        let point = if self.comma { "," } else { "." };
        // One point between thousands alone would be that of decimals.
        let fraction = if fraction.is_empty() && !self.thousands.is_empty() { "0" } else { fraction };
        if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{point}{fraction}") }
    }

    fn day(self, day: Date) -> String {
        match self.day {
            0 => day.to_string(),
            1 => format!("{}.{}.{}", day.day(), day.month(), day.year()),
            _ => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        }
    }
}

fn manners() -> impl Strategy<Value = Manner> {
    let comma = |separator| (Just(separator), Just(true), prop::sample::select(vec!["", " ", "\u{a0}", "."]));
    let point = |separator| (Just(separator), Just(false), prop::sample::select(vec!["", " ", "'"]));
    let written = prop_oneof![comma(';'), comma('\t'), point(','), point(';'), point('\t')];
    (written, 0..3_u8).prop_map(|((separator, comma, thousands), day)| Manner { separator, comma, thousands, day })
}

type Line = (i64, u32, i64, usize);
const RATES: [&str; 4] = ["25.5", "14", "10", "0"];

fn lines() -> impl Strategy<Value = Vec<Vec<Line>>> {
    let line = (-5_000..50_000_i64, 0..3_u32, 0..2_000_000_i64, 0..RATES.len());
    prop::collection::vec(prop::collection::vec(line, 1..8), 1..6)
}

proptest! {
    #[test]
    fn an_invoice_says_what_its_rows_say(invoices in lines(), manner in manners(), seed in 0..300_i64) {
        let mut text = ["Number", "Date", "Customer", "Description", "Quantity", "Price", "Net", "VAT"].join(&manner.separator.to_string());
        let issued = date(2026, 1, 1).checked_add(jiff::Span::new().days(seed)).unwrap();
        let mut expected = Vec::new();
        // One line of each invoice after the other: they need not be together.
        let most = invoices.iter().map(Vec::len).max().unwrap_or(0);
        for (place, (number, lines)) in (0..most).flat_map(|place| invoices.iter().enumerate().map(move |one| (place, one))) {
            let Some((quantity, scale, price, rate)) = lines.get(place) else { continue };
            let (quantity, price) = (Decimal::new(*quantity, *scale), Decimal::new(*price, 2));
            let net = Money::round_half_up(quantity * price, Currency::EUR).unwrap();
            let rate: Decimal = RATES[*rate].parse().unwrap();
            let number = format!("A-{number}");
            let cells = [
                number.clone(), manner.day(issued), "1001".to_owned(), format!("Line {place}"), manner.number(quantity),
                manner.number(price), manner.number(net.to_decimal()), manner.number(rate),
            ];
            text.push('\n');
            text.push_str(&cells.join(&manner.separator.to_string()));
            expected.push((number, net, rate));
        }
        let drafts = drafts(&text);
        prop_assert_eq!(drafts.len(), invoices.len(), "{}", text);
        for draft in drafts {
            let invoice = draft.read.unwrap();
            let own = expected.iter().filter(|(number, ..)| *number == draft.number).collect::<Vec<_>>();
            let net = own.iter().map(|(_, net, _)| net.minor()).sum::<i64>();
            // What gives back is stated as positive.
            let sign = if invoice.kind.is_credit() { -1 } else { 1 };
            prop_assert_eq!(invoice.totals.without_vat.minor() * sign, net);
            prop_assert_eq!(invoice.lines.iter().map(|line| line.net.minor() * sign).collect::<Vec<_>>(), own.iter().map(|(_, net, _)| net.minor()).collect::<Vec<_>>());
            let mut tax = 0;
            for rate in RATES {
                let rate: Decimal = rate.parse().unwrap();
                let base = own.iter().filter(|(.., own)| *own == rate).map(|(_, net, _)| net.to_decimal()).sum::<Decimal>();
                tax += Money::round_half_up(base * rate / Decimal::ONE_HUNDRED, Currency::EUR).unwrap().minor();
            }
            prop_assert_eq!(invoice.totals.vat.minor() * sign, tax);
            prop_assert_eq!(invoice.owed().minor(), net + tax);
            prop_assert_eq!(invoice.issued_on, issued);
            let findings = check::check(&invoice);
            prop_assert!(findings.iter().all(|finding| finding.verdict == check::Verdict::Agrees), "{:?}", findings);
        }
    }

    #[test]
    fn any_cells_are_read_or_refused(cells in prop::collection::vec("[-0-9.,A-Za-z€% /]{0,12}", 8)) {
        let text = format!("Number;Date;Customer;Description;Quantity;Price;Net;VAT\n{}\n", cells.join(";"));
        for draft in drafts(&text) {
            if let Ok(invoice) = draft.read {
                let value = invoice.lines[0].price.net.as_written().parse::<Exact>();
                prop_assert!(value.is_ok());
            }
        }
    }
}
