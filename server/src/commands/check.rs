//! `coplan check`: looks through the database.

use super::{Done, about_database, open_to_look};
use crate::config::Config;
use coplan_store::Db;

/// Verifies the tables' version and the database's soundness.
pub async fn run(config: &Config) -> Done {
    let db = open_to_look(config).await?;
    let looked = look_through(&db).await;
    db.close().await;
    looked
}

async fn look_through(db: &Db) -> Done {
    db.verify_version().await.map_err(about_database)?;
    println!("The tables are of this version.");
    db.verify().await.map_err(|error| error.to_string())??;
    println!("The database is sound.");
    Ok(())
}
