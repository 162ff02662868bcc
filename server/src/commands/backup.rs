//! `coplan backup FILE`: database and files in one archive, also while serving.

use super::{Done, about_database, open_files_to_look, open_to_look, secret_key};
use crate::config::Config;
use coplan_store::{Db, backup};
use coplan_usecases::security_log::{CONSOLE, SecurityEvent, SecurityKind, SecurityOutcome};
use secrecy::ExposeSecret;
use std::path::Path;

/// Writes the archive.
pub async fn run(config: &Config, file: &Path) -> Done {
    let db = open_to_look(config).await?;
    let written = write(&db, config, file).await;
    db.close().await;
    let backup::Summary { files, .. } = written?;
    let (kind, outcome, network) = (SecurityKind::Export, SecurityOutcome::Done, CONSOLE.to_owned());
    // The database is left as it is, so this is in the log alone.
    SecurityEvent { kind, outcome, person: None, by: None, network }.log();
    println!("The database and {files} files are in {}; `coplan restore` restores them.", file.display());
    println!("The key of two-step sign-in is not in it: keep a copy of {} elsewhere.", secret_key::place(config));
    Ok(())
}

/// A copy of something else would be believed until it is needed.
async fn write(db: &Db, config: &Config, file: &Path) -> Result<backup::Summary, String> {
    db.verify_version().await.map_err(about_database)?;
    let files = open_files_to_look(config)?;
    backup::write(db, &files, config.database_url.expose_secret(), file).await.map_err(|error| error.to_string())
}
