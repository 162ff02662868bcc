//! Handing several customers over to a colleague on a day: chosen, looked at, planned, carried out or withdrawn.

mod carry_out;
mod form;
mod list;

pub use carry_out::carry_out_due;
pub use coplan_store::hand_over::{ChosenCustomer, GoingProject, HandOver, HandOverCustomer};
pub use form::PlanHandOverForm;
pub(crate) use list::list_for_today;
pub use list::{HandOverList, PlannedHandOver, list};

use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem, far_day},
    idempotency,
    job::{Job, enqueue},
    merge::filled,
    portfolio::{PortfolioQuestion, asked},
    truncate::truncate,
};
use coplan_domain::{
    id::{HandOverId, PersonId},
    person::StaffPerson,
    text::Prose,
};
use coplan_store::{
    Conn, Turn,
    access::{Actor, HandOverWrite, Staff},
    hand_over::{self as store, NewHandOver},
    person::{self, InCharge},
    portfolio::{self, PortfolioRow},
};
use form::ReadHandOver;
use jiff::{SignedDuration, Timestamp, civil::Date};

/// The most customers that are offered at once.
const MOST: usize = 200;

/// What is chosen from.
#[derive(Debug, Clone)]
pub struct HandOverChoice {
    /// The customers.
    pub rows: Vec<PortfolioRow>,
    /// Those that were chosen already and are not among them, by name.
    pub chosen: Vec<ChosenCustomer>,
    /// Whether there are more than these.
    pub has_more: bool,
    /// Who can get any of them.
    pub colleagues: Vec<StaffPerson>,
    /// The reader, and then its colleagues by name: whose customers may be asked for.
    pub staff: Vec<(PersonId, String)>,
    /// The day where the supplier works.
    pub today: Date,
}

/// What would go over, before it is planned.
#[derive(Debug, Clone)]
pub struct HandOverPreview {
    /// Who gets it.
    pub heir: StaffPerson,
    /// From which day.
    pub on_day: Date,
    /// Whether that day has begun.
    pub right_away: bool,
    /// Each customer, by name.
    pub customers: Vec<ChosenCustomer>,
    /// The reader's day.
    pub today: Date,
}

fn planner(actor: &Actor) -> Result<&Staff, Error> {
    actor.staff().filter(|staff| staff.keeps_plans()).ok_or(Error::NotFound)
}

/// Offers the customers that are asked for beside those that the form names, for those who keep plans.
pub async fn choose(
    portal: &Portal,
    actor: &Actor,
    question: &PortfolioQuestion,
    form: &PlanHandOverForm,
) -> Result<HandOverChoice, Error> {
    let reader = planner(actor)?;
    let mut conn = portal.db.read().await?;
    let asked = asked(question, portal.today(actor));
    let mut rows = portfolio::list(&mut conn, reader, &asked, &Turn::First, MOST + 1).await?.rows;
    let has_more = truncate(&mut rows, MOST);
    let others = form.customers.iter().filter_map(|id| id.parse().ok()).filter(|id| rows.iter().all(|row| row.customer != *id));
    let chosen = store::list_chosen(&mut conn, reader, &others.take(MOST).collect::<Vec<_>>()).await?;
    let colleagues = person::list_in_charge(&mut conn, reader, InCharge::InsteadOf(actor.person())).await?;
    let mut staff = person::list_staff(&mut conn, reader).await?;
    staff.sort_by_key(|colleague| colleague.person.id != actor.person());
    let staff = staff.into_iter().map(|colleague| (colleague.person.id, colleague.person.name)).collect();
    Ok(HandOverChoice { rows, chosen, has_more, colleagues, staff, today: supplier_day(portal, portal.clock.now()) })
}

/// Shows what would go over, and plans nothing.
pub async fn preview(portal: &Portal, actor: &Actor, form: &PlanHandOverForm) -> Result<HandOverPreview, Error> {
    let reader = planner(actor)?;
    let now = portal.clock.now();
    let read = read(portal, form, now)?;
    let (heir, customers) = going(&mut *portal.db.read().await?, reader, &read).await?;
    let right_away = read.on_day <= supplier_day(portal, now);
    Ok(HandOverPreview { heir, on_day: read.on_day, right_away, customers, today: portal.today(actor) })
}

/// Plans it; planned before with the same form, it is there already. What is for today happens right away.
pub async fn plan(portal: &Portal, actor: &Actor, form: &PlanHandOverForm) -> Result<(), Error> {
    planner(actor)?;
    let mut change = portal.change_touched().await?;
    let read = read(portal, form, change.now())?;
    let write = HandOverWrite::prove(&mut change, actor, Some(read.to)).await?;
    let due_at = portal.settings.working_time.start_of(read.on_day).ok_or_else(|| problem("on_day", Problem::FarAway))?;
    let (heir, customers) = going(&mut change, write.staff(), &read).await?;
    let said = |prose: Option<&Prose>| prose.map_or("", Prose::as_str).to_owned();
    for id in idempotency::ids::<HandOverId>(form.id.0, &filled(form)) {
        let planned = NewHandOver {
            id,
            heir: heir.person.id,
            on_day: read.on_day,
            due_at,
            note: said(read.note.as_ref()),
            word: said(read.word.as_ref()),
            language: actor.entered().language(),
            customers: customers.iter().map(|one| (one.customer, one.holder.0)).collect(),
        };
        if store::insert(&mut change, &write, &planned).await? {
            if due_at <= change.now() {
                enqueue(&mut change, &Job::HandOver { hand_over: id }, None, SignedDuration::ZERO).await?;
            }
            return Ok(portal.commit(change).await?);
        }
        if store::find(&mut change, write.staff(), id).await?.is_some_and(|kept| is_same(&kept, &planned)) {
            return Ok(());
        }
    }
    Ok(())
}

/// Withdraws one until its day begins; withdrawn before, or begun, it stays as it is.
///
/// # Errors
/// [`Error::NotResponsible`] for whoever gets customers by it.
pub async fn withdraw(portal: &Portal, actor: &Actor, id: HandOverId) -> Result<(), Error> {
    planner(actor)?;
    let mut change = portal.change_touched().await?;
    let write = HandOverWrite::prove(&mut change, actor, None).await?;
    let known = store::find(&mut change, write.staff(), id).await?.ok_or(Error::NotFound)?;
    if !list::may_withdraw(write.staff(), &known) {
        return Err(Error::NotResponsible);
    }
    if store::update_withdrawn(&mut change, &write, id).await? {
        portal.commit(change).await?;
    }
    Ok(())
}

/// The day at a moment where the supplier works.
fn supplier_day(portal: &Portal, at: Timestamp) -> Date {
    portal.settings.working_time.day_of(at)
}

fn problem(field: &'static str, problem: Problem) -> Error {
    Error::Invalid(vec![FieldProblem { field, problem }])
}

/// What was typed, with a day that has not passed.
fn read(portal: &Portal, form: &PlanHandOverForm, now: Timestamp) -> Result<ReadHandOver, Error> {
    let read = form.parse()?;
    let today = supplier_day(portal, now);
    let wrong = if read.on_day < today { Some(Problem::InPast) } else { far_day(read.on_day, today) };
    wrong.map_or(Ok(read), |wrong| Err(problem("on_day", wrong)))
}

/// The heir and the customers that would go over, where each of them can.
async fn going(conn: &mut Conn, reader: &Staff, read: &ReadHandOver) -> Result<(StaffPerson, Vec<ChosenCustomer>), Error> {
    let mut customers = store::list_chosen(conn, reader, &read.customers.0).await?;
    if customers.len() != read.customers.0.len() {
        return Err(problem("customers", Problem::NotOneOf));
    }
    customers.retain(|one| one.holder.0 != read.to);
    let mut heir = None;
    for customer in customers.iter().map(|one| one.customer) {
        heir = person::find_in_charge(conn, read.to, InCharge::Customer(customer)).await?;
        if heir.is_none() {
            break;
        }
    }
    Ok((heir.ok_or_else(|| problem("to", Problem::NotOneOf))?, customers))
}

/// Whether what is kept is what was sent. Who has the customers may have changed since.
fn is_same(kept: &HandOver, sent: &NewHandOver) -> bool {
    let texts = (kept.note.as_str(), kept.word.as_str()) == (sent.note.as_str(), sent.word.as_str());
    let mut customers = kept.customers.iter().map(|one| one.customer).collect::<Vec<_>>();
    customers.sort_unstable();
    let mut wanted = sent.customers.iter().map(|(customer, _)| *customer).collect::<Vec<_>>();
    wanted.sort_unstable();
    texts && (kept.heir.0, kept.on_day) == (sent.heir, sent.on_day) && customers == wanted
}
