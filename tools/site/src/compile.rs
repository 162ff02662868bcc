//! Asks cargo for the wasm of the frontend and where it put it.

use crate::PageError;
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Compiles `coplan-frontend` with the profile `wasm-release` and gives the path of the raw wasm. Cargo's
/// messages name the file, so wherever the target directory is, it is found.
pub fn compile(root: &Path) -> Result<PathBuf, PageError> {
    let cargo = root.join("tools/wasm-cargo");
    let program = cargo.display().to_string();
    let output = Command::new(&cargo)
        .current_dir(root)
        .args(["build", "--locked", "-p", "coplan-frontend"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--profile", "wasm-release"])
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|cause| PageError::NotStarted { program: program.clone(), cause })?;
    if !output.status.success() {
        return Err(PageError::SaidNo(program));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == "coplan_frontend")
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .find(|file| file.extension().is_some_and(|end| end == "wasm"))
        .ok_or(PageError::NoWasm)
}
