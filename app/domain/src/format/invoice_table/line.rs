//! One row as a line of its invoice.

use super::{Columns, Fault, FaultKind, header::Header};
use crate::{
    exact::Exact,
    format::{csv::Row, excerpt},
    invoice::{InvoiceLine, Period, Price, Vat},
    money::{Currency, Money, MoneyError},
    table_import::{TableField, cell},
};
use rust_decimal::Decimal;

/// The line at this place, from 0; none where something is wrong, which joins the faults.
pub(super) fn line(
    columns: Columns<'_>,
    (row, place): (Row<'_>, usize),
    header: (Currency, bool),
    faults: &mut Vec<Fault>,
) -> Option<InvoiceLine> {
    let (currency, has_projects) = header;
    let name = columns.get(row, TableField::Words);
    if name.is_none() {
        faults.push(columns.fault(row, TableField::Words, FaultKind::Missing));
    }
    let quantity = number(columns, row, TableField::Quantity, faults);
    let price = number(columns, row, TableField::Price, faults);
    let stated = number(columns, row, TableField::Net, faults).and_then(|net| money(columns, row, &net, currency, faults));
    let vat = vat(columns, row, faults);
    let period = period(columns, row, faults);
    let (quantity, price, net) = sums(columns, row, (quantity, price, stated), currency, faults)?;
    let object_reference = columns.get(row, TableField::Project).filter(|_| has_projects).map(str::to_owned);
    Some(InvoiceLine {
        id: (place + 1).to_string(),
        note: None,
        object_reference,
        quantity,
        unit: columns.get(row, TableField::Unit).map(cell::unit),
        net,
        order_line: None,
        accounting_reference: None,
        period,
        adjustments: Vec::new(),
        price: Price { net: price, discount: None, gross: None, base_quantity: None, base_unit: None },
        vat: vat?,
        name: name?.to_owned(),
        description: None,
        item_number: None,
        sub_lines: Vec::new(),
    })
}

/// Quantity, price and net, of which one may be left out: a quantity of one, and what the others make.
fn sums(
    columns: Columns<'_>,
    row: Row<'_>,
    written: (Option<Exact>, Option<Exact>, Option<Money>),
    currency: Currency,
    faults: &mut Vec<Fault>,
) -> Option<(Exact, Exact, Money)> {
    let one = || Exact::from(Decimal::ONE);
    match written {
        (quantity, Some(price), Some(net)) => Some((quantity.unwrap_or_else(one), price, net)),
        (quantity, Some(price), None) => {
            let quantity = quantity.unwrap_or_else(one);
            let exact = quantity.value().checked_mul(price.value());
            let net = exact.and_then(|exact| Money::round_half_up(exact, currency).ok());
            if net.is_none() {
                faults.push(columns.fault(row, TableField::Price, FaultKind::TooLarge));
            }
            Some((quantity, price, net?))
        }
        (quantity, None, Some(net)) if quantity.as_ref().is_none_or(|quantity| quantity.value() == Decimal::ONE) => {
            Some((quantity.unwrap_or_else(one), Exact::from(net.to_decimal()), net))
        }
        (_, None, net) => {
            // What is written there and is no number is told already.
            let field = if net.is_some() { TableField::Price } else { TableField::Net };
            if faults.iter().all(|fault| fault.row != row.number()) {
                faults.push(columns.fault(row, field, FaultKind::Missing));
            }
            None
        }
    }
}

fn number(columns: Columns<'_>, row: Row<'_>, field: TableField, faults: &mut Vec<Fault>) -> Option<Exact> {
    let text = columns.get(row, field)?;
    let read = cell::number(text);
    if read.is_none() {
        faults.push(columns.fault(row, field, FaultKind::NotANumber(excerpt(text))));
    }
    read
}

/// An amount that is written out.
fn money(columns: Columns<'_>, row: Row<'_>, exact: &Exact, currency: Currency, faults: &mut Vec<Fault>) -> Option<Money> {
    let read = Money::from_exact(exact, currency);
    match read {
        Ok(money) => return Some(money),
        Err(MoneyError::TooManyDecimals { .. }) => faults.push(columns.fault(row, TableField::Net, FaultKind::TooFine)),
        Err(MoneyError::OutOfRange | MoneyError::CurrenciesDiffer { .. }) => {
            faults.push(columns.fault(row, TableField::Net, FaultKind::TooLarge));
        }
    }
    None
}

fn vat(columns: Columns<'_>, row: Row<'_>, faults: &mut Vec<Fault>) -> Option<Vat> {
    let Some(text) = columns.get(row, TableField::VatRate) else {
        faults.push(columns.fault(row, TableField::VatRate, FaultKind::Missing));
        return None;
    };
    let read = cell::vat(text);
    if read.is_none() {
        faults.push(columns.fault(row, TableField::VatRate, FaultKind::UnknownVat(excerpt(text))));
    }
    read
}

fn period(columns: Columns<'_>, row: Row<'_>, faults: &mut Vec<Fault>) -> Period {
    let [from, to] = [TableField::Period, TableField::PeriodEnd].map(|field| columns.get(row, field));
    let (Some(text), field) = (match (from, to) {
        (None, to) => (to, TableField::PeriodEnd),
        (from, _) => (from, TableField::Period),
    }) else {
        return Period::default();
    };
    cell::period(from, to, columns.order).unwrap_or_else(|| {
        faults.push(columns.fault(row, field, FaultKind::NotAPeriod(excerpt(text))));
        Period::default()
    })
}

impl Header {
    /// What a line needs to know of its invoice.
    pub(super) fn for_lines(&self) -> (Currency, bool) {
        (self.currency, self.has_projects)
    }
}
