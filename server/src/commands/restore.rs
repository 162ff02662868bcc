//! `coplan restore FILE`: restores a backup, and sets aside what it replaces.

use super::{Done, secret_key};
use crate::config::Config;
use coplan_domain::system::{Clock, Rng};
use coplan_store::backup;
use coplan_usecases::system::{SystemClock, SystemRng};
use secrecy::ExposeSecret;
use std::{path::Path, sync::Arc};

/// Restores the backup to where the settings say that database and files are.
pub async fn run(config: &Config, archive: &Path) -> Done {
    let (location, rng) = (config.file_location(), Arc::new(SystemRng) as Arc<dyn Rng>);
    let restored = backup::restore(archive, config.database_url.expose_secret(), &location, &rng, SystemClock.now()).await;
    let restored = restored.map_err(|error| error.to_string())?;
    println!("The database and {} files were restored from {}.", restored.summary.files, archive.display());
    for aside in restored.aside {
        println!("What was there before is in {}; remove it once nobody needs it.", aside.display());
    }
    println!(
        "A backup has no key in it: two-step sign-in opens where {} is the key that was used before. Without it people need a \
         recovery code, or an admin who resets it.",
        secret_key::place(config)
    );
    Ok(())
}
