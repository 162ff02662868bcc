//! Saying what a payment of the bank's is for: invoices of one customer, or none.

use super::scope;
use crate::{Error, Portal, invoice::tell_payment};
use coplan_domain::{
    bank::matching::{OpenInvoices, Proposal, Share},
    event::EventKind,
    id::{BankTransactionId, CustomerId, InvoiceId, PaymentId},
    money::Money,
};
use coplan_store::{
    access::{Actor, BankWrite, MoneyWrite},
    bank,
    invoice::payment::{self, PaymentRow},
};
use std::collections::BTreeSet;

/// The most invoices that one payment is for.
const MOST_INVOICES: usize = 200;

/// Why numbers that were typed do not say what a payment is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberProblem {
    /// Nothing was typed.
    Empty,
    /// No invoice of which something is open has this number.
    Unknown(String),
    /// Several customers have an open invoice with this number.
    Several(String),
    /// They are of several customers.
    SeveralCustomers,
}

/// What became of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// It is recorded on the invoices, or was before.
    Done,
    /// Nothing is: the invoices were paid otherwise meanwhile, or the payment was said to be for none.
    Nothing,
}

/// Records a payment for these invoices in their order, as far as it goes. Doing it again changes nothing.
pub async fn record(
    portal: &Portal,
    actor: &Actor,
    id: BankTransactionId,
    customer: CustomerId,
    invoices: &[InvoiceId],
) -> Result<Recorded, Error> {
    let all = Money::from_minor(i64::MAX, coplan_domain::money::Currency::EUR);
    let shares = invoices.iter().take(MOST_INVOICES).map(|invoice| Share { invoice: *invoice, amount: all }).collect();
    record_shares(portal, actor, id, &Proposal { customer, shares }).await
}

/// The same for the invoices with these numbers, with commas or blanks between them.
pub async fn record_numbers(
    portal: &Portal,
    actor: &Actor,
    id: BankTransactionId,
    typed: &str,
) -> Result<Result<Recorded, NumberProblem>, Error> {
    let scope = scope(actor)?;
    let open = OpenInvoices::new(bank::list_open(&mut *portal.db.read().await?, scope).await?);
    let (mut invoices, mut customers) = (Vec::new(), BTreeSet::new());
    let numbers = typed.split([',', ';', ' ', '\n', '\t']).map(str::trim).filter(|number| !number.is_empty());
    for number in numbers.take(MOST_INVOICES) {
        let short = || number.chars().take(60).collect::<String>();
        match open.numbered(number).as_slice() {
            [] => return Ok(Err(NumberProblem::Unknown(short()))),
            [invoice] => {
                invoices.push(invoice.id);
                customers.insert(invoice.customer);
            }
            _ => return Ok(Err(NumberProblem::Several(short()))),
        }
    }
    let mut customers = customers.into_iter();
    match (customers.next(), customers.next()) {
        (None, _) => Ok(Err(NumberProblem::Empty)),
        (Some(customer), None) => record(portal, actor, id, customer, &invoices).await.map(Ok),
        (Some(_), Some(_)) => Ok(Err(NumberProblem::SeveralCustomers)),
    }
}

/// Records the shares of a payment, none beyond what is open and none beyond what is left of it.
pub(super) async fn record_shares(
    portal: &Portal,
    actor: &Actor,
    id: BankTransactionId,
    proposal: &Proposal,
) -> Result<Recorded, Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, proposal.customer).await?;
    let Some(row) = bank::lock(&mut change, &write, write.bank()?, id).await? else { return Ok(Recorded::Nothing) };
    let (mut rest, mut recorded) = (row.rest.minor(), Recorded::Nothing);
    for share in &proposal.shares {
        let payments = payment::list(&mut change, write.money(), share.invoice).await?;
        if payments.iter().any(|payment| payment.bank_transaction == Some(id)) {
            recorded = Recorded::Done;
        }
        let Some(open) = bank::find_open(&mut change, write.money(), share.invoice).await? else { continue };
        let amount = share.amount.minor().min(open.open.minor()).min(rest);
        if amount <= 0 || open.open.currency() != row.rest.currency() {
            continue;
        }
        let payment: PaymentId = change.id();
        let paid_on = row.transaction.booked_on;
        let paid = PaymentRow { id: payment, amount, paid_on, bank_transaction: Some(id) };
        if payment::insert(&mut change, &write, share.invoice, paid).await? {
            tell_payment(&mut change, &write, EventKind::InvoicePaid, share.invoice, &open.number).await?;
            (rest, recorded) = (rest - amount, Recorded::Done);
        }
    }
    portal.commit(change).await?;
    Ok(recorded)
}

/// Says that a payment is for no invoice; or that it waits again.
pub async fn dismiss(portal: &Portal, actor: &Actor, id: BankTransactionId, is_dismissed: bool) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = BankWrite::prove(&mut change, actor).await?;
    if !bank::dismiss(&mut change, &write, id, is_dismissed).await? {
        return Err(Error::NotFound);
    }
    Ok(portal.commit(change).await?)
}
