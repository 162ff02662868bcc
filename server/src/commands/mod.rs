//! What `coplan` can be asked to do; one file per command.

pub mod backup;
pub mod check;
pub mod demo;
pub mod import;
pub mod link;
pub mod migrate;
pub mod serve;
pub mod staff;

use crate::config::Config;
use coplan_store::Db;
use coplan_usecases::{
    Portal,
    machine::{SystemChance, SystemClock},
};
use std::sync::Arc;

/// What a command answers: nothing, or a sentence that says what is wrong.
pub type Done = Result<(), String>;

/// The database that is set, open.
async fn open(config: &Config) -> Result<Db, String> {
    Db::open(&config.database_url, config.database_connections).await.map_err(|error| format!("COPLAN_DATABASE_URL: {error}"))
}

/// The same, where it takes in what is written.
async fn open_writable(config: &Config) -> Result<Db, String> {
    let db = open(config).await?;
    db.verify_writable().await.map_err(|error| format!("COPLAN_DATABASE_URL: {error}"))?;
    Ok(db)
}

/// The same, by the one process that serves it.
async fn open_to_serve(config: &Config) -> Result<Db, String> {
    open_writable(config).await?.remember().map_err(|error| format!("COPLAN_DATABASE_URL: {error}"))
}

/// The portal of a command that runs beside the process that serves.
async fn open_portal(config: &Config) -> Result<Portal, String> {
    portal(open_writable(config).await?, config).await
}

/// The portal on an open database, with tables of this version.
async fn portal(db: Db, config: &Config) -> Result<Portal, String> {
    db.migrate().await.map_err(|error| error.to_string())?;
    Ok(Portal::new(db, Arc::new(SystemClock), Arc::new(SystemChance), config.settings(false)))
}
