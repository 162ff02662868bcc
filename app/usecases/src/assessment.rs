//! How both sides judge their work together, once a year and each for itself: what one says is seen by the other once that has
//! said its own.

mod form;

pub use form::{AssessForm, fields_of};

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{FieldProblem, Parse, Problem},
    portal::access_to,
    record::record,
};
use coplan_domain::{
    assessment::Assessment,
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::{Scope, Side},
};
use coplan_store::{
    access::{Actor, CustomerWrite, hold, may_write},
    assessment,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// What both sides say of their work together, as one reader may see it.
#[derive(Debug, Clone)]
pub struct AssessmentView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What the reader may see, the latest year first.
    pub seen: Vec<Assessment>,
    /// Which side has answered for which year.
    pub given: Vec<(i16, Side)>,
    /// The years for which the reader may still answer; none where it may not answer for its side.
    pub open: Vec<i16>,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

impl AssessmentView {
    /// What a side says of a year; none where it has said nothing or the reader may not see it.
    #[must_use]
    pub fn of(&self, year: i16, side: Side) -> Option<&Assessment> {
        self.seen.iter().find(|it| (it.year, it.side) == (year, side))
    }
}

/// The years that are assessed on a day: its own, and the one before for who is late.
fn years(today: Date) -> [i16; 2] {
    [today.year(), today.year() - 1]
}

/// Shows what both sides say.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<AssessmentView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let (now, today) = (portal.clock.now(), portal.today(actor));
    let may_give = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, now).await?,
        None => Scope::ALL.iter().all(|scope| access.has(*scope)),
    };
    let given = assessment::list_given(&mut conn, access.plan).await?;
    let given = given.into_iter().map(|(_, year, side)| (year, side)).collect::<Vec<_>>();
    let open = years(today).into_iter().filter(|year| may_give && !given.contains(&(*year, actor.side())));
    Ok(AssessmentView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        seen: assessment::list(&mut conn, access.plan).await?,
        open: open.collect(),
        given,
        side: actor.side(),
        today,
        now,
    })
}

/// Says what the actor's side thinks of a year; said before with the same form, it is said already.
///
/// # Errors
/// [`Error`]; `Stale` where a colleague has answered for that year.
pub async fn give(portal: &Portal, actor: &Actor, customer: CustomerId, form: &AssessForm) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.assessment_write(&mut change).await?;
    let read = read?;
    let year = read.year.0;
    if !years(portal.today(actor)).contains(&year) {
        return Err(Error::Invalid(vec![FieldProblem { field: "year", problem: Problem::NotOneOf }]));
    }
    if !assessment::insert(&mut change, &write, (form.id, year), &read.answers()).await? {
        let given = assessment::list_given(&mut change, write.plan()).await?;
        return if given.iter().any(|(id, ..)| *id == form.id) { Ok(()) } else { Err(Error::stale(())) };
    }
    let object = (ObjectKind::Assessment, write.customer().0);
    let audience = Audience::Scope(Scope::Plan);
    record(&mut change, &write, EventKind::AssessmentGiven, object, &year.to_string(), audience).await?;
    Ok(portal.commit(change).await?)
}
