//! Invoices as documents to import: with their findings and their customer, here already, or unreadable.

mod belongs;

use super::{
    ImportError, customer,
    document::{ImportRight, Importable, Imported, Importer, Source},
};
use crate::InternalError;
pub use belongs::Belongs;
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    format::{self, UnreadableInvoice},
    id::{CustomerId, InvoiceId},
    invoice::{
        Invoice,
        check::{self, Finding, Verdict},
    },
    money::Money,
    person::Scope,
};
use coplan_store::{
    Change, Conn, StoreError,
    access::{Billing, CustomerWrite, PlanWrite},
    invoice::{self, InvoiceThere, NewInvoice},
};
use ulid::Ulid;

/// What a file turned out to be that was read as an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoicePreview {
    /// An invoice that can be imported.
    Ready(Box<ReadInvoice>),
    /// The seller's number is here already.
    Duplicate {
        /// What was read.
        read: Box<ReadInvoice>,
        /// The first.
        there: InvoiceThere,
    },
    /// No invoice that can be read.
    Unreadable(UnreadableInvoice),
}

impl InvoicePreview {
    /// The invoice, where it can be imported.
    #[must_use]
    pub fn ready(&self) -> Option<&ReadInvoice> {
        match self {
            Self::Ready(read) => Some(read),
            Self::Duplicate { .. } | Self::Unreadable(_) => None,
        }
    }

    /// Whether both are the same document.
    pub(super) fn is_twin(&self, other: &Self) -> bool {
        self.ready().zip(other.ready()).is_some_and(|(one, other)| one.invoice.is_same_document(&other.invoice))
    }
}

/// An invoice that was read and is not kept yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadInvoice {
    /// What it states.
    pub invoice: Invoice,
    /// What it asks for; negative where it gives back.
    pub owed: Money,
    /// What doing its sums again says.
    pub findings: Vec<Finding>,
    /// The least favourable of that.
    pub overall: Verdict,
    /// Whose it is.
    pub belongs: Belongs,
}

/// An invoice as it was read.
pub(super) struct InvoiceDocument(Invoice);

impl Importable for InvoiceDocument {
    type Preview = InvoicePreview;
    type Unreadable = UnreadableInvoice;
    type Target = CustomerId;

    fn read(bytes: &[u8]) -> Vec<Result<Self, UnreadableInvoice>> {
        format::read_invoices(bytes).into_iter().map(|read| read.map(Self)).collect()
    }

    async fn preview(self, conn: &mut Conn, by: Billing) -> Result<InvoicePreview, InternalError> {
        let invoice = self.0;
        let there = invoice::find_same(conn, by, &invoice).await?;
        let belongs = belongs::find(conn, by, &invoice.buyer).await?;
        let findings = check::check(&invoice);
        let overall = check::overall(&findings);
        let owed = invoice.owed();
        let read = Box::new(ReadInvoice { invoice, owed, findings, overall, belongs });
        Ok(match there {
            Some(there) => InvoicePreview::Duplicate { read, there },
            None => InvoicePreview::Ready(read),
        })
    }

    /// The customer that was typed; where nothing was, the one that the buyer's identifiers tell.
    async fn target(&self, conn: &mut Conn, by: Billing, typed: &str) -> Result<CustomerId, ImportError> {
        if !typed.trim().is_empty() {
            return customer::find_typed(conn, by, typed).await;
        }
        match belongs::find(conn, by, &self.0.buyer).await? {
            Belongs::To { customer, .. } => Ok(customer.id),
            Belongs::Perhaps { customer, .. } => Err(ImportError::WhichCustomer(vec![customer])),
            Belongs::Several(choices) => Err(ImportError::WhichCustomer(choices)),
            Belongs::Unknown => Err(ImportError::WhichCustomer(Vec::new())),
        }
    }

    /// The database refuses the same key of a seller; this, the same seller by another of its identifiers.
    async fn check<'a>(
        &self,
        change: &mut Change,
        who: Importer<'a>,
        (customer, source): (CustomerId, &Source<'_>),
    ) -> Result<ImportRight<'a>, ImportError> {
        let right = match who {
            Importer::Staff(actor, _) => ImportRight::Plan(PlanWrite::prove(change, actor, customer).await?),
            Importer::Console(system) => ImportRight::Console(system),
        };
        match invoice::find_same(change, who.billing(), &self.0).await? {
            Some(there) if there.id != InvoiceId(source.id) && !source.is_another => Err(ImportError::Duplicate(there)),
            _ => Ok(right),
        }
    }

    async fn insert(
        &self,
        change: &mut Change,
        right: ImportRight<'_>,
        customer: CustomerId,
        source: &Source<'_>,
    ) -> Result<Imported, StoreError> {
        let (id, invoice) = (InvoiceId(source.id), &self.0);
        let new =
            NewInvoice { id, customer, invoice, file_name: source.file_name, file: source.file, is_another: source.is_another };
        let actor = match right {
            ImportRight::Plan(write) => {
                invoice::insert(change, &write, new).await?;
                Some(write.person())
            }
            ImportRight::Console(system) => {
                invoice::insert(change, system, new).await?;
                None
            }
        };
        let event = Event {
            id: change.id(),
            customer,
            actor,
            kind: EventKind::InvoiceIssued,
            object_kind: ObjectKind::Invoice,
            object: id.0,
            label: invoice.number.clone(),
            audience: Audience::Scope(Scope::Money),
            at: change.now(),
        };
        change.record(event).await?;
        Ok(Imported::Invoice { id, customer })
    }

    async fn find_imported(conn: &mut Conn, by: Billing, id: Ulid) -> Result<Option<Imported>, StoreError> {
        let id = InvoiceId(id);
        Ok(invoice::find_customer(conn, by, id).await?.map(|customer| Imported::Invoice { id, customer }))
    }

    async fn find_duplicate(&self, conn: &mut Conn, by: Billing) -> Result<Option<ImportError>, StoreError> {
        Ok(invoice::find_same(conn, by, &self.0).await?.map(ImportError::Duplicate))
    }
}
