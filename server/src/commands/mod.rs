//! What `coplan` can be asked to do; one file per command.

pub mod backup;
pub mod check;
pub mod demo;
pub mod migrate;
pub mod serve;

use crate::config::Config;
use coplan_store::Db;

/// What a command answers: nothing, or a sentence that says what is wrong.
pub type Done = Result<(), String>;

/// The database that is set, open.
async fn open(config: &Config) -> Result<Db, String> {
    Db::open(&config.database_url, config.database_connections).await.map_err(|error| format!("COPLAN_DATABASE_URL: {error}"))
}
