//! What waits for somebody to say what it is for, with what is proposed; and what became of each imported file.

use super::scope;
use crate::{Error, InternalError, Portal, truncate::truncate};
use coplan_domain::{
    bank::{
        BankTransaction,
        matching::{Matched, OpenInvoice, OpenInvoices, Proposal},
    },
    id::{BankStatementId, BankTransactionId, CustomerId, InvoiceId},
    money::Money,
};
use coplan_store::{
    access::Actor,
    bank::{self, StatementBrief, TransactionRow, TransactionUse, Which},
};
use jiff::civil::Date;
use tokio::task::spawn_blocking;

/// How many payments that wait are shown.
const MOST: usize = 50;
const ONE_MORE: i64 = 51;
/// How many payments of one file are shown.
const MOST_OF_FILE: i64 = 2_000;
/// How many files are listed.
const RECENT: i64 = 12;

/// A part of a payment that is for one invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedShare {
    /// The invoice.
    pub invoice: InvoiceId,
    /// BT-1.
    pub number: String,
    /// How much.
    pub amount: Money,
    /// Whether something of the invoice stays open.
    pub is_part: bool,
}

/// What a payment may be for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedProposal {
    /// Whose.
    pub customer: CustomerId,
    /// What the customer is called.
    pub customer_name: String,
    /// Each invoice with its part.
    pub shares: Vec<NamedShare>,
}

/// A payment that waits for somebody to say what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingTransaction {
    /// Which.
    pub id: BankTransactionId,
    /// What the bank tells of it.
    pub transaction: BankTransaction,
    /// What of it is used for no invoice yet.
    pub rest: Money,
    /// What it may be for, the likeliest first.
    pub proposals: Vec<NamedProposal>,
}

/// Payments that wait, and files.
#[derive(Debug, Clone)]
pub struct BankView {
    /// The first of the payments that wait.
    pub waiting: Vec<WaitingTransaction>,
    /// Whether more wait than are shown.
    pub has_more: bool,
    /// The newest files.
    pub recent: Vec<StatementBrief>,
    /// The reader's day.
    pub today: Date,
}

/// An imported file.
#[derive(Debug, Clone)]
pub struct StatementView {
    /// The file.
    pub brief: StatementBrief,
    /// Its payments, each with what it was used for.
    pub transactions: Vec<(TransactionRow, Vec<TransactionUse>)>,
    /// The reader's day.
    pub today: Date,
}

/// Shows what waits.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<BankView, Error> {
    let scope = scope(actor)?;
    let mut conn = portal.db.read().await?;
    let mut rows = bank::list(&mut conn, scope, Which::Waiting, ONE_MORE).await?;
    let has_more = truncate(&mut rows, MOST);
    let recent = bank::list_statements(&mut conn, scope, RECENT).await?;
    // Nobody needs them where nothing waits.
    let open = if rows.is_empty() { Vec::new() } else { bank::list_open(&mut conn, scope).await? };
    drop(conn);
    let waiting = spawn_blocking(move || propose(open, rows)).await.map_err(|_| InternalError::Reading)?;
    Ok(BankView { waiting, has_more, recent, today: portal.today(actor) })
}

fn propose(open: Vec<OpenInvoice>, rows: Vec<TransactionRow>) -> Vec<WaitingTransaction> {
    let open = OpenInvoices::new(open);
    let waiting = rows.into_iter().map(|row| {
        let proposals = match open.find(&row.transaction, row.rest) {
            Matched::Sure(proposal) => vec![proposal],
            Matched::Perhaps(proposals) => proposals,
        };
        let proposals = proposals.iter().filter_map(|proposal| named(&open, proposal)).collect();
        WaitingTransaction { id: row.id, transaction: row.transaction, rest: row.rest, proposals }
    });
    waiting.collect()
}

fn named(open: &OpenInvoices, proposal: &Proposal) -> Option<NamedProposal> {
    let first = open.get(proposal.shares.first()?.invoice)?;
    let shares = proposal.shares.iter().filter_map(|share| {
        let invoice = open.get(share.invoice)?;
        let is_part = share.amount.minor() < invoice.open.minor();
        Some(NamedShare { invoice: share.invoice, number: invoice.number.clone(), amount: share.amount, is_part })
    });
    let customer_name = first.names.first().cloned().unwrap_or_default();
    Some(NamedProposal { customer: proposal.customer, customer_name, shares: shares.collect() })
}

/// Shows what became of a file.
pub async fn statement(portal: &Portal, actor: &Actor, id: BankStatementId) -> Result<StatementView, Error> {
    let scope = scope(actor)?;
    let mut conn = portal.db.read().await?;
    let brief = bank::find_statement(&mut conn, scope, id).await?.ok_or(Error::NotFound)?;
    let rows = bank::list(&mut conn, scope, Which::Of(id), MOST_OF_FILE).await?;
    let uses = bank::list_uses(&mut conn, scope, id).await?;
    let transactions = rows.into_iter().map(|row| {
        let of_row = uses.iter().filter(|one| one.transaction == row.id).cloned().collect();
        (row, of_row)
    });
    Ok(StatementView { brief, transactions: transactions.collect(), today: portal.today(actor) })
}
