//! A member's meetings for its calendar: by an address of its own, which it makes and revokes, with titles and times only.

use crate::{Error, InternalError, Portal, seal::SecretKey};
use coplan_domain::{
    id::{CalendarFeedId, CustomerId},
    meeting::Meeting,
};
use coplan_store::{
    Conn,
    access::{Actor, MeetingsScope, find_feed, hold},
    calendar_feed, meeting,
};
use jiff::SignedDuration;
use ulid::Ulid;

/// How the addresses begin.
pub const FEED_PATH: &str = "/calendar/";
const PURPOSE: &[u8] = b"coplan calendar feed 1\0";
/// How long a meeting that is over stays in a feed.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 90);
/// The most meetings of a feed.
const MOST: i64 = 500;

fn address(key: &SecretKey, feed: CalendarFeedId) -> String {
    format!("{FEED_PATH}{feed}{}", Ulid::from_bytes(key.sign(PURPOSE, &feed.0.to_bytes())))
}

fn feed_of(key: &SecretKey, secret: &str) -> Option<CalendarFeedId> {
    let (feed, signed) = secret.split_at_checked(26)?;
    let feed: CalendarFeedId = feed.parse().ok()?;
    let signed = Ulid::from_string(signed).ok()?.to_bytes();
    let expected = key.sign(PURPOSE, &feed.0.to_bytes());
    let differs = signed.iter().zip(expected).fold(0, |all, (one, other)| all | (one ^ other));
    (differs == 0).then_some(feed)
}

/// The address of the reader's own feed, below the public one; none where it has none, and for whoever looks as somebody else.
pub(super) async fn find(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    scope: MeetingsScope,
) -> Result<Option<String>, InternalError> {
    if actor.preview().is_some() {
        return Ok(None);
    }
    let found = calendar_feed::find(conn, scope).await?;
    Ok(found.map(|feed| address(&portal.settings.secret_key, feed)))
}

/// Makes the actor an address for its calendar; where it has one, that stays.
pub async fn make_feed(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.feed_write()?;
    let id = change.id();
    calendar_feed::insert(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Revokes it: the address tells nothing any more.
pub async fn revoke_feed(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.feed_write()?;
    calendar_feed::revoke(&mut change, &write).await?;
    Ok(portal.commit(change).await?)
}

/// The meetings that a calendar reads by an address; none where that is nobody's, was revoked, or its person may not see
/// meetings any more.
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn read_feed(portal: &Portal, secret: &str) -> Result<Option<Vec<Meeting>>, InternalError> {
    let Some(feed) = feed_of(&portal.settings.secret_key, secret) else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    let Some(scope) = find_feed(&mut conn, feed).await? else { return Ok(None) };
    let since = portal.clock.now() - BACK;
    Ok(Some(meeting::list_since(&mut conn, scope, since, MOST).await?))
}
