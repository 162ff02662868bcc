//! Reads invoices from a table, for suppliers whose system writes no e-invoices: one row a line, the rows of one number are
//! one invoice. What does not agree is refused with its row and its column.

mod build;
mod fault;
mod header;
mod line;
#[cfg(test)]
mod tests;

pub use fault::{Fault, FaultKind};

use super::csv::{Row, Table};
use crate::{
    invoice::Invoice,
    table_import::{TableField, cell},
};
use std::collections::BTreeMap;

/// The rows of one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The number of the invoice; empty where the row has none.
    pub number: String,
    /// The first of its rows, as a spreadsheet counts.
    pub row: usize,
    /// Whose it is, as typed.
    pub customer: Option<String>,
    /// The invoice; or everything that is wrong with its rows, in their order.
    pub read: Result<Invoice, Vec<Fault>>,
}

/// The columns of a table by what they say, each with its heading.
#[derive(Debug, Clone, Copy)]
struct Columns<'t> {
    named: &'t [(TableField, String)],
    order: Option<cell::DayOrder>,
}

impl<'t> Columns<'t> {
    fn heading(self, field: TableField) -> Option<&'t str> {
        self.named.iter().find(|(named, _)| *named == field).map(|(_, heading)| heading.as_str())
    }

    /// What is written there; none where nothing is.
    fn get(self, row: Row<'t>, field: TableField) -> Option<&'t str> {
        row.get(self.heading(field)?)
    }

    fn fault(self, row: Row<'t>, field: TableField, why: FaultKind) -> Fault {
        let column = self.heading(field).and_then(|heading| row.cell(heading)).map(|cell| cell.column);
        Fault { row: row.number(), column, field, why }
    }
}

/// Every invoice of a table, in the order of its first rows; its columns by what they say, and who sends them.
#[must_use]
pub fn read(table: &Table, columns: &[(TableField, String)], seller: &str) -> Vec<Draft> {
    let columns = Columns { named: columns, order: None };
    let days = [TableField::IssuedOn, TableField::DueOn, TableField::Period, TableField::PeriodEnd];
    let days = table.rows().flat_map(|row| days.map(|field| columns.get(row, field))).flatten();
    let columns = Columns { order: cell::order(days), ..columns };
    let (mut groups, mut places) = (Vec::<Vec<Row<'_>>>::new(), BTreeMap::new());
    for row in table.rows() {
        let number = columns.get(row, TableField::InvoiceNumber);
        let known = number.map(|number| *places.entry(number).or_insert(groups.len()));
        match known.and_then(|place| groups.get_mut(place)) {
            Some(group) => group.push(row),
            // A row without a number is wrong by itself.
            None => groups.push(vec![row]),
        }
    }
    groups.iter().filter_map(|rows| draft(columns, rows, seller)).collect()
}

fn draft(columns: Columns<'_>, rows: &[Row<'_>], seller: &str) -> Option<Draft> {
    let first = rows.first()?;
    let number = columns.get(*first, TableField::InvoiceNumber).unwrap_or_default().to_owned();
    let customer = rows.iter().find_map(|row| columns.get(*row, TableField::Customer)).map(str::to_owned);
    Some(Draft { number, row: first.number(), customer, read: build::invoice(columns, rows, seller) })
}
