//! Tables of customers, people, projects, tasks, work and invoices: uploaded or pasted, looked at row by row, and imported row by row, each
//! alone. What a row brings is what its form would bring, so that the same is checked; a row that is here already changes
//! nothing, so a table may be imported again.

mod columns;
mod customers;
mod invoices;
mod known;
mod links;
mod past;
mod people;
mod plan;
mod preview;
mod projects;
mod run;
mod tasks;
mod undo;
mod upload;
mod usage;
mod work;

pub(super) use columns::resolve;
pub use columns::{TableColumn, choose_columns};
pub use coplan_store::table_import::{Item, TableImport};
pub use links::mail_links;
pub use plan::{RowFate, RowPreview, RowProblem, RowProblemKind};
pub use preview::{TableContent, TablePreview, preview, recent};
pub use run::run;
pub use undo::{UndoView, show as show_import, undo};
pub use upload::{discard, insert};

use coplan_domain::table_import::TableKind;
use coplan_store::access::Staff;

/// The most rows that are imported of a table.
pub const MOST_ROWS: usize = 2_000;

/// What the supplier's person may import: customers and their people only who keeps the plans, invoices who sees sums too.
#[must_use]
pub fn kinds(staff: &Staff) -> Vec<TableKind> {
    let keeps = |kind: &TableKind| match kind {
        TableKind::Projects | TableKind::Tasks | TableKind::Work | TableKind::Reports => true,
        // Messages come in the names of others.
        TableKind::Customers | TableKind::People | TableKind::Usage | TableKind::Messages => staff.keeps_plans(),
        TableKind::Invoices => staff.keeps_plans() && staff.sees_sums(),
    };
    TableKind::ALL.iter().copied().filter(keeps).collect()
}
