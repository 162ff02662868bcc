//! Importing what was previewed: each document in a transaction of its own, once.

use super::{
    CustomerBrief,
    document::{Document, Importable, Imported, Importer, Source, document_id, read},
    file::file_name,
};
use crate::{Fault, Portal, edit::Refused};
use coplan_domain::{chance::new_ulid, format::UnreadableInvoice, id::UploadId};
use coplan_store::{
    StoreError,
    access::{Actor, Staff},
    import as upload,
    invoice::InvoiceThere,
};

/// Why a document is not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// No such file of this person, or only for the supplier's people.
    #[error("not found")]
    NotFound,
    /// Others are responsible for the customer.
    #[error("others are responsible for this customer")]
    NotResponsible,
    /// It is not clear whose it is; these may be meant, perhaps none.
    #[error("it is not clear whose it is")]
    WhichCustomer(Vec<CustomerBrief>),
    /// The seller's number of an invoice is here already.
    #[error("it is here already")]
    Duplicate(InvoiceThere),
    /// No invoice that can be read.
    #[error(transparent)]
    Unreadable(#[from] UnreadableInvoice),
    /// Nobody's doing.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<Refused> for ImportError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::NotFound => Self::NotFound,
            Refused::NotResponsible => Self::NotResponsible,
            Refused::Fault(fault) => Self::Fault(fault),
        }
    }
}

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
/// [`ImportError::NotFound`] and [`ImportError::Fault`]; what keeps a document from being imported is in the report.
pub async fn import(portal: &Portal, actor: &Actor, id: UploadId, typed: &str) -> Result<Report, ImportError> {
    let staff = actor.staff().ok_or(ImportError::NotFound)?;
    let who = Importer::Staff(actor, staff);
    let found = upload::find(&mut *portal.db.read().await?, staff, id).await?;
    match found {
        Some(waiting) => import_all(portal, who, Some((staff, id)), (id.0, &waiting.file_name, waiting.bytes), typed).await,
        None => imported_before(portal, who, id).await,
    }
}

/// Imports a file at the console of the machine, where whoever is there may do everything. Never to be reached from the
/// network.
///
/// # Errors
/// As of [`import`].
pub async fn import_from_console(portal: &Portal, name: &str, bytes: Vec<u8>, typed: &str) -> Result<Report, ImportError> {
    let id = new_ulid(portal.clock.now(), &*portal.chance);
    import_all(portal, Importer::Console, None, (id, &file_name(name), bytes), typed).await
}

async fn import_all(
    portal: &Portal,
    who: Importer<'_>,
    upload: Option<(&Staff, UploadId)>,
    (file, file_name, bytes): (ulid::Ulid, &str, Vec<u8>),
    typed: &str,
) -> Result<Report, ImportError> {
    let (bytes, read) = read(bytes).await?;
    let last = read.len().saturating_sub(1);
    let mut documents: Vec<Result<Imported, ImportError>> = Vec::new();
    for (place, document) in read.into_iter().enumerate() {
        let source = Source { id: document_id(file, place), file_name, bytes: &bytes };
        let done_with = upload.filter(|_| place == last && documents.iter().all(Result::is_ok));
        let imported = match document {
            Document::Invoice(Ok(document)) => import_one(portal, who, &*document, &source, typed, done_with).await,
            Document::Invoice(Err(why)) => Err(why.into()),
        };
        match imported {
            Err(ImportError::Fault(fault)) => return Err(ImportError::Fault(fault)),
            imported => documents.push(imported),
        }
    }
    Ok(Report { documents })
}

/// Imports one document; with it, in the same transaction, goes the file that is `done_with` then.
async fn import_one<D: Importable>(
    portal: &Portal,
    who: Importer<'_>,
    document: &D,
    source: &Source<'_>,
    typed: &str,
    done_with: Option<(&Staff, UploadId)>,
) -> Result<Imported, ImportError> {
    let by = who.billing();
    let mut conn = portal.db.read().await?;
    let target = document.target(&mut conn, by, typed).await?;
    let mut change = portal.change_within().await?;
    document.check(portal, &mut change, who, (target, source.id)).await?;
    match document.insert(&mut change, by, target, source).await {
        Ok(imported) => {
            if let Some((staff, id)) = done_with {
                upload::remove(&mut change, staff, id).await?;
            }
            portal.keep(change).await?;
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
    while let Some(imported) = Document::find_imported(&mut conn, who.billing(), document_id(id.0, documents.len())).await? {
        documents.push(Ok(imported));
    }
    if documents.is_empty() { Err(ImportError::NotFound) } else { Ok(Report { documents }) }
}
