//! What the supplier asks once a year on each level of a relationship: said by those who keep plans, asked by the worker.

use super::{COOLDOWN, tell_sent};
use crate::{
    Error, InternalError, Portal,
    form::{Parse, day, form, line},
    portal::day_in,
};
use coplan_domain::{
    id::{CustomerId, PersonId, SurveyId},
    survey::{Level, YearlyQuestions},
    text::Line,
};
use coplan_store::{
    access::{Actor, System, TemplateWrite},
    survey::{self, NewYearly},
};
use jiff::civil::Date;

form! {
    /// What is asked once a year.
    ReadYearly {
        /// About single contacts.
        contact: Option<Line> = line("level-contact").hint("level-contact-hint"),
        /// About the relationship.
        relationship: Option<Line> = line("level-relationship").hint("level-relationship-hint"),
        /// About the whole.
        overall: Option<Line> = line("level-overall").hint("level-overall-hint"),
        /// Since when.
        first_day: Date = day("level-first-day").hint("level-first-day-hint"),
    }

    /// What is asked once a year, as it was typed.
    keyed YearlyForm {
        /// The version that was read; 0 where nothing is asked yet.
        key version: i64,
    }
}

impl YearlyForm {
    /// What is asked now.
    #[must_use]
    pub fn of(now: &YearlyQuestions) -> Self {
        Self {
            version: now.version,
            contact: now.contact.clone(),
            relationship: now.relationship.clone(),
            overall: now.overall.clone(),
            first_day: now.first_day.to_string(),
        }
    }
}

/// What is asked once a year, and the reader's day; for those who keep plans.
pub async fn show_yearly(portal: &Portal, actor: &Actor) -> Result<(Option<YearlyQuestions>, Date), Error> {
    let staff = actor.staff().filter(|staff| staff.sets_for_all()).ok_or(Error::NotFound)?;
    let found = survey::find_yearly(&mut *portal.db.read().await?, staff).await?;
    Ok((found, portal.today(actor)))
}

/// Says what is asked from now on; said before with the same words, that holds.
///
/// # Errors
/// [`Error`]; `Stale` where a colleague was first.
pub async fn change_yearly(portal: &Portal, actor: &Actor, form: &YearlyForm) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    if !write.staff().sets_for_all() {
        return Err(Error::NotFound);
    }
    let read = read?;
    let text = |line: Option<Line>| line.map(String::from).unwrap_or_default();
    let (contact, relationship, overall) = (text(read.contact), text(read.relationship), text(read.overall));
    let new = NewYearly { contact, relationship, overall, first_day: read.first_day };
    let known = survey::find_yearly(&mut change, write.staff()).await?;
    let is_same = |now: &YearlyQuestions| {
        (&now.contact, &now.relationship, &now.overall, now.first_day)
            == (&new.contact, &new.relationship, &new.overall, new.first_day)
    };
    if known.as_ref().is_some_and(is_same) {
        return Ok(());
    }
    if !survey::update_yearly(&mut change, &write, form.version, &new).await? {
        return Err(Error::stale(()));
    }
    Ok(portal.commit(change).await?)
}

/// Asks each member what it was not asked for a year, one level at a time and nobody who was asked anything in the last two
/// months. For the worker, now and then.
///
/// # Errors
/// [`InternalError`] where the database cannot be read or written.
pub async fn ask_yearly(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let now = portal.clock.now();
    let mut conn = portal.db.read().await?;
    let asked = survey::find_yearly_for_worker(&mut conn, system).await?;
    let Some(asked) = asked.filter(|asked| asked.first_day <= day_in(now, "UTC")) else { return Ok(()) };
    if Level::ALL.iter().all(|level| asked.on(*level).is_none()) {
        return Ok(());
    }
    let customers = survey::list_rested_customers(&mut conn, system, now - COOLDOWN).await?;
    drop(conn);
    for customer in customers {
        ask_customer(portal, system, customer, &asked).await?;
    }
    Ok(())
}

async fn ask_customer(
    portal: &Portal,
    system: &System,
    customer: CustomerId,
    asked: &YearlyQuestions,
) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let now = change.now();
    let rested = survey::list_rested(&mut change, system, customer, now - COOLDOWN).await?;
    let mut is_asked = false;
    for level in Level::ALL.iter().copied() {
        let Some(words) = asked.on(level) else { continue };
        let last = |of: &survey::YearlyAskable, on: Level| of.asked_at.iter().find(|(known, _)| *known == on).map(|(_, at)| *at);
        let is_next = |one: &&survey::YearlyAskable| asked.next(|on| last(one, on), now) == Some(level);
        let to: Vec<PersonId> = rested.iter().filter(is_next).map(|one| one.person).collect();
        if to.is_empty() {
            continue;
        }
        let id = change.id::<SurveyId>();
        survey::insert_yearly(&mut change, system, (id, customer), (level, words), &to).await?;
        tell_sent(&mut change, (id, customer), words, &to).await?;
        is_asked = true;
    }
    if is_asked { portal.commit(change).await } else { Ok(()) }
}
