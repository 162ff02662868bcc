//! The customer's process as either side reads it, and one phase for who changes it.

use super::merge;
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    id::{CustomerId, PersonId, PhaseId},
    person::Side,
    process::{Concern, Phase, PhasePeople, PhaseProposal, PhaseTerms},
};
use coplan_store::{
    Conn,
    access::{Access, Actor, may_write},
    concern, membership,
    person::{self, InCharge},
    phase,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// The customer's process.
#[derive(Debug, Clone)]
pub struct ProcessView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Its phases in their order.
    pub phases: Vec<PhaseView>,
    /// The concerns in them: what is not resolved first.
    pub concerns: Vec<Concern>,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader may write in it for its side.
    pub may_write: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// A phase with what is proposed of it.
#[derive(Debug, Clone)]
pub struct PhaseView {
    /// The phase.
    pub phase: Phase,
    /// What each side proposes, open or declined.
    pub proposals: Vec<ProposalView>,
}

/// What one side proposes.
#[derive(Debug, Clone)]
pub struct ProposalView {
    /// The proposal.
    pub proposal: PhaseProposal,
    /// What the phase would say with it.
    pub terms: PhaseTerms,
    /// Of whom it would speak.
    pub people: PhasePeople,
}

impl From<Phase> for PhaseView {
    fn from(phase: Phase) -> Self {
        let view = |proposal: &PhaseProposal| {
            let terms = merge::proposed(&phase.terms, proposal);
            ProposalView { people: merge::people(&phase, proposal, &terms), proposal: proposal.clone(), terms }
        };
        Self { proposals: phase.proposals.iter().map(view).collect(), phase }
    }
}

/// Whether the reader may write in the process.
pub(crate) async fn writes(portal: &Portal, conn: &mut Conn, actor: &Actor, access: &Access) -> Result<bool, Error> {
    match actor.staff() {
        Some(staff) => Ok(may_write(conn, staff, access.plan, None, portal.clock.now()).await?),
        None => Ok(true),
    }
}

/// Shows the customer's process.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<ProcessView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    Ok(ProcessView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        phases: phase::list(&mut conn, access.plan).await?.into_iter().map(PhaseView::from).collect(),
        concerns: concern::list(&mut conn, access.plan).await?,
        side: actor.side(),
        may_write: writes(portal, &mut conn, actor, &access).await?,
        today: portal.today(actor),
        now: portal.clock.now(),
    })
}

/// A phase for who changes it.
#[derive(Debug, Clone)]
pub struct PhaseEditor {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The phase.
    pub phase: Phase,
    /// What its form holds: the open proposal of the reader's side, or what it says.
    pub terms: PhaseTerms,
    /// Who can own it at the customer, as far as the reader may know them.
    pub owners: Vec<(PersonId, String)>,
    /// Which of the supplier's people can do its part, as far as the reader may know them.
    pub staff: Vec<(PersonId, String)>,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// What the form of a phase holds for one side.
pub(super) fn held(phase: &Phase, side: Side) -> PhaseTerms {
    phase.open(side).map_or_else(|| phase.terms.clone(), |proposal| merge::proposed(&phase.terms, proposal))
}

/// The people who can be named in a phase, on either side: those that the reader knows, and who is named there already.
pub(super) async fn nameable(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    access: &Access,
    phase: &Phase,
) -> Result<[Vec<(PersonId, String)>; 2], Error> {
    let mut owners = if let Some(people) = access.people {
        let members = membership::list(conn, people).await?;
        members.into_iter().map(|member| (member.person.id, member.person.name)).collect()
    } else {
        phase::find_own_name(conn, access.plan).await?.map(|name| (access.plan.person(), name)).into_iter().collect::<Vec<_>>()
    };
    let mut staff = if let Some(reader) = actor.staff() {
        let colleagues = person::list_in_charge(conn, reader, InCharge::Customer(access.plan.customer())).await?;
        colleagues.into_iter().map(|colleague| (colleague.person.id, colleague.person.name)).collect()
    } else {
        let layout = customer_layout::find(portal, conn, actor, access).await?;
        vec![(layout.responsible.person, layout.responsible.name.clone())]
    };
    let named = [(&phase.terms, &phase.people)].into_iter().chain(phase.proposals.iter().map(|it| (&it.terms, &it.people)));
    for (terms, people) in named {
        add(&mut owners, terms.owner.zip(people.owner.clone()));
        add(&mut staff, terms.staff.zip(people.staff.clone()));
    }
    Ok([owners, staff])
}

fn add(known: &mut Vec<(PersonId, String)>, one: Option<(PersonId, String)>) {
    known.extend(one.filter(|(id, _)| known.iter().all(|(known, _)| known != id)));
}

/// A phase for who may change it.
pub async fn begin_change(portal: &Portal, actor: &Actor, customer: CustomerId, id: PhaseId) -> Result<PhaseEditor, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let phase = phase::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    if !writes(portal, &mut conn, actor, &access).await? {
        return Err(Error::NotResponsible);
    }
    let [owners, staff] = nameable(portal, &mut conn, actor, &access, &phase).await?;
    Ok(PhaseEditor {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        terms: held(&phase, actor.side()),
        phase,
        owners,
        staff,
        side: actor.side(),
        today: portal.today(actor),
        now: portal.clock.now(),
    })
}
