//! What a report says, gathered from what the customer sees: nothing is in it that its people could not read elsewhere.

use crate::{
    Conn, Result,
    access::Access,
    bulk_insert::Value,
    invoice, milestone,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::ProjectId,
    plan::Milestone,
    report::{Asked, Decision, Delivered, Measured, Moved, Promised, ReportBody, ReportSpan, Spent},
    thread::AboutKind,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::collections::BTreeMap;

/// The most that is told of one kind.
const MOST: i64 = 200;
/// How many documents: more than a supplier sends one customer in a year.
const MOST_DOCUMENTS: i64 = 100_000;

/// The days of a report where they are lived.
#[derive(Debug, Clone)]
pub struct Days {
    span: ReportSpan,
    zone: TimeZone,
    from: Timestamp,
    until: Timestamp,
}

impl Days {
    /// These days in a time zone; in UTC where that is unknown.
    #[must_use]
    pub fn new(span: ReportSpan, time_zone: &str) -> Self {
        let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
        let start = |day: Date| day.to_zoned(zone.clone()).map_or(Timestamp::MIN, |start| start.timestamp());
        let (from, until) = (start(span.first), start(span.last.tomorrow().unwrap_or(span.last)));
        Self { span, zone, from, until }
    }

    fn have(&self, day: Date) -> bool {
        (self.span.first..=self.span.last).contains(&day)
    }

    fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }
}

/// What there is to tell of these days, in the eyes of the customer and as far as the reader reads; without the manager's words.
pub async fn gather(conn: &mut Conn, access: &Access, days: &Days) -> Result<ReportBody> {
    let sight = Sight::from(access).of_customer();
    let (promised, delivered) = milestones(conn, &sight, days).await?;
    Ok(ReportBody {
        promised,
        delivered,
        measured: measured(conn, &sight, days).await?,
        decided: decided(conn, &sight, days).await?,
        asked: asked(conn, &sight, days).await?,
        spent: spent(conn, access, days).await?,
        ..ReportBody::default()
    })
}

async fn milestones(conn: &mut Conn, sight: &Sight, days: &Days) -> Result<(Vec<Promised>, Vec<Delivered>)> {
    let statement = sight.ask(format!("select p.id, p.name from project p where {}", sight.project()));
    let mut projects: BTreeMap<ProjectId, String> = BTreeMap::new();
    for row in statement.fetch(conn).await? {
        projects.insert(row.parse("id")?, row.text("name")?);
    }
    let (mut promised, mut delivered) = (Vec::new(), Vec::new());
    for milestone in milestone::list_seen(conn, sight).await? {
        let Some(project) = projects.get(&milestone.project) else { continue };
        match milestone.reached_on {
            Some(day) if days.have(day) => {
                let held = milestone.promised_on().unwrap_or(day);
                delivered.push(Delivered { project: project.clone(), milestone: milestone.name, day, promised: held });
            }
            Some(day) if day < days.span.first => {}
            _ => promised.extend(ahead(project, &milestone, days)),
        }
    }
    promised.sort_by_key(|one| one.day);
    delivered.sort_by_key(|one| one.day);
    Ok((promised, delivered))
}

/// A milestone that was not reached when the days were over, where it was promised for them or moved in them.
fn ahead(project: &str, milestone: &Milestone, days: &Days) -> Option<Promised> {
    let known: Vec<_> = milestone.promises.iter().filter(|promise| promise.promised_at < days.until).collect();
    let last = known.last()?;
    // Moved twice in these days, it is told from where it was when they began, with both reasons.
    let begun = known.iter().filter(|promise| promise.promised_at < days.from).count().max(1);
    let (before, later) = (known.get(begun - 1)?, &known[begun.min(known.len())..]);
    let reasons = later.iter().map(|promise| promise.reason.as_str()).filter(|reason| !reason.is_empty());
    let reason = reasons.collect::<Vec<_>>().join(" ");
    let moved = (!later.is_empty()).then_some(Moved { from: before.day, reason });
    (days.have(last.day) || moved.is_some()).then(|| Promised {
        project: project.to_owned(),
        milestone: milestone.name.clone(),
        day: last.day,
        moved,
    })
}

async fn measured(conn: &mut Conn, sight: &Sight, days: &Days) -> Result<Vec<Measured>> {
    let statement = sight.ask(format!(
        "select v.title, h.language, v.unit, v.baseline, v.target, r.value, r.measured_on
         from goal b join goal_terms v on v.goal_id = b.id and v.revision = b.revision join person h on h.id = v.proposed_by
         join goal_reading r on r.id = (select z.id from goal_reading z
           where z.goal_id = b.id and z.measured_on >= $2 and z.measured_on <= $3 and (z.answer is null or z.answer <> 'disputed')
           order by z.measured_on desc, z.recorded_at desc, z.id desc limit 1)
         where {} order by v.due_on, b.id limit $4 + 0",
        sight.goal()
    ));
    let statement = statement.bind(Value::text(days.span.first)).bind(Value::text(days.span.last)).bind(MOST.into());
    let rows = statement.fetch(conn).await?;
    let read = rows.iter().map(|row| {
        Ok(Measured {
            goal: row.text("title")?,
            language: row.parse("language")?,
            unit: row.text("unit")?,
            baseline: row.text("baseline")?,
            value: row.text("value")?,
            target: row.text("target")?,
            day: row.parse("measured_on")?,
        })
    });
    read.collect()
}

async fn decided(conn: &mut Conn, sight: &Sight, days: &Days) -> Result<Vec<Decision>> {
    let statement = sight.ask(format!(
        "select o.words, h.language, g.title, g.starts_at from outcome o join meeting g on g.id = o.meeting_id
         join person h on h.id = o.written_by
         where {} and g.cancelled_at is null and o.kind = 'decision' and g.starts_at >= $2 and g.starts_at < $3
         order by g.starts_at, o.written_at, o.id limit $4 + 0",
        sight.meeting()
    ));
    let rows = statement.bind(Value::time(days.from)).bind(Value::time(days.until)).bind(MOST.into()).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        let (words, language) = (row.text("words")?, row.parse("language")?);
        Ok(Decision { words, language, meeting: row.text("title")?, day: days.day(row.time("starts_at")?) })
    });
    read.collect()
}

async fn asked(conn: &mut Conn, sight: &Sight, days: &Days) -> Result<Vec<Asked>> {
    let statement = sight.ask(format!(
        "select t.title, h.language, h.name, t.opened_at, t.outcome, t.about_kind, t.money_since from thread t {}
         join person h on h.id = t.opened_by
         where {} and t.opened_at >= $2 and t.opened_at < $3 order by t.opened_at, t.id limit $4 + 0",
        thread_place(),
        sight.thread()
    ));
    let rows = statement.bind(Value::time(days.from)).bind(Value::time(days.until)).bind(MOST.into()).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        Ok(Asked {
            title: row.text("title")?,
            language: row.parse("language")?,
            by: row.text("name")?,
            day: days.day(row.time("opened_at")?),
            outcome: row.maybe_text("outcome")?,
            is_money: row.parse::<AboutKind>("about_kind")?.is_money() || row.maybe_int("money_since")?.is_some(),
        })
    });
    read.collect()
}

async fn spent(conn: &mut Conn, access: &Access, days: &Days) -> Result<Vec<Spent>> {
    let Some(money) = access.money else { return Ok(Vec::new()) };
    let dated = (Some(days.span.first), Some(days.span.last));
    let told = invoice::list_dated(conn, money, dated, MOST_DOCUMENTS).await?.into_iter().map(|one| Spent {
        number: one.number,
        day: one.issued_on,
        minor: one.due.minor(),
        currency: one.due.currency().code().to_owned(),
    });
    Ok(told.collect())
}
