//! Invoices as documents to import: with their findings and their customer, here already, or unreadable.

mod belongs;

use super::{
    ImportError, customer,
    document::{ImportRight, Importable, Imported, Importer, Source},
    invoice_table::{self, TableReading},
};
use crate::{InternalError, news_mail};
pub use belongs::Belongs;
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    format::{self, FileKind, UnreadableInvoice},
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
    access::{Billing, CustomerWrite, MoneyWrite},
    invoice::{self, InvoiceThere, NewInvoice, question},
};
use std::ops::Deref;
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
    /// What it is by itself.
    pub checked: CheckedInvoice,
    /// Whose it is.
    pub belongs: Belongs,
}

impl Deref for ReadInvoice {
    type Target = CheckedInvoice;

    fn deref(&self) -> &CheckedInvoice {
        &self.checked
    }
}

/// An invoice that was read, with its sums done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedInvoice {
    /// What it states; of a preview without its lines and whatever else may be many.
    pub invoice: Invoice,
    /// What it asks for; negative where it gives back.
    pub owed: Money,
    /// What doing its sums again says; of a preview the first of it, what does not agree before the rest.
    pub findings: Vec<Finding>,
    /// The least favourable of all that.
    pub overall: Verdict,
    /// How many of each there are.
    pub counts: Counts,
    /// Whether it came as rows of a table, which names its customer by number, business id or name.
    pub is_of_table: bool,
}

/// How many parts an invoice has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Lines.
    pub lines: usize,
    /// Allowances and charges, of the lines and of the whole.
    pub adjustments: usize,
    /// Rates of VAT.
    pub rates: usize,
    /// Rules that were looked at.
    pub findings: usize,
}

impl CheckedInvoice {
    /// Does the sums of an invoice again.
    #[must_use]
    pub fn new(invoice: Invoice) -> Self {
        let findings = check::check(&invoice);
        let of_lines = invoice.lines.iter().map(|line| line.adjustments.len()).sum::<usize>();
        let counts = Counts {
            lines: invoice.lines.len(),
            adjustments: of_lines + invoice.adjustments.len(),
            rates: invoice.vat_breakdown.len(),
            findings: findings.len(),
        };
        Self { owed: invoice.owed(), overall: check::overall(&findings), counts, findings, invoice, is_of_table: false }
    }
}

/// Findings of one invoice that a preview shows.
const FINDINGS: usize = 100;

/// An invoice as it was read.
pub(super) struct InvoiceDocument {
    invoice: Invoice,
    origin: Origin,
}

/// Where an invoice was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// In an e-invoice, which states its buyer.
    Document,
    /// In a table, which names its customer; known already where it was looked at as a table.
    Table(Option<CustomerId>),
}

impl InvoiceDocument {
    /// An invoice of a table.
    pub(super) fn of_table(invoice: Invoice, customer: Option<CustomerId>) -> Self {
        Self { invoice, origin: Origin::Table(customer) }
    }
}

impl Importable for InvoiceDocument {
    type Checked = CheckedInvoice;
    type Preview = InvoicePreview;
    type Unreadable = UnreadableInvoice;
    type Target = CustomerId;

    fn read(bytes: &[u8], reading: &TableReading) -> Vec<Result<Self, UnreadableInvoice>> {
        if format::detect(bytes) == FileKind::Csv {
            let read = invoice_table::read(bytes, reading).into_iter();
            return read.map(|read| read.map(|invoice| Self::of_table(invoice, None))).collect();
        }
        let of_document = |invoice| Self { invoice, origin: Origin::Document };
        format::read_invoices(bytes).into_iter().map(|read| read.map(of_document)).collect()
    }

    fn recheck(self) -> CheckedInvoice {
        CheckedInvoice { is_of_table: self.origin != Origin::Document, ..CheckedInvoice::new(self.invoice) }
    }

    fn bounded(mut checked: CheckedInvoice) -> CheckedInvoice {
        // In their order, but what does not agree first.
        checked.findings.sort_by_key(|finding| finding.verdict == Verdict::Agrees);
        checked.findings.truncate(FINDINGS);
        checked.findings.shrink_to_fit();
        let invoice = checked.invoice;
        let none = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (lines, adjustments, vat_breakdown, notes) = none;
        CheckedInvoice { invoice: Invoice { lines, adjustments, vat_breakdown, notes, ..invoice }, ..checked }
    }

    async fn preview(checked: &CheckedInvoice, conn: &mut Conn, by: Billing) -> Result<InvoicePreview, InternalError> {
        let there = invoice::find_same(conn, by, &checked.invoice).await?;
        let buyer = &checked.invoice.buyer;
        let belongs = if checked.is_of_table {
            belongs::find_named(conn, by, buyer).await?
        } else {
            belongs::find(conn, by, buyer).await?
        };
        let read = Box::new(ReadInvoice { checked: checked.clone(), belongs });
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
        let buyer = &self.invoice.buyer;
        let found = match self.origin {
            Origin::Document => belongs::find(conn, by, buyer).await?,
            Origin::Table(None) => belongs::find_named(conn, by, buyer).await?,
            Origin::Table(Some(customer)) => return Ok(customer),
        };
        match found {
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
            Importer::Staff(actor, _) => ImportRight::Plan(MoneyWrite::prove(change, actor, customer).await?),
            Importer::Console(system) => ImportRight::Console(system),
        };
        match invoice::find_same(change, who.billing(), &self.invoice).await? {
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
        let id = InvoiceId(source.id);
        let of_table;
        let invoice = match self.origin {
            Origin::Document => &self.invoice,
            Origin::Table(_) => {
                // A table names its customer; whose it is is known by now.
                let buyer = invoice_table::buyer(&right.customer(change, customer).await?);
                of_table = Invoice { buyer, ..self.invoice.clone() };
                &of_table
            }
        };
        let new =
            NewInvoice { id, customer, invoice, file_name: source.file_name, file: source.file, is_another: source.is_another };
        let gives_back = invoice.owed().minor() < 0 && !invoice.references.preceding.is_empty();
        let (actor, settled) = match right {
            ImportRight::Plan(write) => {
                invoice::insert(change, &write, new).await?;
                let settled = if gives_back { question::credit_by_note(change, &write, customer, id).await? } else { Vec::new() };
                (Some(write.person()), settled)
            }
            ImportRight::Console(system) => {
                invoice::insert(change, system, new).await?;
                let settled = if gives_back { question::credit_by_note(change, system, customer, id).await? } else { Vec::new() };
                (None, settled)
            }
        };
        let issued = (EventKind::InvoiceIssued, ObjectKind::Invoice, id.0, invoice.number.clone(), Audience::Scope(Scope::Money));
        let settled = settled.into_iter().map(|question| {
            (EventKind::QuestionCredited, ObjectKind::Thread, question.thread.0, question.title, Audience::MoneyDiscussion)
        });
        for (kind, object_kind, object, label, audience) in [issued].into_iter().chain(settled) {
            let event = Event { id: change.id(), customer, actor, kind, object_kind, object, label, audience, at: change.now() };
            news_mail::promise(change, &event).await?;
            change.record(event).await?;
        }
        Ok(Imported::Invoice { id, customer })
    }

    async fn find_imported(conn: &mut Conn, by: Billing, id: Ulid) -> Result<Option<Imported>, StoreError> {
        let id = InvoiceId(id);
        Ok(invoice::find_customer(conn, by, id).await?.map(|customer| Imported::Invoice { id, customer }))
    }

    async fn find_duplicate(&self, conn: &mut Conn, by: Billing) -> Result<Option<ImportError>, StoreError> {
        Ok(invoice::find_same(conn, by, &self.invoice).await?.map(ImportError::Duplicate))
    }
}
