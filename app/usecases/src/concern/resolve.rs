//! Answering a concern, doing what was promised, and saying whether that resolved it.

use super::{AnswerConcernForm, ConcernView, JudgeForm, ThemeForm, show};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    phase::tell,
};
use coplan_domain::{
    event::EventKind,
    id::{ConcernId, CustomerId},
    person::StaffPerson,
    process::ConcernVerdict,
};
use coplan_store::{
    access::{Actor, hold},
    concern::{self, Answer},
    person::{self, InCharge},
};

/// A concern for whoever may answer it, with who can take care of it.
pub async fn begin_answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ConcernId,
) -> Result<(ConcernView, Vec<StaffPerson>), Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let view = show(portal, actor, customer, id).await?;
    if !view.may_answer {
        return Err(Error::NotResponsible);
    }
    let mut conn = portal.db.read().await?;
    Ok((view, person::list_in_charge(&mut conn, staff, InCharge::Customer(customer)).await?))
}

/// Answers a concern with what is done about it by whom and by when; answered before with the same form, it is answered
/// already. What is to be done today or was done before is done.
///
/// # Errors
/// [`Error`]; `Stale` where a colleague was first.
pub async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ConcernId,
    form: &AnswerConcernForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.plan_write(&mut change).await?;
    let found = concern::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let read = read?;
    if found.answers.iter().any(|known| known.id == form.id) {
        return Ok(());
    }
    if person::find_in_charge(&mut change, read.owner, InCharge::Customer(customer)).await?.is_none() {
        return Err(Error::Invalid(vec![FieldProblem { field: "owner", problem: Problem::NotOneOf }]));
    }
    let is_done = read.due_on <= portal.today(actor);
    let answer = Answer { action: read.action.into(), owner: read.owner, due_on: read.due_on, is_done };
    if !concern::answer(&mut change, &write, id, form.id, &answer).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, EventKind::ConcernAnswered, &answer.action).await?;
    Ok(portal.commit(change).await?)
}

/// Says that what was promised about a concern is done; said before, it is done already.
pub async fn finish(portal: &Portal, actor: &Actor, customer: CustomerId, id: ConcernId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = hold(&mut change, actor, customer).await?.concern_finish(&mut change, id).await?;
    if concern::finish(&mut change, &write, id).await? {
        let action = found.answers.last().map(|last| last.action.clone()).unwrap_or_default();
        tell(&mut change, &write, EventKind::ConcernDone, &action).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Says whether a concern is resolved; if not, it waits for the supplier again. Said before, that holds.
pub async fn judge(portal: &Portal, actor: &Actor, customer: CustomerId, id: ConcernId, form: &JudgeForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = hold(&mut change, actor, customer).await?.concern_verdict(&mut change, id).await?;
    let read = read?;
    let words = read.words.map(String::from).unwrap_or_default();
    if concern::judge(&mut change, &write, id, read.verdict, &words).await? {
        let kind = match read.verdict {
            ConcernVerdict::Resolved => EventKind::ConcernResolved,
            ConcernVerdict::NotYet => EventKind::ConcernNotResolved,
        };
        tell(&mut change, &write, kind, &found.words).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Keeps what colleagues call a concern wherever it comes up.
pub async fn set_theme(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ConcernId,
    form: &ThemeForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    concern::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let theme = read?.theme.map(String::from).unwrap_or_default();
    concern::set_theme(&mut change, &write, id, &theme).await?;
    Ok(portal.commit(change).await?)
}
