//! `coplan backup FILE`: a consistent copy, also while serving.

use super::{Done, about_database, open_to_look};
use crate::config::Config;
use coplan_store::{Backup, Db};
use secrecy::ExposeSecret;
use std::path::Path;

/// Writes the copy.
pub async fn run(config: &Config, file: &Path) -> Done {
    let db = open_to_look(config).await?;
    let written = write(&db, config, file).await;
    db.close().await;
    let next = match written? {
        Backup::Database => "`coplan serve` can open it as it is",
        Backup::Archive => "`pg_restore` brings it back",
    };
    println!("The copy is in {}; {next}.", file.display());
    Ok(())
}

/// A copy of something else would be believed until it is needed.
async fn write(db: &Db, config: &Config, file: &Path) -> Result<Backup, String> {
    db.verify_version().await.map_err(about_database)?;
    db.backup(config.database_url.expose_secret(), file).await.map_err(|error| error.to_string())
}
