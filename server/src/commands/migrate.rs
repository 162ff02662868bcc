//! `coplan migrate`: brings the tables to this version.

use super::{Done, open};
use crate::config::Config;

/// Brings the tables to this version.
pub async fn run(config: &Config) -> Done {
    let db = open(config).await?;
    db.migrate().await.map_err(|error| error.to_string())?;
    println!("The tables are of this version.");
    db.close().await;
    Ok(())
}
