//! Undoing an import: the payments that it recorded are taken back, and what the bank told goes.

use super::scope;
use crate::{Error, Portal, invoice::take_back_payment};
use coplan_domain::id::BankStatementId;
use coplan_store::{
    access::{Actor, BankWrite},
    bank,
};
use jiff::SignedDuration;

/// How long payments are taken back until somebody is answered; doing it again takes back the rest.
const LONGEST: SignedDuration = SignedDuration::from_secs(10);

/// Undoes an import as far as the actor may; says whether all of it is undone.
pub async fn undo(portal: &Portal, actor: &Actor, id: BankStatementId) -> Result<bool, Error> {
    let scope = scope(actor)?;
    let uses = bank::list_uses(&mut *portal.db.read().await?, scope, id).await?;
    let ends = portal.clock.now() + LONGEST;
    for used in &uses {
        if portal.clock.now() > ends {
            break;
        }
        match take_back_payment(portal, actor, used.customer, used.invoice, used.payment).await {
            Ok(()) | Err(Error::NotFound | Error::NotResponsible) => {}
            Err(error) => return Err(error),
        }
    }
    let mut change = portal.change_touched().await?;
    let write = BankWrite::prove(&mut change, actor).await?;
    let is_gone = bank::remove(&mut change, &write, id).await?;
    portal.commit(change).await?;
    Ok(is_gone)
}
