//! Runs wasm-opt over the wasm; it halves it.

use crate::{PageError, run};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// What rustc emits and every browser of today reads. Not `--all-features`: what comes out then is refused by
/// Chromium ("Invalid import kind").
pub const FLAGS: &[&str] = &[
    // The first 1,024 bytes are the far end of the stack, which no call that ends well reaches.
    "--low-memory-unused",
    "-Oz",
    "--gufa-optimizing",
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    "--strip-producers",
];

/// Where `npm ci` in `end2end` puts wasm-opt.
pub fn program(root: &Path) -> PathBuf {
    root.join("end2end/node_modules/.bin/wasm-opt")
}

/// Shrinks `wasm` in place.
pub fn shrink(root: &Path, wasm: &Path) -> Result<(), PageError> {
    run(Command::new(program(root)).arg(wasm).args(FLAGS).arg("-o").arg(wasm))
}
