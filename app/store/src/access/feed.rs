//! What a calendar may read by the address of somebody's feed.

use super::{MeetingsScope, access_of_member, state};
use crate::{Conn, Result, row::Columns};
use coplan_domain::{
    id::{CalendarFeedId, CustomerId},
    person::Scope,
};

/// The meetings that a feed shows, in the name of whose it is; none where it was revoked or its person may not see them any
/// more. That the address is that feed's says its signature, before this is asked for.
pub async fn find_feed(conn: &mut Conn, id: CalendarFeedId) -> Result<Option<MeetingsScope>> {
    let rows = sqlx::query(
        "select c.id as customer_id, c.revision, e.value as era, s.scope, p.id
         from calendar_feed f
         join membership m on m.id = f.membership_id
         join customer c on c.id = m.customer_id
         join person p on p.id = m.person_id
         join membership_scope s on s.membership_id = m.id, era e
         where f.id = $1 and f.revoked_at is null and m.ended_at is null and c.ended_at is null and p.ended_at is null",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let customer: CustomerId = first.parse("customer_id")?;
    let scopes = rows.iter().map(|row| row.parse("scope")).collect::<Result<Vec<Scope>>>()?;
    let access = access_of_member(first.parse("id")?, customer, state(first)?, &scopes);
    Ok(access.and_then(|access| access.meetings))
}
