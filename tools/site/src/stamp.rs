//! Remembers what the site was made from, so that binding and shrinking happen only when something changed.

use crate::{NAME, PageError, at, shrink};
use sha2::{Digest, Sha256};
use std::{fmt::Write as _, fs, path::Path};

/// A fingerprint of all that decides the result: the raw wasm, this tool, and the version of wasm-opt.
pub fn inputs(wasm: &[u8], root: &Path) -> String {
    let mut hash = Sha256::new();
    hash.update(wasm);
    // The program itself holds wasm-bindgen and the flags for wasm-opt.
    for file in [std::env::current_exe().ok(), Some(root.join("end2end/package-lock.json"))] {
        hash.update(file.and_then(|path| fs::read(path).ok()).unwrap_or_default());
    }
    hash.update(shrink::FLAGS.join(" "));
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether the site that lies there was made from these inputs.
pub fn holds(stamp: &Path, inputs: &str, site: &Path) -> bool {
    fs::read_to_string(stamp).is_ok_and(|before| before == inputs)
        && [".js", ".js.br", "_bg.wasm", "_bg.wasm.br"].iter().all(|end| site.join(format!("{NAME}{end}")).exists())
}

/// Notes the inputs, after the site is in place.
pub fn write(stamp: &Path, inputs: &str) -> Result<(), PageError> {
    fs::write(stamp, inputs).map_err(at(stamp))
}
