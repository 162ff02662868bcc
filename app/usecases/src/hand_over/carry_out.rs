//! Carrying out what was planned, customer by customer: none waits for another, and each is told as a hand-over of its own.

use crate::{
    InternalError, Portal,
    responsible::{matter_of, pass},
};
use coplan_domain::hand_over::{HandOverOutcome, OnTheDay};
use coplan_store::{
    Change,
    access::{AccessError, AccountAdmin, System},
    hand_over::{self, DueCustomer},
    person::{self, InCharge},
    responsibility, staff,
};

/// How many are looked at in one round.
const TOGETHER: i64 = 200;

/// Hands over whatever is due. For the worker, every few minutes.
///
/// # Errors
/// [`InternalError`] where the database cannot be read, or one of them could not be written; the others are done.
pub async fn carry_out_due(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let now = portal.clock.now();
    let due = hand_over::list_due(&mut *portal.db.read().await?, system, now, TOGETHER).await?;
    let mut outcome = Ok(());
    for one in &due {
        if let Err(error) = carry_out(portal, system, one).await {
            outcome = Err(error);
        }
    }
    outcome
}

async fn carry_out(portal: &Portal, system: &System, due: &DueCustomer) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let outcome = match AccountAdmin::prove_for(&mut change, system, due.planned_by, due.customer).await {
        Ok(write) => hand_over(&mut change, &write, due).await?,
        Err(AccessError::Store(error)) => return Err(error.into()),
        Err(_) => HandOverOutcome::NotAllowed,
    };
    // Another process may have done it meanwhile: then nothing of this is kept.
    if hand_over::update_outcome(&mut change, system, due, outcome).await? {
        portal.commit(change).await?;
    }
    Ok(())
}

/// The customer first, then the projects that the same person has in particular.
async fn hand_over(change: &mut Change, write: &AccountAdmin, due: &DueCustomer) -> Result<HandOverOutcome, InternalError> {
    staff::lock(change, write, [due.heir]).await?;
    let plan = write.plan();
    let responsible = responsibility::find(change, plan, due.customer.0).await?.unwrap_or(due.holder);
    let heir = person::find_in_charge(change, due.heir, InCharge::Customer(due.customer)).await?;
    let day = OnTheDay { responsible, planned_from: due.holder, heir: due.heir, heir_can: heir.is_some() };
    let outcome = day.outcome();
    let Some(heir) = heir.filter(|_| outcome == HandOverOutcome::Done) else { return Ok(outcome) };
    let customer = (responsible != due.heir).then_some(None);
    let projects = responsibility::list_projects(change, plan, due.holder).await?;
    for project in customer.into_iter().chain(projects.into_iter().map(Some)) {
        if let Some(matter) = matter_of(change, plan, project).await? {
            pass(change, write, &matter, &heir).await?;
        }
    }
    Ok(outcome)
}
