//! The programs that come with PostgreSQL, run on a database or on a copy of one.

use percent_encoding::percent_decode_str;
use std::io;
use tokio::process::Command;
use url::Url;

/// A program that works on the database at this address.
pub(super) fn on_database(name: &'static str, url: &str) -> Program {
    let (address, password) = without_password(url);
    let mut program = on_file(name);
    program.command.arg("--dbname").arg(address);
    if let Some(password) = password {
        program.command.env("PGPASSWORD", password);
    }
    program
}

/// A program that works on a file.
pub(super) fn on_file(name: &'static str) -> Program {
    let mut command = Command::new(name);
    command.kill_on_drop(true);
    Program { name, command }
}

/// One of the programs, with its arguments.
pub(super) struct Program {
    name: &'static str,
    command: Command,
}

impl Program {
    pub(super) fn arg(&mut self, word: impl AsRef<std::ffi::OsStr>) -> &mut Self {
        self.command.arg(word);
        self
    }
}

/// Why a program did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum ProgramError {
    /// It cannot be run.
    #[error("{name}, which comes with PostgreSQL's client programs, cannot be run: {cause}")]
    Missing {
        /// Its name.
        name: &'static str,
        /// What the system says.
        cause: io::Error,
    },
    /// It ended with an error.
    #[error("{name} says: {said}")]
    Failed {
        /// Its name.
        name: &'static str,
        /// Its own words.
        said: String,
    },
}

/// Runs a program to its end, and gives what it has written.
pub(super) async fn run(mut program: Program) -> Result<Vec<u8>, ProgramError> {
    let Program { name, command } = &mut program;
    let done = command.output().await.map_err(|cause| ProgramError::Missing { name, cause })?;
    if done.status.success() {
        Ok(done.stdout)
    } else {
        Err(ProgramError::Failed { name, said: String::from_utf8_lossy(&done.stderr).trim().to_owned() })
    }
}

/// The address and the password apart: everybody on the machine can read a command line.
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
