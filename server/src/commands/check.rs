//! `coplan check [FILE]`: looks through database and files, or through a backup of them.

use super::{Done, about_database, about_files, open_files_to_look, open_to_look};
use crate::config::Config;
use coplan_store::{
    Db, backup,
    check::{self, Report},
    files::{Files, inline_migration},
};
use std::path::Path;

/// How many files are named that are not as they should be.
const NAMED: usize = 10;

/// Verifies the tables' version, the database's soundness and every file; or all of that in a backup.
pub async fn run(config: &Config, archive: Option<&Path>) -> Done {
    if let Some(archive) = archive {
        let backup::Summary { files, .. } = backup::verify(archive).await.map_err(|error| error.to_string())?;
        println!("The backup is whole: its database is sound, and {files} files are in it.");
        return Ok(());
    }
    let db = open_to_look(config).await?;
    let looked = look_through(&db, config).await;
    db.close().await;
    looked
}

async fn look_through(db: &Db, config: &Config) -> Done {
    db.verify_version().await.map_err(about_database)?;
    println!("The tables are of this version.");
    let Report { findings, indexes_verified } = check::run(db).await.map_err(|error| error.to_string())?;
    if !findings.is_empty() {
        return Err(format!("the database is not as it should be:\n  {}", findings.join("\n  ")));
    }
    println!(
        "The database is sound: tables, columns and indexes are there, every row was read, every reference followed, and what \
         is derived was derived again."
    );
    if !indexes_verified {
        println!("Indexes were not compared with their rows: the extension amcheck is not installed in this database.");
    }
    look_through_files(db, &open_files_to_look(config)?).await
}

async fn look_through_files(db: &Db, files: &Files) -> Done {
    let left = async { inline_migration::count_left(&mut *db.read().await?).await }.await.map_err(|error| error.to_string())?;
    if left > 0 {
        return Err(format!("{left} files are in the database still; `coplan migrate` moves them, unless they are damaged"));
    }
    let (summary, wrong) = backup::check_files(db, files).await.map_err(about_files)?;
    if wrong.is_empty() {
        println!("All {} files are there and whole.", summary.files);
        return Ok(());
    }
    let named = wrong.iter().take(NAMED).map(ToString::to_string).collect::<Vec<_>>().join("\n  ");
    Err(format!("{} of {} files are not as they should be:\n  {named}", wrong.len(), summary.files))
}
