//! The kinds of documents that files hold, and what each must be able to do to be imported.

use super::{
    ImportError,
    invoice::{CheckedInvoice, InvoiceDocument, InvoicePreview},
    invoice_table::TableReading,
    pdf,
};
use crate::InternalError;
use coplan_domain::{
    customer::Customer,
    format::{self, FileKind, UnreadableInvoice},
    id::{CustomerId, InvoiceId},
};
use coplan_store::{
    Change, Conn, StoreError,
    access::{Actor, Billing, MoneyWrite, Staff, System},
    customer,
    files::StoredFile,
    invoice::RecentInvoice,
};
use tokio::{sync::Semaphore, task::spawn_blocking};
use ulid::Ulid;

/// A kind of document. A new kind is a file that implements this, a variant of [`Documents`], [`Content`], [`Imported`] and
/// [`Recent`], and a view of its preview; files, the preview, the confirmation and the report are the same for all.
pub(super) trait Importable: Sized {
    /// What it is by itself, with its sums done again.
    type Checked;
    /// What there is to know of it before it is imported.
    type Preview;
    /// Why one cannot be read.
    type Unreadable: Into<ImportError>;
    /// Where it goes, such as a customer.
    type Target: Copy;

    /// Every document in a file, in its order, each read or refused alone. A file that cannot be read at all is one that
    /// is refused.
    fn read(bytes: &[u8], reading: &TableReading) -> Vec<Result<Self, Self::Unreadable>>;

    /// Does its sums again, without asking the database.
    fn recheck(self) -> Self::Checked;

    /// The same, without what is too long to be shown.
    fn bounded(checked: Self::Checked) -> Self::Checked;

    /// Compares it with what is here, without changing anything.
    async fn preview(checked: &Self::Checked, conn: &mut Conn, by: Billing) -> Result<Self::Preview, InternalError>;

    /// Where it goes, by what it states or by what was typed beside its file.
    async fn target(&self, conn: &mut Conn, by: Billing, typed: &str) -> Result<Self::Target, ImportError>;

    /// The right to import it there; refused are whoever may not, and what is here already under another id, unless
    /// somebody said that it is another document.
    async fn check<'a>(
        &self,
        change: &mut Change,
        who: Importer<'a>,
        to: (Self::Target, &Source<'_>),
    ) -> Result<ImportRight<'a>, ImportError>;

    /// Inserts it, with the event that announces it.
    async fn insert(
        &self,
        change: &mut Change,
        right: ImportRight<'_>,
        target: Self::Target,
        source: &Source<'_>,
    ) -> Result<Imported, StoreError>;

    /// What was imported under this id before.
    async fn find_imported(conn: &mut Conn, by: Billing, id: Ulid) -> Result<Option<Imported>, StoreError>;

    /// What is here already where [`Self::insert`] found something taken; none where that is gone again by now.
    async fn find_duplicate(&self, conn: &mut Conn, by: Billing) -> Result<Option<ImportError>, StoreError>;
}

/// Who imports.
#[derive(Clone, Copy)]
pub(super) enum Importer<'a> {
    /// One of the supplier's people.
    Staff(&'a Actor, &'a Staff),
    /// Whoever is at the console of the machine, where everything may be done.
    Console(&'a System),
}

/// The right to import a document to its target.
#[derive(Clone, Copy)]
pub(super) enum ImportRight<'a> {
    /// Of whoever may change that customer's plan.
    Plan(MoneyWrite),
    /// Of whoever is at the console.
    Console(&'a System),
}

impl ImportRight<'_> {
    /// The customer that the right was proved for.
    pub(super) async fn customer(self, conn: &mut Conn, id: CustomerId) -> Result<Customer, StoreError> {
        match self {
            Self::Plan(write) => customer::find(conn, write.plan()).await,
            Self::Console(system) => {
                customer::find_billed(conn, Billing::at_console(system), id).await?.ok_or(StoreError::ForeignProof)
            }
        }
    }
}

impl Importer<'_> {
    pub(super) fn billing(self) -> Billing {
        match self {
            Self::Staff(_, staff) => Billing::from(staff),
            Self::Console(system) => Billing::at_console(system),
        }
    }
}

/// Where a document comes from.
pub(super) struct Source<'a> {
    /// The id that it will have: that of its file, and for those after the first the ids after that one. So importing a
    /// file again finds what it brought before.
    pub id: Ulid,
    /// What the file is called.
    pub file_name: &'a str,
    /// The file, whose bytes are there already.
    pub file: &'a StoredFile,
    /// Whether somebody said that it is another document than the one that is here under its number.
    pub is_another: bool,
}

/// The id of the document at this place in its file, from 0.
pub(super) fn document_id(file: Ulid, place: usize) -> Ulid {
    Ulid(file.0.wrapping_add(u128::try_from(place).unwrap_or(0)))
}

/// The documents of a file, which are all of one kind; of one that cannot be read, why.
pub(super) enum Documents {
    Invoices(Vec<Result<InvoiceDocument, UnreadableInvoice>>),
}

impl Documents {
    fn read(bytes: &[u8], reading: &TableReading) -> Self {
        match format::detect(bytes) {
            FileKind::Pdf => {
                let embedded = pdf::embedded_invoice(bytes);
                Self::Invoices(InvoiceDocument::read(embedded.as_deref().unwrap_or(bytes), reading))
            }
            // What is of no kind that can be imported is read as what most files are meant to be: an invoice, whose
            // reader says what is wrong.
            FileKind::UblInvoice
            | FileKind::UblCreditNote
            | FileKind::Finvoice
            | FileKind::Cii
            | FileKind::Xml(_)
            | FileKind::Csv
            | FileKind::Zip
            | FileKind::Text
            | FileKind::Unknown => Self::Invoices(InvoiceDocument::read(bytes, reading)),
        }
    }

    /// What was imported under this id before, of whichever kind.
    pub(super) async fn find_imported(conn: &mut Conn, by: Billing, id: Ulid) -> Result<Option<Imported>, StoreError> {
        InvoiceDocument::find_imported(conn, by, id).await
    }
}

/// The documents of a file, each looked at; of one that cannot be read, why.
#[derive(Debug)]
pub(super) enum Checked {
    Invoices(Vec<Result<CheckedInvoice, UnreadableInvoice>>),
}

impl Checked {
    /// Reads them. Slow: not for a thread that answers requests.
    pub(super) fn read(bytes: &[u8], reading: &TableReading) -> Self {
        let Documents::Invoices(invoices) = Documents::read(bytes, reading);
        Self::Invoices(invoices.into_iter().map(|read| read.map(Importable::recheck)).collect())
    }

    /// The same, without what is too long to be shown.
    pub(super) fn bounded(self) -> Self {
        let Self::Invoices(invoices) = self;
        Self::Invoices(invoices.into_iter().map(|read| read.map(InvoiceDocument::bounded)).collect())
    }

    /// What each is, for a page.
    pub(super) async fn preview(&self, conn: &mut Conn, by: Billing) -> Result<Vec<Content>, InternalError> {
        let Self::Invoices(invoices) = self;
        let mut contents = Vec::with_capacity(invoices.len());
        for read in invoices {
            contents.push(Content::Invoice(match read {
                Ok(checked) => InvoiceDocument::preview(checked, conn, by).await?,
                Err(why) => InvoicePreview::Unreadable(why.clone()),
            }));
        }
        Ok(contents)
    }
}

/// A document of 10 MB takes many times its size while it is read; more than these wait.
pub(super) static PLACES: Semaphore = Semaphore::const_new(2);

/// Reads a file away from the threads that answer requests, and gives the bytes back.
pub(super) async fn read(bytes: Vec<u8>, reading: TableReading) -> Result<(Vec<u8>, Documents), InternalError> {
    let place = PLACES.acquire().await.map_err(|_| InternalError::Reading)?;
    let read = spawn_blocking(move || {
        let read = Documents::read(&bytes, &reading);
        // Who hangs up meanwhile makes no room for one more.
        drop(place);
        (bytes, read)
    });
    read.await.map_err(|_| InternalError::Reading)
}

/// A document in a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPreview {
    /// What it turned out to be.
    pub content: Content,
    /// The file before it that holds the same document, by its name; only that one can be imported.
    pub twin_of: Option<String>,
}

impl DocumentPreview {
    /// Whether it can be imported.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.twin_of.is_none()
            && match &self.content {
                Content::Invoice(preview) => preview.ready().is_some(),
            }
    }
}

/// What a document turned out to be, by its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// An invoice, or what was read as one.
    Invoice(InvoicePreview),
}

impl Content {
    /// Whether both are one document that came twice, so that only one can be imported.
    pub(super) fn is_twin(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Invoice(one), Self::Invoice(other)) => one.is_twin(other),
        }
    }
}

/// What was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// An invoice.
    Invoice {
        /// Which.
        id: InvoiceId,
        /// Whose.
        customer: CustomerId,
    },
}

/// What was imported recently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recent {
    /// An invoice.
    Invoice(RecentInvoice),
}
