//! What a file turns out to be: an invoice with its findings and its customer, one that is here already, or neither.

use super::show::owed;
use crate::{InternalError, Portal};
use coplan_domain::{
    business_id::StatedAs,
    customer::Customer,
    id::CustomerId,
    invoice::{
        Invoice, InvoiceKind, Party, UnreadableInvoice,
        check::{self, Finding, Verdict},
        ubl,
    },
    money::Money,
};
use coplan_store::{
    Conn,
    access::{Billing, System},
    customer,
    invoice::{self, InvoiceThere},
};
use std::collections::BTreeSet;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How many identifiers of a buyer are looked up at most: a file may state any number of them.
const MOST_IDENTIFIERS: usize = 8;

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileRead {
    /// An invoice that can be kept.
    Ready(Box<ReadInvoice>),
    /// The seller's number is here already.
    Duplicate {
        /// BT-3.
        kind: InvoiceKind,
        /// BT-1.
        number: String,
        /// BT-27.
        seller: String,
        /// The first.
        there: InvoiceThere,
    },
    /// No invoice that can be read.
    Unreadable(UnreadableInvoice),
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

/// Whose an invoice is, as far as its buyer's identifiers tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belongs {
    /// One customer is known by an identifier of the buyer.
    To {
        /// Which.
        customer: CustomerBrief,
        /// The identifier, as the invoice spells it.
        by: String,
    },
    /// The buyer says by its legal id or for VAT who it is, and nobody is known by that; this one is known by a weaker
    /// identifier, which others may share. Somebody must say that it is the one.
    Perhaps {
        /// Which.
        customer: CustomerBrief,
        /// The weaker identifier, as the invoice spells it.
        by: String,
    },
    /// Several are known by the same identifier; one must be chosen.
    Several(Vec<CustomerBrief>),
    /// Nobody is known by any of them; one must be chosen.
    Unknown,
}

/// A customer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerBrief {
    /// Which.
    pub id: CustomerId,
    /// The supplier's number for it.
    pub number: String,
    /// The company's name.
    pub name: String,
}

impl From<Customer> for CustomerBrief {
    fn from(customer: Customer) -> Self {
        Self { id: customer.id, number: customer.number, name: customer.name }
    }
}

/// Says what a file is, without keeping anything, at the console of the machine. Never to be reached from the network.
pub async fn look_at_from_console(portal: &Portal, system: &System, bytes: Vec<u8>) -> Result<FileRead, InternalError> {
    let (_, read) = parse(bytes).await?;
    let mut conn = portal.db.read().await?;
    look_at(&mut conn, Billing::at_console(system), read).await
}

/// A document of 10 MB takes many times its size while it is read; more than these wait.
static PLACES: Semaphore = Semaphore::const_new(2);

/// Reads a file away from the threads that answer requests, and gives the bytes back.
pub(super) async fn parse(bytes: Vec<u8>) -> Result<(Vec<u8>, Result<Invoice, UnreadableInvoice>), InternalError> {
    let place = PLACES.acquire().await.map_err(|_| InternalError::Reading)?;
    let read = spawn_blocking(move || {
        let read = ubl::read(&bytes);
        // Who hangs up meanwhile makes no room for one more.
        drop(place);
        (bytes, read)
    });
    read.await.map_err(|_| InternalError::Reading)
}

/// What was read, held against what is here.
pub(super) async fn look_at(
    conn: &mut Conn,
    by: Billing,
    read: Result<Invoice, UnreadableInvoice>,
) -> Result<FileRead, InternalError> {
    let invoice = match read {
        Ok(invoice) => invoice,
        Err(why) => return Ok(FileRead::Unreadable(why)),
    };
    if let Some(there) = invoice::find_by_number(conn, by, &invoice.seller, &invoice.number).await? {
        return Ok(FileRead::Duplicate { kind: invoice.kind, number: invoice.number, seller: invoice.seller.name, there });
    }
    let belongs = belongs(conn, by, &invoice.buyer).await?;
    let findings = check::check(&invoice);
    let overall = check::overall(&findings);
    let owed = owed(&invoice);
    Ok(FileRead::Ready(Box::new(ReadInvoice { invoice, owed, findings, overall, belongs })))
}

/// The surest identifier that anybody is known by decides; an address or another number alone only where the buyer states
/// no legal id and none for VAT.
pub(super) async fn belongs(conn: &mut Conn, by: Billing, buyer: &Party) -> Result<Belongs, InternalError> {
    let is_identified = buyer.is_identified();
    let mut tried = BTreeSet::new();
    for stated in buyer.known_by().filter(|stated| tried.insert(stated.keys())).take(MOST_IDENTIFIERS) {
        let mut found: Vec<CustomerBrief> =
            customer::list_by_identifier(conn, by, &stated).await?.into_iter().map(CustomerBrief::from).collect();
        let is_weak = matches!(stated.stated_as, StatedAs::Address | StatedAs::Other);
        match found.len() {
            0 => {}
            1 if is_weak && is_identified => {
                return Ok(Belongs::Perhaps { customer: found.remove(0), by: stated.text.to_owned() });
            }
            1 => return Ok(Belongs::To { customer: found.remove(0), by: stated.text.to_owned() }),
            _ => return Ok(Belongs::Several(found)),
        }
    }
    Ok(Belongs::Unknown)
}
