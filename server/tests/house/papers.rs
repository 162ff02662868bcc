//! What the papers beside the code say of it: the README's paths, the lock file of the browser tests.

use crate::sources::{root, text};

/// What stands between backticks in prose, line by line, without the fenced blocks.
fn in_backticks(prose: &str) -> Vec<String> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in prose.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

/// Whether a word in backticks is meant as a path of this repository. An address of the product begins with a
/// slash, a pattern has a star or a bracket, and what a build leaves behind is under `target`.
fn is_path(word: &str) -> bool {
    let named = word.contains('/') || [".md", ".rs", ".toml", ".css", ".ftl", ".mjs"].iter().any(|end| word.ends_with(end));
    let plain = !word.contains(|other: char| other.is_whitespace() || "*<>{}()$:=\"".contains(other));
    named && plain && !word.starts_with(['/', '.', '-']) && !word.starts_with("target/")
}

#[test]
fn every_path_in_the_readme_exists() {
    let paths: Vec<_> = in_backticks(&text("README.md")).into_iter().filter(|word| is_path(word)).collect();
    assert!(paths.len() >= 10, "the README maps the rooms; only {paths:?} look like paths");
    let gone: Vec<_> = paths.iter().filter(|path| !root().join(path).exists()).collect();
    assert!(gone.is_empty(), "the README names what is not there: {gone:?}");
}

#[test]
fn the_lock_file_of_the_stories_ties_nobody_to_one_registry() {
    let lock = text("end2end/package-lock.json");
    assert!(!lock.contains("\"resolved\""), "npm config set omit-lockfile-registry-resolved true, and install anew");
    assert!(lock.contains("\"integrity\""), "without checksums anything could be installed");
}
