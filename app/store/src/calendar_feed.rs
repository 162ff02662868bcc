//! The feeds by which calendars read the meetings of members: at most one of a membership tells anything.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, FeedWrite, MeetingsScope, WriteProof},
    row::Columns,
};
use coplan_domain::id::CalendarFeedId;

/// The reader's own feed at the customer.
pub async fn find(conn: &mut Conn, scope: MeetingsScope) -> Result<Option<CalendarFeedId>> {
    let row = sqlx::query(
        "select f.id from calendar_feed f join membership n on n.id = f.membership_id
         where n.customer_id = $1 and n.person_id = $2 and n.ended_at is null and f.revoked_at is null
         order by f.created_at desc, f.id desc limit 1",
    )
    .bind(scope.customer().to_string())
    .bind(scope.person().to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|row| row.parse("id")).transpose()
}

/// Keeps a feed of the holder's membership; false where it has one.
pub async fn insert(change: &mut Change, write: &FeedWrite, id: CalendarFeedId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into calendar_feed (id, membership_id, created_at)
         select $1, n.id, $4 from membership n
         where n.customer_id = $2 and n.person_id = $3 and n.ended_at is null and not exists
           (select 1 from calendar_feed f where f.membership_id = n.id and f.revoked_at is null)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Revokes the holder's feed.
pub async fn revoke(change: &mut Change, write: &FeedWrite) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "update calendar_feed set revoked_at = $3
         where revoked_at is null and membership_id in
           (select n.id from membership n where n.customer_id = $1 and n.person_id = $2)",
    )
    .bind(write.customer().to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
