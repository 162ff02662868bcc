//! Which column of a table says what: by its heading, or as somebody has chosen it for that heading before.

use super::preview::find;
use crate::{Error, InternalError, Portal};
use coplan_domain::{
    format::csv::{Row, Table},
    id::UploadId,
    table_import::{TableField, TableKind, normal, recognize},
};
use coplan_store::{
    Conn,
    access::{Actor, Staff, StaffWrite},
    table_import,
};
use std::collections::BTreeMap;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// From 1.
    pub number: usize,
    /// What stands on top of it.
    pub heading: String,
    /// What it says; none where it is left out.
    pub field: Option<TableField>,
    /// The first thing that is written in it.
    pub sample: String,
}

/// The columns of a table with what each says.
pub(super) async fn of(
    conn: &mut Conn,
    staff: &Staff,
    kind: TableKind,
    table: &Table,
) -> Result<Vec<TableColumn>, InternalError> {
    Ok(resolve(kind, table, &table_import::list_headings(conn, staff.into(), kind).await?))
}

/// The same where it is known what headings were said to mean; of two columns that would say the same, the first does.
pub(in crate::import) fn resolve(
    kind: TableKind,
    table: &Table,
    chosen: &BTreeMap<String, Option<TableField>>,
) -> Vec<TableColumn> {
    let named = table.headings().zip(1..).filter(|(heading, _)| !heading.is_empty());
    let mut columns = named
        .map(|(heading, number)| {
            let sample = table.rows().find_map(|row| row.get(heading)).unwrap_or_default().chars().take(60).collect();
            let known = chosen.get(&normal(heading)).copied();
            let field = known.unwrap_or_else(|| recognize(kind, heading)).filter(|field| kind.fields().contains(field));
            (TableColumn { number, heading: heading.to_owned(), field, sample }, known.is_some())
        })
        .collect::<Vec<_>>();
    // What was chosen counts before what was recognized.
    for place in 0..columns.len() {
        let (column, is_chosen) = &columns[place];
        let (field, is_chosen) = (column.field, *is_chosen);
        let is_said = |(n, (other, other_chosen)): (usize, &(TableColumn, bool))| {
            other.field == field && n != place && (*other_chosen, n < place) >= (is_chosen, true) && (*other_chosen || !is_chosen)
        };
        if field.is_some() && columns.iter().enumerate().any(is_said) {
            columns[place].0.field = None;
        }
    }
    columns.into_iter().map(|(column, _)| column).collect()
}

/// Says what columns of a waiting table mean, each by its number, and remembers that for their headings.
///
/// # Errors
/// [`Error::NotFound`] where this person has no such table.
pub async fn choose_columns(
    portal: &Portal,
    actor: &Actor,
    id: UploadId,
    chosen: &[(usize, Option<TableField>)],
) -> Result<(), Error> {
    let (upload, kind) = find(portal, actor, id).await?;
    let Ok(table) = super::preview::read(portal, &upload).await? else { return Ok(()) };
    let mut change = portal.change_touched().await?;
    let write = StaffWrite::prove(&mut change, actor).await?;
    let headings: Vec<_> = table.headings().collect();
    for (number, field) in chosen {
        let heading = headings.get(number.wrapping_sub(1)).map(|heading| normal(heading)).filter(|heading| !heading.is_empty());
        if let Some(heading) = heading {
            table_import::update_heading(&mut change, &write, kind, &heading, *field).await?;
        }
    }
    Ok(portal.commit(change).await?)
}

/// The cells of a row by what they say.
#[derive(Clone, Copy)]
pub(super) struct Cells<'t> {
    row: Row<'t>,
    columns: &'t [TableColumn],
}

impl<'t> Cells<'t> {
    pub fn new(row: Row<'t>, columns: &'t [TableColumn]) -> Self {
        Self { row, columns }
    }

    /// The row's number, as a spreadsheet shows it.
    pub fn number(self) -> usize {
        self.row.number()
    }

    /// What is written there; none where nothing is.
    pub fn get(self, field: TableField) -> Option<&'t str> {
        let column = self.columns.iter().find(|column| column.field == Some(field))?;
        self.row.get(&column.heading)
    }

    /// The same; empty where nothing is.
    pub fn text(self, field: TableField) -> String {
        self.get(field).unwrap_or_default().to_owned()
    }

    /// All that the row says, for telling rows apart.
    pub fn words(self, kind: TableKind) -> Vec<&'t str> {
        kind.fields().iter().map(|field| self.get(*field).unwrap_or_default()).collect()
    }
}
