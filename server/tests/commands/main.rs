//! The commands as a person at the console meets them: what they answer, and what they leave alone.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod backup;
mod bucket;
mod database;
mod import;
mod mail;
mod settings;
mod watch;

use std::{
    collections::BTreeMap,
    fs,
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// An empty folder to run commands in, with nothing set but what a test sets.
struct Console(TempDir);

/// What a command has said.
#[derive(Debug)]
struct Said {
    well: bool,
    out: String,
    err: String,
}

impl Console {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn run(&self, words: &str) -> Said {
        self.run_with(&[], words)
    }

    fn run_with(&self, settings: &[(&str, &str)], words: &str) -> Said {
        let done = self.command(settings, words).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { well: done.status.success(), out: text(done.stdout), err: text(done.stderr) }
    }

    /// The command, not begun yet.
    fn command(&self, settings: &[(&str, &str)], words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_coplan"));
        command.args(words.split(' ')).current_dir(self.0.path()).stdin(Stdio::null()).env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).envs(settings.iter().copied());
        command
    }

    /// The files there are, with their contents.
    fn contents(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.0.path()).unwrap().map(Result::unwrap);
        entries.map(|entry| (entry.file_name().display().to_string(), fs::read(entry.path()).unwrap())).collect()
    }
}

impl Said {
    /// The one sentence by which a command refuses.
    fn refusal(&self) -> &str {
        assert!(!self.well, "{self:?}");
        self.err.trim_end().rsplit_once("coplan: ").unwrap_or_else(|| panic!("{self:?}")).1
    }
}
