//! What time it is for leases: one clock for all processes that share a database, whatever their own clocks say.

use super::{Db, Engine};
use crate::{Conn, Result};
use jiff::Timestamp;

impl Db {
    /// The moment by which leases are counted. SQLite is served by one process, and its own clock, `now`, is the only one.
    ///
    /// # Errors
    /// [`crate::StoreError::Database`].
    pub(crate) async fn lease_now(&self, conn: &mut Conn, now: Timestamp) -> Result<Timestamp> {
        if self.engine == Engine::Sqlite || self.leases_by_own_clock {
            return Ok(now);
        }
        let told: i64 = sqlx::query_scalar("select cast(floor(extract(epoch from clock_timestamp()) * 1000) as bigint)")
            .fetch_one(conn)
            .await?;
        Ok(Timestamp::from_millisecond(told).unwrap_or(now))
    }
}
