//! Drafting a report, putting it into words, publishing it, after which it is the same for ever, and agreeing to it.

use super::{
    DraftReportForm, ReportWordsForm,
    compose::{compose, read, seen},
    hash_of, tell,
};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    merge,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ReportId},
    report::{Report, ReportBody, ReportSpan},
};
use coplan_store::{
    StoreError,
    access::{Actor, hold},
    report,
};

/// Drafts a report; where there is one of these days already, that is it.
pub async fn draft(portal: &Portal, actor: &Actor, customer: CustomerId, form: &DraftReportForm) -> Result<ReportId, Error> {
    let typed = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let typed = typed?;
    let span = ReportSpan::around(typed.period, typed.day);
    if span.first > portal.today(actor) {
        return Err(Error::Invalid(vec![FieldProblem { field: "day", problem: Problem::InFuture }]));
    }
    let words = typed.words.map(String::from).unwrap_or_default();
    if report::insert(&mut change, &write, form.id, span, &words).await? {
        portal.commit(change).await?;
        return Ok(form.id);
    }
    let known = report::find_of(&mut change, write.plan(), span).await?.ok_or(Error::NotFound)?;
    if known.id != form.id && !words.is_empty() {
        // Nobody's words are dropped for a report that is there.
        return Err(Error::Invalid(vec![FieldProblem { field: "day", problem: Problem::HasReport }]));
    }
    Ok(known.id)
}

/// Changes what the manager says in a draft, together with what a colleague has changed since.
///
/// # Errors
/// [`Error`]; `NotFound` once it is published, `Stale` with the draft as it is now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ReportId,
    form: &ReportWordsForm,
) -> Result<(), Error<Report>> {
    let typed = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let found = report::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    typed?;
    let merged = merge::merged(form, &ReportWordsForm::of(&found)).and_then(|form| form.parse().ok());
    let merged = merged.ok_or_else(|| Error::stale(found.clone()))?;
    let words = merged.words.map(String::from).unwrap_or_default();
    if words == found.words {
        return Ok(());
    }
    if !report::update_words(&mut change, &write, id, found.version, &words).await? {
        return Err(Error::NotFound);
    }
    Ok(portal.commit(change).await?)
}

/// Removes a draft; what was published stays, and what is gone is gone.
pub async fn remove(portal: &Portal, actor: &Actor, customer: CustomerId, id: ReportId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    report::remove(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Publishes a report as it is now, to which the supplier agrees by that: from then on its words, its figures and its hash stay
/// as they are. Published before, it stays so.
///
/// # Errors
/// [`Error`]; `Stale` where its words were changed after they were read, `NotResponsible` for whoever does not see all that it
/// says: what is frozen would lack it.
pub async fn publish(portal: &Portal, actor: &Actor, customer: CustomerId, id: ReportId, version: i64) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.plan_write(&mut change).await?;
    let found = report::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    if found.published.is_some() {
        return Ok(());
    }
    if held.access.money.is_none() {
        return Err(Error::NotResponsible);
    }
    if found.version != version {
        return Err(Error::stale(()));
    }
    let composed = compose(&mut change, &held.access, actor, &found).await?;
    let body = ReportBody { by: Some(actor.entered().name().to_owned()), ..composed };
    let text = serde_json::to_string(&body).map_err(|_| StoreError::Corrupt { column: "body" })?;
    if report::publish(&mut change, &write, id, version, (&text, &hash_of(&text))).await? {
        tell(&mut change, &write, EventKind::ReportPublished, &found).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Agrees to a published report for the customer; agreed before, that holds.
///
/// # Errors
/// [`Error`]; `NotResponsible` for whoever does not see all that it says.
pub async fn approve(portal: &Portal, actor: &Actor, customer: CustomerId, id: ReportId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.report_approval()?;
    let found = report::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let published = found.published.as_ref().ok_or(Error::NotFound)?;
    let (_, is_whole) = seen(&read(&published.text)?, &held.access);
    if !is_whole {
        return Err(Error::NotResponsible);
    }
    if report::approve(&mut change, &write, id).await? {
        tell(&mut change, &write, EventKind::ReportApproved, &found).await?;
    }
    Ok(portal.commit(change).await?)
}
