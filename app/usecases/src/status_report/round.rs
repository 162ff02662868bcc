//! The projects of a customer that one reader reports on, all in one round.

use crate::{Error, Portal, customer_layout::CustomerLayoutView, plan, portal::access_to};
use coplan_domain::{
    id::{CustomerId, ProjectId},
    plan::StatusReport,
};
use coplan_store::access::{Actor, may_write};
use jiff::civil::Date;

/// The most projects of one round.
const MOST: usize = 40;

/// What can be reported on.
#[derive(Debug, Clone)]
pub struct Round {
    /// What stands around the page.
    pub layout: CustomerLayoutView,
    /// The projects that go on and that the reader may change, at most 40.
    pub projects: Vec<RoundProject>,
    /// The reader's day.
    pub today: Date,
}

/// A project of a round.
#[derive(Debug, Clone)]
pub struct RoundProject {
    /// Which.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// Whether the customer sees it.
    pub shared: bool,
    /// What was reported last.
    pub newest: Option<StatusReport>,
}

/// The projects that the actor may report on.
///
/// # Errors
/// [`Error::NotFound`] for members too.
pub async fn list_reportable(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<Round, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let view = plan::show(portal, actor, customer).await?;
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let mut projects = Vec::new();
    for card in view.projects.iter().take(MOST) {
        // Who keeps plans may without a look at the database.
        if may_write(&mut conn, staff, access.plan, Some(card.id), portal.clock.now()).await? {
            let shared = card.internal.as_ref().is_some_and(|internal| internal.shared);
            projects.push(RoundProject { id: card.id, name: card.name.clone(), shared, newest: card.status.clone() });
        }
    }
    if projects.is_empty() {
        return Err(Error::NotResponsible);
    }
    Ok(Round { layout: view.frame.clone(), projects, today: view.today })
}
