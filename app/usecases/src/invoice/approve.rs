//! Approving an invoice for payment, or objecting to it: what somebody of the customer decides about one exact file.

use super::form::{ApprovalForm, ReadApproval};
use crate::{
    Error, Portal,
    form::Parse,
    idempotency,
    record::record,
    thread::{Opening, open_in},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{ApprovalId, CustomerId, InvoiceId},
    person::Scope,
    question::{ApprovalDecision, QuestionReason},
    thread::{About, AboutKind},
};
use coplan_store::{
    access::{Actor, hold},
    invoice::{
        self,
        approval::{self, ApprovalRow, NewApproval},
    },
};

/// Keeps what a member decides of an invoice; the newest decision holds. Sent twice, it is decided once. An objection is also
/// asked as a question about the whole invoice under this title, where the member takes part in discussions, so that it
/// waits for the supplier.
///
/// # Errors
/// [`Error::NotFound`] for the supplier's people and for members who see no sums; `Stale`, with what was decided meanwhile,
/// where the newest decision is another than the form was drawn with.
pub async fn decide(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: InvoiceId,
    (form, title): (&ApprovalForm, &str),
) -> Result<(), Error<Vec<ApprovalRow>>> {
    let ReadApproval { decision, reference, reason } = form.parse()?;
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.approval_write()?;
    let kept = invoice::find(&mut change, write.money(), id).await?.ok_or(Error::NotFound)?;
    let (reference, reason) = (reference.map(String::from).unwrap_or_default(), reason.map(String::from).unwrap_or_default());
    let known = approval::list(&mut change, write.money(), id).await?;
    let words = [decision.as_str(), reference.as_str(), reason.as_str()];
    let ids = idempotency::ids::<ApprovalId>(form.id.0, &words);
    let same = |row: &ApprovalRow| (row.decision, &row.reference, &row.reason) == (decision, &reference, &reason);
    if known.iter().any(|row| ids.contains(&row.id) && same(row)) {
        return Ok(());
    }
    let newest = known.first().map(|row| row.id.to_string()).unwrap_or_default();
    if newest != form.seen {
        return Err(Error::stale(known));
    }
    for approval in ids {
        let new = NewApproval { id: approval, decision, reference: &reference, reason: &reason };
        if !approval::insert(&mut change, &write, id, new).await? {
            continue;
        }
        let kind = match decision {
            ApprovalDecision::Approved => EventKind::InvoiceApproved,
            ApprovalDecision::Objected => EventKind::InvoiceObjected,
        };
        let object = (ObjectKind::Invoice, id.0);
        record(&mut change, &write, kind, object, &kept.invoice.number, Audience::Scope(Scope::Money)).await?;
        if decision == ApprovalDecision::Objected && held.access.discussion.is_some() {
            let about = About { kind: AboutKind::Invoice, id: id.0 };
            let (thread, message) = (change.id(), change.id());
            let opening = Opening {
                thread,
                message,
                about,
                title,
                text: &reason,
                reason: Some(QuestionReason::Other),
                money: false,
                files: &[],
            };
            open_in(&mut change, actor, customer, opening).await.map_err(Error::widened)?;
        }
        portal.commit(change).await?;
        return Ok(());
    }
    Err(Error::NotFound)
}
