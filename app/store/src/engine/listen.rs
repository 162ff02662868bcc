//! Telling other processes on the same database what a change has made stale, and hearing it from them. SQLite is served by
//! one process, which has nobody to tell.

use super::{Db, Engine};
use crate::{Conn, Result, change::Stale};
use sqlx::postgres::PgListener;
use std::{fmt, sync::Arc};

const CHANNEL: &str = "coplan_stale";
/// The most bytes of what is told: the server takes 8,000.
const MOST: usize = 7_000;
/// What stands for anything.
const EVERYTHING: &str = "*";

/// Where the server is. It may hold a password.
#[derive(Clone)]
pub(crate) struct Address(Arc<str>);

impl Address {
    pub fn new(url: &str) -> Self {
        Self(Arc::from(url))
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address")
    }
}

/// Hears what other processes, and this one, have changed.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Db {
    /// Tells it once the transaction is kept, and not if it is not.
    pub(crate) async fn notify(&self, conn: &mut Conn, stale: &Stale) -> Result<()> {
        if self.engine == Engine::Postgres && *stale != Stale::default() {
            let sql = "select cast(pg_notify($1, $2) as text) as told";
            sqlx::query(sql).bind(CHANNEL).bind(written(stale)).execute(conn).await?;
        }
        Ok(())
    }

    /// Begins to listen; none where this process is the only one.
    ///
    /// # Errors
    /// [`crate::StoreError::Database`] where the server does not answer.
    pub async fn listen(&self) -> Result<Option<Listener>> {
        let Some(Address(url)) = &self.server else { return Ok(None) };
        let mut listener = PgListener::connect(url).await?;
        listener.listen(CHANNEL).await?;
        Ok(Some(Listener(listener)))
    }
}

impl Listener {
    /// What was changed next; where the connection was lost meanwhile that may be anything. None where it is lost for good.
    pub async fn next(&mut self) -> Option<Stale> {
        match self.0.try_recv().await {
            Ok(Some(told)) => Some(read(told.payload())),
            Ok(None) => Some(Stale::everything()),
            Err(_) => None,
        }
    }
}

fn written(stale: &Stale) -> String {
    let customers = stale.customers.iter().map(|id| format!("c{id}"));
    let people = stale.people.iter().map(|id| format!("p{id}"));
    let all = customers.chain(people).collect::<Vec<_>>().join(" ");
    if stale.everything || all.len() > MOST { EVERYTHING.to_owned() } else { all }
}

fn read(told: &str) -> Stale {
    let mut stale = Stale::default();
    for word in told.split(' ') {
        let known = match word.split_at_checked(1) {
            Some(("c", id)) => id.parse().map(|id| stale.customers.insert(id)).is_ok(),
            Some(("p", id)) => id.parse().map(|id| stale.people.insert(id)).is_ok(),
            _ => false,
        };
        // Also what a later version says that this one does not know.
        stale.everything |= !known;
    }
    stale
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::id::{CustomerId, PersonId};

    #[test]
    fn what_is_told_is_heard() {
        let customers = [1, 2].map(|n: u128| CustomerId(n.into())).into();
        let stale = Stale { everything: false, customers, people: [PersonId(3.into())].into() };
        assert_eq!(read(&written(&stale)), stale);
        assert!(read(&written(&Stale::everything())).everything);
        let many = (0..1000).map(|n: u128| CustomerId(n.into())).collect();
        assert_eq!(written(&Stale { customers: many, ..Stale::default() }), "*");
        assert!(read("x01ARZ3NDEKTSV4RRFFQ69G5FAV").everything);
    }
}
