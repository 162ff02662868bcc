//! What waits for one of the supplier's people, by email at an hour of its own.

mod stop;

pub use stop::{STOP_TODAY_PATH, stop};

use crate::{
    Error, InternalError, Portal,
    form::{Choice, FromField, Parse, Problem, choices, form, listed, several},
    job::{Job, enqueue},
    mail::Recipient,
    mail_choice::DigestHour,
    today::{self, TodayView},
};
use coplan_domain::{
    id::PersonId,
    mail::{MailTimes, next_today_mail},
};
use coplan_store::{
    access::{self, Actor, OwnAccount, System},
    person, today_mail,
};
use jiff::{SignedDuration, Timestamp};

/// How many are promised at once.
const TOGETHER: i64 = 100;
/// How late one still goes out: later, it is not the day that it was for.
const LATEST: SignedDuration = SignedDuration::from_hours(6);

const WEEKDAYS: &[Choice] = &[
    Choice::new("1", "weekday-1"),
    Choice::new("2", "weekday-2"),
    Choice::new("3", "weekday-3"),
    Choice::new("4", "weekday-4"),
    Choice::new("5", "weekday-5"),
    Choice::new("6", "weekday-6"),
    Choice::new("7", "weekday-7"),
];

/// Days of the week from 1, Monday, to 7, each once.
pub struct Weekdays(Vec<i8>);

impl FromField for Weekdays {
    type Raw = Vec<String>;

    fn from_field(typed: &Self::Raw) -> Result<Self, Problem> {
        let mut days: Vec<i8> = choices(typed)?;
        days.sort_unstable();
        days.dedup();
        if days.iter().all(|day| (1..=7).contains(day)) { Ok(Self(days)) } else { Err(Problem::NotOneOf) }
    }
}

form! {
    /// When somebody wants it.
    ReadTodayMail {
        /// On which days of the week; none for never.
        today_days: Weekdays = several("today-mail-days", WEEKDAYS),
        /// At which hour.
        today_hour: DigestHour = listed("today-mail-hour", &[]),
    }

    /// When somebody wants it, as it was typed.
    plain TodayMailForm {}
}

/// What the actor has chosen, as its form is drawn; none for members.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<Option<TodayMailForm>, InternalError> {
    if actor.staff().is_none() {
        return Ok(None);
    }
    let MailTimes { weekdays, hour } = today_mail::find(&mut *portal.db.read().await?, actor.person()).await?;
    let today_days = weekdays.iter().map(ToString::to_string).collect();
    Ok(Some(TodayMailForm { today_days, today_hour: hour.to_string() }))
}

/// Saves the actor's choice.
pub async fn choose(portal: &Portal, actor: &Actor, form: &TodayMailForm) -> Result<(), Error> {
    actor.staff().ok_or(Error::NotFound)?;
    let read = form.parse()?;
    let times = MailTimes { weekdays: read.today_days.0, hour: read.today_hour.hour() };
    let mut change = portal.change_touched().await?;
    let own = OwnAccount::prove(&mut change, actor).await?;
    let next = next_today_mail(&times, actor.entered().time_zone(), change.now());
    today_mail::update(&mut change, &own, &times, next).await?;
    Ok(portal.commit(change).await?)
}

/// Promises those that are due. For the worker, every few minutes.
///
/// # Errors
/// [`InternalError`] where the database cannot be read or written.
pub async fn promise_due(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let now = portal.clock.now();
    let due = today_mail::list_due(&mut *portal.db.read().await?, now, TOGETHER).await?;
    for one in due {
        let mut change = portal.change_touched().await?;
        let next = next_today_mail(&one.times, &one.time_zone, change.now());
        if !today_mail::update_next(&mut change, system, &one, next).await? {
            continue;
        }
        if one.at <= now && now < one.at + LATEST {
            let job = Job::TodayMail { to: one.person, at: one.at.as_millisecond() };
            enqueue(&mut change, &job, Some(one.person), SignedDuration::ZERO).await?;
        }
        portal.commit(change).await?;
    }
    Ok(())
}

/// What is emailed.
#[derive(Debug, Clone)]
pub struct TodayMail {
    /// To whom.
    pub to: Recipient,
    /// What waits.
    pub today: TodayView,
    /// The address that ends these emails, below the public one.
    pub stop: String,
    /// Until when it is of any use.
    pub good_until: Timestamp,
}

/// The email that was promised for a moment; none where nothing waits, or where its person wants none any more.
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn mail_of(portal: &Portal, system: &System, to: PersonId, at: i64) -> Result<Option<TodayMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    if today_mail::find(&mut conn, to).await?.weekdays.is_empty() {
        return Ok(None);
    }
    let Some(reader) = access::find_staff_reader(&mut conn, system, to).await? else { return Ok(None) };
    let Some(person) = person::find(&mut conn, to).await? else { return Ok(None) };
    drop(conn);
    let today = today::show(portal, &reader).await?.filter(|today| today.count() > 0);
    let (stop, good_until) = (stop::address(&portal.settings.secret_key, to), crate::digest::moment(at) + LATEST);
    Ok(today.map(|today| TodayMail { to: person.into(), today, stop, good_until }))
}
