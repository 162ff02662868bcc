//! `coplan check`: looks through the database.

use super::{Done, open};
use crate::config::Config;

/// Verifies the tables' version and the database's soundness.
pub async fn run(config: &Config) -> Done {
    let db = open(config).await?;
    db.verify_version().await.map_err(|error| error.to_string())?;
    println!("The tables are of this version.");
    db.verify().await.map_err(|error| error.to_string())??;
    println!("The database is sound.");
    db.close().await;
    Ok(())
}
