//! What the rows of one invoice say of it as a whole: each thing once, whichever of the rows it is written in.

use super::{Columns, Fault, FaultKind};
use crate::{
    business_id::BusinessId,
    format::{csv::Row, excerpt, ubl::MAX_KEY},
    invoice::{Identifier, Party, Payment, PaymentMeans, PrecedingInvoice, References},
    money::Currency,
    table_import::{
        TableField,
        cell::{Day, day_in_order},
    },
};
use jiff::civil::Date;

/// What is said of an invoice as a whole.
pub(super) struct Header {
    pub number: String,
    pub issued_on: Date,
    pub due_on: Option<Date>,
    pub currency: Currency,
    pub references: References,
    pub buyer: Party,
    pub payment: Payment,
    /// Whether its rows are for several projects, so that each line names its own.
    pub has_projects: bool,
}

/// The header of an invoice; what is wrong with it joins the faults.
pub(super) fn header(columns: Columns<'_>, rows: &[Row<'_>], faults: &mut Vec<Fault>) -> Option<Header> {
    let number = key(columns, rows, TableField::InvoiceNumber, faults);
    if let (None, Some(row)) = (&number, rows.first()) {
        faults.push(columns.fault(*row, TableField::InvoiceNumber, FaultKind::Missing));
    }
    let customer = once(columns, rows, TableField::Customer, faults).map(|(text, _)| text).unwrap_or_default();
    let issued_on = day(columns, rows, TableField::IssuedOn, faults);
    if let (None, Some(row)) = (once(columns, rows, TableField::IssuedOn, &mut Vec::new()), rows.first()) {
        faults.push(columns.fault(*row, TableField::IssuedOn, FaultKind::Missing));
    }
    let due_on = day(columns, rows, TableField::DueOn, faults);
    let currency = currency(columns, rows, faults);
    let mut key = |field| key(columns, rows, field, faults);
    let [reference, order, account, credits] =
        [TableField::Reference, TableField::Order, TableField::Account, TableField::Credits].map(&mut key);
    let account = account.map(|account| account.split_whitespace().collect::<String>());
    let mut projects = rows.iter().filter_map(|row| columns.get(*row, TableField::Project)).collect::<Vec<_>>();
    projects.dedup();
    let has_projects = projects.len() > 1;
    let project = projects.first().filter(|_| !has_projects).map(|project| (*project).to_owned());
    let means = PaymentMeans { reference, account, ..PaymentMeans::default() };
    let means = if means.reference.is_some() || means.account.is_some() { vec![means] } else { Vec::new() };
    let preceding = credits.map(|number| PrecedingInvoice { number, issued_on: None });
    Some(Header {
        number: number?,
        issued_on: issued_on?,
        due_on,
        currency,
        references: References { project, order, preceding: preceding.into_iter().collect(), ..References::default() },
        buyer: buyer(customer),
        payment: Payment { means, ..Payment::default() },
        has_projects,
    })
}

/// What the rows say of something of which one thing holds, and the first that says it. The others may say the same or nothing.
fn once<'t>(columns: Columns<'t>, rows: &[Row<'t>], field: TableField, faults: &mut Vec<Fault>) -> Option<(&'t str, Row<'t>)> {
    let mut said = rows.iter().filter_map(|row| Some((columns.get(*row, field)?, *row)));
    let first = said.next()?;
    let others = said.filter(|(text, _)| *text != first.0);
    let other = |(_, row)| columns.fault(row, field, FaultKind::OtherThan { row: first.1.number(), written: excerpt(first.0) });
    faults.extend(others.map(other));
    Some(first)
}

/// A text that things are found by.
fn key(columns: Columns<'_>, rows: &[Row<'_>], field: TableField, faults: &mut Vec<Fault>) -> Option<String> {
    let (text, row) = once(columns, rows, field, faults)?;
    if text.chars().nth(MAX_KEY).is_some() {
        faults.push(columns.fault(row, field, FaultKind::TooLong { limit: MAX_KEY }));
    }
    Some(text.to_owned())
}

fn day(columns: Columns<'_>, rows: &[Row<'_>], field: TableField, faults: &mut Vec<Fault>) -> Option<Date> {
    let (text, row) = once(columns, rows, field, faults)?;
    match day_in_order(text, columns.order) {
        Day::On(day) => return Some(day),
        Day::Ambiguous => faults.push(columns.fault(row, field, FaultKind::AmbiguousDay)),
        Day::Unknown => faults.push(columns.fault(row, field, FaultKind::NotADay(excerpt(text)))),
    }
    None
}

/// The currency; the euro where the table does not say.
fn currency(columns: Columns<'_>, rows: &[Row<'_>], faults: &mut Vec<Fault>) -> Currency {
    let Some((text, row)) = once(columns, rows, TableField::Currency, faults) else { return Currency::EUR };
    let code = if text == "€" { "EUR".to_owned() } else { text.to_uppercase() };
    code.parse().unwrap_or_else(|_| {
        faults.push(columns.fault(row, TableField::Currency, FaultKind::UnknownCurrency(excerpt(text))));
        Currency::EUR
    })
}

/// The buyer as far as a table tells it.
fn buyer(typed: &str) -> Party {
    let legal_id = BusinessId::within(typed).map(|id| Identifier { value: id.to_string(), scheme: None });
    Party { name: typed.to_owned(), trading_name: None, identifiers: Vec::new(), legal_id, vat_id: None, endpoint: None }
}
