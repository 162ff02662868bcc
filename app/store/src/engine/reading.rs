//! A connection for reading that is taken from the pool when the first statement needs it: what is answered from
//! memory needs none, and what is not needs only one.

use super::Db;
use crate::{Conn, Result};
use sqlx::{Any, pool::PoolConnection};

/// A reader of the database, without a connection until it needs one.
#[derive(Debug)]
pub struct Reading<'db> {
    pub(crate) db: &'db Db,
    conn: Option<PoolConnection<Any>>,
}

impl Db {
    /// A reader that takes a connection when it needs one.
    #[must_use]
    pub fn reading(&self) -> Reading<'_> {
        Reading { db: self, conn: None }
    }
}

impl Reading<'_> {
    /// Its connection.
    ///
    /// # Errors
    /// [`crate::StoreError::Database`] where none is free within 3 seconds.
    pub async fn conn(&mut self) -> Result<&mut Conn> {
        let conn = match self.conn.take() {
            Some(conn) => conn,
            None => self.db.read().await?,
        };
        Ok(self.conn.insert(conn))
    }
}
