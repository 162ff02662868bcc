//! What the bank tells: files are imported, payments whose reference and amount agree are recorded at once, and somebody
//! says what the others are for. Those who keep plans do this.

mod import;
mod record;
mod show;
mod table;
mod undo;

pub use coplan_store::bank::{StatementBrief, TransactionUse};
pub use import::{Imported, UnreadablePayments, import, match_waiting};
pub use record::{NumberProblem, Recorded, dismiss, record, record_numbers};
pub use show::{BankView, NamedProposal, NamedShare, StatementView, WaitingTransaction, show, statement};
pub use undo::undo;

use crate::Error;
use coplan_store::access::{Actor, BankScope};

/// Whether the actor may do this.
#[must_use]
pub fn may_import(actor: &Actor) -> bool {
    scope(actor).is_ok()
}

fn scope(actor: &Actor) -> Result<BankScope, Error> {
    actor.staff().and_then(BankScope::of).ok_or(Error::NotFound)
}
