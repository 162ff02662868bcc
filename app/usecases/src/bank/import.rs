//! Importing a file of the bank's: what is in it is kept once, and what is clear is recorded.

use super::{record::record_shares, scope, table};
use crate::{
    Error, InternalError, Portal, idempotency,
    import::{IncomingFile, file_name},
};
use coplan_domain::{
    bank::{
        BankFile, BankTransaction,
        matching::{Matched, OpenInvoice, OpenInvoices, Proposal},
    },
    format::{
        MAX_BYTES,
        camt::{self, UnreadableStatement},
        csv::CsvError,
    },
    id::{BankStatementId, BankTransactionId},
};
use coplan_store::{
    access::{Actor, BankWrite},
    bank::{self, TransactionRow, Which},
};
use jiff::SignedDuration;
use std::sync::Arc;
use tokio::task::spawn_blocking;
use ulid::Ulid;

/// How long payments are recorded until somebody is answered; the rest waits.
const LONGEST: SignedDuration = SignedDuration::from_secs(10);
/// How many payments are kept in one change: in less than half a second, in which nobody else writes.
const PIECE: usize = 500;
/// The most payments that are matched at once.
const MOST: i64 = 20_000;

/// Why a file of payments is not imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadablePayments {
    /// More bytes than are read.
    #[error("larger than {MAX_BYTES} bytes")]
    TooLarge,
    /// XML that is no statement, or cannot be read.
    #[error(transparent)]
    Xml(#[from] UnreadableStatement),
    /// No table that can be read.
    #[error(transparent)]
    Table(#[from] CsvError),
    /// No headings of a day and an amount.
    #[error("no column for the date or the amount")]
    NoColumns,
    /// A cell that says nothing there.
    #[error("row {row}: {heading}")]
    BadCell {
        /// The row, as a spreadsheet counts.
        row: usize,
        /// What stands on top of its column.
        heading: String,
    },
}

/// What a file brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// Payments that were not here.
    Statement(BankStatementId),
    /// None; so many were here before.
    Nothing {
        /// Payments that were here before.
        present: usize,
        /// Entries that no invoice can be paid by.
        left_out: usize,
    },
}

/// Imports a file: CAMT.053, CAMT.054 or a table. The same payment is kept once, whichever files tell of it.
pub async fn import(portal: &Portal, actor: &Actor, file: IncomingFile) -> Result<Result<Imported, UnreadablePayments>, Error> {
    scope(actor)?;
    if file.size > MAX_BYTES {
        return Ok(Err(UnreadablePayments::TooLarge));
    }
    let name = file_name(&file.name);
    let read = spawn_blocking(move || read(&file.bytes)).await.map_err(|_| InternalError::Reading)?;
    let BankFile { transactions, left_out } = match read {
        Ok(read) => read,
        Err(why) => return Ok(Err(why)),
    };
    let identified: Vec<_> = transactions.into_iter().map(|one| (identified(&one), one)).collect();
    let (mut kept_as, mut present) = (None, 0);
    for (place, piece) in (0_i64..).step_by(PIECE).zip(identified.chunks(PIECE)) {
        // Others write in between; a file that is imported again goes on where it stopped.
        let mut change = portal.change_touched().await?;
        let write = BankWrite::prove(&mut change, actor).await?;
        let statement = match kept_as {
            Some(statement) => statement,
            None => bank::insert_statement(&mut change, &write, &name, left_out).await?,
        };
        let kept = bank::insert_transactions(&mut change, &write, (statement, place), piece).await?;
        present += piece.len() - kept.len();
        if kept.is_empty() && kept_as.is_none() {
            // Nothing of the change is kept.
            continue;
        }
        bank::update_present(&mut change, &write, statement, present).await?;
        portal.commit(change).await?;
        kept_as = Some(statement);
    }
    let Some(statement) = kept_as else {
        // What was kept by an import that was broken off waits still.
        settle(portal, actor, Which::Waiting).await?;
        return Ok(Ok(Imported::Nothing { present, left_out }));
    };
    settle(portal, actor, Which::Of(statement)).await?;
    Ok(Ok(Imported::Statement(statement)))
}

fn read(bytes: &[u8]) -> Result<BankFile, UnreadablePayments> {
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf | 0xff | 0xfe | 0));
    if begins == Some(&b'<') { Ok(camt::read(bytes)?) } else { table::read(bytes) }
}

/// The id of a payment, which is the same in every file that tells of it.
fn identified(transaction: &BankTransaction) -> BankTransactionId {
    let day = u64::try_from(transaction.booked_on.duration_since(jiff::civil::date(1970, 1, 1)).as_millis()).unwrap_or(0);
    let [_, id] = idempotency::ids(Ulid::from_parts(day, 0), &transaction.fingerprint());
    id
}

/// Records what has become clear of the payments that wait, after more invoices were imported.
pub async fn match_waiting(portal: &Portal, actor: &Actor) -> Result<(), Error> {
    settle(portal, actor, Which::Waiting).await
}

/// Records those payments whose reference and amount leave no doubt, each in a transaction of its own.
async fn settle(portal: &Portal, actor: &Actor, which: Which) -> Result<(), Error> {
    let scope = scope(actor)?;
    let (open, waiting) = {
        let mut conn = portal.db.read().await?;
        (bank::list_open(&mut conn, scope).await?, bank::list(&mut conn, scope, which, MOST).await?)
    };
    let ends = portal.clock.now() + LONGEST;
    let clock = Arc::clone(&portal.clock);
    let sure = spawn_blocking(move || find_sure(open, &waiting, || clock.now() > ends)).await;
    for (id, proposal) in sure.map_err(|_| InternalError::Reading)? {
        if portal.clock.now() > ends {
            break;
        }
        match record_shares(portal, actor, id, &proposal).await {
            // It waits for somebody who may.
            Ok(_) | Err(Error::NotFound | Error::NotResponsible) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// What leaves no doubt, payment by payment, each beside what those before it pay; until there is no time left.
fn find_sure(
    open: Vec<OpenInvoice>,
    waiting: &[TransactionRow],
    is_over: impl Fn() -> bool,
) -> Vec<(BankTransactionId, Proposal)> {
    let (mut open, mut sure) = (OpenInvoices::new(open), Vec::new());
    for row in waiting.iter().filter(|row| row.rest.minor() > 0 && !row.is_dismissed) {
        if is_over() {
            break;
        }
        if let Matched::Sure(proposal) = open.find(&row.transaction, row.rest) {
            open.pay(&proposal.shares);
            sure.push((row.id, proposal));
        }
    }
    sure
}
