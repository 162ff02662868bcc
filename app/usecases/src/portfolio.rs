//! All customers in one table, for the supplier's people.

use crate::{InternalError, Portal, security_log};
use coplan_domain::{
    id::{CustomerId, PersonId},
    portfolio::{PortfolioShow, PortfolioSort},
};
use coplan_store::{
    Conn, Page, Turn,
    access::{Actor, Staff},
    person,
    portfolio::{self, Asked},
    saved_filter::{self, SavedFilter},
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::collections::BTreeMap;

pub use coplan_store::portfolio::{CustomerTrend, PortfolioKey, PortfolioRow};

/// Customers on one page of the table.
pub const PER_PAGE: usize = 50;
/// What is read of a search: more words find no less.
const SEARCHED_WORDS: usize = 8;

/// What somebody asks of the table.
#[derive(Debug, Clone)]
pub struct PortfolioQuestion {
    /// What was typed to search by; every word must stand in the name or the number.
    pub search: String,
    /// Only the customers of this staff person, and of those that it stands in for today.
    pub responsible: Option<PersonId>,
    /// Which customers.
    pub show: PortfolioShow,
    /// What comes first.
    pub sort: PortfolioSort,
    /// Whether the whole order is turned around.
    pub reversed: bool,
    /// Where the page begins.
    pub turn: Turn<PortfolioKey>,
}

/// How customers were lately, each by its id.
pub type Trends = BTreeMap<CustomerId, CustomerTrend>;

/// Against when a customer is compared with how it is.
const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The table as it is shown.
#[derive(Debug, Clone)]
pub struct PortfolioView {
    /// The customers of this page.
    pub rows: Vec<PortfolioRow>,
    /// How many there are on all pages.
    pub total: i64,
    /// How many come before those of this page.
    pub preceding: i64,
    /// Where the page before ends; none for the first.
    pub before: Option<PortfolioKey>,
    /// Where the page behind begins; none for the last.
    pub after: Option<PortfolioKey>,
    /// The reader, and then its colleagues by name: whose customers may be asked for.
    pub staff: Vec<(PersonId, String)>,
    /// The reader's day, for telling what is overdue.
    pub today: Date,
    /// The moment, for telling how long something waits.
    pub now: Timestamp,
    /// How those of this page were lately.
    pub trends: Trends,
    /// What the reader keeps of it by name.
    pub saved: Vec<SavedFilter>,
    /// Whether the reader sees sums.
    pub sees_sums: bool,
    /// Whether the reader may create customers.
    pub may_create: bool,
    /// Whether the reader may save invoices of any customer.
    pub may_import: bool,
}

/// The most customers of one export.
const MOST_EXPORTED: usize = 50_000;
/// How many of them are read at a time.
const AT_A_TIME: usize = 500;

/// All customers that are asked for, in their order, for a file; none for members.
pub async fn export(
    portal: &Portal,
    actor: &Actor,
    question: &PortfolioQuestion,
) -> Result<Option<(Vec<PortfolioRow>, Trends)>, InternalError> {
    let Some(reader) = actor.staff() else { return Ok(None) };
    let asked = asked(question, portal.today(actor));
    while portal.db.refresh_derived().await? {}
    let mut conn = portal.db.read().await?;
    let (mut found, mut trends, mut turn) = (Vec::new(), Trends::new(), Turn::First);
    let since = portal.clock.now() - MONTH;
    loop {
        let page = portfolio::list(&mut conn, reader, &asked, &turn, AT_A_TIME).await?;
        trends.append(&mut trends_of(&mut conn, reader, &page.rows, since).await?);
        found.extend(page.rows);
        match page.after {
            Some(after) if found.len() < MOST_EXPORTED => turn = Turn::After(after),
            _ => break,
        }
    }
    drop(conn);
    security_log::try_note_export(portal, actor).await;
    Ok(Some((found, trends)))
}

async fn trends_of(conn: &mut Conn, reader: &Staff, rows: &[PortfolioRow], since: Timestamp) -> Result<Trends, InternalError> {
    let customers = rows.iter().map(|row| row.customer).collect::<Vec<_>>();
    Ok(portfolio::list_trends(conn, reader, &customers, since).await?)
}

/// What the store is asked on a day.
pub(crate) fn asked(question: &PortfolioQuestion, today: Date) -> Asked {
    Asked {
        words: question.search.split_whitespace().take(SEARCHED_WORDS).map(str::to_owned).collect(),
        responsible: question.responsible,
        show: question.show,
        today,
        sort: question.sort,
        reversed: question.reversed,
    }
}

/// Shows a page of the table; none for members.
pub async fn show(portal: &Portal, actor: &Actor, question: &PortfolioQuestion) -> Result<Option<PortfolioView>, InternalError> {
    let Some(reader) = actor.staff() else { return Ok(None) };
    let today = portal.today(actor);
    let asked = asked(question, today);
    // A process of an earlier version, beside this one while it is replaced, may have written some since the start.
    while portal.db.refresh_derived().await? {}
    let mut conn = portal.db.read().await?;
    let total = portfolio::count(&mut conn, reader, &asked).await?;
    let Page { rows, before, after } = portfolio::list(&mut conn, reader, &asked, &question.turn, PER_PAGE).await?;
    let preceding = match &before {
        Some(first) => portfolio::count_before(&mut conn, reader, &asked, first).await?,
        None => 0,
    };
    let trends = trends_of(&mut conn, reader, &rows, portal.clock.now() - MONTH).await?;
    let own = Asked { words: Vec::new(), responsible: Some(actor.person()), show: PortfolioShow::All, ..asked };
    let may_import = reader.sees_sums() && (reader.keeps_plans() || portfolio::count(&mut conn, reader, &own).await? > 0);
    let saved = saved_filter::list(&mut conn, reader).await?;
    let mut staff = person::list_staff(&mut conn, reader).await?;
    staff.sort_by_key(|colleague| colleague.person.id != actor.person());
    Ok(Some(PortfolioView {
        rows,
        total,
        preceding,
        before,
        after,
        staff: staff.into_iter().map(|colleague| (colleague.person.id, colleague.person.name)).collect(),
        today,
        now: portal.clock.now(),
        trends,
        saved,
        sees_sums: reader.sees_sums(),
        may_create: reader.keeps_plans(),
        may_import,
    }))
}
