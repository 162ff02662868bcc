//! Who else has a thread open.

use crate::{InternalError, Portal, customer_layout};
use coplan_domain::id::ThreadId;
use coplan_store::{
    Conn,
    access::{Access, Actor},
    presence,
};

/// By name, as far as the reader may know them and they let others know.
pub(crate) async fn list_here(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    access: &Access,
    thread: ThreadId,
) -> Result<Vec<String>, InternalError> {
    let Some(scope) = access.discussion else { return Ok(Vec::new()) };
    let mut here = portal.streams.here(thread);
    here.remove(&actor.person());
    if here.is_empty() {
        return Ok(Vec::new());
    }
    let has_it = customer_layout::find(portal, conn, actor, access).await?.responsible.person;
    Ok(presence::list(conn, (scope, access.money, access.people), thread, has_it, &here).await?)
}
