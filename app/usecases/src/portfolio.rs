//! All customers in one table, for the supplier's people.

use crate::{InternalError, Portal};
use coplan_domain::{
    id::PersonId,
    portfolio::{PortfolioShow, PortfolioSort},
};
use coplan_store::{
    access::Actor,
    person,
    portfolio::{self, Asked},
};
use jiff::{Timestamp, civil::Date};

pub use coplan_store::portfolio::PortfolioRow;

/// Customers on one page of the table.
pub const PER_PAGE: i64 = 50;
/// What is read of a search: more words find no less.
const SEARCHED_WORDS: usize = 8;

/// What somebody asks of the table.
#[derive(Debug, Clone)]
pub struct PortfolioQuestion {
    /// What was typed to search by; every word must stand in the name or the number.
    pub search: String,
    /// Only the customers of this staff person.
    pub responsible: Option<PersonId>,
    /// Which customers.
    pub show: PortfolioShow,
    /// What comes first.
    pub sort: PortfolioSort,
    /// Whether the whole order is turned around.
    pub reversed: bool,
    /// Which page, from 1 on; beyond the last one means the last one.
    pub page: i64,
}

/// The table as it is shown.
#[derive(Debug, Clone)]
pub struct PortfolioView {
    /// The customers of this page.
    pub rows: Vec<PortfolioRow>,
    /// How many there are on all pages.
    pub total: i64,
    /// Which page this is, from 1 on.
    pub page: i64,
    /// How many pages there are; at least one.
    pub pages: i64,
    /// The reader, and then its colleagues by name: whose customers may be asked for.
    pub staff: Vec<(PersonId, String)>,
    /// The reader's day, for telling what is overdue.
    pub today: Date,
    /// The moment, for telling how long something waits.
    pub now: Timestamp,
    /// Whether the reader may create customers.
    pub may_create: bool,
}

/// Shows a page of the table; none for members.
pub async fn show(portal: &Portal, actor: &Actor, question: &PortfolioQuestion) -> Result<Option<PortfolioView>, InternalError> {
    let Some(reader) = actor.staff() else { return Ok(None) };
    let today = portal.today(actor);
    let asked = Asked {
        words: question.search.split_whitespace().take(SEARCHED_WORDS).map(str::to_owned).collect(),
        responsible: question.responsible,
        show: question.show,
        today,
        sort: question.sort,
        reversed: question.reversed,
    };
    let mut conn = portal.db.read().await?;
    let total = portfolio::count(&mut conn, reader, &asked).await?;
    let pages = (total + PER_PAGE - 1).div_euclid(PER_PAGE).max(1);
    let page = question.page.clamp(1, pages);
    let mut staff = person::list_staff(&mut conn, reader).await?;
    staff.sort_by_key(|colleague| colleague.person.id != actor.person());
    Ok(Some(PortfolioView {
        rows: portfolio::list(&mut conn, reader, &asked, PER_PAGE, (page - 1) * PER_PAGE).await?,
        total,
        page,
        pages,
        staff: staff.into_iter().map(|colleague| (colleague.person.id, colleague.person.name)).collect(),
        today,
        now: portal.clock.now(),
        may_create: reader.keeps_plans(),
    }))
}
