//! Finds the project's own files, and holds what is said of every one of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where everything begins.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file, named from the root.
pub fn text(file: impl AsRef<Path>) -> String {
    let path = root().join(file);
    fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

/// Every file below `folder` whose name ends with `.end`, named from the root. Nothing when there is no such folder.
pub fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).into_iter().flatten().flatten() {
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                if !["target", "node_modules"].iter().any(|other| path.ends_with(other)) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|it| it == end) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// All Rust sources.
pub fn rust() -> Vec<PathBuf> {
    ["app", "server", "frontend", "tools"].iter().flat_map(|folder| files(folder, "rs")).collect()
}

/// The code that runs: prose may name what code may not, and tests start what they need.
pub fn without_comments_and_tests(source: &str) -> String {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let own = ["app", "server", "frontend", "tools", "style", "migrations", "end2end"];
    let ends = ["rs", "css", "ftl", "sql", "mjs"];
    let all: Vec<_> = own.iter().flat_map(|folder| ends.iter().flat_map(|end| files(folder, end))).collect();
    assert!(all.len() > 10, "the search for sources finds nothing any more");
    let long: Vec<_> = all.iter().filter(|file| text(file).lines().count() > 400).collect();
    assert!(long.is_empty(), "split these: {long:?}");
}

#[test]
fn every_rust_file_begins_by_saying_its_job() {
    let silent: Vec<_> = rust().into_iter().filter(|file| !text(file).starts_with("//! ")).collect();
    assert!(silent.is_empty(), "the first line says the job of the room: {silent:?}");
}
