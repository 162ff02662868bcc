//! Importing what was previewed: each document in a transaction of its own, once.

use super::{
    CustomerBrief,
    document::{Documents, Importable, Imported, Importer, Source, document_id, read},
    file::{bytes, file_name, importer},
    invoice_table::TableReading,
};
use crate::{Error, Portal, error::says_more};
use coplan_domain::{format::UnreadableInvoice, id::UploadId, system::new_ulid};
use coplan_store::{
    access::{Actor, StaffWrite, System},
    import as upload,
    invoice::InvoiceThere,
};

/// Why a document is not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It is not clear whose it is; these may be meant, perhaps none.
    #[error("it is not clear whose it is")]
    WhichCustomer(Vec<CustomerBrief>),
    /// The seller's number of an invoice is here already.
    #[error("it is here already")]
    Duplicate(InvoiceThere),
    /// No invoice that can be read.
    #[error(transparent)]
    Unreadable(#[from] UnreadableInvoice),
    /// What can happen to every deed; `NotFound` also where this person has no such file.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(ImportError);

/// What became of each document of a file, in the order of the file.
#[derive(Debug)]
pub struct Report {
    /// One that was not imported leaves the others as they are.
    pub documents: Vec<Result<Imported, ImportError>>,
}

impl Report {
    /// All that was imported.
    ///
    /// # Errors
    /// The first thing that kept a document from being imported.
    pub fn all(self) -> Result<Vec<Imported>, ImportError> {
        self.documents.into_iter().collect()
    }
}

/// Imports a file that this person uploaded, for the customer with this number or name; for the one that each document
/// tells where nothing was typed. Doing it again changes nothing and reports the same. The file goes with its last
/// document; one of which something was not imported stays.
///
/// # Errors
/// [`ImportError::Other`]; what keeps a document from being imported is in the report.
pub async fn import(portal: &Portal, actor: &Actor, id: UploadId, typed: &str) -> Result<Report, ImportError> {
    import_upload(portal, actor, id, typed, false).await
}

/// The same for a file of which somebody said that it holds another document than the one that is here under its number:
/// some sellers use a number twice.
///
/// # Errors
/// As of [`import`].
pub async fn import_another(portal: &Portal, actor: &Actor, id: UploadId, typed: &str) -> Result<Report, ImportError> {
    import_upload(portal, actor, id, typed, true).await
}

async fn import_upload(
    portal: &Portal,
    actor: &Actor,
    id: UploadId,
    typed: &str,
    is_another: bool,
) -> Result<Report, ImportError> {
    let staff = importer(actor)?;
    let who = Importer::Staff(actor, staff);
    let found = upload::find(&mut *portal.db.read().await?, staff, id).await?;
    let Some(waiting) = found.filter(|found| found.table.is_none()) else { return imported_before(portal, who, id).await };
    let reading = TableReading::load(portal, who.billing()).await?;
    let (_, documents) = read(bytes(portal, &waiting).await?, reading).await?;
    let file = portal.files.find(&waiting.file).await?;
    let source = Source { id: id.0, file_name: &waiting.file_name, file: &file, is_another };
    match documents {
        Documents::Invoices(invoices) => import_each(portal, who, Some(id), &source, invoices, typed).await,
    }
}

/// Imports a file at the console of the machine, where whoever is there may do everything. Never to be reached from the
/// network.
///
/// # Errors
/// As of [`import`].
pub async fn import_from_console(
    portal: &Portal,
    system: &System,
    name: &str,
    bytes: Vec<u8>,
    typed: &str,
) -> Result<Report, ImportError> {
    let reading = TableReading::load(portal, Importer::Console(system).billing()).await?;
    let (bytes, documents) = read(bytes, reading).await?;
    let id = new_ulid(portal.clock.now(), &*portal.rng);
    let file = portal.files.put_bytes(bytes).await?;
    let source = Source { id, file_name: &file_name(name), file: &file, is_another: false };
    match documents {
        Documents::Invoices(invoices) => import_each(portal, Importer::Console(system), None, &source, invoices, typed).await,
    }
}

/// Imports the documents of a file, which is an `upload` of that person where it does not come from the console.
async fn import_each<D: Importable>(
    portal: &Portal,
    who: Importer<'_>,
    upload: Option<UploadId>,
    file: &Source<'_>,
    documents: Vec<Result<D, D::Unreadable>>,
    typed: &str,
) -> Result<Report, ImportError> {
    let last = documents.len().saturating_sub(1);
    let mut report = Report { documents: Vec::new() };
    for (place, document) in documents.into_iter().enumerate() {
        let source = Source { id: document_id(file.id, place), ..*file };
        let done_with = upload.filter(|_| place == last && report.documents.iter().all(Result::is_ok));
        let done = match document {
            Ok(document) => import_one(portal, who, &document, &source, typed, done_with).await,
            Err(why) => Err(why.into()),
        };
        match done {
            Err(ImportError::Other(error @ (Error::NotIn | Error::Internal(_)))) => return Err(error.into()),
            done => report.documents.push(done),
        }
    }
    Ok(report)
}

/// Imports one document; with it, in the same transaction, goes the file that is `done_with` then.
pub(super) async fn import_one<D: Importable>(
    portal: &Portal,
    who: Importer<'_>,
    document: &D,
    source: &Source<'_>,
    typed: &str,
    done_with: Option<UploadId>,
) -> Result<Imported, ImportError> {
    let by = who.billing();
    let mut conn = portal.db.read().await?;
    let target = document.target(&mut conn, by, typed).await?;
    let mut change = portal.change_touched().await?;
    let right = document.check(&mut change, who, (target, source)).await?;
    match document.insert(&mut change, right, target, source).await {
        Ok(imported) => {
            if let (Some(id), Importer::Staff(actor, _)) = (done_with, who) {
                let own = StaffWrite::prove(&mut change, actor).await?;
                upload::remove(&mut change, &own, id).await?;
            }
            portal.commit(change).await?;
            Ok(imported)
        }
        Err(error) if error.is_taken() => {
            drop(change);
            match D::find_imported(&mut conn, by, source.id).await? {
                Some(imported) => Ok(imported),
                None => Err(document.find_duplicate(&mut conn, by).await?.unwrap_or_else(|| error.into())),
            }
        }
        Err(error) => Err(error.into()),
    }
}

/// The report of a file that is gone because all of it was imported.
async fn imported_before(portal: &Portal, who: Importer<'_>, id: UploadId) -> Result<Report, ImportError> {
    let mut conn = portal.db.read().await?;
    let mut documents = Vec::new();
    while let Some(imported) = Documents::find_imported(&mut conn, who.billing(), document_id(id.0, documents.len())).await? {
        documents.push(Ok(imported));
    }
    if documents.is_empty() { Err(Error::NotFound.into()) } else { Ok(Report { documents }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        import::{IncomingFile, invoice::InvoiceDocument, invoice_table::TableReading, preview},
        invoice::{InvoicesAsked, list},
        testing::{World, upload as upload_files, world},
    };
    use coplan_store::on_both_databases;

    const YEN: &[u8] = include_bytes!("../../../domain/samples/yen.xml");
    const HOURS: &[u8] = include_bytes!("../../../domain/samples/three-short-tasks.xml");
    const CREDIT: &[u8] = include_bytes!("../../../domain/samples/credit-note.xml");

    /// Imports a file of Mikko's that holds all of these for Lakeside Mills.
    async fn import_together(world: &World, id: UploadId, files: &[&[u8]]) -> Vec<Result<Imported, ImportError>> {
        let staff = world.mikko.staff().unwrap();
        let file = world.portal.files.put_bytes(&b"all of them"[..]).await.unwrap();
        let source = Source { id: id.0, file_name: "all.xml", file: &file, is_another: false };
        let reading = TableReading::load(&world.portal, staff.into()).await.map_err(drop).unwrap();
        let documents = files.iter().flat_map(|bytes| InvoiceDocument::read(bytes, &reading)).collect();
        let who = Importer::Staff(&world.mikko, staff);
        import_each(&world.portal, who, Some(id), &source, documents, "1001").await.unwrap().documents
    }

    async fn uploaded(world: &World) -> UploadId {
        let file = IncomingFile { name: "all.xml".to_owned(), size: 3, bytes: b"all".to_vec() };
        upload_files(&world.portal, &world.mikko, vec![file]).await.unwrap();
        waiting(world).await.unwrap()
    }

    async fn waiting(world: &World) -> Option<UploadId> {
        preview(&world.portal, &world.mikko).await.unwrap().files.last().map(|file| file.id)
    }

    async fn kept(world: &World) -> usize {
        list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices.len()
    }

    on_both_databases! {
        async fn each_document_of_a_file_is_imported_or_refused_alone(db: TestDb) {
            let world = world(db).await;
            let id = uploaded(&world).await;
            let files = [YEN, b"<a/>", YEN, HOURS];
            for _ in 0..2 {
                let report = import_together(&world, id, &files).await;
                let [Ok(Imported::Invoice { id: first, .. }), Err(ImportError::Unreadable(_)), Err(ImportError::Duplicate(there)), Ok(_)] =
                    report.as_slice()
                else {
                    panic!("{report:?}")
                };
                assert_eq!((first.0, there.id, kept(&world).await), (id.0, *first, 2), "again changes nothing");
                assert_eq!(waiting(&world).await, Some(id), "what is not imported is still to be looked at");
            }
        }

        async fn a_file_goes_with_its_last_document_and_is_reported_again_as_a_whole(db: TestDb) {
            let world = world(db).await;
            let id = uploaded(&world).await;
            let once = import_together(&world, id, &[YEN, HOURS, CREDIT]).await.into_iter().map(Result::unwrap).collect::<Vec<_>>();
            assert_eq!((kept(&world).await, waiting(&world).await), (3, None));
            let again = import(&world.portal, &world.mikko, id, "1001").await.unwrap().all().unwrap();
            assert_eq!((once, kept(&world).await), (again, 3));
        }
    }
}
