//! Taking back an invoice that was kept for the wrong customer.

use crate::{Error, InternalError, Portal, record::record};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, InvoiceId},
    person::Scope,
};
use coplan_store::{
    Conn,
    access::{Access, Actor, MoneyAdmin, Staff},
    invoice, membership,
};

/// What is to be known before an invoice is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakingBack {
    /// The names of the members who see sums, and so may have seen it: who looked at an invoice is not noted.
    pub may_have_seen: Vec<String>,
    /// How many discussions about it go with it.
    pub discussions: i64,
}

/// What is to be known before it is taken back; none for whoever may not do that.
pub(super) async fn taking_back(
    conn: &mut Conn,
    actor: &Actor,
    access: &Access,
    id: InvoiceId,
) -> Result<Option<TakingBack>, InternalError> {
    let keeps = actor.staff().is_some_and(Staff::keeps_plans);
    let Some((people, money)) = access.people.zip(access.money).filter(|_| keeps) else { return Ok(None) };
    let members = membership::list(conn, people).await?.into_iter().filter(|member| member.scopes.contains(&Scope::Money));
    Ok(Some(TakingBack {
        may_have_seen: members.map(|member| member.person.name).collect(),
        discussions: invoice::count_threads(conn, money, id).await?,
    }))
}

/// Takes an invoice back, with its file, its payments and the discussions about it: it was not this customer's. Its
/// number is free then, so that it can be read again for the right one. Taken back before, it stays so.
///
/// The customer is told that it was not its own, and nothing more of it. Whose it was, and the sum, stay told among the
/// supplier's people.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not keep the customer, and for what is no invoice of it.
pub async fn withdraw(portal: &Portal, actor: &Actor, customer: CustomerId, id: InvoiceId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let admin = MoneyAdmin::prove(&mut change, actor, customer).await?;
    let Some(kept) = invoice::find(&mut change, admin.money(), id).await? else {
        let before = invoice::was_taken_back(&mut change, admin.admin().internal(), id).await?;
        return if before { Ok(()) } else { Err(Error::NotFound) };
    };
    invoice::remove(&mut change, &admin, id).await?;
    let (number, seller, sum) = (kept.invoice.number.clone(), &kept.invoice.seller.name, kept.invoice.owed());
    for (kind, label, audience) in [
        (EventKind::InvoiceTakenBack, format!("{number} ({seller}, {sum})"), Audience::Internal),
        (EventKind::InvoiceNotYours, number, Audience::Scope(Scope::Money)),
    ] {
        record(&mut change, &admin, kind, (ObjectKind::Invoice, id.0), &label, audience).await?;
    }
    Ok(portal.commit(change).await?)
}
