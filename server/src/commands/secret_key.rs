//! The key that seeds of second factors are sealed with: a setting, or a file beside the database, made at the first start.

use crate::config::Config;
use coplan_store::key_file_beside;
use coplan_usecases::{seal::SecretKey, system::SystemRng};
use secrecy::ExposeSecret;
use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// The key of this installation.
pub fn find(config: &Config) -> Result<SecretKey, String> {
    if let Some(set) = &config.secret_key {
        return SecretKey::parse(set.expose_secret()).map_err(|error| format!("COPLAN_SECRET_KEY: {error}"));
    }
    let file = key_file_beside(config.database_url.expose_secret());
    let about = |error: &dyn std::fmt::Display| format!("the key file {}: {error}", file.display());
    let text = match fs::read_to_string(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => make(&file),
        read => read,
    };
    SecretKey::parse(&text.map_err(|error| about(&error))?).map_err(|error| about(&error))
}

/// Makes the file, readable by its owner alone; where another process was quicker, reads that one's.
fn make(file: &Path) -> io::Result<String> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    let mut made = match made {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return fs::read_to_string(file),
        made => made?,
    };
    let text = SecretKey::new(&SystemRng).expose();
    made.write_all(text.as_bytes())?;
    made.sync_all()?;
    Ok(text)
}

/// Where the key is, for whoever has to take care of it.
pub fn place(config: &Config) -> String {
    match config.secret_key {
        Some(_) => "COPLAN_SECRET_KEY".to_owned(),
        None => key_file_beside(config.database_url.expose_secret()).display().to_string(),
    }
}
