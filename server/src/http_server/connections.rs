//! The open connections: at most so many, and where one more comes the longest resting ones make room.

use super::conn_timeout::ConnTimeout;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

/// How many are closed at once: finding the longest resting one means to look at all of them.
const CLOSED_AT_ONCE: usize = 64;

/// The open connections.
pub struct Connections {
    max: usize,
    next: AtomicU64,
    open: Mutex<HashMap<u64, Arc<ConnTimeout>>>,
}

/// A place among the open connections, given back when it is dropped.
pub struct Place {
    id: u64,
    among: Arc<Connections>,
}

impl Connections {
    /// Room for so many.
    pub fn new(max: usize) -> Arc<Self> {
        Arc::new(Self { max, next: AtomicU64::new(0), open: Mutex::default() })
    }

    fn open(&self) -> MutexGuard<'_, HashMap<u64, Arc<ConnTimeout>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a new connection; none where all others are at work.
    pub fn admit(self: &Arc<Self>, connection: &Arc<ConnTimeout>) -> Option<Place> {
        let mut open = self.open();
        if open.len() >= self.max {
            close_longest_resting(&mut open, (self.max / 16).clamp(1, CLOSED_AT_ONCE));
        }
        if open.len() >= self.max {
            return None;
        }
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        open.insert(id, Arc::clone(connection));
        Some(Place { id, among: Arc::clone(self) })
    }
}

fn close_longest_resting(open: &mut HashMap<u64, Arc<ConnTimeout>>, most: usize) {
    let mut resting: Vec<_> = open.iter().filter_map(|(id, one)| Some((one.resting_since()?, *id))).collect();
    resting.sort_unstable();
    for (_, id) in resting.into_iter().take(most) {
        if let Some(closed) = open.remove(&id) {
            closed.close();
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.among.open().remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tokio::time::{Instant, timeout};

    #[tokio::test]
    async fn the_longest_resting_connection_makes_room_and_those_at_work_do_not() {
        let connections = Connections::new(3);
        let conns: Vec<_> = (0..4).map(|_| Arc::new(ConnTimeout::new())).collect();
        let mut places: Vec<_> = conns[..3].iter().map(|conn| connections.admit(conn).unwrap()).collect();
        conns[0].request_received();
        places.push(connections.admit(&conns[3]).unwrap());
        let is_closed = async |conn: &ConnTimeout| timeout(Duration::from_millis(10), conn.closed()).await.is_ok();
        assert!(is_closed(&conns[1]).await && !is_closed(&conns[0]).await && !is_closed(&conns[2]).await);
        for conn in [&conns[2], &conns[3]] {
            conn.request_received();
        }
        assert!(connections.admit(&Arc::new(ConnTimeout::new())).is_none(), "all are at work");
        drop(places);
        assert!(connections.open().is_empty());
    }

    #[test]
    fn ten_thousand_resting_connections_shut_nobody_out() {
        let connections = Connections::new(10_000);
        let begun = Instant::now();
        let places: Vec<_> = (0..20_000).map(|_| connections.admit(&Arc::new(ConnTimeout::new()))).collect();
        assert!(places.iter().all(Option::is_some));
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}
