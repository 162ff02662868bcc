//! How often something may be tried, counted for all processes together.

use crate::{InternalError, Portal, secret};
use coplan_store::{Change, Conn, attempt};
use jiff::{SignedDuration, Timestamp};

/// So many tries over so long, for one account, address or link.
pub(crate) struct Limit {
    key: String,
    most: i64,
    over: SignedDuration,
}

/// Tries older than this can be forgotten: no limit looks further back.
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_hours(24);

impl Limit {
    /// At most `most` tries at `what` by or for `whom`, who is kept only as a hash.
    pub(crate) fn new(what: &str, whom: &str, most: i64, over: SignedDuration) -> Self {
        Self { key: secret::hash(&format!("{what}\n{whom}")), most, over }
    }

    /// How long it takes until `more` tries fit; none where they do.
    async fn find_wait(&self, conn: &mut Conn, now: Timestamp, more: i64) -> Result<Option<SignedDuration>, InternalError> {
        let tries = attempt::find(conn, &self.key, now - self.over).await?;
        let free = tries.oldest.unwrap_or(now) + self.over;
        let wait = free.duration_since(now).max(SignedDuration::from_secs(1));
        Ok((tries.count + more > self.most).then_some(wait))
    }

    /// Forgets the tries, once it was shown that they were honest.
    pub(crate) async fn clear(&self, change: &mut Change) -> Result<(), InternalError> {
        Ok(attempt::remove(change, &self.key).await?)
    }
}

/// Too many tries: when the next one may be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany(pub(crate) SignedDuration);

/// Counts a try against each limit, unless one is reached already.
///
/// The count is taken after the try is kept: of many at once, each sees those before it, so that no more than
/// `most` get through. What is refused is not kept, so nobody can hold a door shut by knocking on.
pub(crate) async fn count(portal: &Portal, limits: &[Limit]) -> Result<Result<(), TooMany>, InternalError> {
    if let Some(wait) = find_wait(portal, limits, 1).await? {
        return Ok(Err(TooMany(wait)));
    }
    let mut change = portal.change_touched().await?;
    for limit in limits {
        attempt::insert(&mut change, &limit.key).await?;
    }
    portal.commit(change).await?;
    Ok(find_wait(portal, limits, 0).await?.map_or(Ok(()), |wait| Err(TooMany(wait))))
}

/// Counts something that is done within a change, unless the limit is reached: what is not kept in the end is not
/// counted either. Of many at once a few more may get through.
pub(crate) async fn count_within(change: &mut Change, limit: &Limit) -> Result<Result<(), TooMany>, InternalError> {
    let now = change.now();
    if let Some(wait) = limit.find_wait(change, now, 1).await? {
        return Ok(Err(TooMany(wait)));
    }
    attempt::insert(change, &limit.key).await?;
    Ok(Ok(()))
}

async fn find_wait(portal: &Portal, limits: &[Limit], more: i64) -> Result<Option<SignedDuration>, InternalError> {
    let (mut conn, now) = (portal.db.read().await?, portal.clock.now());
    let mut longest = None;
    for limit in limits {
        longest = longest.max(limit.find_wait(&mut conn, now, more).await?);
    }
    Ok(longest)
}
