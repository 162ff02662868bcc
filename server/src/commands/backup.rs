//! `coplan backup FILE`: a consistent copy, also while serving.

use super::{Done, open};
use crate::config::Config;
use std::path::Path;

/// Writes the copy.
pub async fn run(config: &Config, file: &Path) -> Done {
    if file.exists() {
        return Err(format!("{} is there already; a backup never overwrites", file.display()));
    }
    let db = open(config).await?;
    let written = db.backup(file).await.map_err(|error| error.to_string())?;
    db.close().await;
    if written {
        println!("The copy is in {}. `coplan serve` can open it as it is.", file.display());
        Ok(())
    } else {
        Err("the database is PostgreSQL: make the copy with `pg_dump --format=custom`, which is consistent while serving"
            .to_owned())
    }
}
