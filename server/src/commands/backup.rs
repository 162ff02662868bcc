//! `coplan backup FILE`: a consistent copy, also while serving.

use super::{Done, open};
use crate::config::Config;
use coplan_store::Backup;
use std::path::Path;

/// Writes the copy.
pub async fn run(config: &Config, file: &Path) -> Done {
    if file.exists() {
        return Err(format!("{} is there already; a backup never overwrites", file.display()));
    }
    let db = open(config).await?;
    let written = db.backup(&config.database_url, file).await;
    db.close().await;
    let next = match written.map_err(|error| error.to_string())? {
        Backup::Database => "`coplan serve` can open it as it is",
        Backup::Archive => "`pg_restore` brings it back",
    };
    println!("The copy is in {}; {next}.", file.display());
    Ok(())
}
