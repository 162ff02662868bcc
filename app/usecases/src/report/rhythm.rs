//! How often a customer gets a report, said by its manager, and the drafts that the worker makes by it.

use crate::{
    Error, InternalError, Portal,
    form::{Choice, FromField, Parse, Problem, form, line, one_of},
    portal::day_in,
};
use coplan_domain::{
    id::CustomerId,
    report::{LAST_DAY, Period, ReportRhythm},
};
use coplan_store::{
    access::{Actor, System, hold},
    report,
};

/// Said where reports come as somebody makes them.
const NEVER: &str = "never";

const RHYTHMS: &[Choice] = &[
    Choice::new(NEVER, "rhythm-never"),
    Choice::new(Period::Month.as_str(), "rhythm-month"),
    Choice::new(Period::Quarter.as_str(), "rhythm-quarter"),
    Choice::new(Period::Year.as_str(), "rhythm-year"),
];

form! {
    /// How often a customer gets a report.
    ReadRhythm {
        /// How often.
        rhythm: Rhythm = one_of("rhythm-how-often", RHYTHMS),
        /// By which day of the month after.
        day: DayOfMonth = line("rhythm-day").hint("rhythm-day-hint"),
    }

    /// How often a customer gets a report, as it was typed.
    plain RhythmForm {}
}

impl RhythmForm {
    /// What holds now; the tenth day where nothing does.
    #[must_use]
    pub fn of(now: Option<ReportRhythm>) -> Self {
        Self { rhythm: now.map_or(NEVER, |now| now.period.as_str()).to_owned(), day: now.map_or(10, |now| now.day).to_string() }
    }
}

/// How often; none where reports come as somebody makes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm(pub Option<Period>);

impl FromField for Rhythm {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        match typed.as_str() {
            "" => Err(Problem::Empty),
            NEVER => Ok(Self(None)),
            period => period.parse().map(|period| Self(Some(period))).map_err(|_| Problem::NotOneOf),
        }
    }
}

/// A day that every month has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOfMonth(pub i8);

impl FromField for DayOfMonth {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let day = typed.trim().trim_end_matches('.').parse().ok().filter(|day| (1..=LAST_DAY).contains(day));
        day.map(Self).ok_or(if typed.trim().is_empty() { Problem::Empty } else { Problem::NotOneOf })
    }
}

/// Says how often the customer gets a report, from today on; said before, that holds since then.
pub async fn set_rhythm(portal: &Portal, actor: &Actor, customer: CustomerId, form: &RhythmForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let read = read?;
    let known = report::find_rhythm(&mut change, write.plan()).await?;
    match read.rhythm.0 {
        None => report::remove_rhythm(&mut change, &write).await?,
        Some(period) => {
            let (day, since) = (read.day.0, portal.today(actor));
            if known.is_some_and(|known| (known.period, known.day) == (period, day)) {
                return Ok(());
            }
            let since = known.filter(|known| known.period == period).map_or(since, |known| known.since);
            report::update_rhythm(&mut change, &write, ReportRhythm { period, day, since }).await?;
        }
    }
    Ok(portal.commit(change).await?)
}

/// Drafts what is over and to be reported by each customer's rhythm, once. For the worker, now and then.
///
/// # Errors
/// [`InternalError`] where the database cannot be read or written.
pub async fn draft_due(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let today = day_in(portal.clock.now(), "UTC");
    let rhythms = report::list_rhythms(&mut *portal.db.read().await?, system).await?;
    for one in rhythms {
        let Some((span, by)) = one.rhythm.due(today).filter(|(span, _)| span.to_string() != one.last_span) else { continue };
        let mut change = portal.change_touched().await?;
        let id = change.id();
        if report::insert_due(&mut change, system, (id, one.customer), (span, by)).await? {
            portal.commit(change).await?;
        }
    }
    Ok(())
}
