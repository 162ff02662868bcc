//! `coplan migrate`: brings the tables to this version.

use super::{Done, about_database, open};
use crate::config::Config;

/// Brings the tables to this version.
pub async fn run(config: &Config) -> Done {
    let db = open(config).await?;
    db.migrate().await.map_err(about_database)?;
    println!("The tables are of this version.");
    db.close().await;
    Ok(())
}
