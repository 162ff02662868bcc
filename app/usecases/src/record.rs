//! Keeping what somebody did under a customer, for those who may know of it.

use crate::{news_mail, portal::event};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    person::Scope,
    plan::Project,
};
use coplan_store::{Change, Result, access::CustomerWrite};
use ulid::Ulid;

/// Keeps an event of what the holder of the right did.
pub(crate) async fn record(
    change: &mut Change,
    write: &impl CustomerWrite,
    kind: EventKind,
    object: (ObjectKind, Ulid),
    label: &str,
    audience: Audience,
) -> Result<()> {
    let event = event(change, write.customer(), write.person(), kind, object, label, audience);
    news_mail::promise(change, &event).await?;
    change.record(event).await
}

/// Who may know what happens in a project.
pub(crate) fn audience(project: &Project) -> Audience {
    if project.shared_at.is_some() { Audience::Scope(Scope::Plan) } else { Audience::Internal }
}
