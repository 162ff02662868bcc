//! What `coplan` can be asked to do; one file per command.

pub mod backup;
pub mod check;
pub mod demo;
pub mod import;
pub mod import_payments;
pub mod import_table;
pub mod link;
pub mod mail;
pub mod migrate;
pub mod restore;
mod secret_key;
pub mod serve;
pub mod staff;

use crate::config::Config;
use coplan_domain::system::Clock;
use coplan_store::{
    Db, OpenError,
    files::{self, Files, Ownership},
};
use coplan_usecases::{
    Portal,
    system::{SystemClock, SystemRng},
};
use secrecy::ExposeSecret;
use std::sync::Arc;

/// What a command answers: nothing, or a sentence that says what is wrong.
pub type Done = Result<(), String>;

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn about_database(error: OpenError) -> String {
    format!("COPLAN_DATABASE_URL: {error}")
}

fn about_files(error: impl std::fmt::Display) -> String {
    format!("COPLAN_FILES: {error}")
}

/// The files that are set, whose folder is made where it is not there yet.
fn open_files(config: &Config) -> Result<Files, String> {
    Files::open(&config.file_location(), Arc::new(SystemRng)).map_err(about_files)
}

/// The files that are set, which are left as they are.
fn open_files_to_look(config: &Config) -> Result<Files, String> {
    Files::open_to_look(&config.file_location(), Arc::new(SystemRng)).map_err(about_files)
}

/// Upgrades tables and files to this version, and verifies that they belong together.
async fn upgrade(db: &Db, files: &Files) -> Done {
    db.migrate().await.map_err(about_database)?;
    if files::claim(db, files).await.map_err(about_files)? == Ownership::Foreign {
        return Err(
            "COPLAN_FILES: the files there belong to another database; name those of this one, or an empty folder".to_owned()
        );
    }
    let moved = files::inline_migration::run(db, files, SystemClock.now()).await.map_err(about_files)?;
    if moved > 0 {
        tracing::info!("{moved} files were moved out of the database to where files are kept");
    }
    Ok(())
}

/// The database that is set, made where it is not there yet.
async fn open(config: &Config) -> Result<Db, String> {
    Db::open(config.database_url.expose_secret(), config.connections()).await.map_err(about_database)
}

/// The database that is set, which is left as it is.
async fn open_to_look(config: &Config) -> Result<Db, String> {
    Db::open_to_look(config.database_url.expose_secret(), config.connections()).await.map_err(about_database)
}

/// The database that is set, by the one process that serves it.
async fn open_to_serve(config: &Config) -> Result<Db, String> {
    let db = open(config).await?;
    db.verify_writable().await.map_err(about_database)?;
    db.enable_cache().map_err(about_database)
}

/// The portal of a command that runs beside the process that serves, on a database that is there.
async fn open_portal(config: &Config) -> Result<Portal, String> {
    config.verify()?;
    let db = Db::open_existing(config.database_url.expose_secret(), config.connections()).await.map_err(about_database)?;
    db.verify_writable().await.map_err(about_database)?;
    portal(db, config).await
}

/// The same for what may come before anything is served.
async fn make_portal(config: &Config) -> Result<Portal, String> {
    config.verify()?;
    let db = open(config).await?;
    db.verify_writable().await.map_err(about_database)?;
    portal(db, config).await
}

/// The portal on an open database, with tables of this version.
async fn portal(db: Db, config: &Config) -> Result<Portal, String> {
    let files = open_files(config)?;
    upgrade(&db, &files).await?;
    let settings = config.settings(false, secret_key::find(config)?);
    Ok(Portal::new(db, files, Arc::new(SystemClock), Arc::new(SystemRng), settings))
}
