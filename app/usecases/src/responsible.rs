//! Who has a customer or a project: the face to show, the history, and handing it over.

mod contact;
mod form;
mod hand_over;
mod history;

pub use contact::{AwayView, ResponsibleView};
pub(crate) use contact::{find, find_of};
pub use form::HandOverForm;
pub use hand_over::hand_over;
pub(crate) use hand_over::pass;
pub use history::{Assignment, HandOverChoice, ResponsibleHistory, StandInTime, history};

use crate::{InternalError, record::audience};
use coplan_domain::{
    event::{Audience, ObjectKind},
    id::ProjectId,
    person::Scope,
};
use coplan_store::{Conn, access::PlanScope, project};
use ulid::Ulid;

/// The matter; none where the reader may not know of the project.
pub(crate) async fn matter_of(
    conn: &mut Conn,
    plan: PlanScope,
    project: Option<ProjectId>,
) -> Result<Option<Matter>, InternalError> {
    let Some(id) = project else {
        let audience = Audience::Scope(Scope::Plan);
        return Ok(Some(Matter { id: plan.customer().0, object: ObjectKind::Customer, audience }));
    };
    let known = project::find(conn, plan, id).await?;
    Ok(known.map(|project| Matter { id: id.0, object: ObjectKind::Project, audience: audience(&project) }))
}

/// What somebody is responsible for.
pub(crate) struct Matter {
    id: Ulid,
    object: ObjectKind,
    audience: Audience,
}
