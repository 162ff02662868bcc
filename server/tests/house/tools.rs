//! The tools on machines that are not like the one at hand.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use crate::sources::root;
use std::{
    env, fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A folder that is the whole PATH: bash and what is put there.
struct Programs(tempfile::TempDir);

impl Programs {
    fn new() -> Self {
        let programs = Self(tempfile::tempdir().unwrap());
        for name in ["bash", "dirname", "env"] {
            programs.take(name);
        }
        programs
    }

    /// Takes a program of this machine.
    fn take(&self, name: &str) {
        let path = env::var_os("PATH").unwrap_or_default();
        let found = env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.exists());
        symlink(found.unwrap_or_else(|| panic!("{name} is not on the PATH")), self.0.path().join(name)).unwrap();
    }

    /// Makes a program that answers with this word.
    fn make(&self, name: &str, word: &str) -> PathBuf {
        let file = self.0.path().join(name);
        fs::write(&file, format!("#!/usr/bin/env bash\nprintf '%s\\n' '{word}'\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        file
    }

    fn run(&self, tool: &str, chromium: Option<&Path>) -> Output {
        let mut command = Command::new(self.0.path().join("bash"));
        command.arg(root().join(tool)).env_clear().env("PATH", self.0.path());
        if let Some(named) = chromium {
            command.env("COPLAN_CHROMIUM", named);
        }
        command.output().unwrap()
    }
}

#[test]
fn where_there_is_no_apt_nobody_is_told_to_use_it() {
    let programs = Programs::new();
    programs.make("id", "1000");
    programs.make("uname", "Linux");
    let done = programs.run("tools/setup", None);
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(!done.status.success() && said.contains("this system's package manager"), "{said}");
    assert!(!said.contains("apt-get") && !said.contains("sudo"), "{said}");
    for missing in ["build-essential", "chromium", "fonts-urw-base35"] {
        assert!(said.contains(missing), "{missing} is not in: {said}");
    }
}

#[test]
fn fonts_are_asked_of_the_system_and_not_of_a_folder() {
    let programs = Programs::new();
    programs.make("uname", "Linux");
    programs.make("fc-list", "P052");
    let said = String::from_utf8_lossy(&programs.run("tools/setup", None).stderr).into_owned();
    assert!(said.contains("build-essential") && !said.contains("fonts-"), "{said}");
}

#[test]
fn a_chromium_is_found_by_its_variable_and_else_by_its_names() {
    let found = |done: &Output| String::from_utf8_lossy(&done.stdout).trim().to_owned();
    let programs = Programs::new();
    let chrome = programs.make("google-chrome", "Chrome");
    assert_eq!(found(&programs.run("tools/chromium", None)), chrome.display().to_string());
    let chromium = programs.make("chromium", "Chromium");
    assert_eq!(found(&programs.run("tools/chromium", None)), chromium.display().to_string());
    assert_eq!(found(&programs.run("tools/chromium", Some(&chrome))), chrome.display().to_string());
    let wrong = programs.run("tools/chromium", Some(Path::new("/nowhere/chrome")));
    assert!(!wrong.status.success() && String::from_utf8_lossy(&wrong.stderr).contains("COPLAN_CHROMIUM=/nowhere/chrome"));
}
