//! How often something may be tried, counted for all processes together.

use crate::{InternalError, Portal, secret};
use coplan_store::{Change, Conn, attempt};
use jiff::{SignedDuration, Timestamp};
use std::net::Ipv6Addr;
use ulid::Ulid;

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
        let tries = attempt::find(conn, &self.key, now - self.over, now).await?;
        let free = tries.oldest.unwrap_or(now) + self.over;
        let wait = free.duration_since(now).max(SignedDuration::from_secs(1));
        Ok((tries.count + more > self.most).then_some(wait))
    }

    /// Forgets the tries, once it was shown that they were honest.
    pub(crate) async fn clear(&self, change: &mut Change) -> Result<(), InternalError> {
        Ok(attempt::remove(change, &self.key).await?)
    }
}

/// The network around an IPv6 network of 64 bits that one site is given (RFC 6177: 48 bits); none around an IPv4 address.
/// Its owner has 65,536 of the smaller ones.
fn site_of(network: &str) -> Option<String> {
    let address: Ipv6Addr = network.parse().ok()?;
    Some(Ipv6Addr::from_bits(address.to_bits() >> 80 << 80).to_string())
}

/// At most `most` tries at `what` from a network, and three times as many from the site around it.
pub(crate) fn network_limits(what: &str, network: &str, most: i64, over: SignedDuration) -> impl Iterator<Item = Limit> {
    let site = site_of(network).map(|site| Limit::new(&format!("{what} of a site"), &site, 3 * most, over));
    std::iter::once(Limit::new(what, network, most, over)).chain(site)
}

/// The tries that were just counted, one for each limit in its order.
pub(crate) struct Counted(Vec<Ulid>);

impl Counted {
    /// Forgets what was counted against the limits from this place on: it was no failed try.
    pub(crate) async fn forget_from(&self, change: &mut Change, place: usize) -> Result<(), InternalError> {
        for id in self.0.iter().skip(place) {
            attempt::remove_one(change, *id).await?;
        }
        Ok(())
    }
}

/// Too many tries: when the next one may be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany(pub(crate) SignedDuration);

/// Counts a try against each limit, unless one is reached already.
///
/// The count is taken after the try is kept: of many at once, each sees those before it, so that no more than
/// `most` get through. What is refused is not kept, so nobody can hold a door shut by knocking on.
pub(crate) async fn count(portal: &Portal, limits: &[Limit]) -> Result<Result<Counted, TooMany>, InternalError> {
    if let Some(wait) = find_wait(portal, limits, 1).await? {
        return Ok(Err(TooMany(wait)));
    }
    let (mut change, mut counted) = (portal.change_touched().await?, Counted(Vec::new()));
    for limit in limits {
        counted.0.push(attempt::insert(&mut change, &limit.key).await?);
    }
    portal.commit(change).await?;
    Ok(find_wait(portal, limits, 0).await?.map_or(Ok(counted), |wait| Err(TooMany(wait))))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_networks_of_one_site_share_a_limit_and_an_ipv4_address_has_its_own() {
        assert_eq!(site_of("2001:db8:1:2::").as_deref(), Some("2001:db8:1::"));
        assert_eq!(site_of("2001:db8:1:2::"), site_of("2001:db8:1:ffff::"));
        assert_ne!(site_of("2001:db8:1:2::"), site_of("2001:db8:2:2::"));
        assert_eq!((site_of("192.0.2.7"), site_of("")), (None, None));
    }
}
