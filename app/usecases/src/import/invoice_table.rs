//! Invoices of a table among the files of invoices: its columns are known by their headings, as they are on the page for
//! tables, and as somebody has chosen them there.

use super::table::{MOST_ROWS, resolve};
use crate::{InternalError, Portal};
use coplan_domain::{
    customer::Customer,
    format::{
        UnreadableInvoice,
        csv::{self, CsvError, Row},
        invoice_table,
    },
    invoice::{Identifier, Invoice, Party},
    table_import::{TableField, TableKind},
};
use coplan_store::{access::Billing, table_import};
use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
};

/// What a table of invoices is read with.
#[derive(Debug, Clone, Default, Hash)]
pub(super) struct TableReading {
    seller: String,
    headings: BTreeMap<String, Option<TableField>>,
}

impl TableReading {
    /// Who sends such invoices, and what headings were said to mean.
    pub(super) async fn load(portal: &Portal, by: Billing) -> Result<Self, InternalError> {
        let headings = table_import::list_headings(&mut *portal.db.read().await?, by, TableKind::Invoices).await?;
        Ok(Self { seller: portal.settings.supplier.clone(), headings })
    }

    /// Tells readings apart.
    pub(super) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

/// Every invoice of a table, each read or refused alone.
pub(super) fn read(bytes: &[u8], reading: &TableReading) -> Vec<Result<Invoice, UnreadableInvoice>> {
    let table = match csv::read(bytes) {
        Ok(table) => table,
        Err(why) => return vec![Err(why.into())],
    };
    if let Some(row) = table.rows().nth(MOST_ROWS).map(Row::number) {
        return vec![Err(CsvError::TooManyRows { row, limit: MOST_ROWS }.into())];
    }
    let columns = resolve(TableKind::Invoices, &table, &reading.headings);
    let named: Vec<_> = columns.into_iter().filter_map(|column| Some((column.field?, column.heading))).collect();
    let mut missing = TableKind::Invoices.missing(&named.iter().map(|(field, _)| *field).collect::<Vec<_>>());
    // Whose they are can be typed beside the file.
    missing.retain(|field| *field != TableField::Customer);
    if !missing.is_empty() {
        return vec![Err(UnreadableInvoice::NoColumn(missing))];
    }
    let drafts = invoice_table::read(&table, &named, &reading.seller).into_iter();
    drafts.map(|draft| draft.read.map_err(|faults| UnreadableInvoice::Rows { number: draft.number, faults })).collect()
}

/// A customer as the buyer of its invoice.
pub(super) fn buyer(customer: &Customer) -> Party {
    let legal_id = customer.business_id.clone().map(|value| Identifier { value, scheme: None });
    Party {
        name: customer.name.clone(),
        trading_name: None,
        identifiers: Vec::new(),
        legal_id,
        vat_id: customer.vat_id.clone(),
        endpoint: None,
    }
}
