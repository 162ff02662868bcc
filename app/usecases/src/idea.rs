//! Needs and ideas of either side: written, supported by colleagues, moved on with a reason, tried out by lead users.

mod form;
mod give;
mod show;
mod step;
mod trial;

pub use form::{GiveIdeaForm, InviteForm, MoveIdeaForm};
pub use give::{give, support, withdraw_support};
pub use show::{IdeaList, IdeaView, MineView, list, list_mine, show};
pub use step::decide;
pub use trial::{answer_trial, begin_invite, invite};

use crate::record::record;
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::IdeaId,
    person::Scope,
};
use coplan_store::{Change, Result, access::CustomerWrite};

/// Keeps that something happened to an idea, for everybody who reads the plan.
async fn tell(change: &mut Change, write: &impl CustomerWrite, kind: EventKind, id: IdeaId, what: &str) -> Result<()> {
    record(change, write, kind, (ObjectKind::Idea, id.0), what, Audience::Scope(Scope::Plan)).await
}
