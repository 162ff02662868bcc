//! What was said before the portal came, imported from a table as its users import it.

use super::{
    Told,
    builder::{DemoBuilder, told},
};
use coplan_domain::table_import::TableKind;
use coplan_store::access::Actor;
use coplan_usecases::import::{IncomingFile, table};

impl DemoBuilder {
    /// Imports a table.
    pub(crate) async fn import_table(&self, by: &Actor, kind: TableKind, name: &str, text: String) -> Told<()> {
        let bytes = text.into_bytes();
        let file = IncomingFile { name: name.to_owned(), size: bytes.len(), bytes };
        let id = told(table::insert(&self.portal, by, kind, file).await)?.map_err(|why| format!("{name}: {why:?}"))?;
        told(table::run(&self.portal, by, id, false).await)
    }
}
