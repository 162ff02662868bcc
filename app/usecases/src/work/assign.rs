//! The work behind the lines of an invoice.

use super::{audience, charged_minutes, form::AdjustForm};
use crate::{
    Error, InternalError, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, InvoiceId, LineId, WorkEntryId},
    invoice::{Invoice, InvoiceLine},
    work::{Charge, stated_minutes},
};
use coplan_store::{
    Change, Conn,
    access::{Actor, MoneyScope, MoneyWrite, may_write},
    invoice,
    work::{self, WorkAdjustment, WorkRow},
};
use jiff::civil::Date;
use std::{collections::BTreeMap, sync::Arc};

/// The most entries that are proposed for a line.
const MOST: i64 = 300;

/// The work behind one line.
#[derive(Debug, Clone, Default)]
pub struct LineWork {
    /// What was done, the oldest day first.
    pub entries: Vec<WorkRow>,
    /// What closes the difference.
    pub adjustment: Option<WorkAdjustment>,
    /// The minutes that the line states; none where it does not count time.
    pub stated: Option<i64>,
}

impl LineWork {
    /// The minutes of what is charged.
    #[must_use]
    pub fn charged(&self) -> i64 {
        charged_minutes(&self.entries)
    }

    /// The minutes that the line states beyond its work and its adjustment; none where they cannot be compared.
    #[must_use]
    pub fn difference(&self) -> Option<i64> {
        let adjusted = self.adjustment.as_ref().map_or(0, |adjustment| adjustment.minutes);
        self.stated.map(|stated| stated - self.charged() - adjusted)
    }

    /// Whether anything is known of the line's work.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !self.entries.is_empty() || self.adjustment.is_some()
    }
}

/// The work behind all lines of an invoice.
pub(crate) struct Assigned(BTreeMap<LineId, LineWork>);

impl Assigned {
    /// What is behind one line.
    pub fn take(&mut self, id: LineId, line: &InvoiceLine) -> LineWork {
        LineWork { stated: stated_minutes(line), ..self.0.remove(&id).unwrap_or_default() }
    }
}

/// The work behind the lines of an invoice, as far as the reader sees it.
pub(crate) async fn of_invoice(conn: &mut Conn, money: MoneyScope, id: InvoiceId) -> Result<Assigned, InternalError> {
    let mut lines = BTreeMap::<LineId, LineWork>::new();
    for row in work::list_of_invoice(conn, money, id).await? {
        if let Some(line) = row.entry.line {
            lines.entry(line).or_default().entries.push(row);
        }
    }
    for adjustment in work::list_adjustments(conn, money, id).await? {
        let line = lines.entry(adjustment.line).or_default();
        line.adjustment = Some(adjustment);
    }
    Ok(Assigned(lines))
}

/// A line on the desk of somebody who says what is behind it.
#[derive(Debug, Clone)]
pub struct LineWorkView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The number of its invoice.
    pub number: String,
    /// The line.
    pub line: InvoiceLine,
    /// What is on it.
    pub work: LineWork,
    /// Approved work that is on no invoice, with whether it seems to belong to the line.
    pub proposed: Vec<(WorkRow, bool)>,
    /// The reader's day.
    pub today: Date,
}

/// Shows a line with the work that could be behind it.
///
/// # Errors
/// [`Error`]; `NotResponsible` for those who may not say.
pub async fn of_line(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: InvoiceId,
    line: LineId,
) -> Result<LineWorkView, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let money = access.money.ok_or(Error::NotFound)?;
    if !may_write(&mut conn, staff, access.plan, None, portal.clock.now()).await? {
        return Err(Error::NotResponsible);
    }
    let kept = invoice::find(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
    let place = kept.line_ids.iter().position(|known| *known == line).ok_or(Error::NotFound)?;
    let found = kept.invoice.lines.get(place).cloned().ok_or(Error::NotFound)?;
    let work = of_invoice(&mut conn, money, id).await?.take(line, &found);
    let proposed = work::list_assignable(&mut conn, money, portal.today(actor), MOST).await?;
    let proposed = propose(proposed, &kept.invoice, &found, work.difference());
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    Ok(LineWorkView { layout, number: kept.invoice.number, line: found, work, proposed, today: portal.today(actor) })
}

/// Marks what seems to belong to a line: charged work of its period whose project it names, or of any project where it
/// names none, as long as it fits into what the line states and does not have yet.
fn propose(rows: Vec<WorkRow>, invoice: &Invoice, line: &InvoiceLine, missing: Option<i64>) -> Vec<(WorkRow, bool)> {
    let said = [Some(&line.name), line.description.as_ref(), line.note.as_ref(), line.object_reference.as_ref()];
    let said = said.into_iter().flatten().map(|text| text.to_lowercase()).collect::<Vec<_>>().join(" ");
    let names = |row: &WorkRow| {
        let names = [row.project_name.as_ref(), row.task_name.as_ref()].into_iter().flatten();
        names.map(|name| name.to_lowercase()).any(|name| said.contains(&name) || shares_words(&said, &name))
    };
    let period = if line.period.from.is_some() || line.period.to.is_some() { line.period } else { invoice.period };
    let until = period.to.unwrap_or(invoice.issued_on);
    let fits = |row: &WorkRow| {
        row.entry.charge == Charge::Charged && row.entry.day <= until && period.from.is_none_or(|from| row.entry.day >= from)
    };
    let any_named = rows.iter().any(|row| fits(row) && names(row));
    let mut left = missing.unwrap_or_default();
    let mark = |row: WorkRow| {
        let minutes = row.entry.time.minutes();
        let belongs = left >= minutes && fits(&row) && (!any_named || names(&row));
        left -= if belongs { minutes } else { 0 };
        (row, belongs)
    };
    rows.into_iter().map(mark).collect()
}

/// Whether two texts in small letters have two words of more than three letters in common.
fn shares_words(one: &str, other: &str) -> bool {
    let long = |word: &&str| word.chars().count() > 3;
    let one: Vec<&str> = one.split(|c: char| !c.is_alphanumeric()).filter(long).collect();
    other.split(|c: char| !c.is_alphanumeric()).filter(long).filter(|word| one.contains(word)).count() >= 2
}

/// The right to say what is behind a line, where there is such a line; with its invoice's number.
async fn write_of(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: InvoiceId,
    line: LineId,
) -> Result<(MoneyWrite, String), Error> {
    let write = MoneyWrite::prove(change, actor, customer).await?;
    let kept = invoice::find(change, write.money(), id).await?.ok_or(Error::NotFound)?;
    if !kept.line_ids.contains(&line) {
        return Err(Error::NotFound);
    }
    Ok((write, kept.invoice.number))
}

/// Says which entries are behind a line, instead of those that were. One that is behind another line by now stays there.
///
/// # Errors
/// [`Error`].
pub async fn assign(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    (id, line): (InvoiceId, LineId),
    entries: &[WorkEntryId],
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, number) = write_of(&mut change, actor, customer, id, line).await?;
    work::unassign_all(&mut change, &write, line).await?;
    for entry in entries {
        work::assign(&mut change, &write, line, *entry).await?;
    }
    let told = audience(work::find_shown(&mut change, write.money()).await?, true);
    record(&mut change, &write, EventKind::WorkAssigned, (ObjectKind::Invoice, id.0), &number, told).await?;
    Ok(portal.commit(change).await?)
}

/// Says what closes the difference on a line; nothing typed takes it away.
///
/// # Errors
/// [`Error`].
pub async fn adjust(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    (id, line): (InvoiceId, LineId),
    form: &AdjustForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, _) = write_of(&mut change, actor, customer, id, line).await?;
    let read = read?;
    let reason = read.reason.map(String::from).unwrap_or_default();
    let adjusted = (read.minutes.0 != 0).then_some((read.minutes.0, reason.as_str()));
    work::set_adjustment(&mut change, &write, line, adjusted).await?;
    Ok(portal.commit(change).await?)
}
