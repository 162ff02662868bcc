//! A consistent copy of a PostgreSQL database, by the program that comes with it.

use super::BackupError;
use percent_encoding::percent_decode_str;
use std::path::Path;
use tokio::process::Command;
use url::Url;

/// Runs `pg_dump` on the database at this address.
pub(super) async fn run(url: &str, file: &Path) -> Result<(), BackupError> {
    let (address, password) = without_password(url);
    let mut command = Command::new("pg_dump");
    command.arg("--format=custom").arg("--file").arg(file).arg("--dbname").arg(address).kill_on_drop(true);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let done = command.output().await.map_err(BackupError::NoDump)?;
    if done.status.success() { Ok(()) } else { Err(BackupError::Dump(String::from_utf8_lossy(&done.stderr).trim().to_owned())) }
}

/// The address and the password apart: what stands on a command line, everybody on the machine can read.
fn without_password(url: &str) -> (String, Option<String>) {
    let Ok(mut parsed) = Url::parse(url) else { return (url.to_owned(), None) };
    let password = parsed.password().map(|password| percent_decode_str(password).decode_utf8_lossy().into_owned());
    match parsed.set_password(None) {
        Ok(()) => (parsed.to_string(), password),
        Err(()) => (url.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_does_not_stand_on_the_command_line() {
        let (address, password) = without_password("postgres://coplan:s%40fe@db.example:5432/plans?sslmode=require");
        assert_eq!(address, "postgres://coplan@db.example:5432/plans?sslmode=require");
        assert_eq!(password.as_deref(), Some("s@fe"));
        assert_eq!(without_password("postgres:///plans").1, None);
    }
}
