//! `coplan migrate`: brings the tables to this version.

use super::{Done, open, open_files, upgrade};
use crate::config::Config;

/// Brings the tables to this version.
pub async fn run(config: &Config) -> Done {
    let db = open(config).await?;
    upgrade(&db, &open_files(config)?).await?;
    println!("The tables are of this version.");
    db.close().await;
    Ok(())
}
